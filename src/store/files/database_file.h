// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "store/sql/migrations.h"

#include <QString>

namespace store {

/// What stands at the database's path, found out without writing anything.
struct DatabaseFile {
    bool exists = false;
    int version = 0;             ///< its schema
    bool endedUncleanly = false; ///< a write-ahead log was left: the last program did not close it
};

/// Whether a write-ahead log beside the file is looked at, or only what stands in the file.
enum class LogUse { Applied, Ignored };

/// Corrupt: no database, not ours, or damaged. Refused: made by a newer program whose schema we
/// cannot work with. Offline: cannot be read. The details differ for each. \param newest the newest
/// schema that this program knows
[[nodiscard]] base::Result<DatabaseFile> examineDatabaseFile(const QString& path, int newest,
                                                             LogUse log = LogUse::Applied);

/// True where a valid write-ahead log stands beside the database that is not its own, or older than
/// it: another one's file was put in its place. SQLite would apply it and mix the two. Each group of
/// commits writes the page of the counters, so the log shows whose it is.
[[nodiscard]] bool hasForeignLog(const QString& path);

/// Removes the shared index of a write-ahead log where it cannot be written: whoever read a database
/// that was protected made it with the same mode. SQLite makes it anew. Nobody may have it open.
void removeProtectedIndex(const QString& path);

/// An empty file of mode 0600, where there is none: SQLite's side files take its mode.
[[nodiscard]] base::Result<void> makePrivateFile(const QString& path);

/// A new database with the newest schema, complete or not there at all.
[[nodiscard]] base::Result<void>
createDatabase(const QString& path, const std::vector<Migration>& migrations, base::WallTime now);

} // namespace store
