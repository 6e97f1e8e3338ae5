// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace people {

inline constexpr int kLongestName = 80; ///< code points

/// The name as it is kept: without white space around it, one space between words, composed (NFC).
/// Invalid: nothing is left, longer than kLongestName, or it holds what cannot be seen or turns the
/// reading direction (control and format characters, UAX #9), line ends, or half a surrogate pair.
[[nodiscard]] base::Result<QString> cleanName(const QString& name);

/// Two names are the same where their keys are: compatibility forms and case do not matter
/// (NFKC and case folding, UAX #15).
[[nodiscard]] QString nameKey(const QString& name);

} // namespace people
