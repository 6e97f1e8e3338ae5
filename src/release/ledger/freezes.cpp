// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/freezes.h"

#include <algorithm>

namespace release {

namespace {

constexpr QStringView kSet = u"freeze", kTaken = u"thaw";

bool saysWindow(const LedgerEntry& entry, const FreezeWindow& window)
{
    return entry.fields == attestFreeze(window, {}, {}, {}).entry.fields;
}

} // namespace

Attestation attestFreeze(const FreezeWindow& window, PersonId by, WallTime at, QByteArray salt)
{
    Attestation said;
    said.entry.kind = kSet.toString();
    said.entry.subject = window.id;
    said.entry.by = by;
    said.entry.at = at;
    said.entry.fields[QStringLiteral("from")] = base::toIso(window.from);
    said.entry.fields[QStringLiteral("until")] = base::toIso(window.until);
    said.text = SaltedText{std::move(salt), window.title};
    said.entry.textHash = hashOf(*said.text);
    return said;
}

Attestation attestThaw(const QString& window, PersonId by, WallTime at)
{
    Attestation said;
    said.entry.kind = kTaken.toString();
    said.entry.subject = window;
    said.entry.by = by;
    said.entry.at = at;
    return said;
}

std::vector<Unattested> unattestedIn(const std::vector<FreezeWindow>& windows,
                                     const std::vector<LedgerEntry>& entries, const TextOf& textOf)
{
    std::map<QString, const LedgerEntry*> said;
    for (const LedgerEntry& entry : entries) {
        if (entry.kind == kSet)
            said[entry.subject] = &entry;
        else
            said.erase(entry.subject);
    }
    std::vector<Unattested> found;
    for (const FreezeWindow& window : windows) {
        const auto entry = said.find(window.id);
        const auto kept =
            entry != said.end() && textOf ? textOf(*entry->second) : std::optional<SaltedText>();
        if (entry == said.end() || !saysWindow(*entry->second, window))
            found.push_back({Unattested::Kind::Freeze, window.id, {}});
        else if (kept && kept->text != window.title)
            found.push_back({Unattested::Kind::Freeze, window.id, QStringLiteral("text")});
        if (entry != said.end())
            said.erase(entry);
    }
    for (const auto& [id, entry] : said)
        found.push_back({Unattested::Kind::Freeze, id, {}, true});
    return found;
}

std::vector<Unattested> freezesGone(const Ledger& ledger, const std::vector<LedgerEntry>& release,
                                    const std::vector<LedgerEntry>& freezes)
{
    LedgerHead seen;
    for (const LedgerEntry& entry : release) {
        const auto head = freezesSeen(entry);
        if (head && head->count >= seen.count)
            seen = *head;
    }
    if (seen.link.isEmpty())
        return {};
    const auto verdict = checked(ledger, QString::fromLatin1(kFreezeLedger), freezes, seen);
    std::vector<Unattested> gone;
    for (const LedgerFault& fault : verdict.completeness)
        gone.push_back(
            {Unattested::Kind::Freeze, QString::number(fault.number), nameText(fault.kind), true});
    return gone;
}

} // namespace release
