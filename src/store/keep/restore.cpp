// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasure.h"
#include "store/files/database_file.h"
#include "store/files/durable.h"
#include "store/files/layout.h"
#include "store/files/lock_file.h"
#include "store/files/side_files.h"
#include "store/keep/backup_files.h"
#include "store/keep/manifest.h"
#include "store/store.h"

#include <QDateTime>
#include <QFile>

#include <unistd.h>

namespace store {

namespace {

/// Whoever was erased since the backup was made must stay erased.
QSet<QString> everErased(const Layout& layout)
{
    QSet<QString> ulids = ErasedIds(layout.erasedIds()).ulids();
    for (const BackupInfo& backup : listBackups(layout.backups())) {
        if (const auto manifest = readManifest(backup.path))
            ulids.unite(manifest->erased);
    }
    return ulids;
}

/// The new database under a name of its own: migrated, erasures applied, closed and synced.
base::Result<void> prepareDatabase(const QString& part, const Layout& layout, base::WallTime now)
{
    const auto migrations = readMigrations(":/schema");
    if (!migrations)
        return base::fail(migrations.error());
    if (auto file = examineDatabaseFile(part, migrations->back().number); !file)
        return base::fail(file.error());
    {
        auto connection = Connection::open(part, Connection::Role::Writer);
        if (!connection)
            return base::fail(connection.error());
        if (auto done = migrate(**connection, *migrations, now); !done)
            return done;
        auto done = (*connection)->execute("BEGIN IMMEDIATE");
        if (done)
            done = eraseListed(**connection, everErased(layout), now).map([](int) {});
        if (done)
            done = (*connection)->execute("COMMIT");
        if (!done)
            return done;
    }
    return syncFile(part);
}

/// The old database, out of the way of the new one but still there. A write-ahead log must never
/// meet another database, so the old one is closed first, or its log goes with it.
base::Result<QString> keepOldDatabase(const Layout& layout, base::WallTime now)
{
    const QString old = layout.database();
    const QString stamp =
        QDateTime::fromMSecsSinceEpoch(base::toMs(now), Qt::UTC).toString("yyyyMMdd-HHmmss");
    QString kept = old + ".before-restore-" + stamp;
    for (int i = 2; QFile::exists(kept); ++i)
        kept = QStringLiteral("%1.before-restore-%2-%3").arg(old, stamp).arg(i);
    if (!QFile::exists(old))
        return QString();
    if (auto connection = Connection::open(old, Connection::Role::Writer))
        std::ignore = (*connection)->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    if (::link(QFile::encodeName(old).constData(), QFile::encodeName(kept).constData()) != 0) {
        if (auto copied = copyDurably(old, kept); !copied)
            return base::fail(copied.error());
    }
    for (const char* suffix : {"-wal", "-shm"}) {
        const QString side = old + QString::fromLatin1(suffix);
        if (!QFile::exists(side))
            continue;
        if (auto moved = renameDurably(side, kept + QString::fromLatin1(suffix)); !moved)
            return base::fail(moved.error());
    }
    return kept;
}

/// What stands beside the database is about to belong to another one. The old database can do with
/// the result too, should this be the last thing that happens.
base::Result<void> renewSideFiles(const Layout& layout)
{
    std::vector<ErasedIds::Line> lines;
    for (const QString& ulid : everErased(layout))
        lines.push_back({0, ulid}); // the store appends the numbered ones when it opens
    if (!lines.empty()) {
        if (auto done = ErasedIds(layout.erasedIds()).replace(lines); !done)
            return done;
    }
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(layout.index() + QString::fromLatin1(suffix));
    QFile::remove(layout.commits());
    return {};
}

} // namespace

namespace {

/// The manifest of a backup whose database is what it says; evidence files are not looked at.
base::Result<Manifest> verifiedManifest(const QString& backupFile)
{
    if (!QFile::exists(backupFile))
        return base::fail(base::Code::NotFound, QStringLiteral("there is no such file"));
    auto written = readManifest(backupFile);
    if (!written)
        return base::fail(base::Code::Corrupt, written.error().detail);
    const auto found = examineCopy(backupFile);
    if (!found)
        return base::fail(base::Code::Corrupt, found.error().detail);
    if (auto fits = compareCopy(*written, *found); !fits)
        return base::fail(fits.error());
    return written;
}

} // namespace

base::Result<void> verifyBackup(const QString& backupFile)
{
    const auto manifest = verifiedManifest(backupFile);
    if (!manifest)
        return base::fail(manifest.error());
    if (const int missing = missingEvidence(evidenceBeside(backupFile), manifest->evidence))
        return base::fail(
            base::Code::Corrupt,
            QStringLiteral("%1 evidence files beside it are missing or altered").arg(missing));
    return {};
}

base::Result<Restored> restore(const QString& folder, const QString& backupFile,
                               const base::Clock& clock, base::Log& log)
{
    const Layout layout(folder);
    if (auto made = makePrivateFolder(folder); !made)
        return base::fail(made.error());
    const auto lock = LockFile::take(layout.lock());
    if (!lock)
        return base::fail(lock.error());
    const auto manifest = verifiedManifest(backupFile);
    if (!manifest)
        return base::fail(manifest.error());
    removeLeftovers(folder);
    const QString part = layout.database() + ".part";
    if (auto copied = copyDurably(backupFile, part); !copied)
        return base::fail(copied.error());
    const base::WallTime now = clock.wall();
    if (auto prepared = prepareDatabase(part, layout, now); !prepared) {
        removeLeftovers(folder);
        return base::fail(prepared.error());
    }
    const auto missing =
        restoreEvidence(evidenceBeside(backupFile), manifest->evidence, layout.evidence());
    if (!missing) {
        removeLeftovers(folder);
        return base::fail(missing.error());
    }
    const auto kept = keepOldDatabase(layout, now);
    if (!kept)
        return base::fail(kept.error());
    if (auto done = renewSideFiles(layout); !done)
        return base::fail(done.error());
    if (auto renamed = renameDurably(part, layout.database()); !renamed)
        return base::fail(renamed.error());
    log.warning("store", "restored",
                {{"from_bytes", QFile(backupFile).size()},
                 {"kept_old", !kept->isEmpty()},
                 {"evidence_missing", *missing}});
    return Restored{*missing};
}

} // namespace store
