// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace store {

/// What differs between the databases: the words of the schema and the style of parameters. A
/// value; any thread.
class Dialect
{
public:
    enum class Kind { Sqlite, Postgres };
    explicit Dialect(Kind kind) : m_kind(kind) {}

    /// Fills {id}, {i64}, {blob} and {text} of a migration.
    [[nodiscard]] QString schema(QString text) const;
    /// Turns each `?` of a statement into this database's parameter mark. Statements hold no `?`
    /// inside of literals.
    [[nodiscard]] QString statement(const QString& text) const;
    /// An INSERT whose new id is wanted: SQLite tells it without being asked.
    [[nodiscard]] QString insertForId(const QString& text, const QString& idColumn) const;

private:
    Kind m_kind;
};

} // namespace store
