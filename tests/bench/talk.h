// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"
#include "store/records.h"

#include <array>
#include <vector>

namespace bench {

/// What a customer says between the greeting and the next conversation: consent, language, name, a
/// problem, its steps, another start. Each is understood by the default flow; the test of that is in
/// scriptedTurns().
inline constexpr std::array kSayings{"sí",
                                     "español",
                                     "Ana",
                                     "la compu no prende",
                                     "sigue igual",
                                     "ya probé y sigue igual",
                                     "sigue igual",
                                     "no puedo hacerlo",
                                     "empezar de nuevo"};

/// The flow and the catalogue that the programs carry.
[[nodiscard]] engine::Flow builtInFlow();

/// The greeting and those turns as the desk would have the store commit them, one conversation, each
/// resting on the one before. Without id, ULID and customer.
[[nodiscard]] std::vector<store::TurnCommit> scriptedTurns(const engine::Flow& flow);

} // namespace bench
