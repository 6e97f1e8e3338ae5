// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/rollout/rollback.h"

#include "release/duties.h"
#include "release/rollout/canary.h"

#include <algorithm>
#include <array>

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

namespace {

const Evidence* firstFinding(const Item& item, const CheckPlan& check, const LookedAfter& within)
{
    const Evidence* first = nullptr;
    for (const Evidence& each : item.evidence) {
        const bool isOf = each.kind == EvidenceKind::Check && each.run.checkId == check.id &&
                          each.at >= within.due.at && each.at < within.until;
        if (isOf && (!first || each.at < first->at))
            first = &each;
    }
    return first;
}

void addFound(LookedAfter& at, const Release& release)
{
    for (const Item& item : release.items) {
        if (!item.plan.isAfterGo)
            continue;
        for (const CheckPlan& check : item.plan.checks) {
            ++at.asked;
            const Evidence* finding = firstFinding(item, check, at);
            at.found += finding ? 1 : 0;
            if (finding && finding->outcome == Outcome::Failed)
                at.failed.append(check.title.isEmpty() ? check.id : check.title);
        }
    }
}

} // namespace

std::optional<WallTime> lookedAfterFrom(const Release& release)
{
    if (!release.releasedAt)
        return std::nullopt;
    WallTime from = *release.releasedAt;
    for (const Rollback& rollback : release.rollbacks) {
        const auto done =
            rollback.steps.empty() ? rollback.startedAt : rollback.steps.back().doneAt;
        from = std::max(from, done.value_or(from));
    }
    return from;
}

std::vector<DueCheck> checksAfter(WallTime from)
{
    std::vector<DueCheck> checks;
    for (const int after : {15, 60, 180})
        checks.push_back({AfterCheck::Check, from + minutes(after)});
    for (int after = 5; after <= 4 * 60; after += 5)
        checks.push_back({AfterCheck::Smoke, from + minutes(after)});
    for (int day = 1; day <= 3; ++day)
        checks.push_back({AfterCheck::Digest, from + minutes(day * 24 * 60)});
    std::stable_sort(checks.begin(), checks.end(),
                     [](const DueCheck& a, const DueCheck& b) { return a.at < b.at; });
    return checks;
}

std::vector<LookedAfter> lookedAfter(const Release& release)
{
    std::vector<LookedAfter> all;
    const auto from = lookedAfterFrom(release);
    if (!from)
        return all;
    std::array<std::optional<WallTime>, Names<AfterCheck>::kAll.size()> next;
    for (const DueCheck& due : checksAfter(*from))
        all.push_back({.due = due, .until = due.at + minutes(24 * 60), .failed = {}});
    for (auto each = all.rbegin(); each != all.rend(); ++each) {
        auto& later = next[static_cast<std::size_t>(each->due.kind)];
        each->until = later.value_or(each->until);
        later = each->due.at;
        if (each->due.kind != AfterCheck::Digest)
            addFound(*each, release);
    }
    return all;
}

} // namespace release
