// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/compare/difference.h"

#include <QString>

namespace panels {

/// "Role: SRE → QA", in the language of now.
[[nodiscard]] QString changeText(const release::FieldChange& change);

} // namespace panels
