// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/report/report_words.h"

namespace panels {

/// The words of reasons, reports and histories in the window's language, from the desk's resources. Until
/// the language changes. The window's thread.
[[nodiscard]] const release::ReportWords& reportWordsNow();

} // namespace panels
