// SPDX-License-Identifier: GPL-3.0-or-later
// engine: the pure, deterministic core. It knows base and nothing else: no I/O, no clock, no
// chance. Any thread; every function is reentrant.
//
//   values.h     State, Input, Facts, Event, Decision;  recording.h what is kept of a turn
//   engine.h     step();  turn/ what one turn does, for the customer and for people
//   flow.h       the flow definition, read from JSON (flow_loader.h);  catalogue.h steps and guides
//   words/       texts, and the understanding of what people type
//   study/       the checker and the graph, simulated customers, written conversations, replay
//
//   auto flow = engine::Flow::load(flowJson, catalogueFiles);
//   auto decision = engine::step(*flow, state, {.kind = Input::Kind::Message, .text = text},
//   facts); if (decision) commit(decision->events, state = decision->next);
#pragma once

#include "base/result.h"
#include "engine/values.h"

namespace engine {

class Flow;

/// One turn. The decision is complete; nothing of it has happened until somebody commits it.
/// Conflict: the conversation has another owner. Refused: not possible in this mode (an agent
/// writes without owning; anything but Begin before Begin; anything after Closed but what is said
/// below). Invalid: a stage that this flow does not know, or an empty message.
///
/// Pinning. State::flowVersion names the flow that the conversation began with; give that one,
/// always. Begin keeps the number that stands in the state (the store's, say), or writes
/// Flow::version() where it is 0.
///
/// Closing. Whoever closes, mode is Closed and the event Closed stands at once, exactly once. Where
/// a need was told, the bot then asks for the rating (stage "rating", mode Closed): so in mode
/// Closed a customer's rating, its reason and its comment are still taken, and the wish to erase;
/// everything else that a customer sends is Refused: then open the next conversation and give it
/// the input. Ask takesCustomer() to skip the attempt. Notes, receipts and erasure are taken in
/// every mode.
///
/// Waiting and the stage are independent: while a person is awaited the flow goes on, so every exit
/// stays open; only start over withdraws the request.
///
/// In mode Human there is no event by Actor::Bot. The customer's close, erase, start over and
/// change of problem count there when tapped, or typed as their label; the question whether to
/// erase comes as a BotMessage by Actor::System.
///
/// A decision without events has nothing to commit: a take-over by the present owner, a receipt
/// that says nothing new.
[[nodiscard]] base::Result<Decision> step(const Flow& flow, const State& state, const Input& input,
                                          const Facts& facts);

/// May this input of a customer still belong to this conversation? False: begin the next one.
[[nodiscard]] bool takesCustomer(const Flow& flow, const State& state, const Input& input);

} // namespace engine
