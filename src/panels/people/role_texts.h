// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/values.h"

#include <QString>

namespace panels {

/// What a role is called, in the language of now.
[[nodiscard]] QString roleText(people::Role role);
/// Of all of them, with commas.
[[nodiscard]] QString rolesText(people::Roles roles);

} // namespace panels
