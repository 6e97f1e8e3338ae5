// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/opening.h"

#include "store/files/content_files.h"
#include "store/files/database_file.h"
#include "store/files/durable.h"
#include "store/keep/backup_files.h"
#include "store/keep/evidence_copies.h"
#include "store/sql/migrations.h"

#include <QFile>
#include <QFileInfo>

namespace store {

namespace {

/// A write-ahead log whose database has gone, or which is another database's, may hold the only copy
/// of something: never applied to this one, never thrown away.
base::Result<void> keepOrphanedLog(const Layout& layout, const base::Clock& clock, base::Log& log)
{
    const QString side = layout.database() + "-wal";
    QFile::remove(layout.database() + "-shm");
    if (!QFile::exists(side))
        return {};
    log.warning("store", "orphaned_log_kept");
    return renameDurably(side, side + ".orphan-" + QString::number(base::toMs(clock.wall())));
}

base::Result<void> migrateFile(const Layout& layout, const std::vector<Migration>& migrations,
                               int from, const base::Clock& clock, base::Log& log)
{
    auto connection = Connection::open(layout.database(), Connection::Role::Writer);
    if (!connection)
        return base::fail(connection.error());
    auto saved = backupNow(**connection, layout.backups(),
                           {QStringLiteral("migration"), clock.wall(), layout.evidence()});
    if (!saved)
        return base::fail(saved.error().code,
                          "no migration without a backup: " + saved.error().detail);
    if (auto done = migrate(**connection, migrations, clock.wall()); !done)
        return done;
    log.info("store", "migrated", {{"from", from}, {"to", migrations.back().number}});
    return (*connection)->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// Brings the folder to a database that can be opened; answers what stood there before.
base::Result<DatabaseFile> prepareFolder(const Layout& layout, const QString& schema,
                                         const base::Clock& clock, base::Log& log)
{
    const auto migrations = readMigrations(schema);
    if (!migrations)
        return base::fail(migrations.error());
    removeLeftovers(QFileInfo(layout.database()).path());
    removeLeftovers(layout.backups());
    sweepContent(layout.evidence());
    sweepContent(evidenceIn(layout.backups()));
    removeProtectedIndex(layout.database());
    if (hasForeignLog(layout.database())) {
        if (auto kept = keepOrphanedLog(layout, clock, log); !kept)
            return base::fail(kept.error());
    }
    auto file = examineDatabaseFile(layout.database(), migrations->back().number);
    if (!file)
        return file;
    base::Result<void> done;
    if (!file->exists) {
        done = keepOrphanedLog(layout, clock, log);
        if (done)
            done = createDatabase(layout.database(), *migrations, clock.wall());
    } else if (file->version < migrations->back().number) {
        done = migrateFile(layout, *migrations, file->version, clock, log);
    }
    if (!done)
        return base::fail(done.error());
    return file;
}

base::Result<Opening> openToWrite(const Layout& layout, const QString& folder,
                                  const QString& schema, const base::Clock& clock, base::Log& log)
{
    if (auto made = makePrivateFolder(folder); !made)
        return base::fail(made.error());
    auto lock = LockFile::take(layout.lock());
    if (!lock)
        return base::fail(lock.error());
    const auto file = prepareFolder(layout, schema, clock, log);
    if (!file)
        return base::fail(file.error());
    return Opening{.lock = std::move(*lock), .isToBeChecked = file->endedUncleanly};
}

base::Result<Opening> openToRead(const Layout& layout, const QString& schema, const QString& why,
                                 base::Log& log)
{
    auto lock = LockFile::share(layout.lock());
    if (!lock)
        return base::fail(lock.error());
    const auto migrations = readMigrations(schema);
    if (!migrations)
        return base::fail(migrations.error());
    const int newest = migrations->back().number;
    const ReadOnly readOnly = howToRead(layout.database(), why);
    const auto file = examineDatabaseFile(layout.database(), newest,
                                          readOnly.hidesLog ? LogUse::Ignored : LogUse::Applied);
    if (!file)
        return base::fail(file.error());
    if (file->version < newest)
        return base::fail(base::Code::Offline,
                          QStringLiteral("the database has schema %1 and must be brought to schema "
                                         "%2 first, but %3")
                              .arg(file->version)
                              .arg(newest)
                              .arg(why));
    log.warning("store", "read_only", {{"detail", why}, {"log_hidden", readOnly.hidesLog}});
    return Opening{.lock = std::move(*lock),
                   .isToBeChecked = file->endedUncleanly || readOnly.hidesLog,
                   .readOnly = readOnly};
}

} // namespace

base::Result<Opening> openFolder(const QString& folder, const QString& schema,
                                 const base::Clock& clock, base::Log& log)
{
    const Layout layout(folder);
    const auto why = whyReadOnly(layout);
    return why ? openToRead(layout, schema, *why, log)
               : openToWrite(layout, folder, schema, clock, log);
}

} // namespace store
