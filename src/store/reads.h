// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers run: each function is one answer of the facade. On the connection's thread.
#pragma once

#include "store/records.h"
#include "store/sql/connection.h"

namespace store {

[[nodiscard]] base::Result<ConversationRow> readConversation(Connection& connection,
                                                             base::ConversationId id);
/// Invalid: the cursor is none of ours.
[[nodiscard]] base::Result<ConversationPage> readPage(Connection& connection,
                                                      const ConversationQuery& query);
[[nodiscard]] base::Result<ViewCounts> readCounts(Connection& connection, base::PersonId person);
[[nodiscard]] base::Result<std::vector<EventRow>> readEvents(Connection& connection,
                                                             const EventQuery& query);
[[nodiscard]] base::Result<std::vector<TurnRow>> readTurns(Connection& connection,
                                                           base::ConversationId id);
[[nodiscard]] base::Result<SessionRow> readSession(Connection& connection,
                                                   const QByteArray& idHash);
[[nodiscard]] base::Result<CustomerRow> readCustomer(Connection& connection,
                                                     const base::CustomerId& id);
[[nodiscard]] base::Result<std::vector<Draft>> readDrafts(Connection& connection,
                                                          base::PersonId person);
[[nodiscard]] base::Result<QMap<QString, QString>> readSettings(Connection& connection);
[[nodiscard]] base::Result<std::vector<FlowVersion>> readFlowVersions(Connection& connection);
[[nodiscard]] base::Result<std::vector<base::ConversationId>>
readIdle(Connection& connection, base::WallTime since, int limit);
[[nodiscard]] base::Result<void> verifyChain(Connection& connection, base::ConversationId id);

[[nodiscard]] FlowVersion flowVersionRow(const Statement& row);

} // namespace store
