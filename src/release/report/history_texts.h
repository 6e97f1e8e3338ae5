// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger and a comparison say, in people's words: the names of enumerators and fields, which the
// files keep, never reach who reads.
#pragma once

#include "release/compare/difference.h"
#include "release/ledger/ledger.h"
#include "release/report/report.h"

#include <functional>

namespace release {

/// What a field of an item is called.
[[nodiscard]] QString fieldText(Field field, const ReportWords& words);
/// "Role: SRE → QA": enumerators in words, everything else as it is written down.
[[nodiscard]] QString changeText(const FieldChange& change, const ReportWords& words);

/// How the reader is told a time.
using TimeTexts = std::function<QString(WallTime)>;
/// What entries are about, for whoever tells many of them. \pre the release outlives it
struct SaidOf {
    explicit SaidOf(const Release& of) : release(of), items(of) {}
    const Release& release;
    const ItemTitles items;
};
/// What was done, as an entry of the ledger says it: "to do → done", "showed evidence: file". Who did it,
/// when, and the text that was written with it are told by whoever calls.
/// \param of whose titles say what it is about; null: who reads knows that
[[nodiscard]] QString saidText(const LedgerEntry& entry, const ReportWords& words,
                               const TimeTexts& timeText, const SaidOf* of = nullptr);

} // namespace release
