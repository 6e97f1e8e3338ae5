// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/actors.h"

#include "people/permissions.h"

namespace desk {

namespace {

/// Roles of a release have the same names among the people.
std::optional<people::Role> roleOfShop(release::Role role)
{
    return people::roleOfName(release::nameText(role));
}

release::Roles rolesIn(const std::function<bool(people::Role)>& has)
{
    release::Roles roles;
    for (std::size_t i = 0; i < release::Names<release::Role>::kAll.size(); ++i) {
        const auto role = static_cast<release::Role>(i);
        if (const auto known = roleOfShop(role); known && has(*known))
            roles.push_back(role);
    }
    return roles;
}

people::Action actionOfStep(release::Step step)
{
    switch (step) {
    case release::Step::Verify: return people::Action::VerifyItems;
    case release::Step::Waive:
    case release::Step::Excuse: return people::Action::WaiveItems;
    case release::Step::Start:
    case release::Step::Finish:
    case release::Step::Fail:
    case release::Step::Block:
    case release::Step::Unblock:
    case release::Step::Reopen: break;
    }
    return people::Action::WorkOnItems;
}

struct ActionOf {
    people::Action operator()(const release::Change& deed) const { return actionOfStep(deed.step); }
    people::Action operator()(const release::PlanItem&) const
    {
        return people::Action::EditReleases;
    }
    people::Action operator()(const release::RemoveItem&) const
    {
        return people::Action::EditReleases;
    }
    people::Action operator()(const release::PlanRule&) const
    {
        return people::Action::EditReleases;
    }
    people::Action operator()(const release::RemoveRule&) const
    {
        return people::Action::EditReleases;
    }
    people::Action operator()(const release::PlanRollout&) const
    {
        return people::Action::EditReleases;
    }
    people::Action operator()(const release::Assign&) const { return people::Action::WorkOnItems; }
    people::Action operator()(const release::Say&) const { return people::Action::WorkOnItems; }
    people::Action operator()(const release::Show&) const { return people::Action::WorkOnItems; }
    people::Action operator()(const release::Sign&) const { return people::Action::SignOff; }
    people::Action operator()(const release::AskOverride&) const
    {
        return people::Action::OverrideGate;
    }
    people::Action operator()(const release::ApproveOverride&) const
    {
        return people::Action::OverrideGate;
    }
    people::Action operator()(const release::Steer&) const { return people::Action::SteerCanary; }
    people::Action operator()(const release::GoOut&) const { return people::Action::DecideRelease; }
    people::Action operator()(const release::RollBack&) const { return people::Action::RollBack; }
    people::Action operator()(const release::RollBackStep&) const
    {
        return people::Action::RollBack;
    }
    people::Action operator()(const release::Rehearse&) const { return people::Action::RollBack; }
    people::Action operator()(const release::SetParameter&) const
    {
        return people::Action::WorkOnItems;
    }
    /// Nobody's: the program's own, see Desk::recordFinding().
    people::Action operator()(const release::Found&) const { return people::Action::WorkOnItems; }
    people::Action operator()(const release::Reschedule&) const
    {
        return people::Action::EditReleases;
    }
};

} // namespace

release::Actor actorOf(const PeopleById& people, base::PersonId person)
{
    if (isOpenHouse(people))
        return {
            .person = person, .roles = rolesIn([](people::Role) { return true; }), .isAlone = true};
    const auto it = people.find(person);
    if (it == people.end())
        return {};
    return {.person = person,
            .roles = rolesIn([&](people::Role role) { return it->second.roles.has(role); })};
}

people::Action actionOf(const release::Deed& deed)
{
    return std::visit(ActionOf(), deed);
}

bool restsOnTheGate(const release::Deed& deed)
{
    const auto* steer = std::get_if<release::Steer>(&deed);
    const bool goesFurther = steer && steer->decision != release::Decision::Hold &&
                             steer->decision != release::Decision::Abort;
    return goesFurther || std::holds_alternative<release::GoOut>(deed);
}

bool needsPassphrase(const release::Deed& deed)
{
    return std::holds_alternative<release::Sign>(deed) ||
           std::holds_alternative<release::AskOverride>(deed) ||
           std::holds_alternative<release::ApproveOverride>(deed);
}

bool hasPassphrase(const PeopleById& people, base::PersonId person)
{
    const auto it = people.find(person);
    return it != people.end() && it->second.hasPassphrase;
}

} // namespace desk
