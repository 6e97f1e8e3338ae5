// SPDX-License-Identifier: GPL-3.0-or-later
// What the writing thread runs besides turns: each function is one tell of the facade.
#pragma once

#include "store/records.h"
#include "store/sql/connection.h"

namespace store {

[[nodiscard]] base::Result<void> writeSession(Connection& connection, const SessionRow& session);
[[nodiscard]] base::Result<void> writeCustomer(Connection& connection, const CustomerRow& customer);
/// NotFound: the conversation is gone.
[[nodiscard]] base::Result<void> writeDraft(Connection& connection, const Draft& draft);
[[nodiscard]] base::Result<void> writeSetting(Connection& connection, const QString& key,
                                              const QString& value);
[[nodiscard]] base::Result<void> removeSetting(Connection& connection, const QString& key);
/// Conflict: another flow has that version.
[[nodiscard]] base::Result<FlowVersion> writeFlowVersion(Connection& connection, FlowVersion flow);

} // namespace store
