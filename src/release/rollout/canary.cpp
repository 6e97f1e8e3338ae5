// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/rollout/canary.h"

#include "release/duties.h"

#include <algorithm>

namespace release {

namespace {

bool hasStage(const CanaryPlan& plan, const Canary& canary)
{
    return canary.stage >= 0 && canary.stage < static_cast<int>(plan.stages.size());
}

bool isLast(const CanaryPlan& plan, const Canary& canary)
{
    return canary.stage + 1 >= static_cast<int>(plan.stages.size());
}

WallTime stageEnd(const CanaryPlan& plan, const Canary& canary)
{
    return canary.stageSince + plan.stages[static_cast<std::size_t>(canary.stage)].atLeast;
}

bool mayBegin(CanaryStatus status)
{
    return status == CanaryStatus::NotStarted || status == CanaryStatus::Aborted ||
           status == CanaryStatus::RolledBack;
}

bool mayFollow(CanaryStatus status, Decision decision)
{
    switch (decision) {
    case Decision::Begin: return mayBegin(status);
    case Decision::Promote:
    case Decision::Hold: return status == CanaryStatus::Running;
    case Decision::Resume: return status == CanaryStatus::Held;
    case Decision::Abort: return status == CanaryStatus::Running || status == CanaryStatus::Held;
    }
    return false;
}

std::optional<Refusal> refuseDecision(const CanaryPlan& plan, const Canary& canary,
                                      Decision decision, const CanaryAdvice& advice, Verdict gate,
                                      const QString& reason, const Actor& actor, WallTime now)
{
    if (!actor.person.isValid())
        return Refusal{.why = Why::NoPerson};
    if (!holdsOneOf(actor, rolesOf(Duty::Canary)))
        return Refusal{.why = Why::WrongRole, .roles = rolesOf(Duty::Canary)};
    if (!mayFollow(canary.status, decision) || plan.stages.empty())
        return Refusal{.why = Why::WrongState, .ids = {nameText(canary.status)}};
    // More customers get it only while the gate says so; fewer, always.
    const bool reachesMore = decision == Decision::Begin || decision == Decision::Promote;
    if (reachesMore && gate == Verdict::NoGo)
        return Refusal{.why = Why::NotGo};
    if (decision == Decision::Promote && hasStage(plan, canary) && now < stageEnd(plan, canary))
        return Refusal{.why = Why::TooEarly, .until = stageEnd(plan, canary)};
    const bool isAdvised =
        advice.proposal == Proposal::Promote || advice.proposal == Proposal::Finish;
    const bool needsReason = decision == Decision::Hold || decision == Decision::Abort ||
                             (decision == Decision::Promote && !isAdvised);
    if (needsReason && reason.trimmed().isEmpty())
        return Refusal{.why = Why::ReasonMissing};
    return std::nullopt;
}

} // namespace

CanaryAdvice advised(const CanaryPlan& plan, const Canary& canary, const Readings& readings,
                     WallTime now)
{
    CanaryAdvice advice;
    for (const Watch& watch : plan.watches)
        advice.watches.push_back(watched(watch, readings, now));
    const bool isUnderWay =
        canary.status == CanaryStatus::Running || canary.status == CanaryStatus::Held;
    if (!isUnderWay || !hasStage(plan, canary))
        return advice;
    if (now < stageEnd(plan, canary))
        advice.until = stageEnd(plan, canary);
    const auto has = [&advice](WatchState state) {
        return std::find(advice.watches.begin(), advice.watches.end(), state) !=
               advice.watches.end();
    };
    if (has(WatchState::Breached))
        advice.proposal = Proposal::Abort;
    else if (advice.until || canary.status == CanaryStatus::Held || has(WatchState::Suspect) ||
             has(WatchState::NoData))
        advice.proposal = Proposal::Hold;
    else
        advice.proposal = isLast(plan, canary) ? Proposal::Finish : Proposal::Promote;
    return advice;
}

int shareOf(const CanaryPlan& plan, const Canary& canary) noexcept
{
    if (canary.status == CanaryStatus::Finished)
        return 100;
    const bool isOut =
        canary.status == CanaryStatus::Running || canary.status == CanaryStatus::Held;
    return isOut && hasStage(plan, canary)
               ? plan.stages[static_cast<std::size_t>(canary.stage)].percent
               : 0;
}

bool reachesSomebody(CanaryStatus status) noexcept
{
    return status == CanaryStatus::Running || status == CanaryStatus::Held ||
           status == CanaryStatus::Finished;
}

bool rollsOutSmartMode(const Release& release)
{
    return release.parameters.value(QString::fromLatin1(kRollsOut)) == QLatin1String(kSmartMode);
}

tl::expected<Canary, Refusal> decided(const CanaryPlan& plan, const Canary& canary,
                                      Decision decision, const CanaryAdvice& advice, Verdict gate,
                                      const QString& reason, const Actor& actor, WallTime now)
{
    if (auto refusal = refuseDecision(plan, canary, decision, advice, gate, reason, actor, now))
        return tl::unexpected(*std::move(refusal));
    Canary next = canary;
    next.stageSince = std::max(now, canary.stageSince);
    switch (decision) {
    case Decision::Begin:
        next.status = CanaryStatus::Running;
        next.stage = 0;
        break;
    case Decision::Promote:
        if (isLast(plan, canary))
            next.status = CanaryStatus::Finished;
        else
            ++next.stage;
        break;
    case Decision::Hold: next.status = CanaryStatus::Held; break;
    case Decision::Resume: next.status = CanaryStatus::Running; break;
    case Decision::Abort: next.status = CanaryStatus::Aborted; break;
    }
    return next;
}

tl::expected<Canary, Refusal> letOut(const CanaryPlan& plan, const Canary& canary, Verdict gate,
                                     const Actor& actor, WallTime now)
{
    if (!actor.person.isValid())
        return tl::unexpected(Refusal{.why = Why::NoPerson});
    if (!holdsOneOf(actor, rolesOf(Duty::Decide)))
        return tl::unexpected(Refusal{.why = Why::WrongRole, .roles = rolesOf(Duty::Decide)});
    if (!plan.stages.empty() || !mayBegin(canary.status))
        return tl::unexpected(Refusal{.why = Why::WrongState, .ids = {nameText(canary.status)}});
    if (gate == Verdict::NoGo)
        return tl::unexpected(Refusal{.why = Why::NotGo});
    return Canary{CanaryStatus::Finished, 0, std::max(now, canary.stageSince)};
}

bool isOut(const Canary& canary) noexcept
{
    return canary.status != CanaryStatus::NotStarted && canary.status != CanaryStatus::RolledBack;
}

Canary takenBack(const Canary& canary, WallTime at)
{
    return {CanaryStatus::RolledBack, canary.stage, std::max(at, canary.stageSince)};
}

} // namespace release
