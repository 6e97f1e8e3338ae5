// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/values.h"

#include <QString>

namespace panels {

/// "http_error_ratio above 0.005 · for 5 min", in the language of now.
[[nodiscard]] QString watchText(const release::Watch& watch);

} // namespace panels
