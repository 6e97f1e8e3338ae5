// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/values.h"

namespace app {

/// What came of a check, or kept a figure from being read, in the window's language; a value that is
/// missing as its field is called. UI thread.
[[nodiscard]] QString checkSentence(probes::Finding finding);

} // namespace app
