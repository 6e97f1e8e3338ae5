// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/gate.h"

#include "release/duties.h"
#include "release/signing.h"
#include "release/states.h"

#include <algorithm>

namespace release {

namespace {

using ReasonKind = Reason::Kind;

void takeSooner(std::optional<WallTime>& until, const std::optional<WallTime>& other)
{
    if (other && (!until || *other < *until))
        until = other;
}

bool isWithin(const FreezeWindow& window, WallTime time)
{
    return window.from <= time && time < window.until;
}

/// Collects the reasons of one release at one time.
class Asking
{
public:
    Asking(const Outline& outline, const Release& release, const GateQuestion& question, Gate& gate)
        : m_outline(outline), m_release(release), m_question(question), m_gate(gate)
    {
    }
    void ask();

private:
    void askItem(int index);
    void askState(const Item& item, State state, ItemClass itemClass);
    void askEvidence(const Item& item);
    void askSignatures();
    void askTime();
    void add(Reason reason) { m_gate.reasons.push_back(std::move(reason)); }

    const Outline& m_outline;
    const Release& m_release;
    const GateQuestion& m_question;
    Gate& m_gate;
    int m_asked = 0;
};

void Asking::ask()
{
    for (int i = 0; i < static_cast<int>(m_outline.size()); ++i) {
        if (m_outline.isLeaf(i) && !m_outline.isAfterGo(i) &&
            m_outline.itemClass(i) != ItemClass::Optional)
            askItem(i);
    }
    if (m_asked == 0)
        m_gate.reasons.insert(m_gate.reasons.begin(), Reason{.kind = ReasonKind::NoItems});
    askSignatures();
    askTime();
}

void Asking::askItem(int index)
{
    const Item& item = m_release.items[static_cast<std::size_t>(index)];
    const State state = stateAt(item, m_question.now);
    if (state != State::NotApplicable)
        ++m_asked;
    if (state == State::Waived)
        takeSooner(m_gate.until, item.waiver->until);
    askState(item, state, m_outline.itemClass(index));
    if (state == State::Done || state == State::Verified)
        askEvidence(item);
}

void Asking::askState(const Item& item, State state, ItemClass itemClass)
{
    Reason reason{.item = item.plan.id, .state = state};
    switch (state) {
    case State::Todo:
    case State::Doing:
        reason.kind = ReasonKind::ItemOpen;
        reason.remedy = Remedy::Finish;
        reason.roles = rolesOf(Duty::Work, item.plan);
        break;
    case State::Done:
        if (itemClass != ItemClass::Blocker)
            return;
        reason.kind = item.verifyAnew ? ReasonKind::ItemChanged : ReasonKind::ItemUnverified;
        reason.when = item.verifyAnew;
        reason.remedy = Remedy::Verify;
        reason.roles = rolesOf(Duty::Verify, item.plan);
        reason.notBy = item.doers;
        break;
    case State::Failed:
        reason.kind = ReasonKind::ItemFailed;
        reason.remedy = Remedy::Mend;
        reason.roles = rolesOf(Duty::Work, item.plan);
        if (item.state == State::Waived) {
            reason.kind = ReasonKind::WaiverExpired;
            reason.remedy = Remedy::RenewWaiver;
            reason.roles = rolesOf(Duty::Waive);
            if (item.waiver)
                reason.when = item.waiver->until;
        }
        break;
    case State::Blocked:
        reason.kind = ReasonKind::ItemBlocked;
        reason.remedy = Remedy::Unblock;
        reason.roles = rolesOf(Duty::Work, item.plan);
        break;
    case State::Verified:
    case State::Waived:
    case State::NotApplicable: return;
    }
    add(std::move(reason));
}

void Asking::askEvidence(const Item& item)
{
    using Worth = EvidenceVerdict::Worth;
    const EvidenceVerdict verdict = evidenceAt(item, m_question.now);
    Reason reason{.item = item.plan.id, .state = item.state, .checks = verdict.checks};
    reason.remedy = verdict.checks.isEmpty() ? Remedy::AddEvidence : Remedy::RunChecks;
    reason.roles = rolesOf(Duty::Work, item.plan);
    switch (verdict.worth) {
    case Worth::NotAsked: return;
    case Worth::Holds: takeSooner(m_gate.until, verdict.until); return;
    case Worth::Missing:
        reason.kind = ReasonKind::EvidenceMissing;
        reason.evidence = item.plan.evidence;
        break;
    case Worth::Expired:
        reason.kind = ReasonKind::EvidenceExpired;
        reason.when = verdict.until;
        break;
    case Worth::Failed: reason.kind = ReasonKind::EvidenceFailed; break;
    }
    add(std::move(reason));
}

void Asking::askSignatures()
{
    for (const SignOffRule& rule : m_release.signOffs) {
        RuleStanding standing = standingOf(m_outline, m_release, rule);
        if (standing.missing == 0)
            continue;
        add({.kind = standing.outdated > 0 ? ReasonKind::SignatureOutdated
                                           : ReasonKind::SignatureMissing,
             .subject = rule.id,
             .missing = standing.missing,
             .remedy = Remedy::Sign,
             .roles = rule.roles,
             .notBy = std::move(standing.barred)});
    }
}

void Asking::askTime()
{
    const WallTime now = m_question.now;
    const bool isAhead = m_question.goesOut == GoesOut::AsPlanned;
    const WallTime planned = std::max(isAhead ? m_release.plannedFor.value_or(now) : now, now);
    for (const FreezeWindow& window : m_question.freezes) {
        if (isWithin(window, now) || isWithin(window, planned))
            add({.kind = ReasonKind::Frozen,
                 .subject = window.id,
                 .when = window.until,
                 .remedy = Remedy::Wait});
        else if (window.from > now)
            takeSooner(m_gate.until, window.from);
    }
    if (const WallTime newest = newestTime(m_release); m_question.now < newest)
        add({.kind = ReasonKind::ClockBack, .when = newest, .remedy = Remedy::SetClock});
}

void judge(Gate& gate, const Release& release, WallTime now)
{
    gate.verdict = gate.reasons.empty() ? Verdict::Go : Verdict::GoByOverride;
    for (Reason& reason : gate.reasons) {
        const QStringList keys = keysOf(reason);
        std::optional<WallTime> until; // the override that covers it longest
        for (const Override& each : release.overrides) {
            const auto isCovered = [&each](const QString& key) {
                return each.covers.contains(key);
            };
            if (isInForce(each, now) && std::ranges::all_of(keys, isCovered))
                until = std::max(until.value_or(each.until), each.until);
        }
        reason.isCovered = canBeOverridden(reason.kind) && until.has_value();
        if (!reason.isCovered)
            gate.verdict = Verdict::NoGo;
        else
            takeSooner(gate.until, until);
    }
    if (gate.verdict == Verdict::NoGo)
        gate.until.reset();
}

std::optional<Refusal> refuseApproval(const Override& wanted, const Actor& actor, Role role,
                                      WallTime now)
{
    const Roles& roles = rolesOf(Duty::Override);
    if (!actor.person.isValid())
        return Refusal{.why = Why::NoPerson};
    if (!holds(actor, role) || std::find(roles.begin(), roles.end(), role) == roles.end())
        return Refusal{.why = Why::WrongRole, .roles = roles};
    if (wanted.reason.trimmed().isEmpty())
        return Refusal{.why = Why::ReasonMissing};
    if (wanted.until <= now)
        return Refusal{.why = Why::ExpiryMissing};
    if (wanted.until > now + kLongestHold)
        return Refusal{.why = Why::TooFar, .until = now + kLongestHold};
    if (actor.isAlone && !isApproved(wanted))
        return std::nullopt;
    for (const Approval& approval : wanted.approvals) {
        if (approval.person == actor.person)
            return Refusal{.why = Why::AlreadyGiven};
        if (approval.role == role)
            return Refusal{.why = Why::SameRole, .roles = {role}};
    }
    return std::nullopt;
}

} // namespace

QString keyOf(const Reason& reason)
{
    const QString about = reason.item.isValid() ? reason.item.value : reason.subject;
    return nameText(reason.kind) + (about.isEmpty() ? QString() : u':' + about);
}

QStringList keysOf(const Reason& reason)
{
    const QString key = keyOf(reason);
    QStringList keys;
    for (int i = 1; i <= reason.missing; ++i)
        keys.append(key + u':' + QString::number(i));
    for (const QString& check : reason.checks)
        keys.append(key + u':' + check);
    return keys.isEmpty() ? QStringList{key} : keys;
}

bool canBeOverridden(ReasonKind kind) noexcept
{
    return kind != ReasonKind::NoItems && kind != ReasonKind::LedgerDamaged &&
           kind != ReasonKind::PlanUnsound;
}

bool isApproved(const Override& each) noexcept
{
    return each.approvals.size() >= 2 || std::ranges::any_of(each.approvals, &Approval::isAlone);
}

bool isInForce(const Override& each, WallTime now) noexcept
{
    return isApproved(each) && now < each.until;
}

Gate gateOf(const tl::expected<Outline, PlanFault>& outline, const Release& release,
            const GateQuestion& question)
{
    Gate gate;
    if (outline)
        Asking(*outline, release, question, gate).ask();
    else
        gate.reasons.push_back({.kind = ReasonKind::PlanUnsound,
                                .subject = nameText(outline.error().kind),
                                .checks = outline.error().ids,
                                .remedy = Remedy::MendPlan});
    if (question.ledger == LedgerWord::Damaged)
        gate.reasons.push_back({.kind = ReasonKind::LedgerDamaged, .remedy = Remedy::SearchLedger});
    judge(gate, release, question.now);
    return gate;
}

tl::expected<Override, Refusal> overrideAsked(const Gate& gate, const Release& release,
                                              Override wanted, const Actor& actor, Role role,
                                              WallTime now)
{
    wanted.approvals.clear();
    wanted.covers.clear();
    QStringList never;
    for (const Reason& reason : gate.reasons)
        (canBeOverridden(reason.kind) ? wanted.covers : never).append(keysOf(reason));
    if (!never.isEmpty())
        return tl::unexpected(Refusal{.why = Refusal::Why::CannotOverride, .ids = never});
    if (wanted.covers.isEmpty())
        return tl::unexpected(Refusal{.why = Refusal::Why::NothingToCover});
    return overrideApproved(release, std::move(wanted), actor, role, now);
}

tl::expected<Override, Refusal> overrideApproved(const Release& release, Override wanted,
                                                 const Actor& actor, Role role, WallTime now)
{
    if (auto refusal = refuseApproval(wanted, actor, role, now))
        return tl::unexpected(*std::move(refusal));
    wanted.reason = wanted.reason.trimmed();
    wanted.approvals.push_back({.person = actor.person,
                                .role = role,
                                .at = recordedTime(release, now),
                                .isAlone = actor.isAlone});
    return wanted;
}

} // namespace release
