// SPDX-License-Identifier: GPL-3.0-or-later
// Releases, the freeze windows and their ledgers; on the connection's thread.
#pragma once

#include "store/releases/checklist_records.h"
#include "store/sql/connection.h"

namespace store {

/// Conflict: the ledger does not end where `before` says, or there is a release of that id already.
/// NotFound: there is no such release.
[[nodiscard]] base::Result<void> writeChecklist(Connection& connection,
                                                const ChecklistChange& change);
/// Newest first; without kFreezesUlid.
[[nodiscard]] base::Result<QStringList> readChecklistIds(Connection& connection);
/// As of one moment. NotFound.
[[nodiscard]] base::Result<ChecklistRow> readChecklist(Connection& connection, const QString& ulid);
/// NotFound: no such release.
[[nodiscard]] base::Result<std::vector<ChecklistEntryRow>>
readChecklistEntries(Connection& connection, const QString& ulid);
/// NotFound: no such release, or it was not imported.
[[nodiscard]] base::Result<ChecklistSource> readChecklistSource(Connection& connection,
                                                                const QString& ulid);

/// Those of these evidence files that no item of any release shows.
[[nodiscard]] base::Result<QList<QByteArray>> filesNotShown(Connection& connection,
                                                            const QList<QByteArray>& hashes);

/// Conflict: there is that version already.
[[nodiscard]] base::Result<void> writeReleaseTemplate(Connection& connection,
                                                      const ReleaseTemplateRow& row);
/// Of a language, by id and version.
[[nodiscard]] base::Result<std::vector<ReleaseTemplateRow>>
readReleaseTemplates(Connection& connection, const QString& language);

} // namespace store
