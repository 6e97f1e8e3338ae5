// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/migrations.h"
#include "store_fixture.h"
#include "support/postgres.h"
#include "support/runner.h"

#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <sqlite3.h>

using namespace store_test;
using store::Dialect;
using store::Sql;

namespace {

const char* const kBigTables[] = {"conversation", "event",    "event_text", "turn", "session",
                                  "draft",        "customer", "erasure",    "audit"};

std::vector<store::StatementText> allStatements()
{
    std::vector<store::StatementText> all;
    all.reserve(static_cast<std::size_t>(Sql::Count_));
    for (int i = 0; i < static_cast<int>(Sql::Count_); ++i)
        all.push_back(store::statementText(static_cast<Sql>(i)));
    return all;
}

QString textOf(const store::StatementText& statement)
{
    return QString::fromUtf8(statement.text.data(), static_cast<qsizetype>(statement.text.size()));
}

/// The lines of EXPLAIN QUERY PLAN.
QStringList planOf(sqlite3* database, const QString& text)
{
    QStringList lines;
    sqlite3_stmt* statement = nullptr;
    const QByteArray utf8 = ("EXPLAIN QUERY PLAN " + text).toUtf8();
    if (sqlite3_prepare_v2(database, utf8.constData(), -1, &statement, nullptr) != SQLITE_OK)
        return {"cannot be prepared: " + QString::fromUtf8(sqlite3_errmsg(database))};
    while (sqlite3_step(statement) == SQLITE_ROW)
        lines +=
            QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(statement, 3)));
    sqlite3_finalize(statement);
    return lines;
}

/// A whole table or index read from end to end. A partial index holds only what its view shows, so
/// reading it from its start is no scan; nor is the first row of the table's own order.
bool isScanOfBigTable(const QString& line, const QString& text)
{
    static const QRegularExpression scan("^SCAN (\\w+)");
    static const QRegularExpression partial(
        "INDEX conversation_(demo|with_bot|closed|mine|unassigned|for_us|for_customer|idle)\\b");
    if (line.contains(partial) || text.endsWith("ORDER BY id DESC LIMIT 1"))
        return false;
    const QString name = scan.match(line).captured(1);
    const QMap<QString, QString> aliases{
        {"c", "conversation"}, {"e", "event"}, {"t", "event_text"}, {"u", "turn"}};
    const QString table = aliases.value(name, name);
    return std::any_of(std::begin(kBigTables), std::end(kBigTables),
                       [&](const char* big) { return table == QLatin1String(big); });
}

QSqlDatabase openPostgres(const support::Postgres& server)
{
    QSqlDatabase database = QSqlDatabase::addDatabase("QPSQL", "statements");
    database.setHostName(server.host());
    database.setPort(server.port());
    database.setUserName(support::Postgres::user());
    database.setDatabaseName(support::Postgres::database());
    database.open();
    return database;
}

void applyAndPrepare(QSqlDatabase& database)
{
    QVERIFY2(database.isOpen(), qPrintable(database.lastError().text()));
    const Dialect dialect(Dialect::Kind::Postgres);
    QSqlQuery query(database);
    QVERIFY(database.transaction());
    const auto migrations = store::readMigrations(":/schema");
    for (const auto& migration : *migrations) {
        for (const QString& statement : store::migrationStatements(migration, dialect))
            QVERIFY2(query.exec(statement), qPrintable(statement + query.lastError().text()));
    }
    QVERIFY(database.commit());
    int number = 0;
    for (const auto& statement : allStatements()) {
        QString text = textOf(statement);
        if (!statement.idColumn.empty())
            text = dialect.insertForId(text, QString::fromUtf8(statement.idColumn.data()));
        text = dialect.statement(text);
        QVERIFY2(query.exec(QStringLiteral("PREPARE s%1 AS %2").arg(++number).arg(text)),
                 qPrintable(text + u'\n' + query.lastError().text()));
    }
}

} // namespace

class StatementsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noStatementScansABigTable()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto connection =
            store::Connection::open(f.path("relevo.db"), store::Connection::Role::Reader);
        QVERIFY(connection);
        for (const auto& statement : allStatements()) {
            for (const QString& line : planOf((*connection)->handle(), textOf(statement))) {
                const QString told = textOf(statement) + "\n  " + line;
                QVERIFY2(!line.startsWith("cannot be prepared"), qPrintable(told));
                if (statement.plan == store::Plan::Whole)
                    continue;
                QVERIFY2(!isScanOfBigTable(line, textOf(statement)), qPrintable(told));
                QVERIFY2(!line.contains("TEMP B-TREE"), qPrintable(told));
            }
        }
    }

    void statementsStayInThePortableSubset()
    {
        static const QRegularExpression foreign(
            "\\browid\\b|INSERT OR|REPLACE "
            "INTO|json_|\\bdatetime\\(|strftime|IFNULL|GLOB|AUTOINCREMENT",
            QRegularExpression::CaseInsensitiveOption);
        for (const auto& statement : allStatements())
            QVERIFY2(!textOf(statement).contains(foreign), qPrintable(textOf(statement)));
        const auto migrations = store::readMigrations(":/schema");
        for (const auto& migration : *migrations)
            QVERIFY(!migration.sql.contains(foreign));
    }

    void parametersFollowTheDialect()
    {
        const Dialect postgres(Dialect::Kind::Postgres);
        QCOMPARE(postgres.statement("a = ? AND b = ?"), QStringLiteral("a = $1 AND b = $2"));
        QCOMPARE(postgres.insertForId("INSERT", "id"), QStringLiteral("INSERT RETURNING id"));
        QCOMPARE(Dialect(Dialect::Kind::Sqlite).statement("a = ?"), QStringLiteral("a = ?"));
    }

    void postgresTakesEveryMigrationAndStatement()
    {
        if (support::Postgres::programs().isEmpty())
            QSKIP("PostgreSQL is not installed");
        support::Postgres server;
        QVERIFY2(server.start(), qPrintable(server.error()));
        {
            QSqlDatabase database = openPostgres(server);
            applyAndPrepare(database);
            database.close();
        }
        QSqlDatabase::removeDatabase("statements");
    }

    // Never map the file with a second SQLite library (storage.md, scenario 24).
    void onlyOneSqliteIsInTheProcess()
    {
        QSet<QByteArray> libraries;
        for (const QByteArray& line : fileBytes("/proc/self/maps").split('\n')) {
            if (line.contains("libsqlite3"))
                libraries.insert(line.mid(line.indexOf('/')));
        }
        QCOMPARE(libraries.size(), 1);
    }

    void writerRunsWithThePragmasOfTheSpecification()
    {
        StoreFixture f;
        QVERIFY(f.open());
        f.close();
        auto opened = store::Connection::open(f.path("relevo.db"), store::Connection::Role::Writer);
        QVERIFY(opened);
        auto& connection = **opened;
        const QByteArray schema = QByteArray::number(shippedSchema());
        const std::pair<const char*, const char*> expected[] = {
            {"journal_mode", "wal"},          {"synchronous", "2"},
            {"busy_timeout", "5000"},         {"foreign_keys", "1"},
            {"trusted_schema", "0"},          {"temp_store", "2"},
            {"cell_size_check", "1"},         {"mmap_size", "0"},
            {"secure_delete", "1"},           {"wal_autocheckpoint", "10000"},
            {"application_id", "1380273238"}, {"user_version", schema.constData()}};
        for (const auto& [name, value] : expected)
            QCOMPARE(*connection.text(QStringLiteral("PRAGMA ") + QString::fromUtf8(name)),
                     QString::fromUtf8(value));
        auto reader = store::Connection::open(f.path("relevo.db"), store::Connection::Role::Reader);
        QCOMPARE(*(*reader)->number("PRAGMA wal_autocheckpoint"), 0);
        QVERIFY(!(*reader)->execute("DELETE FROM person"));
    }
};

RELEVO_TEST(StatementsTest)
#include "statements_test.moc"
