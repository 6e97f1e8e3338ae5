// SPDX-License-Identifier: GPL-3.0-or-later
// Releases as the store keeps them, and back. Pure; any thread.
#pragma once

#include "base/result.h"
#include "desk/releases/releases_values.h"
#include "release/deeds/deeds.h"
#include "store/releases/checklist_records.h"

#include <map>

namespace desk {

/// What is to be stored of deeds that rest on `before`, whose ledger ends at `head`: the items that
/// differ, the rest of the release, and an entry for each thing that was said.
[[nodiscard]] store::ChecklistChange changeOf(const release::Release& before,
                                              const release::LedgerHead& head,
                                              const release::Deeds& deeds,
                                              const release::Ledger& ledger);

/// A ledger as it is stored. An entry that no ledger wrote stands as one that says nothing: its link
/// does not fit.
struct StoredLedger {
    release::LedgerHead head; ///< as what it is about says
    std::vector<release::LedgerEntry> entries;
    std::map<qint64, release::SaltedText> texts; ///< by entry; those that were not erased
    [[nodiscard]] QList<QByteArray> files() const;
    [[nodiscard]] release::TextOf textOf() const; ///< while this stands where it is
};

/// A release with its ledger as of one moment.
struct StoredRelease {
    release::Release release;
    StoredLedger ledger;
    QStringList unreadable; ///< the ids of its items whose records nobody wrote; its own
};
[[nodiscard]] StoredRelease storedOf(const store::ChecklistRow& row);

/// The windows in which nothing is released, with their ledger.
struct StoredFreezes {
    std::vector<release::FreezeWindow> windows; ///< those that can be read
    StoredLedger ledger;
    std::vector<release::Unattested> found; ///< what is wrong with them
    bool isKept = false;                    ///< they are stored; else there never was one
    [[nodiscard]] release::LedgerWord word() const noexcept
    {
        return found.empty() ? release::LedgerWord::Sound : release::LedgerWord::Damaged;
    }
};
/// Verified. \param row nothing: there never was a window
[[nodiscard]] StoredFreezes freezesOf(const std::optional<store::ChecklistRow>& row,
                                      const release::Ledger& ledger);
/// What is to be stored of one more thing that was said of them.
/// \param window nothing: the window of that id is taken away
[[nodiscard]] store::ChecklistChange changeOf(const StoredFreezes& before, const QString& id,
                                              const std::optional<release::FreezeWindow>& window,
                                              const release::Attestation& said,
                                              const release::Ledger& ledger);

/// The bytes' hashes as they are now, by the name of the file; those that are not there are left out.
using FileHashes = QMap<QByteArray, QByteArray>;
/// Is what is stored what was said? `isKeyed` is not known here; what is wrong with the windows
/// themselves stands in them.
/// \param files nothing: the files of evidence are not asked for
/// \param known a head that was given away before
[[nodiscard]] LedgerReport judged(const StoredRelease& stored, const StoredFreezes& freezes,
                                  const release::Ledger& ledger,
                                  const std::optional<FileHashes>& files,
                                  const std::optional<release::LedgerHead>& known);

} // namespace desk
