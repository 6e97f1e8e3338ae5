// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"
#include "store/sql/connection.h"

namespace store {

/// A row of the statements that select a conversation's summary; the state where it is selected
/// too.
enum class WithState { No, Yes };
[[nodiscard]] ConversationRow conversationRow(const Statement& row, WithState state);

/// A row of the Events… statements.
[[nodiscard]] EventRow eventRow(const Statement& row);

/// The columns from `mode` to `outcome`, in the order of InsertConversation and UpdateConversation.
void bindSummary(Statement& statement, const Summary& summary);

[[nodiscard]] std::optional<qint64> msOrNull(const std::optional<base::WallTime>& time);

/// True for kinds that people read as a message.
[[nodiscard]] bool isMessage(engine::EventKind kind) noexcept;

} // namespace store
