// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/planning.h"

#include "release/duties.h"
#include "release/outline.h"
#include "release/rollout/canary.h"
#include "release/states.h"

#include <QCryptographicHash>

#include <algorithm>
#include <set>

namespace release {

namespace {

QString orDash(const QString& text)
{
    return text.isEmpty() ? QStringLiteral("-") : text;
}

std::optional<Refusal> refusePlanning(const Actor& actor)
{
    if (!actor.person.isValid())
        return Refusal{.why = Why::NoPerson};
    if (!holdsOneOf(actor, rolesOf(Duty::Plan)))
        return Refusal{.why = Why::WrongRole, .roles = rolesOf(Duty::Plan)};
    return std::nullopt;
}

auto itemWith(std::vector<Item>& items, const ItemId& id)
{
    return std::find_if(items.begin(), items.end(),
                        [&id](const Item& item) { return item.plan.id == id; });
}

auto ruleWith(std::vector<SignOffRule>& rules, const QString& id)
{
    return std::find_if(rules.begin(), rules.end(),
                        [&id](const SignOffRule& rule) { return rule.id == id; });
}

Item newItem(const ItemPlan& plan, WallTime at)
{
    Item item;
    item.plan = plan;
    item.changedAt = at;
    if (plan.dueWithin)
        item.due = at + *plan.dueWithin;
    return item;
}

bool hasTimes(const ItemPlan& plan)
{
    return isTime(plan.estimate.value_or(minutes(0))) &&
           isTime(plan.dueWithin.value_or(minutes(0))) && isTime(plan.evidenceValidity);
}

bool haveTimes(const CanaryPlan& canary, const RollbackPlan& rollback)
{
    const auto has = [](const Watch& watch) { return isTime(watch.sustained); };
    return std::ranges::all_of(canary.stages, isTime, &CanaryStage::atLeast) &&
           std::ranges::all_of(canary.watches, has) &&
           std::ranges::all_of(rollback.steps, isTime, &RollbackStep::estimate) &&
           std::ranges::all_of(rollback.triggers, [&has](const RollbackTrigger& trigger) {
               return !trigger.watch || has(*trigger.watch);
           });
}

bool isWorkedOn(const Item& item)
{
    return item.state != State::Todo || !item.doers.empty() || !item.evidence.empty();
}

/// What was said of the item before it asked for something else says nothing any more.
void askAnew(Item& item, WallTime at)
{
    if (item.state == State::Verified) {
        item.state = State::Done;
        item.verifyAnew = at;
    } else if (item.state == State::NotApplicable) {
        item.state = State::Todo;
    } else {
        return;
    }
    item.verifier = {};
    item.reason.clear();
    item.changedAt = at;
}

/// What it is to cover anew has to be there.
std::optional<Refusal> refuseUnknown(const Release& release, const SignOffRule& rule,
                                     const SignOffRule& before)
{
    Refusal sections{.why = Why::NoSuchSection}, items{.why = Why::NoSuchItem};
    for (const QString& id : rule.sections) {
        const bool isThere = std::ranges::any_of(
            release.sections, [&id](const Section& each) { return each.id == id; });
        if (!isThere && !before.sections.contains(id))
            sections.ids += id;
    }
    for (const QString& id : rule.items) {
        const bool isThere = std::ranges::any_of(
            release.items, [&id](const Item& each) { return each.plan.id.value == id; });
        if (!isThere && !before.items.contains(id))
            items.ids += id;
    }
    if (!sections.ids.isEmpty())
        return sections;
    return items.ids.isEmpty() ? std::nullopt : std::optional(items);
}

/// Each part before its length, so that no two lists give the same bytes.
QString hashOfParts(const QStringList& parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& part : parts) {
        const QByteArray bytes = part.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

/// The release as it is afterwards, if its plan is sound.
tl::expected<Release, Refusal> planned(Release release)
{
    if (const auto outline = Outline::of(release); !outline)
        return tl::unexpected(Refusal{.why = Why::PlanUnsound, .ids = outline.error().ids});
    return release;
}

} // namespace

tl::expected<Release, Refusal> withItem(const Release& release, const ItemPlan& plan,
                                        const Actor& actor, WallTime now)
{
    if (auto refusal = refusePlanning(actor))
        return tl::unexpected(*std::move(refusal));
    if (!plan.id.isValid() || plan.title.trimmed().isEmpty())
        return tl::unexpected(Refusal{.why = Why::ReasonMissing, .ids = {plan.id.value}});
    if (!hasTimes(plan))
        return tl::unexpected(Refusal{.why = Why::NoSuchTime, .ids = {plan.id.value}});
    Release next = release;
    const WallTime at = recordedTime(release, now);
    if (const auto parent = itemWith(next.items, plan.parent);
        parent != next.items.end() && isWorkedOn(*parent) &&
        std::ranges::none_of(next.items, [&plan](const Item& item) {
            return item.plan.parent == plan.parent && item.plan.id != plan.id;
        }))
        return tl::unexpected(Refusal{.why = Why::WorkedOn, .ids = {plan.parent.value}});
    const auto known = itemWith(next.items, plan.id);
    if (known == next.items.end()) {
        const auto last =
            std::find_if(next.items.rbegin(), next.items.rend(),
                         [&plan](const Item& item) { return item.plan.section == plan.section; });
        next.items.insert(last == next.items.rend() ? next.items.end() : last.base(),
                          newItem(plan, at));
        next.planChangedAt = at;
    } else {
        const bool isFelt = gateText(known->plan) != gateText(plan);
        known->plan = plan;
        if (isFelt) {
            next.planChangedAt = at;
            askAnew(*known, at);
        }
    }
    return planned(std::move(next));
}

tl::expected<Release, Refusal> withoutItem(const Release& release, const ItemId& item,
                                           const Actor& actor, WallTime now)
{
    if (auto refusal = refusePlanning(actor))
        return tl::unexpected(*std::move(refusal));
    Release next = release;
    const auto known = itemWith(next.items, item);
    if (known == next.items.end())
        return tl::unexpected(Refusal{.why = Why::NoSuchItem, .ids = {item.value}});
    if (isWorkedOn(*known))
        return tl::unexpected(Refusal{.why = Why::WorkedOn, .ids = {item.value}});
    next.items.erase(known);
    next.planChangedAt = recordedTime(release, now);
    return planned(std::move(next));
}

bool canBeMet(const SignOffRule& rule)
{
    const std::set<Role> roles(rule.roles.begin(), rule.roles.end());
    const bool hasRoles =
        !rule.areRolesDistinct || static_cast<std::size_t>(rule.needed) <= roles.size();
    return rule.needed >= 1 && !rule.roles.empty() && hasRoles;
}

tl::expected<Release, Refusal> withRule(const Release& release, const SignOffRule& rule,
                                        const Actor& actor, WallTime now)
{
    if (auto refusal = refusePlanning(actor))
        return tl::unexpected(*std::move(refusal));
    if (rule.id.isEmpty() || !canBeMet(rule))
        return tl::unexpected(Refusal{.why = Why::ReasonMissing, .ids = {rule.id}});
    Release next = release;
    const auto known = ruleWith(next.signOffs, rule.id);
    const bool isNew = known == next.signOffs.end();
    if (auto refusal = refuseUnknown(release, rule, isNew ? SignOffRule() : *known))
        return tl::unexpected(*std::move(refusal));
    if (!isNew && *known == rule)
        return next;
    if (isNew)
        next.signOffs.push_back(rule);
    else
        *known = rule;
    next.planChangedAt = recordedTime(release, now);
    return next;
}

tl::expected<Release, Refusal> withoutRule(const Release& release, const QString& rule,
                                           const Actor& actor, WallTime now)
{
    if (auto refusal = refusePlanning(actor))
        return tl::unexpected(*std::move(refusal));
    Release next = release;
    const auto known = ruleWith(next.signOffs, rule);
    if (known == next.signOffs.end())
        return tl::unexpected(Refusal{.why = Why::NoSuchRule, .ids = {rule}});
    next.signOffs.erase(known);
    next.planChangedAt = recordedTime(release, now);
    return next;
}

bool areStagesSound(const CanaryPlan& plan) noexcept
{
    int before = 0;
    for (const CanaryStage& stage : plan.stages) {
        if (stage.percent <= before || stage.percent > 100)
            return false;
        before = stage.percent;
    }
    return plan.stages.empty() || before == 100;
}

tl::expected<Release, Refusal> withRollout(const Release& release, const CanaryPlan& canary,
                                           const RollbackPlan& rollback, const Actor& actor,
                                           WallTime now)
{
    if (auto refusal = refusePlanning(actor))
        return tl::unexpected(*std::move(refusal));
    if (reachesSomebody(release.canary.status))
        return tl::unexpected(Refusal{.why = Why::WrongState});
    if (!areStagesSound(canary))
        return tl::unexpected(Refusal{.why = Why::PlanUnsound, .ids = {QStringLiteral("canary")}});
    if (!haveTimes(canary, rollback))
        return tl::unexpected(Refusal{.why = Why::NoSuchTime});
    Release next = release;
    next.canaryPlan = canary;
    next.rollbackPlan = rollback;
    next.rollbackPlan.rehearsedAt.reset();
    for (RollbackStep& step : next.rollbackPlan.steps) {
        step.doneAt.reset();
        step.doneBy = {};
    }
    if (next.rollbackPlan.steps == release.rollbackPlan.steps)
        next.rollbackPlan.rehearsedAt = release.rollbackPlan.rehearsedAt;
    if (next == release)
        return next;
    next.planChangedAt = recordedTime(release, now);
    return next;
}

std::vector<LeftOut> leaveOut(std::vector<ItemPlan>& items, const Offers& isOffered)
{
    std::vector<LeftOut> leftOut;
    for (ItemPlan& item : items) {
        LeftOut here{.item = item.title, .checks = {}};
        std::erase_if(item.checks, [&](const CheckPlan& check) {
            const bool isGone = !isOffered(check);
            if (isGone)
                here.checks.append(check.title.isEmpty() ? check.id : check.title);
            return isGone;
        });
        if (here.checks.isEmpty())
            continue;
        if (item.checks.empty() && item.evidence == EvidenceKind::Check)
            item.evidence = EvidenceKind::Pasted;
        leftOut.push_back(std::move(here));
    }
    return leftOut;
}

QString gateText(const ItemPlan& plan)
{
    QStringList checks;
    QStringList rest{plan.section, plan.role ? nameText(*plan.role) : QString(), plan.acceptance};
    for (const ItemId& other : plan.after)
        rest.append(other.value);
    for (const CheckPlan& check : plan.checks) {
        checks.append(check.id);
        rest.append(markOf(check));
    }
    return QStringList{nameText(plan.itemClass),
                       plan.evidence ? nameText(*plan.evidence) : QStringLiteral("-"),
                       QString::number(plan.evidenceValidity.count()),
                       plan.isAfterGo ? QStringLiteral("after") : QStringLiteral("before"),
                       orDash(plan.parent.value),
                       orDash(checks.join(u',')),
                       hashOfParts(rest)}
        .join(u' ');
}

QString gateText(const SignOffRule& rule)
{
    QStringList roles, covered = rule.sections;
    for (const Role role : rule.roles)
        roles.append(nameText(role));
    for (const QString& item : rule.items)
        covered.append(u'#' + item);
    QStringList text{QString::number(rule.needed), roles.join(u','), orDash(covered.join(u',')),
                     rule.applies ? QStringLiteral("applies") : QStringLiteral("waits")};
    if (rule.areRolesDistinct)
        text.append(QStringLiteral("distinct"));
    return text.join(u' ');
}

} // namespace release
