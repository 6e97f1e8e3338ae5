// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sql/statements.h"

#include <QByteArray>
#include <QString>
#include <QStringView>
#include <QVarLengthArray>

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

/// One run of a prepared statement. Parameters are bound in order; leaving the scope resets the
/// statement, so that no read stays open and pins the WAL.
class Statement
{
public:
    Statement(sqlite3* database, sqlite3_stmt* statement)
        : m_database(database), m_statement(statement)
    {
    }
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    Statement& bind(qint64 number);
    Statement& bind(int number) { return bind(static_cast<qint64>(number)); }
    Statement& bind(bool truth) { return bind(static_cast<qint64>(truth ? 1 : 0)); }
    Statement& bind(QStringView text);
    Statement& bind(const QString& text) { return bind(QStringView(text)); }
    Statement& bind(const QByteArray& blob);
    Statement& bind(std::optional<qint64> number);
    Statement& bindNull();
    template <class... T>
    Statement& bindAll(const T&... values)
    {
        (bind(values), ...);
        return *this;
    }

    /// True: there is a row.
    [[nodiscard]] base::Result<bool> step();
    /// For statements without rows.
    [[nodiscard]] base::Result<void> run();

    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] int small(int column) const { return static_cast<int>(number(column)); }
    [[nodiscard]] bool truth(int column) const { return number(column) != 0; }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;

private:
    sqlite3* m_database;
    sqlite3_stmt* m_statement; ///< null: it could not be prepared, step() says why
    int m_next = 1;
    QVarLengthArray<QByteArray, 24> m_bound; ///< SQLite reads these without copying them
};

/// One SQLite connection, opened by Qt Sql; its prepared statements run through the C API of the
/// same library. Opened, used and destroyed on one thread.
class Connection
{
public:
    enum class Role {
        Create,   ///< a new database; not in WAL yet
        Writer,   ///< the only one that writes and checkpoints
        Reader,   ///< opened to be read, never checkpoints
        Snapshot, ///< of a file that nobody writes: leaves nothing beside it
        Index,    ///< search.db: its own writer
        Copy,     ///< the target of an online copy: without journal, synced by whoever made it
    };
    /// Corrupt: not a database, or damaged. Offline: cannot be reached or written.
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const QString& path,
                                                                        Role role);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// The statement, prepared once for this connection.
    [[nodiscard]] Statement use(Sql id);
    /// Any other text, prepared once and kept: for a fixed set of texts.
    [[nodiscard]] Statement use(const char* text);

    /// One statement that is run once; rows are dropped.
    [[nodiscard]] base::Result<void> execute(const QString& text);
    /// First column of the first row; 0 where there is none.
    [[nodiscard]] base::Result<qint64> number(const QString& text);
    [[nodiscard]] base::Result<QString> text(const QString& text);

    /// Empties the page cache, after what is large and read once.
    void releasePages() noexcept;

    [[nodiscard]] sqlite3* handle() const noexcept { return m_handle; }
    [[nodiscard]] bool isInTransaction() const noexcept;
    [[nodiscard]] qint64 lastInsertId() const noexcept;
    [[nodiscard]] qint64 changes() const noexcept;      ///< of the last statement
    [[nodiscard]] qint64 totalChanges() const noexcept; ///< since it was opened

private:
    Connection(QString name, sqlite3* handle) : m_name(std::move(name)), m_handle(handle) {}
    [[nodiscard]] sqlite3_stmt* prepare(const char* text, int size, bool keep);

    const QString m_name;
    sqlite3* m_handle;
    std::array<sqlite3_stmt*, static_cast<std::size_t>(Sql::Count_)> m_statements{};
    std::unordered_map<const char*, sqlite3_stmt*> m_others;
};

/// What an SQLite result code means to a caller; `what` names the doing, for the log.
[[nodiscard]] base::Error errorOf(int code, const char* what);
/// What the connection's last failure means to a caller; `what` names the doing, for the log.
[[nodiscard]] base::Error lastError(sqlite3* database, const char* what);

/// A read transaction: every statement until its end sees the same state.
class Snapshot
{
public:
    explicit Snapshot(Connection& connection);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection& m_connection;
};

} // namespace store
