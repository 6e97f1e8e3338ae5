// SPDX-License-Identifier: GPL-3.0-or-later
// What a release answers to people, in words: why not, and what a verification found.
#pragma once

#include "release/ledger/attested.h"
#include "release/ledger/ledger_check.h"
#include "release/refusal.h"
#include "release/report/report_words.h"

namespace release {

/// A sentence without its full stop. Items are told by their titles.
[[nodiscard]] QString refusalText(const Refusal& refusal, const Release& release,
                                  const ReportWords& words);

/// A line for each thing that is known: integrity, completeness, what was shown and never said.
/// \param isKeyed whether the chain has a key of its own
/// \param release whose titles name items, evidence and sign-offs; null: their ids do
[[nodiscard]] QStringList verdictLines(const LedgerVerdict& verdict,
                                       const std::vector<Unattested>& unattested, bool isKeyed,
                                       const ReportWords& words, const Release* release = nullptr);

} // namespace release
