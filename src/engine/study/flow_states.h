// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"

#include <QHash>

#include <array>
#include <cstdint>
#include <set>
#include <utility>
#include <vector>

namespace engine {

/// A conversation as far as guards can tell it apart from another.
struct FlowState {
    static constexpr std::size_t kMaxSlots = 16;

    std::int16_t stage = 0;
    std::int16_t resume = -1;
    std::int8_t mode = 0; ///< Mode
    std::int8_t misses = 0;
    std::array<std::int8_t, kMaxSlots>
        slotValues{}; ///< 0: not set; 1: some value; from 2 on: one that a guard names
    bool operator==(const FlowState&) const = default;
};

/// What may happen next to a conversation.
struct FlowMove {
    enum class Kind {
        Option,  ///< `choice`, where `when` holds
        Command, ///< `choice`
        Term,    ///< `term` is told
        Asked,   ///< what was asked for
        Miss,
        Article, ///< something was found for what was told here
        Prompt,  ///< nothing happens: the stage's question is looked for
    };
    Kind kind = Kind::Miss;
    const Choice* choice = nullptr;
    const Guards* when = nullptr;
    TermKind term = TermKind::Problem;
};

struct FlowStateHash {
    std::size_t operator()(const FlowState& state) const noexcept;
};

/// Moves between the states of a flow, as Turn does with a real conversation. What comes from
/// outside (persons on duty, steps left …) may be either way, so a move has several results.
class FlowStates
{
public:
    explicit FlowStates(const Flow& flow);
    FlowStates(const FlowStates&) = delete;
    FlowStates& operator=(const FlowStates&) = delete;

    [[nodiscard]] std::vector<FlowState> begin();
    /// A real conversation, as it is seen here.
    [[nodiscard]] FlowState of(const State& state) const;
    /// They depend on the stage and the mode alone.
    [[nodiscard]] std::vector<FlowMove> moves(const FlowState& state) const;
    /// Empty where the move is not possible.
    [[nodiscard]] std::vector<FlowState> after(const FlowState& state, const FlowMove& move);
    /// Could it have something to ask?
    [[nodiscard]] bool hasPrompt(const FlowState& state) const;

    // ---- For the study of what a state depends on ----
    /// A slot whose value has not been given yet. Where one is asked for, the move ends and is void.
    static constexpr std::int8_t kNotGiven = -1;
    /// Added to a value that was given, so that reading it is noticed and writing it forgets it.
    static constexpr std::int8_t kGiven = 64;
    /// Slots by bits: asked whether they are set, and for which value.
    struct Reads {
        std::uint16_t isSet = 0, value = 0;
        int missing = -1; ///< a slot that was not given
    };
    [[nodiscard]] Reads takeReads() { return std::exchange(m_reads, Reads()); }
    /// All values that guards tell apart.
    [[nodiscard]] std::vector<std::int8_t> valuesOf(std::size_t slot) const;

    /// Stages that were entered, if only to be skipped; stages whose skips never end; more slots
    /// than can be told apart.
    [[nodiscard]] const std::set<int>& visited() const noexcept { return m_visited; }
    [[nodiscard]] const std::set<int>& endless() const noexcept { return m_endless; }
    [[nodiscard]] bool hasTooManySlots() const noexcept { return m_hasTooManySlots; }

private:
    enum class Truth { No, Maybe, Yes };
    [[nodiscard]] Truth truth(const FlowState& state, const Guard& guard) const;
    [[nodiscard]] Truth truthOfSlot(const FlowState& state, const Guard& guard) const;
    [[nodiscard]] Truth truth(const FlowState& state, const Guards& guards) const;
    [[nodiscard]] bool mayHold(const FlowState& state, const Guards& guards) const;
    void noteSlots(const Guards& guards);
    void set(FlowState& state, const QString& slot, const QString& value) const;
    /// Another problem forgets a device that was none of those shown.
    [[nodiscard]] std::vector<FlowState> ofAnotherProblem(const FlowState& state) const;
    [[nodiscard]] std::vector<FlowState> afterChoice(const FlowState& state, const Choice& choice);
    [[nodiscard]] std::vector<FlowState> afterMiss(const FlowState& state);
    [[nodiscard]] std::vector<FlowState> afterTerm(const FlowState& state, TermKind kind);
    [[nodiscard]] std::vector<FlowState> afterOtherProblem(const FlowState& state);
    [[nodiscard]] std::vector<FlowState> afterAsked(const FlowState& state);
    [[nodiscard]] std::vector<FlowState> afterArticle(const FlowState& state);
    void goOnUnanswered(FlowState& state, std::vector<FlowState>& out);
    [[nodiscard]] std::vector<FlowState> afterAside(FlowState& state);
    void close(const FlowState& state, std::vector<FlowState>& out);
    /// As Turn::go: a detour that is left for another stage is not come back to.
    void go(const FlowState& state, const Routes& routes, std::vector<FlowState>& out);
    enum class Detour { Kept, Left };
    void route(const FlowState& state, const Routes& routes, Detour detour,
               std::vector<FlowState>& out, int depth);
    enum class Skips { Taken, Ignored };
    void enter(FlowState state, int target, Skips skips, std::vector<FlowState>& out, int depth);
    void enterNextProblem(FlowState state, std::vector<FlowState>& out, int depth);

    const Flow& m_flow;
    /// What a guard of the flow asks for, so that no text is compared on the way.
    struct Place {
        std::size_t slot = 0;
        std::int8_t value = 0;
    };
    [[nodiscard]] Place placeOf(const Guard& guard) const;
    QHash<const Guard*, Place> m_places;
    QHash<QString, int> m_slots;              ///< slot -> place in FlowState::slotValues
    QHash<QString, std::int8_t> m_slotValues; ///< "slot=value" -> its number
    int m_mostMisses = 0;                     ///< that a guard asks for
    /// What closing asks for, and what is told beside an answer.
    const Guards m_rates{Guard{.slot = QStringLiteral("need")},
                         Guard{.slot = QStringLiteral("rating"), .negate = true}};
    const Guards m_hasNeed{Guard{.slot = QStringLiteral("need")}};
    const Guards m_hasConsent{Guard{.slot = QStringLiteral("consent")}};
    mutable Reads m_reads;
    std::set<int> m_visited, m_endless;
    bool m_hasTooManySlots = false;
};

} // namespace engine
