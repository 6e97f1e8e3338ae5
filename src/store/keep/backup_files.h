// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "store/records.h"
#include "store/sql/connection.h"

#include <QString>

namespace store {

/// Names and states of the files of one folder of backups. A backup has its final name only once it
/// is verified; until then it ends in `.part`.

/// A name that is still free, for instance relevo-20261124-113130-daily.db.
[[nodiscard]] QString freeBackupPath(const QString& folder, const QString& reason,
                                     base::WallTime now);

/// Offline: the disk has no room for a copy of this size.
[[nodiscard]] base::Result<void> checkRoom(const QString& folder, qint64 bytes);

/// What a backup is made of, and why.
struct BackupOrder {
    QString reason;
    base::WallTime time;
    QString evidence; ///< folder of the evidence files, to be copied beside it
};

/// Verifies `path + ".part"` from the copy, copies the evidence that is not there yet, writes the
/// manifest and gives the part its final name, all durably. On failure the part is removed.
/// \param groups the commit count that it must hold
[[nodiscard]] base::Result<BackupInfo> sealBackup(const QString& path, const BackupOrder& order,
                                                  qint64 groups);

/// A verified backup at once, with the connection's thread waiting.
[[nodiscard]] base::Result<BackupInfo> backupNow(Connection& source, const QString& folder,
                                                 const BackupOrder& order);

/// Newest first.
[[nodiscard]] std::vector<BackupInfo> listBackups(const QString& folder);
/// Keeps the newest `keep` of each reason, with the evidence that they name. Those from the future, made while the clock was wrong,
/// go first, so that a clock set right does not cost the backups that are made from then on.
void rotateBackups(const QString& folder, int keep, base::WallTime now);
/// Removes what was copied so far of a backup that came to nothing.
void removePart(const QString& path);
/// What was under way when a program ended.
void removeLeftovers(const QString& folder);

} // namespace store
