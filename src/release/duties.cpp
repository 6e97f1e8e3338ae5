// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/duties.h"

#include <algorithm>
#include <array>

namespace release {

const Roles& rolesOf(Duty duty)
{
    using enum Role;
    static const std::array<Roles, Names<Duty>::kAll.size()> kRoles{
        Roles{DevLead, BackendLead, Qa, Sre, Security, Product, Legal, Supervisor}, // Work
        Roles{DevLead, BackendLead, Qa, Supervisor},                                // Verify
        Roles{DevLead, Supervisor},                                                 // Waive
        Roles{DevLead, Sre, Security, Product, Supervisor},                         // Override
        Roles{DevLead, Sre, Supervisor},                                            // Canary
        Roles{DevLead, Sre, Security, Supervisor},                                  // Rollback
        Roles{DevLead, Supervisor},                                                 // Plan
        Roles{DevLead, Supervisor},                                                 // Decide
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
