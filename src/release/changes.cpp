// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/changes.h"

#include "release/duties.h"
#include "release/states.h"

#include <algorithm>
#include <array>

namespace release {

namespace {

using MaybeRefusal = std::optional<Refusal>;

struct StepRule {
    std::vector<State> from;
    State to = State::Todo;
    bool byWorker = false, byVerifier = false, byWaiver = false;
    bool needsReason = false, needsExpiry = false, needsTurn = false, needsEvidence = false;
};

const StepRule& ruleOf(Step step)
{
    using enum State;
    static const std::array<StepRule, Names<Step>::kAll.size()> kRules{
        StepRule{.from = {Todo, Failed}, .to = Doing, .byWorker = true, .needsTurn = true},
        StepRule{.from = {Todo, Doing, Failed},
                 .to = Done,
                 .byWorker = true,
                 .needsTurn = true,
                 .needsEvidence = true},
        StepRule{.from = {Done},
                 .to = Verified,
                 .byVerifier = true,
                 .needsTurn = true,
                 .needsEvidence = true},
        StepRule{.from = {Doing, Done, Verified},
                 .to = Failed,
                 .byWorker = true,
                 .byVerifier = true,
                 .needsReason = true},
        StepRule{.from = {Todo, Doing}, .to = Blocked, .byWorker = true, .needsReason = true},
        StepRule{.from = {Blocked}, .to = Todo, .byWorker = true},
        StepRule{.from = {Todo, Doing, Done, Failed, Blocked, Waived},
                 .to = Waived,
                 .byWaiver = true,
                 .needsReason = true,
                 .needsExpiry = true},
        StepRule{.from = {Todo, Doing, Failed, Blocked},
                 .to = NotApplicable,
                 .byWaiver = true,
                 .needsReason = true},
        StepRule{.from = {Done, Verified, Failed, Waived, NotApplicable},
                 .to = Todo,
                 .byWorker = true,
                 .byVerifier = true},
    };
    return kRules[static_cast<std::size_t>(step)];
}

bool isDoer(const Item& item, PersonId person)
{
    return std::find(item.doers.begin(), item.doers.end(), person) != item.doers.end();
}

MaybeRefusal refuseRole(const StepRule& rule, const Item& item, const Actor& actor)
{
    Roles may;
    const auto add = [&](bool applies, Duty duty) {
        if (!applies)
            return false;
        for (const Role role : rolesOf(duty, item.plan)) {
            if (std::find(may.begin(), may.end(), role) == may.end())
                may.push_back(role);
        }
        return true;
    };
    const bool ownerMay = add(rule.byWorker, Duty::Work) && item.owner == actor.person;
    add(rule.byVerifier, Duty::Verify);
    add(rule.byWaiver, Duty::Waive);
    if (!ownerMay && !holdsOneOf(actor, may))
        return Refusal{.why = Why::WrongRole, .roles = std::move(may)};
    if (!rule.byWorker && isDoer(item, actor.person) && !actor.isAlone)
        return Refusal{.why = Why::OwnWork, .ids = {item.plan.id.value}};
    return std::nullopt;
}

/// What has no expiry takes a blocker away for good: not by the word of the one whose blocker it is.
bool isOwnBlocker(const Change& change, const Item& item, const Actor& actor)
{
    return change.step == Step::Excuse && item.plan.itemClass == ItemClass::Blocker &&
           item.owner == actor.person && !actor.isAlone;
}

MaybeRefusal refuseTurn(const Outline& outline, const Release& release, int index, WallTime now)
{
    const std::vector<State> states = statesAt(outline, release, now);
    const auto idOf = [&](int each) {
        return release.items[static_cast<std::size_t>(each)].plan.id.value;
    };
    if (const auto shut = keepShut(outline, states, outline.section(index)); !shut.empty()) {
        Refusal refusal{.why = Why::SectionShut};
        std::transform(shut.begin(), shut.end(), std::back_inserter(refusal.ids), idOf);
        return refusal;
    }
    Refusal refusal{.why = Why::WaitsForItems};
    for (int each = index; each >= 0; each = outline.parent(each)) {
        for (const int other : outline.after(each)) {
            if (!isSettled(states[static_cast<std::size_t>(other)]))
                refusal.ids.append(idOf(other));
        }
    }
    return refusal.ids.isEmpty() ? MaybeRefusal() : refusal;
}

MaybeRefusal refuseEvidence(const Item& item, WallTime now)
{
    const EvidenceVerdict verdict = evidenceAt(item, now);
    switch (verdict.worth) {
    case EvidenceVerdict::Worth::Missing:
        return Refusal{
            .why = Why::EvidenceMissing, .ids = verdict.checks, .kind = item.plan.evidence};
    case EvidenceVerdict::Worth::Expired:
        return Refusal{.why = Why::EvidenceExpired, .ids = verdict.checks, .until = verdict.until};
    case EvidenceVerdict::Worth::Failed:
        return Refusal{.why = Why::EvidenceFailed, .ids = verdict.checks};
    case EvidenceVerdict::Worth::NotAsked:
    case EvidenceVerdict::Worth::Holds: break;
    }
    return std::nullopt;
}

MaybeRefusal refuse(const Outline& outline, const Release& release, int index, const Change& change,
                    const Actor& actor, WallTime now)
{
    const Item& item = release.items[static_cast<std::size_t>(index)];
    const StepRule& rule = ruleOf(change.step);
    if (!actor.person.isValid())
        return Refusal{.why = Why::NoPerson};
    if (!outline.isLeaf(index))
        return Refusal{.why = Why::IsParent, .ids = {item.plan.id.value}};
    const State state = stateAt(item, now);
    if (std::find(rule.from.begin(), rule.from.end(), state) == rule.from.end())
        return Refusal{.why = Why::WrongState, .ids = {item.plan.id.value}, .state = state};
    if (auto refusal = refuseRole(rule, item, actor))
        return refusal;
    if (isOwnBlocker(change, item, actor))
        return Refusal{.why = Why::OwnBlocker, .ids = {item.plan.id.value}};
    if (rule.needsReason && change.reason.trimmed().isEmpty())
        return Refusal{.why = Why::ReasonMissing};
    if (rule.needsExpiry && (!change.until || *change.until <= now))
        return Refusal{.why = Why::ExpiryMissing};
    if (rule.needsExpiry && *change.until > now + kLongestHold)
        return Refusal{.why = Why::TooFar, .until = now + kLongestHold};
    if (change.actual && !isTime(*change.actual))
        return Refusal{.why = Why::NoSuchTime};
    if (rule.needsTurn) {
        if (auto refusal = refuseTurn(outline, release, index, now))
            return refusal;
    }
    return rule.needsEvidence ? refuseEvidence(item, now) : std::nullopt;
}

/// \pre holdsOneOf(actor, roles of Waive)
Role waivingRole(const Actor& actor)
{
    const Roles& roles = rolesOf(Duty::Waive);
    return *std::find_if(roles.begin(), roles.end(),
                         [&actor](Role role) { return holds(actor, role); });
}

} // namespace

tl::expected<Item, Refusal> changed(const Outline& outline, const Release& release,
                                    const Change& change, const Actor& actor, WallTime now)
{
    const int index = outline.indexOf(change.item);
    if (index < 0)
        return tl::unexpected(Refusal{.why = Why::NoSuchItem, .ids = {change.item.value}});
    if (auto refusal = refuse(outline, release, index, change, actor, now))
        return tl::unexpected(*std::move(refusal));
    Item item = release.items[static_cast<std::size_t>(index)];
    item.state = ruleOf(change.step).to;
    item.changedAt = recordedTime(release, now);
    item.reason = ruleOf(change.step).needsReason ? change.reason.trimmed() : QString();
    item.verifier = {};
    item.waiver.reset();
    item.verifyAnew.reset();
    if ((change.step == Step::Start || change.step == Step::Finish) && !isDoer(item, actor.person))
        item.doers.push_back(actor.person);
    if (change.step == Step::Finish && change.actual)
        item.actual = change.actual;
    if (change.step == Step::Verify)
        item.verifier = actor.person;
    if (change.step == Step::Waive)
        item.waiver =
            Waiver{item.reason, actor.person, waivingRole(actor), item.changedAt, *change.until};
    return item;
}

std::vector<Step> stepsFor(const Outline& outline, const Release& release, const ItemId& item,
                           const Actor& actor, WallTime now)
{
    std::vector<Step> steps;
    const int index = outline.indexOf(item);
    if (index < 0)
        return steps;
    for (std::size_t i = 0; i < Names<Step>::kAll.size(); ++i) {
        const auto step = static_cast<Step>(i);
        const Change change{step, item, QStringLiteral("-"), now + minutes(1)};
        if (!refuse(outline, release, index, change, actor, now))
            steps.push_back(step);
    }
    return steps;
}

} // namespace release
