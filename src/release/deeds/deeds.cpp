// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/deeds/deeds.h"

#include "release/duties.h"
#include "release/planning.h"
#include "release/rollout/rollback.h"
#include "release/signing.h"
#include "release/states.h"

#include <algorithm>

namespace release {

namespace {

using Result = tl::expected<Deeds, Refusal>;

tl::unexpected<Refusal> refused(Why why, QStringList ids = {})
{
    return tl::unexpected(Refusal{.why = why, .ids = std::move(ids)});
}

/// Does one deed; one function a kind.
class Doing
{
public:
    Doing(const tl::expected<Outline, PlanFault>& outline, const Release& release,
          const Circumstances& around)
        : m_outline(outline), m_release(release), m_around(around)
    {
    }

    Result operator()(const Change& change) const
    {
        if (!m_outline)
            return refused(Why::PlanUnsound, m_outline.error().ids);
        auto after = changed(*m_outline, m_release, change, m_around.actor, m_around.now);
        if (!after)
            return tl::unexpected(std::move(after.error()));
        const WallTime at = after->changedAt;
        return withItemAs(*std::move(after), at);
    }
    Result operator()(const PlanItem& deed) const
    {
        auto after = withItem(m_release, deed.plan, m_around.actor, m_around.now);
        if (!after)
            return tl::unexpected(std::move(after.error()));
        Deeds deeds = planned(*std::move(after));
        const Item* before = itemOfId(m_release, deed.plan.id);
        if (!before)
            return deeds;
        if (deeds.said.back().entry.fields.empty())
            deeds.said.clear(); // nothing that the gate could feel
        deeds.said.push_back(attestItem(*before, *itemOfId(deeds.after, deed.plan.id),
                                        m_around.actor, recordedTime(deeds.after, m_around.now),
                                        m_around.salt()));
        return deeds;
    }
    Result operator()(const RemoveItem& deed) const
    {
        return plannedOr(withoutItem(m_release, deed.item, m_around.actor, m_around.now));
    }
    Result operator()(const PlanRule& deed) const
    {
        return plannedOr(withRule(m_release, deed.rule, m_around.actor, m_around.now));
    }
    Result operator()(const RemoveRule& deed) const
    {
        return plannedOr(withoutRule(m_release, deed.rule, m_around.actor, m_around.now));
    }
    Result operator()(const PlanRollout& deed) const
    {
        return plannedOr(
            withRollout(m_release, deed.canary, deed.rollback, m_around.actor, m_around.now));
    }
    Result operator()(const Assign& deed) const
    {
        const Item* item = itemOfId(m_release, deed.item);
        if (!item)
            return refused(Why::NoSuchItem, {deed.item.value});
        // An owner may do the item's steps: only who plans, or could do them too, says who that is.
        if (!holdsOneOf(m_around.actor, rolesOf(Duty::Plan)) &&
            !holdsOneOf(m_around.actor, rolesOf(Duty::Work, item->plan)))
            return tl::unexpected(
                Refusal{.why = Why::WrongRole, .roles = rolesOf(Duty::Work, item->plan)});
        Item after = *item;
        if (deed.owner)
            after.owner = *deed.owner;
        if (deed.due)
            after.due = deed.due;
        return withItemAs(std::move(after), recordedTime(m_release, m_around.now));
    }
    Result operator()(const Say& deed) const
    {
        const Item* item = itemOfId(m_release, deed.item);
        if (!item)
            return refused(Why::NoSuchItem, {deed.item.value});
        if (deed.text.trimmed().isEmpty())
            return refused(Why::ReasonMissing);
        Item after = *item;
        after.discussion.push_back({.by = m_around.actor.person,
                                    .at = recordedTime(m_release, m_around.now),
                                    .text = deed.text.trimmed()});
        auto said = attestComment(deed.item, after.discussion.back(), m_around.salt());
        return with(std::move(after), std::move(said));
    }
    Result operator()(const Show& deed) const
    {
        return shown(deed.item, deed.evidence, m_around.actor.person);
    }
    Result operator()(const Found& deed) const { return shown(deed.item, deed.evidence, {}); }
    Result operator()(const SetParameter& deed) const
    {
        if (!holdsOneOf(m_around.actor, rolesOf(Duty::Work)))
            return tl::unexpected(Refusal{.why = Why::WrongRole, .roles = rolesOf(Duty::Work)});
        if (deed.name.isEmpty())
            return refused(Why::ReasonMissing);
        Deeds deeds{m_release, {}};
        if (deed.value.isEmpty())
            deeds.after.parameters.remove(deed.name);
        else
            deeds.after.parameters[deed.name] = deed.value;
        deeds.said.push_back(attestFrame(m_release, deeds.after, m_around.actor,
                                         recordedTime(m_release, m_around.now)));
        return deeds;
    }
    Result operator()(const Sign& deed) const
    {
        if (!m_outline)
            return refused(Why::PlanUnsound, m_outline.error().ids);
        auto signature = signedBy(*m_outline, m_release, deed.rule, m_around.actor, deed.role,
                                  deed.comment, m_around.now);
        if (!signature)
            return tl::unexpected(std::move(signature.error()));
        signature->isProved = m_around.isProved;
        Deeds deeds{m_release, {attestSignature(*signature, m_around.salt())}};
        deeds.after.signatures.push_back(*std::move(signature));
        return deeds;
    }
    Result operator()(const AskOverride& deed) const
    {
        const Override wanted{
            .id = m_around.id(), .reason = deed.reason.trimmed(), .until = deed.until};
        auto asked = overrideAsked(gate(GoesOut::AsPlanned), m_release, wanted, m_around.actor,
                                   deed.role, m_around.now);
        if (!asked)
            return tl::unexpected(std::move(asked.error()));
        asked->approvals.back().isProved = m_around.isProved;
        Deeds deeds{m_release, {attestOverride(*asked, m_around.salt())}};
        deeds.after.overrides.push_back(*std::move(asked));
        return deeds;
    }
    Result operator()(const ApproveOverride& deed) const
    {
        const auto& overrides = m_release.overrides;
        const auto found = std::ranges::find(overrides, deed.id, &Override::id);
        if (found == overrides.end())
            return refused(Why::NoSuchRule, {deed.id});
        auto approved =
            overrideApproved(m_release, *found, m_around.actor, deed.role, m_around.now);
        if (!approved)
            return tl::unexpected(std::move(approved.error()));
        approved->approvals.back().isProved = m_around.isProved;
        Deeds deeds{m_release, {attestOverride(*approved, m_around.salt())}};
        deeds.after.overrides[static_cast<std::size_t>(found - overrides.begin())] =
            *std::move(approved);
        return deeds;
    }
    // What reaches more customers rests on a verdict, which is written down with it.
    Result operator()(const Steer& deed) const
    {
        const Gate verdict = gate(GoesOut::Now);
        const auto advice =
            advised(m_release.canaryPlan, m_release.canary, deed.readings, m_around.now);
        auto next = decided(m_release.canaryPlan, m_release.canary, deed.decision, advice,
                            verdict.verdict, deed.reason, m_around.actor, m_around.now);
        if (!next)
            return tl::unexpected(std::move(next.error()));
        // The stage's own time is counted by the clock; what is written down is never before the rest.
        next->stageSince = recordedTime(m_release, next->stageSince);
        Deeds deeds{m_release, {}};
        if (deed.decision == Decision::Begin || deed.decision == Decision::Promote)
            deeds.said.push_back(verdictSaid(verdict, next->stageSince));
        if (deed.decision == Decision::Begin)
            deeds.after.releasedAt = next->stageSince;
        steer(deeds, *std::move(next), deed.reason,
              readingsNow(m_release.canaryPlan.watches, deed.readings, m_around.now));
        return deeds;
    }
    Result operator()(const GoOut& /*deed*/) const
    {
        const Gate verdict = gate(GoesOut::Now);
        auto next = letOut(m_release.canaryPlan, m_release.canary, verdict.verdict, m_around.actor,
                           recordedTime(m_release, m_around.now));
        if (!next)
            return tl::unexpected(std::move(next.error()));
        Deeds deeds{m_release, {verdictSaid(verdict, next->stageSince)}};
        deeds.after.releasedAt = next->stageSince;
        steer(deeds, *std::move(next), {}, {});
        return deeds;
    }
    Result operator()(const RollBack& deed) const
    {
        const WallTime at = recordedTime(m_release, m_around.now);
        auto rollback = rollbackDecided(m_release.rollbackPlan, m_release.canary, deed.trigger,
                                        deed.reason, m_around.actor, deed.role, at);
        if (!rollback)
            return tl::unexpected(std::move(rollback.error()));
        Deeds deeds{m_release, {attestRollback(*rollback, m_around.salt())}};
        steer(deeds, takenBack(m_release.canary, at), {}, {});
        deeds.after.rollbacks.push_back(*std::move(rollback));
        return deeds;
    }
    Result operator()(const RollBackStep& /*deed*/) const
    {
        if (m_release.rollbacks.empty())
            return refused(Why::WrongState);
        auto next = nextStepDone(m_release.rollbacks.back(), m_around.actor,
                                 recordedTime(m_release, m_around.now));
        if (!next)
            return tl::unexpected(std::move(next.error()));
        const auto isDone = [](const RollbackStep& step) { return step.doneAt.has_value(); };
        const auto count = static_cast<std::size_t>(std::ranges::count_if(next->steps, isDone));
        Deeds deeds{m_release, {attestRollbackStep(*next, count - 1)}};
        deeds.after.rollbacks.back() = *std::move(next);
        return deeds;
    }
    Result operator()(const Rehearse& /*deed*/) const
    {
        if (!holdsOneOf(m_around.actor, rolesOf(Duty::Rollback)))
            return tl::unexpected(Refusal{.why = Why::WrongRole, .roles = rolesOf(Duty::Rollback)});
        if (m_release.rollbackPlan.steps.empty())
            return refused(Why::WrongState);
        const WallTime at = recordedTime(m_release, m_around.now);
        Deeds deeds{m_release, {attestRehearsal(m_around.actor, at)}};
        deeds.after.rollbackPlan.rehearsedAt = at;
        return deeds;
    }
    Result operator()(const Reschedule& deed) const
    {
        if (!holdsOneOf(m_around.actor, rolesOf(Duty::Plan)))
            return tl::unexpected(Refusal{.why = Why::WrongRole, .roles = rolesOf(Duty::Plan)});
        Deeds deeds{m_release, {}};
        if (deed.title)
            deeds.after.title = deed.title->trimmed();
        if (deeds.after.title.isEmpty())
            return refused(Why::ReasonMissing);
        if (deed.plannedFor)
            deeds.after.plannedFor = deed.plannedFor;
        deeds.said.push_back(attestFrame(m_release, deeds.after, m_around.actor,
                                         recordedTime(m_release, m_around.now)));
        return deeds;
    }

private:
    [[nodiscard]] Result shown(const ItemId& id, Evidence evidence, PersonId by) const
    {
        const Item* item = itemOfId(m_release, id);
        if (!item)
            return refused(Why::NoSuchItem, {id.value});
        if (!isTime(evidence.validFor))
            return refused(Why::NoSuchTime, {id.value});
        Item after = *item;
        evidence.id = m_around.id();
        evidence.by = by;
        evidence.at = recordedTime(m_release, m_around.now);
        if (evidence.validFor.count() == 0)
            evidence.validFor = item->plan.evidenceValidity;
        const auto check =
            std::ranges::find(item->plan.checks, evidence.run.checkId, &CheckPlan::id);
        evidence.run.asked = check == item->plan.checks.end() ? QString() : markOf(*check);
        auto said = attestEvidence(id, evidence, m_around.salt());
        after.evidence.push_back(std::move(evidence));
        return with(std::move(after), std::move(said));
    }
    [[nodiscard]] Gate gate(GoesOut goesOut) const
    {
        return gateOf(m_outline, m_release,
                      {.now = m_around.now,
                       .freezes = m_around.freezes,
                       .ledger = m_around.ledger,
                       .goesOut = goesOut});
    }
    [[nodiscard]] Attestation verdictSaid(const Gate& verdict, WallTime at) const
    {
        QStringList keys;
        for (const Reason& reason : verdict.reasons)
            keys += keyOf(reason);
        return attestVerdict(nameText(verdict.verdict), keys, m_around.actor, at,
                             m_around.freezeLedger);
    }
    void steer(Deeds& deeds, Canary next, const QString& reason,
               const std::map<QString, QString>& readings) const
    {
        const Canary& before = m_release.canary;
        deeds.after.canary = std::move(next);
        deeds.said.push_back(attestCanary(
            before, deeds.after.canary, shareOf(m_release.canaryPlan, deeds.after.canary), readings,
            m_around.actor, deeds.after.canary.stageSince, reason, m_around.salt()));
    }
    static const Item* itemOfId(const Release& release, const ItemId& id)
    {
        const auto found = std::ranges::find_if(
            release.items, [&id](const Item& item) { return item.plan.id == id; });
        return found == release.items.end() ? nullptr : &*found;
    }
    [[nodiscard]] Deeds with(Item after, Attestation said) const
    {
        Deeds deeds{m_release, {}};
        deeds.said.push_back(std::move(said));
        const auto found = std::ranges::find(deeds.after.items, after.plan.id,
                                             [](const Item& item) { return item.plan.id; });
        *found = std::move(after);
        return deeds;
    }
    [[nodiscard]] Deeds withItemAs(Item after, WallTime at) const
    {
        auto said = attestItem(*itemOfId(m_release, after.plan.id), after, m_around.actor, at,
                               m_around.salt());
        return with(std::move(after), std::move(said));
    }
    [[nodiscard]] Deeds planned(Release after) const
    {
        auto said = attestPlan(m_release, after, m_around.actor);
        Deeds deeds{std::move(after), {}};
        deeds.said.push_back(std::move(said));
        return deeds;
    }
    [[nodiscard]] Result plannedOr(tl::expected<Release, Refusal> after) const
    {
        if (!after)
            return tl::unexpected(std::move(after.error()));
        if (*after == m_release)
            return Deeds{m_release, {}};
        return planned(*std::move(after));
    }

    const tl::expected<Outline, PlanFault>& m_outline;
    const Release& m_release;
    const Circumstances& m_around;
};

} // namespace

tl::expected<Deeds, Refusal> done(const tl::expected<Outline, PlanFault>& outline,
                                  const Release& release, const Deed& deed,
                                  const Circumstances& around)
{
    if (!around.actor.person.isValid() && !std::holds_alternative<Found>(deed))
        return refused(Why::NoPerson);
    return std::visit(Doing(outline, release, around), deed);
}

} // namespace release
