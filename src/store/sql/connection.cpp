// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/connection.h"

#include "store/files/log_vfs.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <sqlite3.h>

#include <atomic>
#include <mutex>

namespace store {

namespace {

base::Code codeOf(int extended)
{
    switch (extended & 0xff) {
    case SQLITE_CONSTRAINT: return base::Code::Conflict;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return base::Code::Corrupt;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL: return base::Code::Offline;
    default: return base::Code::Internal;
    }
}

QStringList pragmasOf(Connection::Role role)
{
    // temp_store: what a savepoint would have to undo stays in memory; in a file it cost a third of
    // the time of a turn, and left what people wrote outside of the data folder.
    QStringList common{"temp_store=MEMORY",  "busy_timeout=5000",  "foreign_keys=ON",
                       "trusted_schema=OFF", "cell_size_check=ON", "mmap_size=0",
                       "secure_delete=ON"};
    switch (role) {
    case Connection::Role::Create: return common + QStringList{"synchronous=FULL"};
    case Connection::Role::Writer:
        return common + QStringList{"journal_mode=WAL", "synchronous=FULL",
                                    "wal_autocheckpoint=10000", "journal_size_limit=67108864",
                                    "cache_size=-12000"};
    case Connection::Role::Reader:
        return common + QStringList{"query_only=ON", "wal_autocheckpoint=0", "cache_size=-2000"};
    case Connection::Role::Snapshot:
        return common + QStringList{"query_only=ON", "cache_size=-2000"};
    case Connection::Role::Index:
        return common + QStringList{"journal_mode=WAL", "synchronous=NORMAL",
                                    "wal_autocheckpoint=1000", "journal_size_limit=16777216",
                                    "cache_size=-4000"};
    case Connection::Role::Copy:
        return {"temp_store=MEMORY", "journal_mode=OFF", "synchronous=OFF", "cache_size=-512"};
    }
    return common;
}

QString optionsOf(Connection::Role role)
{
    if (role == Connection::Role::Snapshot)
        return QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY");
    if (role == Connection::Role::Reader)
        return QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000");
    if (role == Connection::Role::Writer)
        return QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=5000");
    return QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000");
}

/// Qt's registry of connections is thread-safe, but several threads waiting for it at once look
/// like a race to the thread sanitizer, which cannot see into Qt's lock-free lists. So they queue
/// here.
std::mutex& registryTurn()
{
    static std::mutex mutex;
    return mutex;
}

QSqlDatabase registered(const QString& name)
{
    const std::scoped_lock lock(registryTurn());
    return QSqlDatabase::addDatabase("QSQLITE", name);
}

QString addressOf(const QString& path, Connection::Role role)
{
    const auto withOption = [&](const QString& option) {
        return QString::fromUtf8(QUrl::fromLocalFile(path).toEncoded()) + u'?' + option;
    };
    switch (role) {
    case Connection::Role::Snapshot: return withOption("immutable=1");
    case Connection::Role::Writer: return withOption("vfs=" + QString::fromLatin1(logVfs()));
    default: return path;
    }
}

} // namespace

base::Error errorOf(int code, const char* what)
{
    return {codeOf(code), QStringLiteral("%1: %2 (%3)")
                              .arg(QString::fromUtf8(what), QString::fromUtf8(sqlite3_errstr(code)))
                              .arg(code)};
}

base::Error lastError(sqlite3* database, const char* what)
{
    return errorOf(database ? sqlite3_extended_errcode(database) : SQLITE_NOMEM, what);
}

base::Result<std::unique_ptr<Connection>> Connection::open(const QString& path, Role role)
{
    static std::atomic<qint64> opened{0};
    // Nobody reads SQLite's count of its memory, for which every allocation takes a global lock.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(uncounted); // refused where SQLite runs already, which does no harm
    const QString name = QStringLiteral("store-%1").arg(++opened);
    sqlite3* handle = nullptr;
    QString failure;
    {
        QSqlDatabase database = registered(name);
        database.setConnectOptions(optionsOf(role));
        database.setDatabaseName(addressOf(path, role));
        if (database.open()) {
            const QVariant raw = database.driver()->handle();
            if (qstrcmp(raw.typeName(), "sqlite3*") == 0)
                handle = *static_cast<sqlite3* const*>(raw.constData());
        }
        failure = database.lastError().nativeErrorCode();
    }
    std::unique_ptr<Connection> connection(new Connection(name, handle));
    if (!handle)
        return base::fail(base::Code::Offline,
                          "cannot open the database file, SQLite code " + failure);
    sqlite3_extended_result_codes(handle, 1);
    // Plans do not depend on what is bound: else every run of a statement that a partial index
    // serves prepares it anew, which took half of a page's time.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    for (const QString& pragma : pragmasOf(role)) {
        if (auto done = connection->execute("PRAGMA " + pragma); !done)
            return base::fail(done.error());
    }
    return connection;
}

