// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/compare/difference.h"

#include <QHash>
#include <QJsonDocument>

namespace release {

namespace {

QString shown(const std::optional<minutes>& time)
{
    return time ? QString::number(time->count()) : QString();
}

QString shown(const std::optional<WallTime>& time)
{
    return time ? base::toIso(*time) : QString();
}

template <class E>
QString shownName(const std::optional<E>& value)
{
    return value ? nameText(*value) : QString();
}

QString shown(bool truth)
{
    return truth ? QStringLiteral("yes") : QStringLiteral("no");
}

QString shown(PersonId person)
{
    return person.isValid() ? QString::number(person.value) : QString();
}

QString shown(const std::vector<PersonId>& persons)
{
    QStringList list;
    for (const PersonId person : persons)
        list.append(shown(person));
    return list.join(u' ');
}

QString shown(const std::vector<ItemId>& items)
{
    QStringList list;
    for (const ItemId& item : items)
        list.append(item.value);
    return list.join(u' ');
}

QString shown(const std::vector<CheckPlan>& checks)
{
    QStringList list;
    for (const CheckPlan& check : checks)
        list.append(
            check.id + u' ' + nameText(check.kind) + u' ' + check.title + u' ' +
            QString::fromUtf8(QJsonDocument(check.parameters).toJson(QJsonDocument::Compact)));
    return list.join(QStringLiteral("; "));
}

QString shown(const std::optional<Waiver>& waiver)
{
    if (!waiver)
        return {};
    return shown(waiver->approver) + u' ' + nameText(waiver->role) + u' ' +
           base::toIso(waiver->until);
}

QString shown(const std::vector<Evidence>& evidence)
{
    QStringList list;
    for (const Evidence& each : evidence)
        list.append(each.id);
    return list.join(u' ');
}

/// Of the fields before `end`.
template <class Each>
std::vector<FieldChange> changesIn(const Each& before, const Each& after, Field end)
{
    std::vector<FieldChange> changes;
    for (int i = 0; i < static_cast<int>(end); ++i) {
        const auto field = static_cast<Field>(i);
        FieldChange change{field, shownField(before, field), shownField(after, field)};
        if (change.before != change.after)
            changes.push_back(std::move(change));
    }
    return changes;
}

template <class Each>
std::vector<ItemDifference> differencesOf(const std::vector<Each>& before,
                                          const std::vector<Each>& after)
{
    const auto planOf = [](const Each& each) -> const ItemPlan& {
        if constexpr (std::is_same_v<Each, Item>)
            return each.plan;
        else
            return each;
    };
    QHash<ItemId, const Each*> old, kept;
    for (const Each& each : before)
        old.insert(planOf(each).id, &each);
    for (const Each& each : after)
        kept.insert(planOf(each).id, &each);
    std::vector<ItemDifference> result;
    for (const Each& each : before) {
        if (!kept.contains(planOf(each).id))
            result.push_back(
                {ItemDifference::Kind::Removed, planOf(each).id, planOf(each).title, {}});
    }
    for (const Each& each : after) {
        const Each* was = old.value(planOf(each).id, nullptr);
        if (!was)
            result.push_back(
                {ItemDifference::Kind::Added, planOf(each).id, planOf(each).title, {}});
        else if (auto changes = changesOf(*was, each); !changes.empty())
            result.push_back({ItemDifference::Kind::Changed, planOf(each).id, planOf(each).title,
                              std::move(changes)});
    }
    return result;
}

} // namespace

QString shownField(const ItemPlan& plan, Field field)
{
    switch (field) {
    case Field::Section: return plan.section;
    case Field::Parent: return plan.parent.value;
    case Field::Title: return plan.title;
    case Field::Acceptance: return plan.acceptance;
    case Field::Class: return nameText(plan.itemClass);
    case Field::Priority: return nameText(plan.priority);
    case Field::Role: return shownName(plan.role);
    case Field::Estimate: return shown(plan.estimate);
    case Field::DueWithin: return shown(plan.dueWithin);
    case Field::After: return shown(plan.after);
    case Field::Tags: return plan.tags.join(u' ');
    case Field::EvidenceKind: return shownName(plan.evidence);
    case Field::EvidenceValidity: return QString::number(plan.evidenceValidity.count());
    case Field::Checks: return shown(plan.checks);
    case Field::AfterGo: return shown(plan.isAfterGo);
    default: return {};
    }
}

QString shownField(const Item& item, Field field)
{
    switch (field) {
    case Field::State: return nameText(item.state);
    case Field::Owner: return shown(item.owner);
    case Field::Due: return shown(item.due);
    case Field::Actual: return shown(item.actual);
    case Field::Doers: return shown(item.doers);
    case Field::Verifier: return shown(item.verifier);
    case Field::Reason: return item.reason;
    case Field::Waiver: return shown(item.waiver);
    case Field::Evidence: return shown(item.evidence);
    default: return shownField(item.plan, field);
    }
}

std::vector<FieldChange> changesOf(const ItemPlan& before, const ItemPlan& after)
{
    return changesIn(before, after, Field::State);
}

std::vector<FieldChange> changesOf(const Item& before, const Item& after)
{
    return changesIn(before, after, static_cast<Field>(Names<Field>::kAll.size()));
}

std::vector<ItemDifference> differences(const Release& before, const Release& after)
{
    return differencesOf(before.items, after.items);
}

std::vector<ItemDifference> differences(const Template& before, const Template& after)
{
    return differencesOf(before.items, after.items);
}

std::vector<ItemDifference> changedSince(const Release& release, const Template& now)
{
    std::vector<ItemPlan> plans;
    plans.reserve(release.items.size());
    for (const Item& item : release.items)
        plans.push_back(item.plan);
    return differencesOf(plans, now.items);
}

} // namespace release
