// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/compare/difference.h"

#include <QString>

namespace panels {

/// What a field of an item is called, in the language of now.
[[nodiscard]] QString fieldText(release::Field field);
/// "Role: SRE → QA": enumerators in words, everything else as it is written down.
[[nodiscard]] QString changeText(const release::FieldChange& change);

} // namespace panels
