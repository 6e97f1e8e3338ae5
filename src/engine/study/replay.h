// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"
#include "engine/values.h"

#include <QString>

#include <vector>

namespace engine {

/// One recorded turn: what went in, and what came of it. Without its text (erased or masked) it is
/// compared by stage, mode and outcome alone; with `isReplayable` false, not at all.
struct RecordedTurn {
    Input input;
    Facts facts;
    QString stageAfter;
    QString rule;
    std::vector<Event> events; ///< as stored; only compared where not empty
    bool hasText = true;
    bool isReplayable = true;
};

struct ReplayResult {
    enum class Outcome { Same, Different, NotReplayable };
    Outcome outcome = Outcome::Same;
    int turns = 0;         ///< replayed
    int differentAt = -1;  ///< index of the first turn that differs
    QString before, after; ///< what was recorded there, and what comes now
};

/// Steps through recorded turns from the beginning, against the same flow (then byte for byte) or
/// another one.
[[nodiscard]] ReplayResult replay(const Flow& flow, const std::vector<RecordedTurn>& turns);

} // namespace engine
