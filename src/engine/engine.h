// SPDX-License-Identifier: GPL-3.0-or-later
// engine: the pure, deterministic core. It knows base and nothing else: no I/O, no clock, no chance.
// Any thread; every function is reentrant.
//
//   values.h   State, Input, Facts, Event, Decision
//   flow.h     the flow definition, read from JSON;  flow_check.h proves it
//   engine.h   step()
#pragma once

#include "base/result.h"
#include "engine/values.h"

namespace engine {

class Flow;

/// One turn. The decision is complete; nothing of it has happened until somebody commits it.
/// Conflict: the conversation has another owner. Refused: not possible in this mode (an agent writes
/// without owning; anything but Begin before Begin; anything after Closed). Invalid: an unknown stage
/// or an empty message.
[[nodiscard]] base::Result<Decision> step(const Flow& flow, const State& state, const Input& input,
                                          const Facts& facts);

} // namespace engine
