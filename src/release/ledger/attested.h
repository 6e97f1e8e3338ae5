// SPDX-License-Identifier: GPL-3.0-or-later
// Does the ledger say what the release shows? A chain that is whole proves nothing of a release whose
// rows were changed beside it.
#pragma once

#include "release/ledger/ledger.h"
#include "release/values.h"

#include <vector>

namespace release {

struct Unattested {
    enum class Kind { Plan, Item, Evidence, Signature, Override, Rollback };
    Kind kind = Kind::Item;
    QString
        subject; ///< the item, evidence, rule, override or trigger; of Plan "item:…" or "rule:…"
    QString field; ///< of an item: state, doers, verifier or waiver
    bool operator==(const Unattested&) const = default;
};
template <>
struct Names<Unattested::Kind> {
    static constexpr std::array kAll{"plan",      "item",     "evidence",
                                     "signature", "override", "rollback"};
};

/// Everything that decides about the gate and that the ledger's entries, taken as true, do not say.
/// Personal texts are not compared: they may have been erased.
[[nodiscard]] std::vector<Unattested> unattestedIn(const Release& release,
                                                   const std::vector<LedgerEntry>& entries);

} // namespace release
