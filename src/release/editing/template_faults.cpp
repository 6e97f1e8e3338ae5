// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/editing/template_faults.h"

#include "release/planning.h"
#include "release/template_loader.h"

#include <algorithm>

namespace release {

namespace {

using Kind = TemplateFault::Kind;
using Part = TemplateFault::Part;
using MaybeTemplateFault = std::optional<TemplateFault>;

bool isBlank(const QString& text)
{
    return text.trimmed().isEmpty();
}

MaybeTemplateFault faultAmongItems(const Template& plan)
{
    if (plan.items.empty())
        return TemplateFault{.kind = Kind::NoItems, .part = Part::Items, .id = {}};
    if (plan.items.size() > kMostItems)
        return TemplateFault{.kind = Kind::TooManyItems, .part = Part::Items, .id = {}};
    for (const ItemPlan& each : plan.items) {
        if (isBlank(each.title))
            return TemplateFault{.kind = Kind::Untitled, .part = Part::Items, .id = each.id.value};
        if (!isTime(each.estimate.value_or(minutes(0))) ||
            !isTime(each.dueWithin.value_or(minutes(0))) || !isTime(each.evidenceValidity))
            return TemplateFault{
                .kind = Kind::NoSuchTime, .part = Part::Items, .id = each.id.value};
    }
    for (const Section& each : plan.sections) {
        if (isBlank(each.title))
            return TemplateFault{.kind = Kind::Untitled, .part = Part::Sections, .id = each.id};
    }
    if (const auto outline = Outline::of(plan); !outline)
        return TemplateFault{.kind = Kind::Unsound,
                             .part = Part::Items,
                             .id = outline.error().ids.value(0),
                             .plan = outline.error()};
    return std::nullopt;
}

MaybeTemplateFault faultAmongRules(const Template& plan)
{
    for (const SignOffRule& rule : plan.signOffs) {
        const auto fault = [&rule](Kind kind) {
            return TemplateFault{.kind = kind, .part = Part::SignOffs, .id = rule.id};
        };
        if (isBlank(rule.title))
            return fault(Kind::Untitled);
        if (!canBeMet(rule))
            return fault(Kind::NobodySigns);
        const bool isKnown =
            std::ranges::all_of(rule.sections,
                                [&plan](const QString& id) {
                                    return std::ranges::find(plan.sections, id, &Section::id) !=
                                           plan.sections.end();
                                }) &&
            std::ranges::all_of(rule.items, [&plan](const QString& id) {
                return std::ranges::find(plan.items, ItemId{id}, &ItemPlan::id) != plan.items.end();
            });
        if (!isKnown)
            return fault(Kind::CoversUnknown);
    }
    return std::nullopt;
}

MaybeTemplateFault faultOfWatch(const Watch& watch, Part part, const QString& id)
{
    if (isBlank(watch.figure))
        return TemplateFault{.kind = Kind::NoFigure, .part = part, .id = id};
    if (!isTime(watch.sustained))
        return TemplateFault{.kind = Kind::NoSuchTime, .part = part, .id = id};
    return std::nullopt;
}

MaybeTemplateFault faultOfCanary(const CanaryPlan& canary)
{
    const auto fault = [](Kind kind, const QString& id = {}) {
        return TemplateFault{.kind = kind, .part = Part::Canary, .id = id};
    };
    int before = 0;
    for (const CanaryStage& stage : canary.stages) {
        if (stage.percent <= before || stage.percent > 100)
            return fault(Kind::StagesFall);
        if (!isTime(stage.atLeast))
            return fault(Kind::NoSuchTime);
        before = stage.percent;
    }
    if (!canary.stages.empty() && before != 100)
        return fault(Kind::NotForAll);
    for (const Watch& watch : canary.watches) {
        if (isBlank(watch.title))
            return fault(Kind::Untitled, watch.id);
        if (auto wrong = faultOfWatch(watch, Part::Canary, watch.id))
            return wrong;
    }
    return std::nullopt;
}

MaybeTemplateFault faultOfRollback(const RollbackPlan& rollback)
{
    for (const RollbackTrigger& trigger : rollback.triggers) {
        if (isBlank(trigger.title))
            return TemplateFault{.kind = Kind::Untitled, .part = Part::Rollback, .id = trigger.id};
        if (!trigger.watch)
            continue;
        if (auto wrong = faultOfWatch(*trigger.watch, Part::Rollback, trigger.id))
            return wrong;
    }
    for (const RollbackStep& step : rollback.steps) {
        if (isBlank(step.title))
            return TemplateFault{.kind = Kind::Untitled, .part = Part::Rollback, .id = {}};
        if (!isTime(step.estimate))
            return TemplateFault{.kind = Kind::NoSuchTime, .part = Part::Rollback, .id = {}};
    }
    return std::nullopt;
}

} // namespace

std::optional<TemplateFault> faultOf(const Template& plan)
{
    if (isBlank(plan.title))
        return TemplateFault{};
    if (auto fault = faultAmongItems(plan))
        return fault;
    if (auto fault = faultAmongRules(plan))
        return fault;
    if (auto fault = faultOfCanary(plan.canary))
        return fault;
    return faultOfRollback(plan.rollback);
}

} // namespace release
