// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/config.h"

namespace app {

/// Everything that can be configured; see base/config.h for the layers.
[[nodiscard]] base::Config makeConfig();

} // namespace app
