// SPDX-License-Identifier: GPL-3.0-or-later
// Which roles may do what in a release: what people/permissions.h allows, told by duty. There is one
// table, and it stands there.
#pragma once

#include "release/values.h"

namespace release {

enum class Duty {
    Work,     ///< start, finish, block, reopen an item: besides its owner
    Verify,   ///< besides the item's own role
    Waive,    ///< also: say that an item does not apply
    Override, ///< approve a go against the gate
    Canary,   ///< begin, promote, hold, abort
    Rollback,
    Plan,   ///< change items and sign-offs
    Decide, ///< let a release without stages out
};
template <>
struct Names<Duty> {
    static constexpr std::array kAll{"work",   "verify",   "waive", "override",
                                     "canary", "rollback", "plan",  "decide"};
};

/// Of Work: those of an item without a role, that is, all.
[[nodiscard]] const Roles& rolesOf(Duty duty);
/// With the item's own role. Work: that role alone.
[[nodiscard]] Roles rolesOf(Duty duty, const ItemPlan& plan);

[[nodiscard]] bool holds(const Actor& actor, Role role) noexcept;
[[nodiscard]] bool holdsOneOf(const Actor& actor, const Roles& roles) noexcept;

} // namespace release
