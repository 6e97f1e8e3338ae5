// SPDX-License-Identifier: GPL-3.0-or-later
// The freeze windows have a ledger of their own, with the same mechanics as a release's: who set one,
// changed it or took it away stays, also when the window does not.
#pragma once

#include "release/ledger/attest.h"
#include "release/ledger/attested.h"

namespace release {

/// What the chain of the freeze windows begins with, instead of a release's id.
inline constexpr char kFreezeLedger[] = "freezes";

/// A new window, or another one under its id.
[[nodiscard]] Attestation attestFreeze(const FreezeWindow& window, PersonId by, WallTime at,
                                       QByteArray salt);
[[nodiscard]] Attestation attestThaw(const QString& window, PersonId by, WallTime at);

/// In which the windows and the entries, taken as true, differ. \see unattestedIn()
[[nodiscard]] std::vector<Unattested> unattestedIn(const std::vector<FreezeWindow>& windows,
                                                   const std::vector<LedgerEntry>& entries,
                                                   const TextOf& textOf = {});

/// Whether the ledger of the freeze windows goes as far as a release's verdicts say that they saw it.
/// \param freezes the entries of that ledger
[[nodiscard]] std::vector<Unattested> freezesGone(const Ledger& ledger,
                                                  const std::vector<LedgerEntry>& release,
                                                  const std::vector<LedgerEntry>& freezes);

} // namespace release
