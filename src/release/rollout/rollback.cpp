// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/rollout/rollback.h"

#include "release/duties.h"
#include "release/rollout/canary.h"

#include <algorithm>
#include <iterator>

namespace release {

tl::expected<Rollback, Refusal> rollbackDecided(const RollbackPlan& plan, const Canary& canary,
                                                const QString& trigger, const QString& reason,
                                                const Actor& actor, Role role, WallTime now)
{
    const Roles& may = rolesOf(Duty::Rollback);
    if (!actor.person.isValid())
        return tl::unexpected(Refusal{.why = Why::NoPerson});
    if (!holds(actor, role) || std::find(may.begin(), may.end(), role) == may.end())
        return tl::unexpected(Refusal{.why = Why::WrongRole, .roles = may});
    if (!isOut(canary))
        return tl::unexpected(Refusal{.why = Why::WrongState, .ids = {nameText(canary.status)}});
    const bool isKnown =
        std::any_of(plan.triggers.begin(), plan.triggers.end(),
                    [&trigger](const RollbackTrigger& each) { return each.id == trigger; });
    if (!isKnown)
        return tl::unexpected(Refusal{.why = Why::NoSuchRule, .ids = {trigger}});
    if (reason.trimmed().isEmpty())
        return tl::unexpected(Refusal{.why = Why::ReasonMissing});
    return Rollback{trigger,
                    reason.trimmed(),
                    actor.person,
                    role,
                    now,
                    plan.steps,
                    plan.rehearsedAt.has_value()};
}

tl::expected<Rollback, Refusal> nextStepDone(const Rollback& rollback, const Actor& actor,
                                             WallTime now)
{
    if (!actor.person.isValid())
        return tl::unexpected(Refusal{.why = Why::NoPerson});
    if (!holdsOneOf(actor, rolesOf(Duty::Rollback)))
        return tl::unexpected(Refusal{.why = Why::WrongRole, .roles = rolesOf(Duty::Rollback)});
    Rollback next = rollback;
    WallTime before = rollback.startedAt;
    for (RollbackStep& step : next.steps) {
        if (!step.doneAt) {
            step.doneAt = std::max(now, before);
            step.doneBy = actor.person;
            return next;
        }
        before = *step.doneAt;
    }
    return tl::unexpected(Refusal{.why = Why::WrongState});
}

std::optional<minutes> actualOf(const Rollback& rollback)
{
    if (rollback.steps.empty() || !rollback.steps.back().doneAt)
        return std::nullopt;
    return std::chrono::ceil<minutes>(*rollback.steps.back().doneAt - rollback.startedAt);
}

minutes estimateOf(const Rollback& rollback)
{
    minutes sum{0};
    for (const RollbackStep& step : rollback.steps)
        sum += step.estimate;
    return sum;
}

std::vector<DueCheck> checksAfter(WallTime released)
{
    std::vector<DueCheck> checks;
    for (const int after : {15, 60, 180})
        checks.push_back({AfterCheck::Check, released + minutes(after)});
    for (int after = 5; after <= 4 * 60; after += 5)
        checks.push_back({AfterCheck::Smoke, released + minutes(after)});
    for (int day = 1; day <= 3; ++day)
        checks.push_back({AfterCheck::Digest, released + minutes(day * 24 * 60)});
    std::stable_sort(checks.begin(), checks.end(),
                     [](const DueCheck& a, const DueCheck& b) { return a.at < b.at; });
    return checks;
}

std::vector<DueCheck> checksBetween(WallTime released, WallTime from, WallTime to)
{
    const auto all = checksAfter(released);
    std::vector<DueCheck> due;
    std::copy_if(all.begin(), all.end(), std::back_inserter(due),
                 [&](const DueCheck& each) { return from < each.at && each.at <= to; });
    return due;
}

} // namespace release
