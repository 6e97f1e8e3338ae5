// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/study/flow_states.h"

#include <unordered_map>

namespace engine {

/// What the future of a conversation can still depend on. A slot that nothing asks for before it is
/// written again is dead, and two states that differ in dead slots alone have the same moves, the
/// same questions and the same ends: one stands for both, and no proof is weaker for it. (Liveness
/// of variables, as compilers know it: A. Aho, R. Sethi, J. Ullman, "Compilers", 10.6.)
///
/// Found by letting FlowStates make each move of each place (a state without its slots) with slots
/// that are given only when they are asked for; so there is no second account of the flow's rules.
class FlowLiveness
{
public:
    explicit FlowLiveness(const Flow& flow);

    /// The state that stands for it: dead slots are not set, and a slot of which only is asked
    /// whether it is set has no value of its own.
    [[nodiscard]] FlowState reduced(const FlowState& state) const;

private:
    struct Live {
        std::uint16_t isSet = 0, value = 0; ///< slots by bits
        bool operator==(const Live&) const = default;
    };
    struct Edge {
        FlowState place;
        std::uint16_t written = 0; ///< slots by bits
        bool operator==(const Edge&) const = default;
    };
    struct Place {
        Live live;
        std::vector<Edge> edges;
    };
    [[nodiscard]] static FlowState placeOf(const FlowState& state);
    void study(const FlowState& place);
    void study(const FlowState& place, const FlowMove& move);
    void lead(const FlowState& from, const FlowState& to);
    [[nodiscard]] bool spread(Place& place) const;

    FlowStates m_states;
    std::unordered_map<FlowState, Place, FlowStateHash> m_places;
    std::vector<FlowState> m_open;
};

} // namespace engine
