// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/report/report_words.h"
#include "release/rollout/digest.h"

#include <QStringList>

namespace release {

/// A day after the release in plain words.
struct DayText {
    QString summary;     ///< how many rounds passed, or that nobody looked
    QStringList details; ///< which checks failed when, then the worst of the figures
};
[[nodiscard]] std::vector<DayText>
digestTexts(const Release& release, const std::vector<DayDigest>& days, const ReportWords& words);

} // namespace release
