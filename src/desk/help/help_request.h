// SPDX-License-Identifier: GPL-3.0-or-later
// From a conversation to what AI is asked. Pure.
//
// What leaves: the customer's words, the bot's, and the agents' replies, with their numbers; and, where
// the task is about it, the agent's draft. What never leaves: private notes (a note is written in the
// trust that it stays here, so not for a summary either), contact data that a customer left at the
// contact prompt, ratings, names of agents, texts that were erased. All of it is masked on its way.
#pragma once

#include "ai/values.h"
#include "desk/help/help_values.h"
#include "desk/smart/prompts.h"
#include "store/records.h"

#include <QSet>

#include <optional>
#include <vector>

namespace desk {

/// What a task is made from.
struct HelpGround {
    QString language;                    ///< the customer's
    QStringList names;                   ///< of customer and agents: masked wherever they stand
    std::vector<store::EventRow> events; ///< ascending
    QSet<qint64> seqs;                   ///< numbers that the summary may link to: those sent
    QString original;                    ///< the one text that it is about; empty: the conversation
    QString before;                      ///< what was said right before `original`; not sent
};

/// Id of the task's prompt in resources/prompts.
[[nodiscard]] QString helpPromptId(HelpTask task);
/// Leaves out what may not leave and what does not fit: the oldest. Nothing: no words to work on.
[[nodiscard]] std::optional<HelpGround> groundOf(const HelpRequest& request, QString language,
                                                 std::vector<store::EventRow> events);
[[nodiscard]] ai::ChatRequest helpChat(const HelpRequest& request, const HelpGround& ground,
                                       const Prompt& prompt);

} // namespace desk
