// SPDX-License-Identifier: GPL-3.0-or-later
// Which steps this customer is given, and what is told of them.
#include "engine/turn/turn.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kLearntSkill = 0.6;
constexpr qint64 kQuickMs = 20'000; ///< nobody reads and does a step in less
constexpr int kUnableTimes = 2;
const QString kSkillSlot = QStringLiteral("skill");
const QString kHelperSlot = QStringLiteral("helper");

} // namespace

const StepList* Turn::stepList(StepSet set) const
{
    const bool isGuide = set == StepSet::Guide;
    const auto* list = m_flow.catalogue().steps(
        set, slotValue(slotOfTerm(isGuide ? TermKind::Topic : TermKind::Problem)),
        slotValue(slotOfTerm(isGuide ? TermKind::System : TermKind::Device)));
    return list || set != StepSet::Basic ? list : proposedList();
}

std::vector<const StepItem*> Turn::stepsFor(StepSet set) const
{
    std::vector<const StepItem*> steps;
    const auto* list = stepList(set);
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const auto& item = (*list)[i];
        if (isGiven(item) || isShown(item))
            steps.push_back(&item);
    }
    return steps;
}

Skill Turn::customerSkill() const
{
    return skillOf(slotValue(kSkillSlot)).value_or(Skill::Medium);
}

bool Turn::hasHelper() const
{
    return slotValue(kHelperSlot) == u"yes";
}

bool Turn::isGiven(const StepItem& item) const
{
    const auto reach = reachOf(item, customerSkill());
    return reach == Reach::Own || (reach == Reach::WithHelp && hasHelper());
}

bool Turn::isShown(const StepItem& item) const
{
    return m_state.stepsDone.contains(item.id);
}

bool Turn::hasStepLeft(StepSet set) const
{
    const auto* list = stepList(set);
    return list && std::any_of(list->begin(), list->end(), [this](const StepItem& item) {
               return !isShown(item) && isGiven(item);
           });
}

bool Turn::hasStepBeyond(Reach reach) const
{
    const auto* list = stepList(StepSet::Advanced);
    return list && std::any_of(list->begin(), list->end(), [&](const StepItem& item) {
               return !isShown(item) && !isGiven(item) && reachOf(item, customerSkill()) == reach;
           });
}

bool Turn::pickStep(StepSet set)
{
    const auto steps = stepsFor(set);
    if (std::any_of(steps.begin(), steps.end(),
                    [this](const StepItem* item) { return item->id == m_state.currentStep; }))
        return true;
    const auto next = std::find_if(steps.begin(), steps.end(),
                                   [this](const StepItem* item) { return !isShown(*item); });
    if (next == steps.end())
        return false;
    m_state.currentStep = (*next)->id;
    m_state.stepsDone.append(m_state.currentStep);
    m_state.stepAt = base::toMs(m_facts.now);
    m_state.misses = 0;
    return true;
}

void Turn::unpickStep(StepSet set)
{
    const auto steps = stepsFor(set);
    const auto at = std::find_if(steps.begin(), steps.end(), [this](const StepItem* item) {
        return item->id == m_state.currentStep;
    });
    if (at == steps.begin() || at == steps.end())
        return;
    m_state.stepsDone.removeAll(m_state.currentStep);
    m_state.currentStep = (*(at - 1))->id;
    m_state.stepOutcomes.remove(m_state.currentStep);
}

const StepItem* Turn::currentItem() const
{
    for (const auto set : {StepSet::Basic, StepSet::Advanced, StepSet::Guide}) {
        const auto* list = stepList(set);
        if (!list)
            continue;
        const auto at = std::find_if(list->begin(), list->end(), [this](const StepItem& item) {
            return item.id == m_state.currentStep;
        });
        if (at != list->end())
            return &*at;
    }
    return nullptr;
}

/// Who answers a step faster than it can be done has been there before; who cannot do one after
/// another has not.
void Turn::noteStepOutcome(const Choice& choice)
{
    const qint64 now = base::toMs(m_facts.now);
    const bool isQuick = m_state.stepAt > 0 && now > m_state.stepAt &&
                         now - m_state.stepAt < kQuickMs && choice.stepOutcome == u"same";
    const bool wasQuick = isQuick && m_state.stepOutcomes.size() > 1;
    m_state.stepOutcomes.insert(m_state.currentStep, choice.stepOutcome);
    const auto& outcomes = m_state.stepOutcomes;
    const bool isUnable =
        choice.stepOutcome == u"cannot" &&
        std::count(outcomes.begin(), outcomes.end(), QStringLiteral("cannot")) >= kUnableTimes;
    if ((wasQuick || isUnable) && slotValue(kSkillSlot).isEmpty())
        setSlot(kSkillSlot, isUnable ? QStringLiteral("basic") : QStringLiteral("medium"),
                Slot::Source::Said, kLearntSkill);
}

QString Turn::toldNumber(int number)
{
    return number > 0 ? QString::number(number) : QString();
}

Turn::Ahead Turn::stepsAhead() const
{
    Ahead ahead;
    const Stage* here = &stage();
    if (here->kind != StageKind::Steps)
        return ahead;
    const auto first = stepsFor(here->steps);
    if (first.empty() || first.front()->id != m_state.currentStep)
        return ahead;
    std::vector<const Stage*> seen;
    while (here->kind == StageKind::Steps &&
           std::find(seen.begin(), seen.end(), here) == seen.end()) {
        seen.push_back(here);
        for (const auto* item : stepsFor(here->steps)) {
            if (item->id != m_state.currentStep && isShown(*item))
                continue;
            ++ahead.steps;
            ahead.minutes += item->minutes;
        }
        const int next = routed(here->next);
        if (next >= 0)
            here = &m_flow.stage(next);
    }
    return ahead.steps > 1 ? ahead : Ahead();
}

QString Turn::stepBlank(Blank which) const
{
    const auto* item = currentItem();
    const auto list = stepsFor(stage().steps);
    if (which == Blank::Total)
        return toldNumber(static_cast<int>(list.size()));
    if (!item)
        return {};
    if (which == Blank::Minutes)
        return toldNumber(item->minutes);
    if (which == Blank::Number) {
        const auto at = std::find(list.begin(), list.end(), item);
        return at == list.end() ? QString() : QString::number(at - list.begin() + 1);
    }
    if (which == Blank::Help)
        m_saysHelp = true;
    if (which == Blank::Help && isExplainedByAi())
        return m_facts.ai->text;
    if (which == Blank::Details)
        return item->help.isEmpty() ? QString() : item->help.plain(m_language);
    const bool hasHelp = which == Blank::Help && !item->help.isEmpty();
    return (hasHelp ? item->help : item->text).plain(m_language);
}

} // namespace engine
