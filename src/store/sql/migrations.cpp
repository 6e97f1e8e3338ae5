// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/migrations.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

void relevoInitSchemaResource()
{
    Q_INIT_RESOURCE(schema);
}

namespace store {

base::Result<std::vector<Migration>> readMigrations(const QString& folder)
{
    relevoInitSchemaResource();
    static const QRegularExpression header("^-- compatible_from: ([0-9]+)$",
                                           QRegularExpression::MultilineOption);
    std::vector<Migration> migrations;
    const QDir dir(folder);
    for (const QString& name :
         dir.entryList({"[0-9][0-9][0-9][0-9]_*.sql"}, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return base::fail(base::Code::Internal, "cannot read migration " + name);
        Migration migration{.number = name.left(4).toInt(),
                            .sql = QString::fromUtf8(file.readAll())};
        migration.compatibleFrom = header.match(migration.sql).captured(1).toInt();
        if (migration.number != static_cast<int>(migrations.size()) + 1 ||
            migration.compatibleFrom < 1 || migration.compatibleFrom > migration.number)
            return base::fail(base::Code::Internal,
                              "migration out of order or without header: " + name);
        migrations.push_back(std::move(migration));
    }
    if (migrations.empty())
        return base::fail(base::Code::Internal, "no migrations");
    return migrations;
}

QStringList migrationStatements(const Migration& migration, const Dialect& dialect)
{
    QStringList statements;
    QString current;
    for (const QString& line : migration.sql.split(u'\n')) {
        if (line.startsWith("--") || line.trimmed().isEmpty())
            continue;
        current += line + u'\n';
        if (!line.endsWith(u';'))
            continue;
        current.chop(2);
        statements += dialect.schema(current);
        current.clear();
    }
    if (!current.trimmed().isEmpty())
        statements += dialect.schema(current);
    return statements;
}

base::Result<int> schemaVersion(Connection& connection)
{
    return connection.number("PRAGMA user_version").map([](qint64 v) {
        return static_cast<int>(v);
    });
}

namespace {

base::Result<void> applyMigration(Connection& connection, const Migration& migration,
                                  base::WallTime now)
{
    for (const QString& text : migrationStatements(migration, Dialect(Dialect::Kind::Sqlite))) {
        if (auto done = connection.execute(text); !done)
            return done;
    }
    if (auto done = connection.use(Sql::InsertMigration)
                        .bindAll(migration.number, migration.compatibleFrom, base::toMs(now))
                        .run();
        !done)
        return done;
    return connection.execute("PRAGMA user_version=" + QString::number(migration.number));
}

base::Result<void> applyMissing(Connection& connection, const std::vector<Migration>& migrations,
                                base::WallTime now)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return base::fail(version.error());
    for (const Migration& migration : migrations) {
        if (migration.number <= *version)
            continue;
        if (auto done = applyMigration(connection, migration, now); !done)
            return base::fail(done.error().code,
                              QStringLiteral("migration %1: ").arg(migration.number) +
                                  done.error().detail);
    }
    return {};
}

} // namespace

base::Result<void> migrate(Connection& connection, const std::vector<Migration>& migrations,
                           base::WallTime now)
{
    if (auto begun = connection.execute("BEGIN IMMEDIATE"); !begun)
        return begun;
    auto done = applyMissing(connection, migrations, now);
    if (done)
        done = connection.execute("COMMIT");
    if (!done && connection.isInTransaction())
        std::ignore = connection.execute("ROLLBACK");
    return done;
}

} // namespace store
