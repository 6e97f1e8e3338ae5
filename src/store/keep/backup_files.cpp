// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keep/backup_files.h"

#include "store/files/durable.h"
#include "store/keep/manifest.h"
#include "store/keep/online_copy.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace store {

namespace {

const QString kBackupPattern = QStringLiteral("relevo-*.db");

base::Result<BackupInfo> finishBackup(const QString& path, const BackupOrder& order, qint64 groups)
{
    const QString part = path + ".part";
    if (auto synced = syncFile(part); !synced)
        return base::fail(synced.error());
    auto manifest = examineCopy(part);
    if (!manifest)
        return base::fail(manifest.error());
    if (manifest->groups != groups)
        return base::fail(base::Code::Corrupt, "the copy holds another state than was copied");
    auto evidence = copyEvidence(order.evidence, evidenceBeside(path));
    if (!evidence)
        return base::fail(evidence.error());
    manifest->reason = order.reason;
    manifest->time = order.time;
    manifest->evidence = *std::move(evidence);
    if (auto written = writeDurably(path + ".json", manifestToJson(*manifest)); !written)
        return base::fail(written.error());
    if (auto renamed = renameDurably(part, path); !renamed)
        return base::fail(renamed.error());
    return BackupInfo{.path = path,
                      .time = order.time,
                      .bytes = manifest->bytes,
                      .isVerified = true,
                      .reason = order.reason};
}

} // namespace

void removePart(const QString& path)
{
    QFile::remove(path + ".part");
    QFile::remove(path + ".part-journal");
}

QString freeBackupPath(const QString& folder, const QString& reason, base::WallTime now)
{
    const QString stem = QDir(folder).filePath(
        "relevo-" +
        QDateTime::fromMSecsSinceEpoch(base::toMs(now), Qt::UTC).toString("yyyyMMdd-HHmmss") +
        u'-' + reason);
    QString path = stem + ".db";
    for (int i = 2; QFile::exists(path) || QFile::exists(path + ".part"); ++i)
        path = QStringLiteral("%1-%2.db").arg(stem).arg(i);
    return path;
}

base::Result<void> checkRoom(const QString& folder, qint64 bytes)
{
    if (const auto room = freeBytes(folder); room && *room < bytes + bytes / 10)
        return base::fail(base::Code::Offline, "no room for a backup");
    return {};
}

base::Result<BackupInfo> sealBackup(const QString& path, const BackupOrder& order, qint64 groups)
{
    auto info = finishBackup(path, order, groups);
    if (!info) {
        removePart(path);
        QFile::remove(path + ".json");
    }
    return info;
}

base::Result<BackupInfo> backupNow(Connection& source, const QString& folder,
                                   const BackupOrder& order)
{
    if (auto made = makePrivateFolder(folder); !made)
        return base::fail(made.error());
    const QString path = freeBackupPath(folder, order.reason, order.time);
    {
        auto copy = OnlineCopy::start(source, path + ".part");
        if (!copy)
            return base::fail(copy.error());
        const auto done = (*copy)->step(-1);
        if (!done || !*done) {
            copy->reset();
            removePart(path);
            return base::fail(done ? base::Error{base::Code::Internal, "an unfinished copy"}
                                   : done.error());
        }
    }
    const auto groups = source.number("SELECT value FROM counter WHERE name = 'groups'");
    if (!groups) {
        removePart(path);
        return base::fail(groups.error());
    }
    return sealBackup(path, order, *groups);
}

std::vector<BackupInfo> listBackups(const QString& folder)
{
    std::vector<BackupInfo> found;
    const QDir dir(folder);
    for (const QFileInfo& file : dir.entryInfoList({kBackupPattern}, QDir::Files)) {
        const auto manifest = readManifest(file.filePath());
        BackupInfo info{.path = file.filePath(), .bytes = file.size()};
        if (manifest) {
            info.time = manifest->time;
            info.reason = manifest->reason;
            info.isVerified = manifest->bytes == file.size();
        } else {
            info.time = base::fromMs(file.lastModified().toMSecsSinceEpoch());
        }
        found.push_back(std::move(info));
    }
    std::sort(found.begin(), found.end(), [](const BackupInfo& a, const BackupInfo& b) {
        return std::tie(a.time, a.path) > std::tie(b.time, b.path);
    });
    return found;
}

void rotateBackups(const QString& folder, int keep, base::WallTime now)
{
    auto backups = listBackups(folder);
    std::stable_partition(backups.begin(), backups.end(),
                          [now](const BackupInfo& backup) { return backup.time <= now; });
    QMap<QString, int> kept;
    for (const BackupInfo& backup : backups) {
        // What does not verify is not ours to judge here: it stays.
        if (!backup.isVerified || ++kept[backup.reason] <= keep)
            continue;
        QFile::remove(backup.path);
        QFile::remove(backup.path + ".json");
    }
    dropUnnamedEvidence(folder);
}

void removeLeftovers(const QString& folder)
{
    const QDir dir(folder);
    for (const QString& name :
         dir.entryList({"relevo*.part", "relevo*.part-journal", "relevo*.part-wal",
                        "relevo*.part-shm", "erased.ids.part"},
                       QDir::Files))
        QFile::remove(dir.filePath(name));
    // A manifest stands before its backup does.
    for (const QString& name : dir.entryList({kBackupPattern + ".json"}, QDir::Files)) {
        if (!dir.exists(name.chopped(5)))
            QFile::remove(dir.filePath(name));
    }
}

} // namespace store
