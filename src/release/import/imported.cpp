// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/import/draft.h"
#include "release/import/unique_ids.h"

#include <algorithm>
#include <optional>

namespace release {

namespace {

using Places = std::vector<std::size_t>; ///< in Draft::items

/// Those that are taken, by section and then by their place in the document.
Places takenOf(const Draft& draft)
{
    Places taken;
    for (std::size_t i = 0; i < draft.items.size(); ++i) {
        if (draft.items[i].isTaken)
            taken.push_back(i);
    }
    std::ranges::stable_sort(taken, {}, [&](std::size_t i) { return draft.items[i].section; });
    return taken;
}

/// The parents, by place; nothing: it stands in its section.
std::vector<std::optional<std::size_t>> parentsOf(const Draft& draft, const Places& taken)
{
    std::vector<std::optional<std::size_t>> parents(draft.items.size());
    Places open; // those that may enclose the next, outermost first
    for (const std::size_t i : taken) {
        const DraftItem& item = draft.items[i];
        while (!open.empty() && (draft.items[open.back()].section != item.section ||
                                 draft.items[open.back()].depth >= item.depth))
            open.pop_back();
        if (!open.empty())
            parents[i] = open.back();
        open.push_back(i);
    }
    return parents;
}

ItemPlan planOf(const DraftItem& item, const DraftSection& section)
{
    ItemPlan plan;
    plan.id = item.id;
    plan.section = section.id;
    plan.title = item.title;
    plan.acceptance = item.acceptance;
    plan.itemClass = item.itemClass;
    plan.priority = item.priority;
    plan.role = item.role;
    plan.estimate = item.estimate;
    plan.dueWithin = item.dueWithin;
    plan.tags = item.tags;
    return plan;
}

std::optional<Change> beginningOf(const DraftItem& item)
{
    switch (item.state) {
    case State::Doing:
        return Change{.step = Step::Start, .item = item.id, .reason = {}, .until = {}};
    case State::Done:
        return Change{.step = Step::Finish, .item = item.id, .reason = {}, .until = {}};
    case State::Blocked:
        return Change{.step = Step::Block,
                      .item = item.id,
                      .reason = item.notes.isEmpty() ? item.title : item.notes,
                      .until = {}};
    default: return std::nullopt;
    }
}

/// What the document offers and advises, in lines.
QString descriptionOf(const Draft& draft)
{
    QStringList lines{draft.date, draft.recommendation};
    for (const GuessedOption& option : draft.options) {
        lines += option.title;
        for (const QString& step : option.steps)
            lines += QStringLiteral("- ") + step;
        lines += option.advantage;
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

Imported importedFrom(const Draft& draft, const QString& language)
{
    const Places taken = takenOf(draft);
    const auto parents = parentsOf(draft, taken);
    std::vector<bool> isParent(draft.items.size(), false);
    for (const auto& parent : parents) {
        if (parent)
            isParent[*parent] = true;
    }
    Imported imported;
    Template& plan = imported.plan;
    plan.id = QStringLiteral("import-") + UniqueIds().fresh(draft.title, QStringLiteral("release"));
    plan.language = language;
    plan.title = draft.title;
    plan.description = descriptionOf(draft);
    for (const std::size_t i : taken) {
        const DraftItem& item = draft.items[i];
        const DraftSection& section = draft.sections[item.section];
        if (plan.sections.empty() || plan.sections.back().id != section.id)
            plan.sections.push_back({section.id, section.title, false});
        plan.items.push_back(planOf(item, section));
        if (parents[i])
            plan.items.back().parent = draft.items[*parents[i]].id;
        if (!item.notes.isEmpty())
            imported.deeds.emplace_back(Say{item.id, item.notes});
        if (const auto begins = beginningOf(item); begins && !isParent[i])
            imported.deeds.emplace_back(*begins);
    }
    return imported;
}

Template withPolicyOf(Template plan, const Template& source)
{
    plan.signOffs = source.signOffs;
    std::erase_if(plan.signOffs, [](const SignOffRule& rule) { return !rule.items.isEmpty(); });
    for (SignOffRule& rule : plan.signOffs)
        rule.sections.clear();
    plan.canary = source.canary;
    plan.rollback = source.rollback;
    return plan;
}

} // namespace release
