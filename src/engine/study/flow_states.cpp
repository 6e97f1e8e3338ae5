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
    noteSlots(m_rates);
    noteSlots(m_hasNeed);
    noteSlots(m_hasConsent);
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

std::vector<std::int8_t> FlowStates::valuesOf(std::size_t slot) const
{
    std::vector<std::int8_t> values{0, 1};
    for (const auto& [key, value] : m_slotValues.asKeyValueRange()) {
        if (m_slots.value(key.section(u'=', 0, 0), -1) == static_cast<int>(slot))
            values.push_back(value);
    }
    return values;
}

FlowStates::Truth FlowStates::truthOfSlot(const FlowState& state, const Guard& guard) const
{
    const auto place = placeOf(guard);
    std::int8_t value = state.slotValues[place.slot];
    if (value == kNotGiven || value >= kGiven) {
        const auto bit = static_cast<std::uint16_t>(1U << place.slot);
        auto& reads = guard.kind == Guard::Kind::SlotIs ? m_reads.value : m_reads.isSet;
        reads = static_cast<std::uint16_t>(reads | bit);
    }
    if (value == kNotGiven) {
        m_reads.missing = static_cast<int>(place.slot);
        return Truth::Maybe;
    }
    if (value >= kGiven)
        value = static_cast<std::int8_t>(value - kGiven);
    const bool is = guard.kind == Guard::Kind::SlotIs ? value == place.value : value != 0;
    return is != guard.negate ? Truth::Yes : Truth::No;
}

