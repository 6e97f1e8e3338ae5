// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/values.h"

#include <QString>

namespace panels {

/// What a value that checks ask for is called: "host" -> "Host".
[[nodiscard]] QString parameterText(const QString& name);
[[nodiscard]] QString checkKindText(release::CheckKind kind);

} // namespace panels
