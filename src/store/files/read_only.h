// SPDX-License-Identifier: GPL-3.0-or-later
// A database that is there but cannot be written: another user's folder, a file that is protected, a
// file system that is mounted to be read. It is read, and nothing beside it is touched.
#pragma once

#include "store/files/layout.h"
#include "store/sql/connection.h"

#include <QString>

#include <optional>

namespace store {

/// How such a database is read.
struct ReadOnly {
    QString why; ///< English, for the log; names the file without its folder
    /// Reader: with its write-ahead log. Snapshot: the file alone, which is all there is where no log
    /// stands beside it.
    Connection::Role role = Connection::Role::Snapshot;
    bool hidesLog = false; ///< a log stands there and cannot be used: what is in it is missing

    [[nodiscard]] QString detail() const; ///< for health()
};

/// Why what a store writes in this folder cannot be written. Nothing where it can, and where there is
/// no database. Changes nothing.
[[nodiscard]] std::optional<QString> whyReadOnly(const Layout& layout);

/// Finds out whether a file of ours can be read with its write-ahead log: that needs the log's shared
/// index, or a folder where one can be made. The database must not be open for writing anywhere.
[[nodiscard]] ReadOnly howToRead(const QString& database, const QString& why);

} // namespace store