FlowStates::Truth FlowStates::truth(const FlowState& state, const Guard& guard) const
{
    if (guard.slot == kSkill)
        return Truth::Maybe;
    bool is = false;
    switch (guard.kind) {
    case Guard::Kind::SlotSet:
    case Guard::Kind::SlotIs: return truthOfSlot(state, guard);
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

void FlowStates::route(const FlowState& state, const Routes& routes, Detour detour,
                       std::vector<FlowState>& out, int depth)
{
    for (const auto& next : routes) {
        if (next.target == kResume && state.resume < 0)
            continue;
        const auto holds = truth(state, next.when);
        FlowState from = state;
        if (detour == Detour::Left && next.target >= 0 && next.target != state.stage)
            from.resume = -1;
        if (holds != Truth::No)
            enter(from, next.target, Skips::Taken, out, depth + 1);
        if (holds == Truth::Yes)
            return;
    }
    enter(state, kStay, Skips::Taken, out, depth + 1);
}

void FlowStates::go(const FlowState& state, const Routes& routes, std::vector<FlowState>& out)
{
    route(state, routes, Detour::Left, out, 0);
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
    if (m_reads.missing >= 0)
        return;
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
        route(state, there.next, Detour::Kept, out, depth);
        return;
    }
    if (there.kind == StageKind::NextProblem) {
        enterNextProblem(state, out, depth);
        return;
    }
    if (there.kind == StageKind::End) {
        state.mode = modeNumber(Mode::Closed);
        state.resume = -1;
    }
    if (there.kind == StageKind::Steps)
        route(state, there.next, Detour::Kept, out, depth);
    out.push_back(state);
}

void FlowStates::enterNextProblem(FlowState state, std::vector<FlowState>& out, int depth)
{
    const auto& there = m_flow.stage(state.stage);
    set(state, QStringLiteral("need"), QStringLiteral("problem"));
    set(state, slotOfTerm(TermKind::Problem), QStringLiteral("x"));
    set(state, slotOfTerm(TermKind::Topic), QString());
    set(state, slotOfTerm(TermKind::System), QString());
    const auto either = ofAnotherProblem(state);
    for (const auto& known : either)
        route(known, there.next, Detour::Kept, out, depth);
    set(state, slotOfTerm(TermKind::Device), QStringLiteral("x"));
    route(state, there.next, Detour::Kept, out, depth);
}

std::vector<FlowState> FlowStates::ofAnotherProblem(const FlowState& state) const
{
    FlowState without = state;
    set(without, slotOfTerm(TermKind::Device), QString());
    return {state, without};
}

void FlowStates::close(const FlowState& before, std::vector<FlowState>& out)
{
    FlowState state = before;
    const bool isRating = m_flow.stage(state.stage).takesRating;
    state.mode = modeNumber(Mode::Closed);
    state.resume = -1;
    const bool rates = !isRating && truth(state, m_rates) == Truth::Yes;
    enter(state, rates ? m_flow.ratingStage() : m_flow.closedStage(), Skips::Ignored, out, 1);
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

FlowState FlowStates::of(const State& state) const
{
    FlowState made;
    made.stage = static_cast<std::int16_t>(m_flow.stageIndex(state.stage));
    made.resume = static_cast<std::int16_t>(m_flow.stageIndex(state.resumeStage));
    made.mode = modeNumber(state.mode);
    const int most = std::max(m_flow.stage(made.stage).giveUpAfter, m_mostMisses);
    made.misses = static_cast<std::int8_t>(std::min(state.misses, most));
    for (const auto& [name, slot] : state.slots.asKeyValueRange()) {
        if (slot.source != Slot::Source::Guessed)
            set(made, name, slot.value);
    }
    return made;
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
    case Effect::Close: close(state, out); return out;
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
        const bool isOther = std::any_of(choice.sets.begin(), choice.sets.end(), [](const auto& s) {
            return s.first == slotOfTerm(TermKind::Problem);
        });
        const auto either = isOther ? ofAnotherProblem(state) : std::vector<FlowState>{state};
        for (const auto& from : either)
            go(from, choice.next, out);
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
    go(state, here.next, out);
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
    if (kind == TermKind::Problem && m_flow.takesUpProblems(here))
        return afterOtherProblem(before);
    const int implied = here.implied[static_cast<std::size_t>(kind)];
    const bool isTaken = here.term == kind || implied >= 0;
    if (!isTaken && !here.listens)
        return out;
    set(state, slotOfTerm(kind), QStringLiteral("x"));
    if (!isTaken && (kind == TermKind::Problem || kind == TermKind::Topic) &&
        truth(before, m_hasNeed) == Truth::No)
        set(state, QStringLiteral("need"),
            kind == TermKind::Problem ? QStringLiteral("problem") : QStringLiteral("howto"));
    const auto either =
        kind == TermKind::Problem ? ofAnotherProblem(state) : std::vector<FlowState>{state};
    for (FlowState from : either) {
        std::vector<FlowState> some;
        if (here.term == kind)
            go(from, here.next, some);
        else if (implied >= 0)
            some = afterChoice(from, here.options[static_cast<std::size_t>(implied)]);
        else
            some = afterAside(from);
        out.insert(out.end(), some.begin(), some.end());
    }
    return out;
}

/// Told in the middle of another one: it is kept for later, or begun at once.
std::vector<FlowState> FlowStates::afterOtherProblem(const FlowState& before)
{
    const int asks = m_flow.stageIndex(slotOfTerm(TermKind::Problem));
    if (truth(before, m_hasConsent) == Truth::No)
        return {};
    std::vector<FlowState> out{before};
    FlowState state = before;
    state.resume = -1;
    set(state, slotOfTerm(TermKind::Topic), QString());
    set(state, slotOfTerm(TermKind::System), QString());
    set(state, QStringLiteral("need"), QStringLiteral("problem"));
    set(state, slotOfTerm(TermKind::Problem), QStringLiteral("x"));
    const auto& next = asks >= 0 ? m_flow.stage(asks).next : m_flow.stage(state.stage).next;
    const auto either = ofAnotherProblem(state);
    for (const auto& from : either)
        go(from, next, out);
    set(state, slotOfTerm(TermKind::Device), QStringLiteral("x"));
    go(state, next, out);
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
    go(state, here.next, out);
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

std::vector<FlowMove> FlowStates::moves(const FlowState& state) const
{
    using Kind = FlowMove::Kind;
    const auto& here = m_flow.stage(state.stage);
    const bool isClosed = state.mode == modeNumber(Mode::Closed);
    std::vector<FlowMove> all;
    // After closing only the rating goes on, and the wish to erase.
    const bool goesOn = !isClosed || here.takesRating || state.stage == m_flow.eraseStage();
    for (const auto& option : here.options) {
        const bool isCommand = option.command >= 0;
        if (goesOn && !(isClosed && isCommand))
            all.push_back({.kind = Kind::Option,
                           .choice = isCommand ? &m_flow.command(option.command) : &option,
                           .when = &option.when});
    }
    if (!isClosed || here.takesRating)
        all.push_back({.kind = Kind::Asked});
    for (const auto& command : m_flow.commands()) {
        if (!isClosed || command.value == u"cmd:erase")
            all.push_back({.kind = Kind::Command, .choice = &command});
    }
    if (isClosed)
        return all;
    for (std::size_t i = 0; i < kTermKinds; ++i)
        all.push_back({.kind = Kind::Term, .term = static_cast<TermKind>(i)});
    for (const auto kind : {Kind::Miss, Kind::Article, Kind::Prompt})
        all.push_back({.kind = kind});
    return all;
}

std::vector<FlowState> FlowStates::after(const FlowState& state, const FlowMove& move)
{
    switch (move.kind) {
    case FlowMove::Kind::Option:
        return mayHold(state, *move.when) ? afterChoice(state, *move.choice)
                                          : std::vector<FlowState>();
    case FlowMove::Kind::Command: return afterChoice(state, *move.choice);
    case FlowMove::Kind::Term: return afterTerm(state, move.term);
    case FlowMove::Kind::Asked: return afterAsked(state);
    case FlowMove::Kind::Miss: return afterMiss(state);
    case FlowMove::Kind::Article: return afterArticle(state);
    case FlowMove::Kind::Prompt: break;
    }
    (void)hasPrompt(state);
    return {};
}

bool FlowStates::hasPrompt(const FlowState& state) const
{
    const auto& here = m_flow.stage(state.stage);
    return here.kind == StageKind::Human || here.kind == StageKind::Handoff ||
           here.kind == StageKind::NextProblem ||
           std::any_of(here.prompts.begin(), here.prompts.end(),
                       [&](const Prompt& prompt) { return mayHold(state, prompt.when); });
}

} // namespace engine
