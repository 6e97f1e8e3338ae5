// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the shop, and who changed what of them; on the connection's thread.
#pragma once

#include "store/records.h"
#include "store/sql/connection.h"

namespace store {

/// Stores the row and its note as one. NotFound: the person has an id that nobody has. Conflict:
/// somebody else has that name key.
[[nodiscard]] base::Result<Person> writePerson(Connection& connection, Person person,
                                               const AuditNote& note);
/// In the order in which they came; those who are locked out too.
[[nodiscard]] base::Result<std::vector<Person>> readPeople(Connection& connection);

/// Newest first.
[[nodiscard]] base::Result<std::vector<AuditRow>> readAudit(Connection& connection,
                                                            const AuditQuery& query);

} // namespace store
