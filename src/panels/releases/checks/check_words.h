// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace panels {

/// Why a check did not pass, in words. `reason` as CheckRunner::Outcome names it; one that is not
/// known stands as it is.
[[nodiscard]] QString checkReasonText(const QString& reason, const QStringList& arguments);
/// What a value that checks ask for is called: "host" -> "Host".
[[nodiscard]] QString parameterText(const QString& name);

} // namespace panels
