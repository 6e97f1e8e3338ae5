// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/states.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace release {

namespace {

using Worth = EvidenceVerdict::Worth;

State parentState(const std::vector<int>& children, const std::vector<State>& states)
{
    std::array<std::size_t, Names<State>::kAll.size()> counts{};
    for (const int child : children)
        ++counts[static_cast<std::size_t>(states[static_cast<std::size_t>(child)])];
    const auto count = [&counts](State state) { return counts[static_cast<std::size_t>(state)]; };
    const std::size_t asked = children.size() - count(State::NotApplicable);
    if (asked == 0)
        return State::NotApplicable;
    if (count(State::Failed) > 0)
        return State::Failed;
    if (count(State::Blocked) > 0)
        return State::Blocked;
    if (count(State::Waived) == asked)
        return State::Waived;
    const std::size_t confirmed = count(State::Verified) + count(State::Waived);
    if (confirmed == asked)
        return State::Verified;
    if (confirmed + count(State::Done) == asked)
        return State::Done;
    return count(State::Todo) == asked ? State::Todo : State::Doing;
}

/// The newest evidence of each kind, check and figure.
using NewestEvidence = std::map<std::pair<EvidenceKind, QString>, const Evidence*>;

/// Of which check or figure it is: one says nothing of another.
QString subjectOf(const Evidence& evidence)
{
    return evidence.kind == EvidenceKind::Metric ? evidence.title : evidence.run.checkId;
}

/// The checks of the plan, and what each asks for now.
std::map<QString, QString> marksOf(const ItemPlan& plan)
{
    std::map<QString, QString> marks;
    for (const CheckPlan& check : plan.checks)
        marks[check.id] = markOf(check);
    return marks;
}

NewestEvidence newestEvidence(const Item& item)
{
    const auto marks = item.evidence.empty() ? std::map<QString, QString>() : marksOf(item.plan);
    // What a check found that the item no longer has, or has no longer so, is only remembered.
    const auto counts = [&marks](const Evidence& each) {
        if (each.isErased && each.outcome == Outcome::Told)
            return false;
        if (each.kind != EvidenceKind::Check || each.run.checkId.isEmpty())
            return true;
        const auto mark = marks.find(each.run.checkId);
        return mark != marks.end() && (each.run.asked.isEmpty() || each.run.asked == mark->second);
    };
    NewestEvidence newest;
    for (const Evidence& each : item.evidence) {
        if (counts(each))
            newest[{each.kind, subjectOf(each)}] = &each;
    }
    return newest;
}

std::optional<WallTime> endOf(const Evidence& evidence)
{
    if (evidence.validFor.count() == 0)
        return std::nullopt;
    return evidence.at + evidence.validFor;
}

EvidenceVerdict ofChecks(const Item& item, const NewestEvidence& newest, WallTime now)
{
    EvidenceVerdict missing{Worth::Missing, {}, {}}, expired{Worth::Expired, {}, {}},
        holds{Worth::Holds, {}, {}};
    for (const CheckPlan& check : item.plan.checks) {
        const auto found = newest.find({EvidenceKind::Check, check.id});
        if (found == newest.end()) {
            missing.checks.append(check.id);
            continue;
        }
        const auto end = endOf(*found->second);
        EvidenceVerdict& verdict = isExpired(*found->second, now) ? expired : holds;
        verdict.checks.append(check.id);
        if (end && (!verdict.until || *end < *verdict.until))
            verdict.until = end;
    }
    if (!missing.checks.isEmpty())
        return missing;
    return expired.checks.isEmpty() ? holds : expired;
}

/// One that holds is enough; the one that holds longest counts.
EvidenceVerdict ofKind(const NewestEvidence& newest, std::optional<EvidenceKind> kind, WallTime now)
{
    EvidenceVerdict verdict{kind ? Worth::Missing : Worth::NotAsked, {}, {}};
    for (const auto& [key, evidence] : newest) {
        if (kind && key.first != *kind)
            continue;
        const auto end = endOf(*evidence);
        if (!end)
            return {Worth::Holds, {}, {}};
        verdict.worth = Worth::Expired;
        verdict.until = std::max(verdict.until.value_or(*end), *end);
    }
    if (verdict.worth == Worth::Expired && now < *verdict.until)
        verdict.worth = Worth::Holds;
    return verdict;
}

void takeLater(WallTime& newest, WallTime other)
{
    newest = std::max(newest, other);
}

} // namespace

