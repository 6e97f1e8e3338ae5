// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "store/keep/evidence_copies.h"

#include <QByteArray>
#include <QMap>
#include <QSet>
#include <QString>

namespace store {

/// What is written beside each backup, as `<backup>.json`, after the copy was verified.
struct Manifest {
    QString reason; ///< "daily", "manual", "migration"
    base::WallTime time;
    int schema = 0;
    qint64 bytes = 0;
    qint64 groups = 0;  ///< commit count of the copied state
    QByteArray sha256;  ///< of the file
    QByteArray content; ///< SHA-256 over every conversation's ULID, numbers and chain, in order
    QMap<QString, qint64> rows; ///< table -> rows
    QSet<QString> erased;       ///< ULIDs of every erased conversation
    EvidenceHashes evidence;    ///< files beside the backup; only those that were there

    bool operator==(const Manifest&) const = default;
};

[[nodiscard]] QByteArray manifestToJson(const Manifest& manifest);
/// Invalid: no manifest of ours.
[[nodiscard]] base::Result<Manifest> manifestFromJson(const QByteArray& json);
[[nodiscard]] base::Result<Manifest> readManifest(const QString& backupFile);

/// Reads a whole copy: integrity check, rows, hashes. Reason, time and evidence stay empty. Corrupt: it is
/// damaged. Takes long; leaves nothing beside the file.
[[nodiscard]] base::Result<Manifest> examineCopy(const QString& path);

/// Corrupt: the copy is not what the manifest says.
[[nodiscard]] base::Result<void> compareCopy(const Manifest& written, const Manifest& found);

} // namespace store
