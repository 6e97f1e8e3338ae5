// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/ledger_check.h"

#include "release/ledger/erasing.h"

namespace release {

namespace {

using FaultOf = LedgerFault::Kind;

void checkText(const LedgerEntry& entry, const LedgerSurroundings& surroundings, bool isErased,
               LedgerVerdict& verdict)
{
    if (!surroundings.text)
        return;
    const auto text = surroundings.text(entry);
    if (!text) {
        const bool hadText = !entry.textHash.isEmpty();
        verdict.erasedTexts += hadText ? 1 : 0;
        verdict.erasedUnsaid += hadText && !isErased ? 1 : 0;
    } else if (hashOf(*text) != entry.textHash)
        verdict.integrity.push_back({FaultOf::TextAltered, entry.number, entry.subject});
}

void checkFile(const LedgerEntry& entry, const LedgerSurroundings& surroundings, bool isErased,
               LedgerVerdict& verdict)
{
    if (entry.fileHash.isEmpty() || !surroundings.fileHash)
        return;
    const auto hash = surroundings.fileHash(entry);
    if (!hash && !isErased)
        verdict.integrity.push_back({FaultOf::FileMissing, entry.number, entry.subject});
    else if (hash && *hash != entry.fileHash)
        verdict.integrity.push_back({FaultOf::FileAltered, entry.number, entry.subject});
}

void checkCompleteness(const LedgerHead& genesis, const std::vector<LedgerEntry>& entries,
                       const LedgerHead& known, LedgerVerdict& verdict)
{
    verdict.isCompletenessKnown = true;
    if (known.count > verdict.count) {
        verdict.completeness.push_back({FaultOf::TailCut, known.count, {}});
        return;
    }
    const auto place = static_cast<std::size_t>(known.count);
    const QByteArray& link = known.count <= 0 ? genesis.link : entries[place - 1].link;
    if (link != known.link)
        verdict.completeness.push_back({FaultOf::HeadDiffers, known.count,
                                        known.count <= 0 ? QString() : entries[place - 1].subject});
}

} // namespace

LedgerVerdict checked(const Ledger& ledger, const QString& release,
                      const std::vector<LedgerEntry>& entries,
                      const std::optional<LedgerHead>& known,
                      const LedgerSurroundings& surroundings)
{
    LedgerVerdict verdict;
    const LedgerHead genesis = ledger.genesis(release);
    const auto erased = erasedBy(entries);
    LedgerHead head = genesis;
    std::optional<WallTime> before;
    bool hasFitting = false;
    for (const LedgerEntry& entry : entries) {
        if (entry.number != head.count + 1)
            verdict.integrity.push_back({FaultOf::OutOfOrder, entry.number, entry.subject});
        else if (ledger.linkOf(head.link, entry) != entry.link)
            verdict.integrity.push_back({FaultOf::Altered, entry.number, entry.subject});
        else
            hasFitting = true;
        if (before && entry.at < *before)
            verdict.timeWentBack.push_back(entry.number);
        const bool isErased = erased.contains(entry.number);
        checkText(entry, surroundings, isErased, verdict);
        checkFile(entry, surroundings, isErased, verdict);
        before = entry.at;
        head = headOf(entry);
    }
    verdict.isOfOtherKey = !entries.empty() && !hasFitting;
    verdict.count = static_cast<qint64>(entries.size());
    verdict.head = {verdict.count, head.link};
    if (known)
        checkCompleteness(genesis, entries, *known, verdict);
    return verdict;
}

} // namespace release
