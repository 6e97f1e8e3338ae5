// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keep/evidence_copies.h"

#include "store/files/content_files.h"
#include "store/files/durable.h"
#include "store/keep/backup_files.h"
#include "store/keep/manifest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace store {

namespace {

constexpr qsizetype kDigitsOfHash = 64;

/// Of the files whose names are hashes; others are not ours.
EvidenceHashes namesIn(const QString& folder)
{
    EvidenceHashes hashes;
    for (const QString& name : QDir(folder).entryList(QDir::Files)) {
        const QByteArray digits = name.toLatin1();
        const QByteArray hash = QByteArray::fromHex(digits);
        if (digits.size() == kDigitsOfHash && hash.toHex() == digits)
            hashes.insert(hash);
    }
    return hashes;
}

QString fileOf(const QString& folder, const QByteArray& hash)
{
    return QDir(folder).filePath(QString::fromLatin1(hash.toHex()));
}

/// Nothing where that file is gone or altered.
base::Result<bool> copied(const QString& from, const QByteArray& hash, const QString& to)
{
    const auto bytes = contentOf(from, hash);
    if (!bytes)
        return false;
    return keepContent(to, *bytes).map([](const QByteArray&) { return true; });
}

} // namespace

QString evidenceIn(const QString& backups)
{
    return QDir(backups).filePath(QStringLiteral("evidence"));
}

QString evidenceBeside(const QString& backupFile)
{
    return evidenceIn(QFileInfo(backupFile).path());
}

qint64 bytesToCopy(const QString& from, const QString& to)
{
    qint64 bytes = 0;
    for (const QByteArray& hash : namesIn(from) - namesIn(to))
        bytes += QFileInfo(fileOf(from, hash)).size();
    return bytes;
}

base::Result<EvidenceHashes> copyEvidence(const QString& from, const QString& to)
{
    const EvidenceHashes there = namesIn(to);
    EvidenceHashes both;
    for (const QByteArray& hash : namesIn(from)) {
        if (!there.contains(hash)) {
            const auto done = copied(from, hash, to);
            if (!done)
                return base::fail(done.error());
            if (!*done)
                continue;
        }
        both.insert(hash);
    }
    return both;
}

int missingEvidence(const QString& folder, const EvidenceHashes& hashes)
{
    return static_cast<int>(std::ranges::count_if(
        hashes, [&folder](const QByteArray& hash) { return hashNow(folder, hash) != hash; }));
}

base::Result<int> restoreEvidence(const QString& from, const EvidenceHashes& hashes,
                                  const QString& to)
{
    int missing = 0;
    for (const QByteArray& hash : hashes) {
        if (hashNow(to, hash) == hash)
            continue;
        const auto done = copied(from, hash, to);
        if (!done)
            return base::fail(done.error());
        if (!*done)
            ++missing;
    }
    return missing;
}

base::Result<int> dropEvidenceCopies(const QString& backups, const EvidenceHashes& hashes)
{
    base::Result<void> named;
    for (const BackupInfo& backup : listBackups(backups)) {
        auto manifest = readManifest(backup.path);
        if (!manifest || !manifest->evidence.intersects(hashes))
            continue;
        manifest->evidence.subtract(hashes);
        if (auto written = writeDurably(backup.path + ".json", manifestToJson(*manifest));
            !written && named)
            named = written;
    }
    const auto dropped = dropContents(evidenceIn(backups), hashes.values());
    return named ? dropped : base::fail(named.error());
}

void dropUnnamedEvidence(const QString& backups)
{
    EvidenceHashes named;
    for (const BackupInfo& backup : listBackups(backups)) {
        const auto manifest = readManifest(backup.path);
        if (!manifest) // it may name any of them
            return;
        named.unite(manifest->evidence);
    }
    const QString folder = evidenceIn(backups);
    for (const QByteArray& hash : namesIn(folder) - named)
        QFile::remove(fileOf(folder, hash));
}

} // namespace store
