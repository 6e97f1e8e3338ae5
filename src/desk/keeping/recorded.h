// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/study/replay.h"
#include "store/records.h"

#include <vector>

namespace desk {

/// What a turn's rows do not tell of its input otherwise: the input with its words, as personal
/// JSON. Empty where the turn's events have them already.
[[nodiscard]] QByteArray untoldInput(const engine::Input& input,
                                     const std::vector<engine::Event>& events);

/// A conversation's turns as replay takes them, from its rows in order. A turn that lost its texts,
/// or never went through the engine, is not replayable.
[[nodiscard]] std::vector<engine::RecordedTurn>
recordedTurns(const std::vector<store::TurnRow>& turns, const std::vector<store::EventRow>& events);

/// What this turn knew from outside; as by default where that was not recorded.
[[nodiscard]] engine::Facts recordedFacts(const store::TurnRow& turn);

} // namespace desk
