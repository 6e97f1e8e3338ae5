// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/flow.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace engine {

/// What the checker found wrong; `place` is a stage, an option or a text.
struct FlowProblem {
    QString place, what;
};

struct FlowReport {
    std::vector<FlowProblem> problems;  ///< empty: proven
    qint64 states = 0, transitions = 0; ///< enumerated
    [[nodiscard]] bool isProven() const noexcept { return problems.empty(); }
};

/// Enumerates every state that a conversation can reach (stage, who answers, where a detour returns
/// to, misses, and each slot that a guard asks for; facts from outside are taken as both true and
/// false) and proves: from each of them a person, a restart and a close are one input away; every
/// stage can be reached and left; skips end; a prompt is always there, and those of a first, second
/// and third miss differ. Also: no phrase belongs to two options of one stage, every text is used,
/// every alias names something. That transitions and texts exist was proven when the flow was
/// loaded. About a second.
[[nodiscard]] FlowReport checkFlow(const Flow& flow);

/// The stages and their transitions in the DOT language (graphviz.org); commands are left out, as
/// they lead from everywhere.
[[nodiscard]] QString flowGraph(const Flow& flow, QStringView language);

} // namespace engine
