// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back what people said: comments, reasons, what was pasted, the file that a release was made
// from. The text goes with its salt wherever it stands; the chain stays whole, and an entry of it says
// who erased what.
#pragma once

#include "release/ledger/attest.h"
#include "release/refusal.h"

#include <tl/expected.hpp>

#include <set>

namespace release {

/// Either an entry, with those that repeat its text, or all that was said of an item, or the file that
/// the release was made from.
struct Erasure {
    std::optional<qint64> entry;
    ItemId item;
    QString reason;        ///< why; itself a text that can be erased
    bool isSource = false; ///< the file; whether there is one, the caller knows
};

struct Erased {
    Release after;
    std::vector<qint64> entries; ///< whose texts and salts go
    QList<QByteArray> files;     ///< filesMeantBy(), also those that should have gone before
    Attestation said;
};

/// NothingToErase: no such entry or item, or it has nothing to lose any more; a figure never had. A file
/// that was erased before.
/// ReasonMissing.
/// \param entries of this very release, in their order
[[nodiscard]] tl::expected<Erased, Refusal> erased(const Release& release,
                                                   const std::vector<LedgerEntry>& entries,
                                                   const Erasure& wanted, PersonId by, WallTime at,
                                                   QByteArray salt);

/// The evidence that is to go, and that was to go when the same was erased before; others may show the
/// same file.
[[nodiscard]] QList<QByteArray> filesMeantBy(const Erasure& wanted,
                                             const std::vector<LedgerEntry>& entries);

/// Whether the entries say that the file was erased.
[[nodiscard]] bool isSourceErasedBy(const std::vector<LedgerEntry>& entries);
/// The numbers that the entries say were erased.
[[nodiscard]] std::set<qint64> erasedBy(const std::vector<LedgerEntry>& entries);

} // namespace release
