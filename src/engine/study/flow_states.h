// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"

#include <QHash>

#include <array>
#include <cstdint>
#include <functional>
#include <set>
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

struct FlowStateHash {
    std::size_t operator()(const FlowState& state) const noexcept;
};

/// Moves between the states of a flow, as Turn does with a real conversation. What comes from
/// outside (persons on duty, steps left …) may be either way, so a move has several results.
class FlowStates
{
public:
    explicit FlowStates(const Flow& flow);

    [[nodiscard]] std::vector<FlowState> begin();
    [[nodiscard]] std::vector<FlowState> afterChoice(const FlowState& state, const Choice& choice);
    [[nodiscard]] std::vector<FlowState> afterMiss(const FlowState& state);
    [[nodiscard]] std::vector<FlowState> afterTerm(const FlowState& state, TermKind kind);
    [[nodiscard]] std::vector<FlowState> afterAsked(const FlowState& state);
    /// Something was found for what was told here.
    [[nodiscard]] std::vector<FlowState> afterArticle(const FlowState& state);
    /// Could this choice be there?
    [[nodiscard]] bool mayHold(const FlowState& state, const Guards& guards) const;

    /// Stages that were entered, if only to be skipped; stages whose skips never end; more slots
    /// than can be told apart.
    [[nodiscard]] const std::set<int>& visited() const noexcept { return m_visited; }
    [[nodiscard]] const std::set<int>& endless() const noexcept { return m_endless; }
    [[nodiscard]] bool hasTooManySlots() const noexcept { return m_hasTooManySlots; }

private:
    enum class Truth { No, Maybe, Yes };
    [[nodiscard]] Truth truth(const FlowState& state, const Guard& guard) const;
    [[nodiscard]] Truth truth(const FlowState& state, const Guards& guards) const;
    void noteSlots(const Guards& guards);
    void set(FlowState& state, const QString& slot, const QString& value) const;
    void goOnUnanswered(FlowState& state, std::vector<FlowState>& out);
    [[nodiscard]] std::vector<FlowState> afterAside(FlowState& state);
    void close(const FlowState& state, std::vector<FlowState>& out, int depth);
    void route(const FlowState& state, const Routes& routes, std::vector<FlowState>& out,
               int depth);
    enum class Skips { Taken, Ignored };
    void enter(FlowState state, int target, Skips skips, std::vector<FlowState>& out, int depth);

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
    std::set<int> m_visited, m_endless;
    bool m_hasTooManySlots = false;
};

} // namespace engine
