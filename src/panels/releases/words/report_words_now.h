// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/report/report_words.h"

namespace panels {

/// The words of reasons and reports in the window's language, from the desk's resources.
[[nodiscard]] release::ReportWords reportWordsNow();

} // namespace panels
