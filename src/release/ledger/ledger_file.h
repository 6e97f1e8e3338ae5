// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger as text: JSON, an entry a line, the head last. A head line alone is what is given away.
//
//   {"number":1,"at":1765108800000,"by":3,"role":"sre","kind":"item","subject":"log-token",
//    "fields":{"state":"done -> verified"},"text":"<hex>","file":"<hex>","link":"<hex>"}
//   {"count":1,"head":"<hex>"}
//
// There is one way to write a ledger: a text that says the same in other bytes is refused.
#pragma once

#include "base/result.h"
#include "release/ledger/ledger.h"

namespace release {

/// One entry's line, with its end.
[[nodiscard]] QByteArray writtenEntry(const LedgerEntry& entry);
/// Corrupt: not as writtenEntry() writes it.
[[nodiscard]] base::Result<LedgerEntry> readEntry(const QByteArray& line);

[[nodiscard]] QByteArray writtenLedger(const std::vector<LedgerEntry>& entries,
                                       const LedgerHead& head);
[[nodiscard]] QByteArray writtenHead(const LedgerHead& head);

struct ReadLedger {
    std::vector<LedgerEntry> entries;
    LedgerHead head;
    bool operator==(const ReadLedger&) const = default;
};
/// Corrupt names the line that is not as writtenLedger() writes it.
[[nodiscard]] base::Result<ReadLedger> readLedger(const QByteArray& text);
[[nodiscard]] base::Result<LedgerHead> readHead(const QByteArray& line);

} // namespace release
