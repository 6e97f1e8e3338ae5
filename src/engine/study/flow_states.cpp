// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/flow_states.h"

#include <algorithm>

namespace engine {

namespace {

constexpr int kMaxDepth = 40;
/// Learnt at any moment: it may be anything, as what comes from outside.
const QString kSkill = QStringLiteral("skill");

std::int8_t modeNumber(Mode mode)
{
    return static_cast<std::int8_t>(mode);
}

} // namespace

std::size_t FlowStateHash::operator()(const FlowState& state) const noexcept
{
    std::size_t hash = 14695981039346656037ULL; // FNV-1a
    const auto mix = [&hash](int value) {
        hash = (hash ^ static_cast<std::size_t>(value & 0xffff)) * 1099511628211ULL;
    };
    mix(state.stage);
    mix(state.resume);
    mix(state.mode * 256 + state.misses);
    for (const auto value : state.slotValues)
        mix(value);
    return hash;
}

FlowStates::FlowStates(const Flow& flow) : m_flow(flow)
{
    const auto ofRoutes = [this](const Routes& routes) {
        for (const auto& route : routes)
            noteSlots(route.when);
    };
    for (const auto& stage : flow.stages()) {
        ofRoutes(stage.skips);
        ofRoutes(stage.next);
        for (const auto& prompt : stage.prompts)
            noteSlots(prompt.when);
        for (const auto& option : stage.options) {
            noteSlots(option.when);
            ofRoutes(option.next);
        }
    }
    for (const auto& command : flow.commands())
        ofRoutes(command.next);
    // What closing and rating ask for.
    static const Guards kAsked{Guard{.slot = QStringLiteral("need")},
                               Guard{.slot = QStringLiteral("rating")}};
    noteSlots(kAsked);
}

void FlowStates::noteSlots(const Guards& guards)
{
    for (const auto& guard : guards) {
        m_mostMisses = std::max(m_mostMisses, guard.misses);
        if (guard.slot.isEmpty() || guard.slot == kSkill)
            continue;
        if (!m_slots.contains(guard.slot)) {
            m_hasTooManySlots =
                m_hasTooManySlots || m_slots.size() >= static_cast<qsizetype>(FlowState::kMaxSlots);
            m_slots.insert(guard.slot, std::min(static_cast<int>(m_slots.size()),
                                                static_cast<int>(FlowState::kMaxSlots) - 1));
        }
        const QString key = guard.slot + u'=' + guard.value;
        if (guard.kind == Guard::Kind::SlotIs && !m_slotValues.contains(key))
            m_slotValues.insert(key, static_cast<std::int8_t>(m_slotValues.size() + 2));
    }
    for (const auto& guard : guards) {
        if (!guard.slot.isEmpty() && guard.slot != kSkill)
            m_places.insert(&guard, placeOf(guard));
    }
}

void FlowStates::set(FlowState& state, const QString& slot, const QString& value) const
{
    const int at = m_slots.value(slot, -1);
    if (at >= 0)
        state.slotValues[static_cast<std::size_t>(at)] =
            value.isEmpty() ? std::int8_t(0) : m_slotValues.value(slot + u'=' + value, 1);
}

FlowStates::Place FlowStates::placeOf(const Guard& guard) const
{
    if (const auto known = m_places.constFind(&guard); known != m_places.constEnd())
        return *known;
    return {.slot = static_cast<std::size_t>(m_slots.value(guard.slot)),
            .value = m_slotValues.value(guard.slot + u'=' + guard.value)};
}

FlowStates::Truth FlowStates::truth(const FlowState& state, const Guard& guard) const
{
    if (guard.slot == kSkill)
        return Truth::Maybe;
    bool is = false;
    switch (guard.kind) {
    case Guard::Kind::SlotSet: is = state.slotValues[placeOf(guard).slot] != 0; break;
    case Guard::Kind::SlotIs: {
        const auto place = placeOf(guard);
        is = state.slotValues[place.slot] == place.value;
        break;
    }
    case Guard::Kind::Misses: is = state.misses >= guard.misses; break;
    case Guard::Kind::Fact:
        if (guard.fact != Fact::Waiting && guard.fact != Fact::Closed)
            return Truth::Maybe;
        is = state.mode == modeNumber(guard.fact == Fact::Waiting ? Mode::Waiting : Mode::Closed);
        break;
    }
    return is != guard.negate ? Truth::Yes : Truth::No;
}

FlowStates::Truth FlowStates::truth(const FlowState& state, const Guards& guards) const
{
    Truth all = Truth::Yes;
    for (const auto& guard : guards)
        all = std::min(all, truth(state, guard));
    return all;
}

bool FlowStates::mayHold(const FlowState& state, const Guards& guards) const
{
    return truth(state, guards) != Truth::No;
}

void FlowStates::route(const FlowState& state, const Routes& routes, std::vector<FlowState>& out,
                       int depth)
{
    for (const auto& next : routes) {
        if (next.target == kResume && state.resume < 0)
            continue;
        const auto holds = truth(state, next.when);
        if (holds != Truth::No)
            enter(state, next.target, Skips::Taken, out, depth + 1);
        if (holds == Truth::Yes)
            return;
    }
    enter(state, kStay, Skips::Taken, out, depth + 1);
}

void FlowStates::enter(FlowState state, int target, Skips skips, std::vector<FlowState>& out,
                       int depth)
{
    if (target == kResume) {
        target = state.resume;
        state.resume = -1;
    }
    if (target < 0)
        target = state.stage;
    if (depth > kMaxDepth) {
        m_endless.insert(target);
        return;
    }
    m_visited.insert(target);
    const auto& there = m_flow.stage(target);
    if (state.stage != target)
        state.misses = 0;
    state.stage = static_cast<std::int16_t>(target);
    if (state.resume == target)
        state.resume = -1;
    for (const auto& skip : there.skips) {
        if (skips == Skips::Ignored || (skip.target == kResume && state.resume < 0))
            continue;
        const auto holds = truth(state, skip.when);
        if (holds != Truth::No)
            enter(state, skip.target, Skips::Taken, out, depth + 1);
        if (holds == Truth::Yes)
            return;
    }
    if (there.kind == StageKind::Handoff) {
        if (state.mode == modeNumber(Mode::Bot))
            state.mode = modeNumber(Mode::Waiting);
        route(state, there.next, out, depth);
        return;
    }
    if (there.kind == StageKind::NextProblem) {
        set(state, QStringLiteral("need"), QStringLiteral("problem"));
        set(state, slotOfTerm(TermKind::Problem), QStringLiteral("x"));
        set(state, slotOfTerm(TermKind::Topic), QString());
        set(state, slotOfTerm(TermKind::System), QString());
        route(state, there.next, out, depth);
        set(state, slotOfTerm(TermKind::Device), QStringLiteral("x"));
        route(state, there.next, out, depth);
        return;
    }
    if (there.kind == StageKind::End) {
        state.mode = modeNumber(Mode::Closed);
        state.resume = -1;
    }
    if (there.kind == StageKind::Steps)
        route(state, there.next, out, depth);
    out.push_back(state);
}

void FlowStates::close(const FlowState& before, std::vector<FlowState>& out, int depth)
{
    FlowState state = before;
    const bool isRating = m_flow.stage(state.stage).takesRating;
    state.mode = modeNumber(Mode::Closed);
    state.resume = -1;
    const auto isSet = [&](const QString& slot) {
        return state.slotValues[static_cast<std::size_t>(m_slots.value(slot))] != 0;
    };
    const bool rates =
        isSet(QStringLiteral("need")) && !isSet(QStringLiteral("rating")) && !isRating;
    enter(state, rates ? m_flow.ratingStage() : m_flow.closedStage(), Skips::Ignored, out,
          depth + 1);
}

std::vector<FlowState> FlowStates::begin()
{
    std::vector<FlowState> out;
    // With and without a known name and language.
    for (int known = 0; known < 4; ++known) {
        FlowState state;
        set(state, QStringLiteral("name"), (known & 1) != 0 ? QStringLiteral("x") : QString());
        set(state, QStringLiteral("language"), (known & 2) != 0 ? QStringLiteral("x") : QString());
        enter(state, m_flow.beginStage(), Skips::Taken, out, 0);
    }
    return out;
}

std::vector<FlowState> FlowStates::afterChoice(const FlowState& before, const Choice& choice)
{
    FlowState state = before;
    std::vector<FlowState> out;
    if (choice.withdraws && state.mode == modeNumber(Mode::Waiting))
        state.mode = modeNumber(Mode::Bot);
    for (const auto& slot : choice.clears)
        set(state, slot, QString());
    if (!choice.isDetour && choice.clears.size() > 1)
        state.resume = -1;
    for (const auto& [slot, value] : choice.sets)
        set(state, slot, value);
    if (choice.command < 0)
        state.misses = 0;
    switch (choice.effect) {
    case Effect::Close: close(state, out, 0); return out;
    case Effect::Erase: {
        FlowState erased;
        erased.stage = static_cast<std::int16_t>(m_flow.closedStage());
        erased.mode = modeNumber(Mode::Closed);
        return {erased};
    }
    case Effect::Back:
        if (state.resume >= 0)
            enter(state, kResume, Skips::Taken, out, 0);
        else
            enter(state, m_flow.stage(state.stage).back, Skips::Ignored, out, 0);
        return out;
    case Effect::None:
    case Effect::RateGood:
    case Effect::RateBad:
    case Effect::RateReason:
    case Effect::ArticleHelped:
    case Effect::ArticleDidNotHelp: break;
    }
    if (!choice.isDetour) {
        route(state, choice.next, out, 0);
        return out;
    }
    const int target = choice.next.front().target;
    if (state.resume < 0 && target != state.stage)
        state.resume = state.stage;
    enter(state, target, Skips::Ignored, out, 0);
    return out;
}

std::vector<FlowState> FlowStates::afterMiss(const FlowState& before)
{
    FlowState state = before;
    const auto& here = m_flow.stage(state.stage);
    // Beyond what is asked for, one miss more makes no difference.
    state.misses = static_cast<std::int8_t>(
        std::min(state.misses + 1, std::max(here.giveUpAfter, m_mostMisses)));
    std::vector<FlowState> out;
    if (here.giveUpAfter > 0 && state.misses >= here.giveUpAfter)
        goOnUnanswered(state, out);
    else
        out.push_back(state);
    return out;
}

void FlowStates::goOnUnanswered(FlowState& state, std::vector<FlowState>& out)
{
    const auto& here = m_flow.stage(state.stage);
    if (!here.assumes.isEmpty())
        set(state, here.assumes, QStringLiteral("x"));
    route(state, here.next, out, 0);
}

/// Something is told where something else was asked.
std::vector<FlowState> FlowStates::afterAside(FlowState& state)
{
    if (m_flow.stage(state.stage).assumes.isEmpty())
        return afterMiss(state);
    std::vector<FlowState> out;
    goOnUnanswered(state, out);
    return out;
}

std::vector<FlowState> FlowStates::afterTerm(const FlowState& before, TermKind kind)
{
    FlowState state = before;
    const auto& here = m_flow.stage(state.stage);
    std::vector<FlowState> out;
    const int implied = here.implied[static_cast<std::size_t>(kind)];
    set(state, slotOfTerm(kind), QStringLiteral("x"));
    if (here.term == kind) {
        route(state, here.next, out, 0);
    } else if (implied >= 0) {
        out = afterChoice(state, here.options[static_cast<std::size_t>(implied)]);
    } else if (here.listens) {
        const bool hasNeed =
            state.slotValues[static_cast<std::size_t>(m_slots.value(QStringLiteral("need")))] != 0;
        if (!hasNeed && (kind == TermKind::Problem || kind == TermKind::Topic))
            set(state, QStringLiteral("need"),
                kind == TermKind::Problem ? QStringLiteral("problem") : QStringLiteral("howto"));
        out = afterAside(state);
    }
    return out;
}

std::vector<FlowState> FlowStates::afterAsked(const FlowState& before)
{
    FlowState state = before;
    const auto& here = m_flow.stage(state.stage);
    std::vector<FlowState> out;
    if (here.asked == Asked::Name || here.listens)
        set(state, QStringLiteral("name"), QStringLiteral("x"));
    if (here.asked == Asked::Nothing)
        return here.listens ? afterAside(state) : out;
    if (here.asked == Asked::Contact)
        set(state, QStringLiteral("contact"), QStringLiteral("x"));
    route(state, here.next, out, 0);
    return out;
}

std::vector<FlowState> FlowStates::afterArticle(const FlowState& before)
{
    FlowState state = before;
    std::vector<FlowState> out;
    if (!m_flow.stage(state.stage).searches || m_flow.articleStage() < 0)
        return out;
    if (state.resume < 0 && m_flow.articleStage() != state.stage)
        state.resume = state.stage;
    enter(state, m_flow.articleStage(), Skips::Ignored, out, 0);
    return out;
}

} // namespace engine
