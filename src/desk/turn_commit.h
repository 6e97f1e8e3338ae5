// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "store/records.h"

namespace desk {

/// What a list shows of the last words, in UTF-16 units.
inline constexpr qsizetype kLastTextLength = 120;

/// What the store is to commit for a decision; `row` becomes what it will say afterwards, but for
/// what the store numbers.
[[nodiscard]] store::TurnCommit makeCommit(store::ConversationRow& row, const engine::State& before,
                                           const engine::Input& input, const engine::Facts& facts,
                                           const engine::Decision& decision);

/// "flow" or "human": who answered a turn that ended in this state, where no AI was asked. Where it was,
/// "ai" if something of its answer counts, "fallback" if it failed.
[[nodiscard]] QString handledBy(engine::Mode mode);

} // namespace desk
