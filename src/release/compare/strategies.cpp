// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/compare/strategies.h"

#include "release/states.h"

#include <QHash>

namespace release {

namespace {

Outlook outlookOf(const Outline& outline, const Release& release, const GateQuestion& question)
{
    Schedule schedule = scheduleOf(outline, release, question.now);
    Outlook outlook;
    outlook.reasons = gateOf(outline, release, question).reasons;
    outlook.criticalPath = std::move(schedule.criticalPath);
    outlook.unestimated = std::move(schedule.unestimated);
    outlook.earliest = schedule.earliest;
    for (int i = 0; i < static_cast<int>(outline.size()); ++i) {
        const auto place = static_cast<std::size_t>(i);
        if (!outline.isLeaf(i))
            continue;
        const bool isBlocker = outline.itemClass(i) == ItemClass::Blocker && !outline.isAfterGo(i);
        if (isBlocker && !isConfirmed(stateAt(release.items[place], question.now)))
            outlook.blockers.push_back(release.items[place].plan.id);
        const ItemTimes& times = schedule.items[place];
        if (times.slack)
            outlook.remaining += std::chrono::floor<minutes>(times.end - times.begin);
    }
    return outlook;
}

} // namespace

Release underPlan(const Release& release, const Template& plan)
{
    QHash<ItemId, const Item*> known;
    for (const Item& item : release.items)
        known.insert(item.plan.id, &item);
    Release other = releaseOf(plan, release.id, release.title, release.createdAt);
    for (Item& item : other.items) {
        const Item* was = known.value(item.plan.id, nullptr);
        if (!was)
            continue;
        ItemPlan itsPlan = std::move(item.plan);
        item = *was;
        item.plan = std::move(itsPlan);
    }
    other.plannedFor = release.plannedFor;
    other.signatures = release.signatures;
    other.overrides = release.overrides;
    return other;
}

tl::expected<Comparison, PlanFault> compared(const Release& first, const Release& second,
                                             const GateQuestion& question)
{
    const auto firstOutline = Outline::of(first);
    if (!firstOutline)
        return tl::unexpected(firstOutline.error());
    const auto secondOutline = Outline::of(second);
    if (!secondOutline)
        return tl::unexpected(secondOutline.error());
    return Comparison{outlookOf(*firstOutline, first, question),
                      outlookOf(*secondOutline, second, question), differences(first, second)};
}

} // namespace release
