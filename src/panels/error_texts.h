// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace panels {

/// The sentence for people, in the language of the window. The detail stays in the log.
[[nodiscard]] QString errorText(const base::Error& error);

} // namespace panels
