// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "people/values.h"

namespace people {

/// True where at least one of the roles allows it. The table stands in permissions.cpp.
[[nodiscard]] bool may(Roles roles, Action action) noexcept;

/// As stored, on the command line and in JSON: "agent", "dev_lead", "qa" …
[[nodiscard]] QString roleName(Role role);
/// The inverse; case does not matter and "dev-lead" is "dev_lead". Nothing where there is no such role.
[[nodiscard]] std::optional<Role> roleOfName(QStringView name);

/// Names with a space between, in the order of kRoles.
[[nodiscard]] QString rolesToText(Roles roles);
/// The inverse. Names that this program does not know are left out.
[[nodiscard]] Roles rolesOfText(QStringView text);

} // namespace people
