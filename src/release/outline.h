// SPDX-License-Identifier: GPL-3.0-or-later
// Who waits for whom: parents, dependencies and ordered sections as one graph without cycles.
#pragma once

#include "release/values.h"

#include <QHash>

#include <tl/expected.hpp>

#include <memory>
#include <vector>

namespace release {

/// Why a plan cannot be used.
struct PlanFault {
    enum class Kind {
        SectionTwice,
        ItemTwice,
        UnknownSection,    ///< ids: the item, the section
        UnknownParent,     ///< ids: the item, the parent
        ParentElsewhere,   ///< ids: the item, the parent in another section
        UnknownDependency, ///< ids: the item, what it waits for
        Cycle,             ///< ids: each waits for the one before it, the first for the last
    };
    Kind kind = Kind::Cycle;
    QStringList ids;
    bool operator==(const PlanFault&) const = default;
};
template <>
struct Names<PlanFault::Kind> {
    static constexpr std::array kAll{"section_twice",  "item_twice",       "unknown_section",
                                     "unknown_parent", "parent_elsewhere", "unknown_dependency",
                                     "cycle"};
};

/// The graph of one release's or template's plan. It holds places in the list of items, not the items:
/// it stays right while only states change. Immutable; any thread.
///
/// An item has two nodes, its beginning and its end. A dependency joins an end to a beginning; a child
/// begins after its parent's beginning and ends before its parent's end; a section that waits for the
/// one before it has a door, which opens after that one's blockers and before its own items.
class Outline
{
public:
    [[nodiscard]] static tl::expected<Outline, PlanFault>
    of(const std::vector<Section>& sections, const std::vector<const ItemPlan*>& items);
    [[nodiscard]] static tl::expected<Outline, PlanFault> of(const Release& release);
    [[nodiscard]] static tl::expected<Outline, PlanFault> of(const Template& source);

    [[nodiscard]] std::size_t size() const noexcept { return m_nodes.size(); }
    /// -1: there is no such item.
    [[nodiscard]] int indexOf(const ItemId& id) const { return m_index.value(id, -1); }
    [[nodiscard]] bool isLeaf(int item) const { return node(item).children.empty(); }
    /// -1 at the top.
    [[nodiscard]] int parent(int item) const { return node(item).parent; }
    [[nodiscard]] const std::vector<int>& children(int item) const { return node(item).children; }
    /// Its own dependencies, without its parents'.
    [[nodiscard]] const std::vector<int>& after(int item) const { return node(item).after; }
    [[nodiscard]] int section(int item) const { return node(item).section; }
    /// A blocker's children are blockers, and what a required item is made of is required.
    [[nodiscard]] ItemClass itemClass(int item) const { return node(item).itemClass; }
    [[nodiscard]] bool isAfterGo(int item) const { return node(item).isAfterGo; }
    /// A door opens when the section before has its own door open and its blockers verified.
    [[nodiscard]] bool hasDoor(int section) const
    {
        return m_hasDoor[static_cast<std::size_t>(section)];
    }
    /// The leaves that this door itself waits for. \pre hasDoor(section)
    [[nodiscard]] const std::vector<int>& doorOf(int section) const
    {
        return m_doors[static_cast<std::size_t>(section)];
    }
    /// All items, children before their parents.
    [[nodiscard]] const std::vector<int>& bottomUp() const noexcept { return m_bottomUp; }

    /// The nodes 2i (beginning of item i), 2i+1 (its end) and 2n+s (door of section s), each after
    /// those that it waits for.
    [[nodiscard]] const std::vector<int>& order() const noexcept { return m_order; }
    [[nodiscard]] const std::vector<int>& waitsFor(int graphNode) const
    {
        return m_before[static_cast<std::size_t>(graphNode)];
    }

private:
    struct Node {
        int parent = -1, section = 0;
        std::vector<int> children, after;
        ItemClass itemClass = ItemClass::Required;
        bool isAfterGo = false;
    };
    using Items = std::vector<const ItemPlan*>;
    using MaybeFault = std::optional<PlanFault>;

    [[nodiscard]] const Node& node(int item) const
    {
        return m_nodes[static_cast<std::size_t>(item)];
    }
    MaybeFault readIds(const std::vector<Section>& sections, const Items& items);
    MaybeFault readLinks(const Items& items);
    void inherit();
    void readDoors(const std::vector<Section>& sections);
    void join();
    MaybeFault sort(const Items& items, const std::vector<Section>& sections);
    [[nodiscard]] PlanFault cycleAmong(const std::vector<int>& open, const Items& items,
                                       const std::vector<Section>& sections) const;

    std::vector<Node> m_nodes;
    QHash<ItemId, int> m_index;
    std::vector<std::vector<int>> m_doors;
    std::vector<bool> m_hasDoor;
    std::vector<std::vector<int>> m_before;
    std::vector<int> m_order;
    std::vector<int> m_bottomUp;
};

/// An outline, or why there is none. Shared, for it stays right while only states change.
using SharedOutline = std::shared_ptr<const tl::expected<Outline, PlanFault>>;
/// That of `after`: the known one of `before` (which may be null) where nothing of the graph differs.
[[nodiscard]] SharedOutline outlineAfter(const SharedOutline& known, const Release& before,
                                         const Release& after);

} // namespace release
