// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/editing/template_edit.h"

#include "release/import/unique_ids.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

namespace release {

namespace {

auto placeOf(Template& plan, const ItemId& id)
{
    return std::ranges::find(plan.items, id, &ItemPlan::id);
}

/// -1: there is none.
std::ptrdiff_t placeOfSection(const Template& plan, const QString& id)
{
    const auto found = std::ranges::find(plan.sections, id, &Section::id);
    return found == plan.sections.end() ? -1 : found - plan.sections.begin();
}

/// Items in their order, each with all that is part of it.
class Arranging
{
public:
    explicit Arranging(Template& plan) : m_plan(plan)
    {
        for (const ItemPlan& each : m_plan.items)
            m_known.insert(each.id);
        for (const ItemPlan& each : m_plan.items)
            m_parts[m_known.contains(each.parent) ? each.parent : ItemId()].push_back(&each);
    }

    void arrange()
    {
        for (const Section& section : m_plan.sections) {
            for (const ItemPlan* each : m_parts.value({})) {
                if (each->section == section.id)
                    take(*each);
            }
        }
        for (const ItemPlan& each : m_plan.items) // those of no section, and those in a ring
            take(each);
        m_plan.items = std::move(m_arranged);
    }

private:
    void take(const ItemPlan& item)
    {
        std::vector<const ItemPlan*> open{&item};
        while (!open.empty()) {
            const ItemPlan& next = *open.back();
            open.pop_back();
            if (m_taken.contains(next.id))
                continue;
            m_taken.insert(next.id);
            m_arranged.push_back(next);
            const auto parts = m_parts.value(next.id);
            open.insert(open.end(), parts.rbegin(), parts.rend());
        }
    }

    Template& m_plan;
    QSet<ItemId> m_known, m_taken;
    QHash<ItemId, std::vector<const ItemPlan*>> m_parts;
    std::vector<ItemPlan> m_arranged;
};

/// Nobody waits for them, is part of them or covers them any more.
void forget(Template& plan, const QSet<ItemId>& gone)
{
    for (ItemPlan& each : plan.items) {
        std::erase_if(each.after, [&gone](const ItemId& id) { return gone.contains(id); });
        if (gone.contains(each.parent))
            each.parent = {};
    }
    for (SignOffRule& rule : plan.signOffs)
        rule.items.removeIf([&gone](const QString& id) { return gone.contains(ItemId{id}); });
}

/// To the end of another section, with all that is part of it.
void bringTo(Template& plan, const ItemId& id, const QString& section)
{
    QSet<ItemId> moved{id};
    for (bool isMore = true; isMore;) {
        isMore = false;
        for (const ItemPlan& each : plan.items) {
            if (moved.contains(each.parent) && !moved.contains(each.id)) {
                moved.insert(each.id);
                isMore = true;
            }
        }
    }
    for (ItemPlan& each : plan.items) {
        if (moved.contains(each.id))
            each.section = section;
    }
    std::stable_partition(plan.items.begin(), plan.items.end(),
                          [&moved](const ItemPlan& each) { return !moved.contains(each.id); });
}

} // namespace

// ---- Sections ----

QString addSection(Template& plan, const QString& title)
{
    UniqueIds ids;
    for (const Section& each : plan.sections)
        ids.take(each.id);
    plan.sections.push_back({ids.fresh(title, QStringLiteral("section")), title, false});
    return plan.sections.back().id;
}

void removeSection(Template& plan, const QString& id)
{
    QSet<ItemId> gone;
    for (const ItemPlan& each : plan.items) {
        if (each.section == id)
            gone.insert(each.id);
    }
    std::erase_if(plan.items, [&gone](const ItemPlan& each) { return gone.contains(each.id); });
    std::erase_if(plan.sections, [&id](const Section& each) { return each.id == id; });
    forget(plan, gone);
    for (SignOffRule& rule : plan.signOffs)
        rule.sections.removeAll(id);
}

void moveSection(Template& plan, const QString& id, int by)
{
    const auto from = placeOfSection(plan, id);
    const auto to = from + by;
    if (from < 0 || to < 0 || to >= std::ssize(plan.sections))
        return;
    std::swap(plan.sections[static_cast<std::size_t>(from)],
              plan.sections[static_cast<std::size_t>(to)]);
    Arranging(plan).arrange();
}

// ---- Items ----

void putItem(Template& plan, const ItemPlan& item)
{
    const auto known = placeOf(plan, item.id);
    if (known == plan.items.end()) {
        plan.items.push_back(item);
    } else {
        const QString before = known->section;
        *known = item;
        if (item.section != before)
            bringTo(plan, item.id, item.section);
    }
    Arranging(plan).arrange();
}

void removeItem(Template& plan, const ItemId& id)
{
    const auto known = placeOf(plan, id);
    if (known == plan.items.end())
        return;
    const ItemId above = known->parent;
    plan.items.erase(known);
    for (ItemPlan& each : plan.items) {
        if (each.parent == id)
            each.parent = above;
    }
    forget(plan, {id});
    Arranging(plan).arrange();
}

void moveItem(Template& plan, const ItemId& id, int by)
{
    const auto known = placeOf(plan, id);
    if (known == plan.items.end() || by == 0)
        return;
    const auto isBeside = [&](const ItemPlan& each) {
        return each.section == known->section && each.parent == known->parent;
    };
    if (by < 0) {
        const auto next =
            std::find_if(std::make_reverse_iterator(known), plan.items.rend(), isBeside);
        if (next != plan.items.rend()) {
            std::rotate(next.base() - 1, known, known + 1);
            Arranging(plan).arrange();
            return;
        }
    } else if (const auto next = std::find_if(known + 1, plan.items.end(), isBeside);
               next != plan.items.end()) {
        std::rotate(known, known + 1, next + 1);
        Arranging(plan).arrange();
        return;
    }
    const auto section = placeOfSection(plan, known->section) + (by < 0 ? -1 : 1);
    if (known->parent.isValid() || section < 0 || section >= std::ssize(plan.sections))
        return;
    bringTo(plan, id, plan.sections[static_cast<std::size_t>(section)].id);
    if (by > 0) { // it comes from above
        const auto moved = placeOf(plan, id);
        std::rotate(plan.items.begin(), moved, moved + 1);
    }
    Arranging(plan).arrange();
}

// ---- Sign-offs ----

void putRule(Template& plan, const SignOffRule& rule)
{
    const auto known = std::ranges::find(plan.signOffs, rule.id, &SignOffRule::id);
    if (known == plan.signOffs.end())
        plan.signOffs.push_back(rule);
    else
        *known = rule;
}

void removeRule(Template& plan, const QString& id)
{
    std::erase_if(plan.signOffs, [&id](const SignOffRule& each) { return each.id == id; });
}

} // namespace release
