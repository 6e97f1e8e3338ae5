// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/templates/template_draft.h"

#include "release/import/unique_ids.h"

#include <QHash>

#include <algorithm>

namespace panels {

namespace {

std::size_t sectionOf(const release::Template& plan, const QString& id)
{
    const auto found = std::ranges::find(plan.sections, id, &release::Section::id);
    return found == plan.sections.end() ? 0
                                        : static_cast<std::size_t>(found - plan.sections.begin());
}

/// What can be edited, over what was there.
void apply(const release::DraftItem& item, const QString& section, release::ItemPlan& plan)
{
    plan.section = section;
    plan.title = item.title;
    plan.acceptance = item.acceptance;
    plan.itemClass = item.itemClass;
    plan.priority = item.priority;
    plan.role = item.role;
    plan.estimate = item.estimate;
    plan.dueWithin = item.dueWithin;
}

} // namespace

release::Draft draftOfTemplate(const release::Template& plan)
{
    release::Draft draft;
    draft.title = plan.title;
    for (const release::Section& section : plan.sections)
        draft.sections.push_back({section.id, section.title, 0});
    for (const release::ItemPlan& each : plan.items) {
        release::DraftItem item;
        item.id = each.id;
        item.section = sectionOf(plan, each.section);
        item.title = each.title;
        item.acceptance = each.acceptance;
        item.itemClass = each.itemClass;
        item.priority = each.priority;
        item.role = each.role;
        item.estimate = each.estimate;
        item.dueWithin = each.dueWithin;
        item.depth = each.parent.isValid() ? 1 : 0;
        draft.items.push_back(std::move(item));
    }
    return draft;
}

release::Template templateOfDraft(const release::Template& before, const release::Draft& draft)
{
    release::Template after = before;
    after.title = draft.title;
    after.items.clear();
    QHash<release::ItemId, QString> kept; // to its section
    for (std::size_t section = 0; section < draft.sections.size(); ++section) {
        for (const release::DraftItem& item : draft.items) {
            if (!item.isTaken || item.section != section)
                continue;
            const auto was = std::ranges::find(before.items, item.id, &release::ItemPlan::id);
            release::ItemPlan plan = was == before.items.end() ? release::ItemPlan{} : *was;
            plan.id = item.id;
            apply(item, draft.sections[section].id, plan);
            kept.insert(plan.id, plan.section);
            after.items.push_back(std::move(plan));
        }
    }
    for (release::ItemPlan& plan : after.items) {
        std::erase_if(plan.after, [&](const release::ItemId& id) { return !kept.contains(id); });
        if (kept.value(plan.parent) != plan.section)
            plan.parent = {};
    }
    return after;
}

int addItem(release::Draft& draft, std::size_t section, const QString& title)
{
    release::UniqueIds ids;
    for (const release::DraftItem& each : draft.items)
        ids.take(each.id.value);
    release::DraftItem item;
    item.id = {ids.fresh(title, QStringLiteral("item"))};
    item.section = section;
    item.title = title;
    const auto last =
        std::find_if(draft.items.rbegin(), draft.items.rend(),
                     [&](const release::DraftItem& each) { return each.section == section; });
    const auto added = draft.items.insert(
        last == draft.items.rend() ? draft.items.end() : last.base(), std::move(item));
    return static_cast<int>(added - draft.items.begin());
}

} // namespace panels
