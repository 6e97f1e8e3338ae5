// SPDX-License-Identifier: GPL-3.0-or-later
// Small texts that a report is made of; plain, not yet Markdown.
#pragma once

#include "release/report/report_words.h"
#include "release/values.h"

namespace release {

/// UTC, to the minute.
[[nodiscard]] QString timeText(WallTime time);
/// Its id where the release does not have it.
[[nodiscard]] QString titleOf(const Release& release, const ItemId& id);
[[nodiscard]] QString rolesText(const Roles& roles, const ReportWords& words);

} // namespace release