Connection::~Connection()
{
    for (sqlite3_stmt* statement : m_statements)
        sqlite3_finalize(statement);
    for (const auto& [text, statement] : m_others)
        sqlite3_finalize(statement);
    const std::scoped_lock lock(registryTurn());
    QSqlDatabase::removeDatabase(m_name);
}

sqlite3_stmt* Connection::prepare(const char* text, int size, bool keep)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v3(m_handle, text, size, keep ? SQLITE_PREPARE_PERSISTENT : 0U, &statement,
                       nullptr);
    return statement;
}

Statement Connection::use(Sql id)
{
    auto& statement = m_statements[static_cast<std::size_t>(id)];
    if (!statement) {
        const auto text = statementText(id).text;
        statement = prepare(text.data(), static_cast<int>(text.size()), true);
    }
    return {m_handle, statement};
}

Statement Connection::use(const char* text)
{
    auto& statement = m_others[text];
    if (!statement)
        statement = prepare(text, -1, true);
    return {m_handle, statement};
}

base::Result<void> Connection::execute(const QString& text)
{
    return number(text).map([](qint64) {});
}

base::Result<qint64> Connection::number(const QString& text)
{
    return this->text(text).map([](const QString& value) { return value.toLongLong(); });
}

base::Result<QString> Connection::text(const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    sqlite3_stmt* const prepared = prepare(utf8.constData(), static_cast<int>(utf8.size()), false);
    if (!prepared)
        return base::fail(lastError(m_handle, "prepare"));
    base::Result<QString> result;
    int code = sqlite3_step(prepared);
    if (code == SQLITE_ROW)
        result = QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(prepared, 0)));
    while (code == SQLITE_ROW)
        code = sqlite3_step(prepared);
    if (code != SQLITE_DONE)
        result = base::fail(lastError(m_handle, utf8.left(24).constData()));
    sqlite3_finalize(prepared);
    return result;
}

void Connection::releasePages() noexcept
{
    sqlite3_db_release_memory(m_handle);
}

bool Connection::isInTransaction() const noexcept
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

qint64 Connection::lastInsertId() const noexcept
{
    return sqlite3_last_insert_rowid(m_handle);
}

qint64 Connection::changes() const noexcept
{
    return sqlite3_changes64(m_handle);
}

qint64 Connection::totalChanges() const noexcept
{
    return sqlite3_total_changes64(m_handle);
}

Statement::Statement(Statement&& other) noexcept
    : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)),
      m_next(other.m_next), m_bound(std::move(other.m_bound))
{
}

Statement::~Statement()
{
    if (m_statement) {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }
}

Statement& Statement::bind(qint64 number)
{
    sqlite3_bind_int64(m_statement, m_next++, number);
    return *this;
}

Statement& Statement::bind(QStringView text)
{
    const QByteArray& utf8 = m_bound.emplace_back(text.toUtf8());
    sqlite3_bind_text64(m_statement, m_next++, utf8.constData(),
                        static_cast<sqlite3_uint64>(utf8.size()), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(const QByteArray& blob)
{
    m_bound.push_back(blob);
    // A null pointer would bind NULL.
    sqlite3_bind_blob64(m_statement, m_next++, blob.isEmpty() ? "" : blob.constData(),
                        static_cast<sqlite3_uint64>(blob.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind(std::optional<qint64> number)
{
    return number ? bind(*number) : bindNull();
}

Statement& Statement::bindNull()
{
    sqlite3_bind_null(m_statement, m_next++);
    return *this;
}

base::Result<bool> Statement::step()
{
    const int code = m_statement ? sqlite3_step(m_statement) : SQLITE_ERROR;
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const char* const text = m_statement ? sqlite3_sql(m_statement) : "prepare";
    return base::fail(lastError(m_database, QByteArray(text).left(40).constData()));
}

base::Result<void> Statement::run()
{
    return step().map([](bool) {});
}

qint64 Statement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QString Statement::text(int column) const
{
    const auto* const utf8 =
        reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto* const bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

Snapshot::Snapshot(Connection& connection) : m_connection(connection)
{
    // A failure shows again in the first statement, which then sees its own state.
    std::ignore = m_connection.execute("BEGIN");
}

Snapshot::~Snapshot()
{
    std::ignore = m_connection.execute("COMMIT");
}

} // namespace store
