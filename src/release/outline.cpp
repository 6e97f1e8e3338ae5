// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/outline.h"

#include <QSet>

#include <algorithm>

namespace release {

namespace {

using FaultKind = PlanFault::Kind;

std::size_t at(int place)
{
    return static_cast<std::size_t>(place);
}

} // namespace

tl::expected<Outline, PlanFault> Outline::of(const std::vector<Section>& sections,
                                             const std::vector<const ItemPlan*>& items)
{
    Outline outline;
    if (auto fault = outline.readIds(sections, items))
        return tl::unexpected(*std::move(fault));
    if (auto fault = outline.readLinks(items))
        return tl::unexpected(*std::move(fault));
    // Parents first, for what is inherited must not depend on a cycle of parents.
    outline.m_doors.resize(sections.size());
    outline.m_hasDoor.resize(sections.size());
    outline.join();
    if (auto fault = outline.sort(items, sections))
        return tl::unexpected(*std::move(fault));
    outline.inherit();
    outline.readDoors(sections);
    outline.join();
    if (auto fault = outline.sort(items, sections))
        return tl::unexpected(*std::move(fault));
    return outline;
}

tl::expected<Outline, PlanFault> Outline::of(const Release& release)
{
    Items items;
    items.reserve(release.items.size());
    for (const Item& item : release.items)
        items.push_back(&item.plan);
    return of(release.sections, items);
}

tl::expected<Outline, PlanFault> Outline::of(const Template& source)
{
    Items items;
    items.reserve(source.items.size());
    for (const ItemPlan& plan : source.items)
        items.push_back(&plan);
    return of(source.sections, items);
}

Outline::MaybeFault Outline::readIds(const std::vector<Section>& sections, const Items& items)
{
    QHash<QString, int> places;
    for (const Section& section : sections) {
        if (places.contains(section.id))
            return PlanFault{FaultKind::SectionTwice, {section.id}};
        places.insert(section.id, static_cast<int>(places.size()));
    }
    m_nodes.resize(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ItemPlan& plan = *items[i];
        if (m_index.contains(plan.id))
            return PlanFault{FaultKind::ItemTwice, {plan.id.value}};
        m_index.insert(plan.id, static_cast<int>(i));
        const int section = places.value(plan.section, -1);
        if (section < 0)
            return PlanFault{FaultKind::UnknownSection, {plan.id.value, plan.section}};
        m_nodes[i].section = section;
        m_nodes[i].itemClass = plan.itemClass;
        m_nodes[i].isAfterGo = plan.isAfterGo;
    }
    return std::nullopt;
}

Outline::MaybeFault Outline::readLinks(const Items& items)
{
    for (std::size_t i = 0; i < items.size(); ++i) {
        const ItemPlan& plan = *items[i];
        if (plan.parent.isValid()) {
            const int parent = indexOf(plan.parent);
            if (parent < 0)
                return PlanFault{FaultKind::UnknownParent, {plan.id.value, plan.parent.value}};
            if (node(parent).section != m_nodes[i].section)
                return PlanFault{FaultKind::ParentElsewhere, {plan.id.value, plan.parent.value}};
            m_nodes[i].parent = parent;
            m_nodes[at(parent)].children.push_back(static_cast<int>(i));
        }
        for (const ItemId& other : plan.after) {
            const int index = indexOf(other);
            if (index < 0)
                return PlanFault{FaultKind::UnknownDependency, {plan.id.value, other.value}};
            m_nodes[i].after.push_back(index);
        }
    }
    return std::nullopt;
}

void Outline::inherit()
{
    m_bottomUp.clear();
    for (const int each : m_order) {
        if (each < static_cast<int>(2 * size()) && each % 2 == 1)
            m_bottomUp.push_back(each / 2);
    }
    for (auto it = m_bottomUp.rbegin(); it != m_bottomUp.rend(); ++it) {
        Node& own = m_nodes[at(*it)];
        if (own.parent < 0)
            continue;
        own.itemClass = std::min(own.itemClass, node(own.parent).itemClass);
        own.isAfterGo = own.isAfterGo || node(own.parent).isAfterGo;
    }
}

void Outline::readDoors(const std::vector<Section>& sections)
{
    std::vector<std::vector<int>> blockers(sections.size());
    for (int i = 0; i < static_cast<int>(size()); ++i) {
        if (isLeaf(i) && itemClass(i) == ItemClass::Blocker)
            blockers[at(section(i))].push_back(i);
    }
    for (std::size_t s = 1; s < sections.size(); ++s) {
        if (!sections[s].waitsForPrevious)
            continue;
        m_hasDoor[s] = true;
        m_doors[s] = std::move(blockers[s - 1]);
    }
}

void Outline::join()
{
    const int doors = static_cast<int>(2 * size());
    m_before.assign(2 * size() + m_doors.size(), {});
    for (int i = 0; i < static_cast<int>(size()); ++i) {
        const int begin = 2 * i, end = 2 * i + 1;
        m_before[at(end)].push_back(begin);
        for (const int other : after(i))
            m_before[at(begin)].push_back(2 * other + 1);
        for (const int child : children(i)) {
            m_before[at(2 * child)].push_back(begin);
            m_before[at(end)].push_back(2 * child + 1);
        }
        if (parent(i) < 0 && m_hasDoor[at(section(i))])
            m_before[at(begin)].push_back(doors + section(i));
    }
    for (std::size_t s = 1; s < m_doors.size(); ++s) {
        if (!m_hasDoor[s])
            continue;
        for (const int blocker : m_doors[s])
            m_before[at(doors) + s].push_back(2 * blocker + 1);
        if (m_hasDoor[s - 1])
            m_before[at(doors) + s].push_back(doors + static_cast<int>(s) - 1);
    }
}

// Kahn, CACM 5(11), 1962: takes what waits for nothing any more, until nothing is left or all that is
// left waits in a circle.
Outline::MaybeFault Outline::sort(const Items& items, const std::vector<Section>& sections)
{
    std::vector<std::vector<int>> next(m_before.size());
    std::vector<int> open(m_before.size(), 0);
    for (std::size_t each = 0; each < m_before.size(); ++each) {
        open[each] = static_cast<int>(m_before[each].size());
        for (const int other : m_before[each])
            next[at(other)].push_back(static_cast<int>(each));
    }
    m_order.clear();
    m_order.reserve(m_before.size());
    for (std::size_t each = 0; each < m_before.size(); ++each) {
        if (open[each] == 0)
            m_order.push_back(static_cast<int>(each));
    }
    for (std::size_t done = 0; done < m_order.size(); ++done) {
        for (const int other : next[at(m_order[done])]) {
            if (--open[at(other)] == 0)
                m_order.push_back(other);
        }
    }
    if (m_order.size() == m_before.size())
        return std::nullopt;
    return cycleAmong(open, items, sections);
}

PlanFault Outline::cycleAmong(const std::vector<int>& open, const Items& items,
                              const std::vector<Section>& sections) const
{
    const auto isOpen = [&](int each) { return open[at(each)] > 0; };
    int each = static_cast<int>(
        std::find_if(open.begin(), open.end(), [](int count) { return count > 0; }) - open.begin());
    std::vector<int> seenAt(open.size(), -1);
    std::vector<int> walk;
    while (seenAt[at(each)] < 0) {
        seenAt[at(each)] = static_cast<int>(walk.size());
        walk.push_back(each);
        const auto& before = waitsFor(each);
        each = *std::find_if(before.begin(), before.end(), isOpen);
    }
    PlanFault fault{FaultKind::Cycle, {}};
    QSet<QString> named;
    const int doors = static_cast<int>(2 * size());
    for (auto it = walk.begin() + seenAt[at(each)]; it != walk.end(); ++it) {
        const QString id =
            *it < doors ? items[at(*it / 2)]->id.value : sections[at(*it - doors)].id;
        if (!named.contains(id))
            fault.ids.append(id);
        named.insert(id);
    }
    std::reverse(fault.ids.begin(), fault.ids.end());
    return fault;
}

// ---- Sharing ----

namespace {

/// Everything that an outline is made of.
bool isSameNode(const ItemPlan& a, const ItemPlan& b)
{
    return a.id == b.id && a.section == b.section && a.parent == b.parent && a.after == b.after &&
           a.itemClass == b.itemClass && a.isAfterGo == b.isAfterGo;
}

} // namespace

SharedOutline outlineAfter(const SharedOutline& known, const Release& before, const Release& after)
{
    const bool isSame =
        known && before.sections == after.sections &&
        std::equal(before.items.begin(), before.items.end(), after.items.begin(), after.items.end(),
                   [](const Item& a, const Item& b) { return isSameNode(a.plan, b.plan); });
    return isSame ? known
                  : std::make_shared<const tl::expected<Outline, PlanFault>>(Outline::of(after));
}

} // namespace release