State stateAt(const Item& item, WallTime now)
{
    const bool hasLapsed =
        item.state == State::Waived && (!item.waiver || now >= item.waiver->until);
    return hasLapsed ? State::Failed : item.state;
}

std::vector<State> statesAt(const Outline& outline, const Release& release, WallTime now)
{
    std::vector<State> states(release.items.size(), State::Todo);
    for (const int each : outline.bottomUp()) {
        const auto place = static_cast<std::size_t>(each);
        states[place] = outline.isLeaf(each) ? stateAt(release.items[place], now)
                                             : parentState(outline.children(each), states);
    }
    return states;
}

bool isSettled(State state) noexcept
{
    return state == State::Done || isConfirmed(state);
}

bool isConfirmed(State state) noexcept
{
    return state == State::Verified || state == State::Waived || state == State::NotApplicable;
}

bool isVerifiedByDoer(const Item& item)
{
    return item.verifier.isValid() &&
           std::find(item.doers.begin(), item.doers.end(), item.verifier) != item.doers.end();
}

std::vector<int> keepShut(const Outline& outline, const std::vector<State>& states, int section)
{
    std::vector<int> inTheWay;
    for (; inTheWay.empty() && outline.hasDoor(section); --section) {
        for (const int each : outline.doorOf(section)) {
            if (!isConfirmed(states[static_cast<std::size_t>(each)]))
                inTheWay.push_back(each);
        }
    }
    return inTheWay;
}

bool isExpired(const Evidence& evidence, WallTime now) noexcept
{
    return evidence.validFor.count() > 0 && now >= evidence.at + evidence.validFor;
}

EvidenceVerdict evidenceAt(const Item& item, WallTime now)
{
    const NewestEvidence newest = newestEvidence(item);
    EvidenceVerdict failed{Worth::Failed, {}, {}};
    bool hasFailed = false;
    for (const auto& [key, evidence] : newest) {
        if (evidence->outcome != Outcome::Failed)
            continue;
        hasFailed = true;
        if (key.first == EvidenceKind::Check && !key.second.isEmpty())
            failed.checks.append(key.second);
    }
    if (hasFailed)
        return failed;
    if (item.plan.evidence == EvidenceKind::Check && !item.plan.checks.empty())
        return ofChecks(item, newest, now);
    return ofKind(newest, item.plan.evidence, now);
}

WallTime newestTime(const Release& release)
{
    WallTime newest = std::max(release.createdAt, release.planChangedAt);
    for (const Item& item : release.items) {
        takeLater(newest, item.changedAt);
        for (const Evidence& evidence : item.evidence)
            takeLater(newest, evidence.at);
        for (const Comment& comment : item.discussion)
            takeLater(newest, comment.at);
    }
    for (const Signature& signature : release.signatures)
        takeLater(newest, signature.at);
    for (const Override& each : release.overrides) {
        for (const Approval& approval : each.approvals)
            takeLater(newest, approval.at);
    }
    takeLater(newest, release.canary.stageSince);
    takeLater(newest, release.rollbackPlan.rehearsedAt.value_or(newest));
    for (const Rollback& rollback : release.rollbacks) {
        takeLater(newest, rollback.startedAt);
        for (const RollbackStep& step : rollback.steps)
            takeLater(newest, step.doneAt.value_or(newest));
    }
    return newest;
}

WallTime recordedTime(const Release& release, WallTime now)
{
    return std::max(now, newestTime(release));
}

} // namespace release
