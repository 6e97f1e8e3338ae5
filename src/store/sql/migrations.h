// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "store/sql/connection.h"
#include "store/sql/dialect.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace store {

/// `application_id` of our files: "RELV".
inline constexpr qint64 kApplicationId = 0x52454C56;

/// One file of resources/schema, for instance 0001_initial.sql. The first lines of the file say
/// `-- compatible_from: N`: programs that know at least schema N can still work with the database.
struct Migration {
    int number = 0;
    int compatibleFrom = 0;
    QString sql;
};

/// The migrations of a folder, in order; Internal where one is missing or unreadable.
/// \param folder ":/schema" is the program's own.
[[nodiscard]] base::Result<std::vector<Migration>> readMigrations(const QString& folder);

/// One entry a statement, tokens filled, comments gone.
[[nodiscard]] QStringList migrationStatements(const Migration& migration, const Dialect& dialect);

/// `user_version` of the open database.
[[nodiscard]] base::Result<int> schemaVersion(Connection& connection);

/// Brings the database to the newest schema in one transaction: on failure nothing has changed.
[[nodiscard]] base::Result<void>
migrate(Connection& connection, const std::vector<Migration>& migrations, base::WallTime now);

} // namespace store
