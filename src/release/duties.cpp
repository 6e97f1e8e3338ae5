// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/duties.h"

#include "people/permissions.h"

#include <algorithm>
#include <array>

namespace release {

namespace {

Roles allowedTo(people::Action action)
{
    Roles roles;
    for (std::size_t i = 0; i < Names<Role>::kAll.size(); ++i) {
        const auto role = static_cast<Role>(i);
        const auto known = people::roleOfName(nameText(role));
        if (known && people::may({*known}, action))
            roles.push_back(role);
    }
    return roles;
}

/// VerifyItems allows every role that an item may have, to verify another's work at such items. These
/// verify all others too.
Roles verifiers()
{
    Roles roles = allowedTo(people::Action::VerifyItems);
    std::erase_if(roles, [](Role role) {
        return role == Role::Sre || role == Role::Security || role == Role::Product ||
               role == Role::Legal;
    });
    return roles;
}

} // namespace

const Roles& rolesOf(Duty duty)
{
    using people::Action;
    static const std::array<Roles, Names<Duty>::kAll.size()> kRoles{
        allowedTo(Action::WorkOnItems),   // Work
        verifiers(),                      // Verify
        allowedTo(Action::WaiveItems),    // Waive
        allowedTo(Action::OverrideGate),  // Override
        allowedTo(Action::SteerCanary),   // Canary
        allowedTo(Action::RollBack),      // Rollback
        allowedTo(Action::EditReleases),  // Plan
        allowedTo(Action::DecideRelease), // Decide
    };
    return kRoles[static_cast<std::size_t>(duty)];
}

Roles rolesOf(Duty duty, const ItemPlan& plan)
{
    if (!plan.role)
        return rolesOf(duty);
    if (duty == Duty::Work)
        return {*plan.role};
    Roles roles = rolesOf(duty);
    if (duty == Duty::Verify && std::find(roles.begin(), roles.end(), *plan.role) == roles.end())
        roles.push_back(*plan.role);
    return roles;
}

bool holds(const Actor& actor, Role role) noexcept
{
    return std::find(actor.roles.begin(), actor.roles.end(), role) != actor.roles.end();
}

bool holdsOneOf(const Actor& actor, const Roles& roles) noexcept
{
    return std::any_of(roles.begin(), roles.end(),
                       [&actor](Role role) { return holds(actor, role); });
}

} // namespace release
