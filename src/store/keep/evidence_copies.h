// SPDX-License-Identifier: GPL-3.0-or-later
// The files of evidence beside backups: in a folder of their own, each once however many of the backups
// there name it. Blocking; the thread that makes or restores the backup.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QSet>
#include <QString>

namespace store {

using EvidenceHashes = QSet<QByteArray>; ///< SHA-256, 32 bytes each

/// Where the evidence of a backup file, or of a folder of backups, stands.
[[nodiscard]] QString evidenceBeside(const QString& backupFile);
[[nodiscard]] QString evidenceIn(const QString& backups);

/// How much copyEvidence() would write.
[[nodiscard]] qint64 bytesToCopy(const QString& from, const QString& to);
/// Copies what `to` lacks; the hashes of what both hold then. A file that was altered in `from` is left
/// out. Offline: the disk says no.
[[nodiscard]] base::Result<EvidenceHashes> copyEvidence(const QString& from, const QString& to);

/// How many of them are not there, or altered. Reads them all.
[[nodiscard]] int missingEvidence(const QString& folder, const EvidenceHashes& hashes);
/// Writes those that `to` lacks or holds altered; how many are left missing.
[[nodiscard]] base::Result<int> restoreEvidence(const QString& from, const EvidenceHashes& hashes,
                                                const QString& to);
/// Removes these, and their names from the manifests of the folder's backups, so that none of them is
/// missed; how many files there were. Offline: the disk said no to one at least; the others are done.
[[nodiscard]] base::Result<int> dropEvidenceCopies(const QString& backups,
                                                   const EvidenceHashes& hashes);
/// Removes what no backup of the folder names any more.
void dropUnnamedEvidence(const QString& backups);

} // namespace store
