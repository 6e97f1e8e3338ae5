// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/stored.h"

#include "release/ledger/freezes.h"
#include "release/ledger/ledger_file.h"
#include "release/record/record.h"

#include <QSet>

#include <algorithm>

namespace desk {

namespace {

store::LedgerMark markOf(const release::LedgerHead& head)
{
    return {.entries = head.count, .head = head.link};
}

/// New and changed items with their places, and those that are gone.
void addItems(const release::Release& before, const release::Release& after,
              store::ChecklistChange& to)
{
    const auto isSame = [&](std::size_t i) {
        return i < before.items.size() && before.items[i] == after.items[i];
    };
    for (std::size_t i = 0; i < after.items.size(); ++i) {
        if (!isSame(i))
            to.items.push_back({.item = after.items[i].plan.id.value,
                                .place = static_cast<int>(i),
                                .record = release::recordOf(after.items[i])});
    }
    if (before.items.size() <= after.items.size())
        return;
    QSet<QString> left;
    for (const release::Item& item : after.items)
        left.insert(item.plan.id.value);
    for (const release::Item& item : before.items) {
        if (!left.contains(item.plan.id.value))
            to.removedItems += item.plan.id.value;
    }
}

StoredLedger ledgerOf(const store::ChecklistRow& row)
{
    StoredLedger ledger{.head = {.count = row.ledger.entries, .link = row.ledger.head}};
    for (const auto& each : row.entries) {
        auto entry = release::readEntry(each.line);
        ledger.entries.push_back(entry ? *std::move(entry)
                                       : release::LedgerEntry{.number = each.number});
        if (!each.salt.isEmpty())
            ledger.texts[each.number] = {.salt = each.salt, .text = each.text};
    }
    return ledger;
}

} // namespace

store::ChecklistChange changeOf(const release::Release& before, const release::LedgerHead& head,
                                const release::Deeds& deeds, const release::Ledger& ledger)
{
    store::ChecklistChange change{
        .ulid = deeds.after.id, .before = markOf(head), .frame = release::recordOf(deeds.after)};
    addItems(before, deeds.after, change);
    release::LedgerHead end = head;
    for (const release::Attestation& said : deeds.said) {
        const auto entry = ledger.append(end, said.entry);
        end = release::headOf(entry);
        const auto text = said.text.value_or(release::SaltedText());
        change.entries.push_back({.number = entry.number,
                                  .line = release::writtenEntry(entry),
                                  .salt = text.salt,
                                  .text = text.text});
    }
    change.after = markOf(end);
    return change;
}

store::ChecklistChange changeOf(const StoredFreezes& before, const QString& id,
                                const std::optional<release::FreezeWindow>& window,
                                const release::Attestation& said, const release::Ledger& ledger)
{
    const auto mark = markOf(before.ledger.head);
    const auto entry = ledger.append(before.ledger.head, said.entry);
    const auto text = said.text.value_or(release::SaltedText());
    store::ChecklistChange change{.ulid = QString::fromLatin1(store::kFreezesUlid),
                                  .before = before.isKept ? std::optional(mark) : std::nullopt,
                                  .after = markOf(release::headOf(entry)),
                                  .frame = "{}",
                                  .entries = {{.number = entry.number,
                                               .line = release::writtenEntry(entry),
                                               .salt = text.salt,
                                               .text = text.text}}};
    if (window)
        change.items.push_back({.item = id, .place = 0, .record = release::recordOf(*window)});
    else
        change.removedItems += id;
    return change;
}

QList<QByteArray> StoredLedger::files() const
{
    QList<QByteArray> files;
    for (const auto& entry : entries) {
        if (!entry.fileHash.isEmpty())
            files += entry.fileHash;
    }
    return files;
}

release::TextOf StoredLedger::textOf() const
{
    return [this](const release::LedgerEntry& entry) -> std::optional<release::SaltedText> {
        const auto it = texts.find(entry.number);
        return it == texts.end() ? std::nullopt : std::optional(it->second);
    };
}

StoredRelease storedOf(const store::ChecklistRow& row)
{
    StoredRelease stored{.ledger = ledgerOf(row)};
    if (auto frame = release::releaseOf(row.frame))
        stored.release = *std::move(frame);
    else
        stored.unreadable += row.ulid;
    stored.release.id = row.ulid;
    stored.release.items.reserve(row.items.size());
    for (const auto& each : row.items) {
        if (auto item = release::itemOf(each.record))
            stored.release.items.push_back(*std::move(item));
        else
            stored.unreadable += each.item;
    }
    return stored;
}

StoredFreezes freezesOf(const std::optional<store::ChecklistRow>& row,
                        const release::Ledger& ledger)
{
    const QString id = QString::fromLatin1(release::kFreezeLedger);
    StoredFreezes freezes;
    if (!row) {
        freezes.ledger.head = ledger.genesis(id);
        return freezes;
    }
    freezes.isKept = true;
    freezes.ledger = ledgerOf(*row);
    for (const auto& each : row->items) {
        if (auto window = release::freezeOf(each.record))
            freezes.windows.push_back(*std::move(window));
        else
            freezes.found.push_back({release::Unattested::Kind::Record, each.item, {}});
    }
    const auto textOf = freezes.ledger.textOf();
    const auto verdict = release::checked(ledger, id, freezes.ledger.entries, freezes.ledger.head,
                                          {.text = textOf, .fileHash = {}});
    for (const auto* faults : {&verdict.integrity, &verdict.completeness}) {
        for (const auto& fault : *faults)
            freezes.found.push_back({release::Unattested::Kind::Freeze,
                                     QString::number(fault.number), release::nameText(fault.kind)});
    }
    for (auto& each : release::unattestedIn(freezes.windows, freezes.ledger.entries, textOf))
        freezes.found.push_back(std::move(each));
    return freezes;
}

LedgerReport judged(const StoredRelease& stored, const StoredFreezes& freezes,
                    const release::Ledger& ledger, const std::optional<FileHashes>& files,
                    const std::optional<release::LedgerHead>& known)
{
    const QString& id = stored.release.id;
    const auto& entries = stored.ledger.entries;
    release::LedgerSurroundings around{.text = stored.ledger.textOf(), .fileHash = {}};
    if (files)
        around.fileHash = [&files](const release::LedgerEntry& entry) {
            const auto it = files->find(entry.fileHash);
            return it == files->end() ? std::nullopt : std::optional<QByteArray>(*it);
        };
    LedgerReport report{.verdict =
                            release::checked(ledger, id, entries, stored.ledger.head, around)};
    report.verdict.isCompletenessKnown = known.has_value();
    if (known) {
        const auto outside = release::checked(ledger, id, entries, known);
        for (const auto& fault : outside.completeness) {
            if (std::ranges::find(report.verdict.completeness, fault) ==
                report.verdict.completeness.end())
                report.verdict.completeness.push_back(fault);
        }
    }
    // Of what cannot be read nothing else can be said.
    for (const QString& each : stored.unreadable)
        report.unattested.push_back({release::Unattested::Kind::Record, each, {}});
    if (stored.unreadable.isEmpty())
        report.unattested = release::unattestedIn(stored.release, entries, around.text);
    for (auto& each : release::freezesGone(ledger, entries, freezes.ledger.entries))
        report.unattested.push_back(std::move(each));
    return report;
}

} // namespace desk
