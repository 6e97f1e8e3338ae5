// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/values.h"

#include <functional>

namespace engine {

/// Fills in what classifiers make of a customer's words (the candidates of Facts and the models'
/// versions), as the desk would before the step. Empty: no classifier runs.
using Understand = std::function<void(const QString& text, Facts& facts)>;

/// The facts of this input: as they are where they hold candidates already, else with what
/// `understand` makes of a message.
[[nodiscard]] inline Facts understood(const Understand& understand, const Input& input, Facts facts)
{
    const bool isAsked = understand && input.kind == Input::Kind::Message;
    if (isAsked && facts.candidates.isEmpty() && facts.problemCandidates.isEmpty())
        understand(input.text, facts);
    return facts;
}

} // namespace engine
