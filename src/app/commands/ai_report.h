// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/report.h"
#include "ai/wire/protocol.h"
#include "base/json.h"

namespace app {

/// Members "finish", "usage" and "toolCalls", where there are any.
void writeAnswer(base::JsonWriter& json, const ai::AnswerState& state);
/// A call's end as one object: outcome with what it says, hops, attempts, usage, cost.
void writeReport(base::JsonWriter& json, const ai::CallReport& report);
/// What the outcome says besides its name: a text, a limit, a cause; empty where nothing.
[[nodiscard]] std::string detailOf(const ai::Outcome& outcome);
/// The answer, or what there is of it.
[[nodiscard]] std::string textOf(const ai::Outcome& outcome);

} // namespace app
