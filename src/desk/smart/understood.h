// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"
#include "engine/values.h"

#include <vector>

namespace desk {

/// The intents that AI may name; those of resources/nlu/intents.
[[nodiscard]] const QStringList& aiIntents();

/// The codes of a kind with their labels, as AI is told them: "slow (Anda lento), …".
[[nodiscard]] QString termsForAi(const engine::Catalogue& catalogue, engine::TermKind kind,
                                 engine::Language language);

/// Puts what AI made of a message (JSON as prompt "understand" asks for) where the engine looks:
/// candidates in the facts, device and system in the help. What is no intent of ours and no code of the
/// catalogue is dropped. False: nothing is left.
bool hearUnderstood(const QByteArray& json, const engine::Catalogue& catalogue,
                    engine::AiHelp& help, engine::Facts& facts);

/// The ids that AI chose (JSON as prompt "propose" asks for) among those offered, each once, at most
/// four.
[[nodiscard]] QStringList stepsProposed(const QByteArray& json,
                                        const std::vector<const engine::StepItem*>& offered);

} // namespace desk
