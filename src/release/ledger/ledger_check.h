// SPDX-License-Identifier: GPL-3.0-or-later
// Is the ledger what was written, and is it all that was written? Two questions, two verdicts.
#pragma once

#include "release/ledger/ledger.h"

#include <functional>

namespace release {

struct LedgerFault {
    enum class Kind {
        Altered, ///< the entry is not as it was linked, or the one before it is not the one that was
        OutOfOrder,  ///< its number does not follow: a row is missing, doubled or moved
        TextAltered, ///< the personal text is not the one that was hashed
        FileAltered, ///< the evidence file is not the one that was hashed
        FileMissing,
        TailCut,     ///< `number` entries were known, and there are fewer
        HeadDiffers, ///< entry `number` has another link than the exported head
    };
    Kind kind = Kind::Altered;
    qint64 number = 0; ///< the entry's, as far as it says
    QString subject;   ///< what it is about
    bool operator==(const LedgerFault&) const = default;
};
template <>
struct Names<LedgerFault::Kind> {
    static constexpr std::array kAll{"altered",      "out_of_order", "text_altered", "file_altered",
                                     "file_missing", "tail_cut",     "head_differs"};
};

struct LedgerVerdict {
    qint64 count = 0;
    LedgerHead head;                       ///< of what is there
    std::vector<LedgerFault> integrity;    ///< empty: nothing there was changed
    std::vector<LedgerFault> completeness; ///< empty: nothing is missing, as far as was asked
    bool isOfOtherKey = false;        ///< no entry fits: another key, or all of it was written anew
    bool isCompletenessKnown = false; ///< a head given away before was compared
    qint64 erasedTexts = 0;           ///< had a text once; as far as texts were asked for
    qint64 erasedUnsaid = 0;          ///< of those: no entry says that somebody erased it
    std::vector<qint64> timeWentBack; ///< entries with a time before the one before: a clock's step

    [[nodiscard]] bool isSound() const noexcept
    {
        return integrity.empty() && completeness.empty();
    }
    bool operator==(const LedgerVerdict&) const = default;
};

/// The personal text of an entry that has a hash; nothing: it was erased.
using TextOf = std::function<std::optional<SaltedText>(const LedgerEntry&)>;

/// What stands outside the chain, for entries that have a hash. Nothing: erased (a text), or not there
/// (a file; no fault where an entry says that it was erased). An empty function: not asked for.
struct LedgerSurroundings {
    TextOf text;
    std::function<std::optional<QByteArray>(const LedgerEntry&)>
        fileHash; ///< of the bytes as they are now
};

/// \param known a head that was given away; nothing: completeness stays unknown
[[nodiscard]] LedgerVerdict checked(const Ledger& ledger, const QString& release,
                                    const std::vector<LedgerEntry>& entries,
                                    const std::optional<LedgerHead>& known,
                                    const LedgerSurroundings& surroundings = {});

} // namespace release
