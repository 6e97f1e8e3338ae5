// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/flow_liveness.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::uint16_t bitOfSlot(std::size_t slot)
{
    return static_cast<std::uint16_t>(1U << slot);
}

std::uint16_t both(std::uint16_t a, std::uint16_t b)
{
    return static_cast<std::uint16_t>(a | b);
}

std::uint16_t without(std::uint16_t a, std::uint16_t b)
{
    return static_cast<std::uint16_t>(a & ~b);
}

} // namespace

FlowLiveness::FlowLiveness(const Flow& flow) : m_states(flow)
{
    const auto first = m_states.begin();
    for (const auto& state : first)
        m_open.push_back(placeOf(state));
    while (!m_open.empty()) {
        const FlowState place = m_open.back();
        m_open.pop_back();
        if (!m_places.contains(place))
            study(place);
    }
    bool hasChanged = true;
    while (hasChanged) {
        hasChanged = false;
        for (auto& [place, known] : m_places)
            hasChanged = spread(known) || hasChanged;
    }
}

FlowState FlowLiveness::placeOf(const FlowState& state)
{
    FlowState place = state;
    place.slotValues.fill(FlowStates::kNotGiven);
    return place;
}

void FlowLiveness::study(const FlowState& place)
{
    m_places.emplace(place, Place());
    const auto moves = m_states.moves(place);
    for (const auto& move : moves)
        study(place, move);
}

/// Each time that a slot is asked for which is not given, the move is made again with each value.
void FlowLiveness::study(const FlowState& place, const FlowMove& move)
{
    auto& live = m_places[place].live;
    std::vector<FlowState> open{place};
    while (!open.empty()) {
        const FlowState state = open.back();
        open.pop_back();
        (void)m_states.takeReads();
        const auto after = m_states.after(state, move);
        const auto reads = m_states.takeReads();
        live.isSet = both(live.isSet, reads.isSet);
        live.value = both(live.value, reads.value);
        if (reads.missing < 0) {
            for (const auto& next : after)
                lead(state, next);
            continue;
        }
        const auto slot = static_cast<std::size_t>(reads.missing);
        for (const auto value : m_states.valuesOf(slot)) {
            FlowState given = state;
            given.slotValues[slot] = static_cast<std::int8_t>(FlowStates::kGiven + value);
            open.push_back(given);
        }
    }
}

void FlowLiveness::lead(const FlowState& from, const FlowState& to)
{
    Edge edge{.place = placeOf(to)};
    for (std::size_t i = 0; i < FlowState::kMaxSlots; ++i) {
        const auto value = to.slotValues[i];
        if (value >= 0 && value < FlowStates::kGiven)
            edge.written = both(edge.written, bitOfSlot(i));
    }
    auto& edges = m_places[placeOf(from)].edges;
    if (std::find(edges.begin(), edges.end(), edge) != edges.end())
        return;
    m_open.push_back(edge.place);
    edges.push_back(edge);
}

bool FlowLiveness::spread(Place& place) const
{
    const Live before = place.live;
    for (const auto& edge : place.edges) {
        const auto& there = m_places.at(edge.place).live;
        place.live.isSet = both(place.live.isSet, without(there.isSet, edge.written));
        place.live.value = both(place.live.value, without(there.value, edge.written));
    }
    return place.live != before;
}

FlowState FlowLiveness::reduced(const FlowState& state) const
{
    const auto known = m_places.find(placeOf(state));
    if (known == m_places.end())
        return state;
    const Live& live = known->second.live;
    FlowState made = state;
    for (std::size_t i = 0; i < FlowState::kMaxSlots; ++i) {
        auto& value = made.slotValues[i];
        if ((live.value & bitOfSlot(i)) == 0)
            value =
                (live.isSet & bitOfSlot(i)) == 0 ? std::int8_t(0) : std::min(value, std::int8_t(1));
    }
    return made;
}

} // namespace engine
