// SPDX-License-Identifier: GPL-3.0-or-later
// Does the ledger say what the release shows, and does the release show what the ledger says? A chain
// that is whole proves nothing of a release whose rows were changed beside it.
#pragma once

#include "release/ledger/ledger_check.h"
#include "release/values.h"

#include <vector>

namespace release {

struct Unattested {
    enum class Kind {
        Plan,
        Item,
        Evidence,
        Comment,
        Signature,
        Override,
        Rollback,
        Canary,
        Release, ///< what is of no item: title, dates, parameters
        Record,  ///< cannot be read; never of unattestedIn()
        Freeze,  ///< a window in which nothing is released
    };
    Kind kind = Kind::Item;
    /// The item, evidence, rule, override or trigger; of Plan "item:…" or "rule:…".
    QString subject;
    /// Of an item and a release: what of it. "text": what stands there is not the text that was said.
    QString field;
    bool isGone = false; ///< it was said, and is not shown any more
    bool operator==(const Unattested&) const = default;
};
template <>
struct Names<Unattested::Kind> {
    static constexpr std::array kAll{"plan",      "item",     "evidence", "comment",
                                     "signature", "override", "rollback", "canary",
                                     "release",   "record",   "freeze"};
};

/// Everything in which the release and the ledger's entries, taken as true, differ, in either
/// direction: what decides about the gate, what was shown, signed, overridden, steered and rolled back,
/// and when. Not compared: what a program before this one did not write down (the plan of items but for
/// what the gate asks, sections, canary and rollback plans).
/// \param textOf the personal text of an entry that has a hash; nothing: it was erased, and may not be
///        shown any more. An empty function: texts are not compared.
[[nodiscard]] std::vector<Unattested> unattestedIn(const Release& release,
                                                   const std::vector<LedgerEntry>& entries,
                                                   const TextOf& textOf = {});

} // namespace release
