// SPDX-License-Identifier: GPL-3.0-or-later
// Is what is stored what was said? Everything is read anew; nothing of memory is believed.
#include "desk/releases/releases.h"
#include "release/ledger/ledger_file.h"

#include <memory>

namespace desk {

namespace {

using Rows = std::vector<store::ChecklistEntryRow>;
using Hashes = QMap<QByteArray, QByteArray>;

/// A row that no ledger wrote stands as an entry that says nothing: its link does not fit.
std::vector<release::LedgerEntry> entriesOf(const Rows& rows)
{
    std::vector<release::LedgerEntry> entries;
    for (const auto& row : rows) {
        auto entry = release::readEntry(row.line);
        entries.push_back(entry ? *std::move(entry) : release::LedgerEntry{.number = row.number});
    }
    return entries;
}

QList<QByteArray> filesOf(const std::vector<release::LedgerEntry>& entries)
{
    QList<QByteArray> files;
    for (const auto& entry : entries) {
        if (!entry.fileHash.isEmpty())
            files += entry.fileHash;
    }
    return files;
}

/// Everything that a verification looks at.
struct Read {
    release::Release release;
    release::LedgerHead head; ///< as the release says
    Rows rows;
    std::vector<release::LedgerEntry> entries;
};

LedgerReport judged(const Read& read, const Hashes& files, const release::Ledger& ledger,
                    const std::optional<release::LedgerHead>& known)
{
    std::map<qint64, release::SaltedText> texts;
    for (const auto& row : read.rows) {
        if (!row.salt.isEmpty())
            texts[row.number] = {.salt = row.salt, .text = row.text};
    }
    const release::LedgerSurroundings around{
        .text = [&texts](const release::LedgerEntry& entry) -> std::optional<release::SaltedText> {
            const auto it = texts.find(entry.number);
            return it == texts.end() ? std::nullopt : std::optional(it->second);
        },
        .fileHash = [&files](const release::LedgerEntry& entry) -> std::optional<QByteArray> {
            const auto it = files.find(entry.fileHash);
            return it == files.end() ? std::nullopt : std::optional(*it);
        }};
    LedgerReport report;
    report.verdict = release::checked(ledger, read.release.id, read.entries, read.head, around);
    report.verdict.isCompletenessKnown = known.has_value();
    if (known) {
        const auto outside = release::checked(ledger, read.release.id, read.entries, known);
        for (const auto& fault : outside.completeness) {
            if (std::ranges::find(report.verdict.completeness, fault) ==
                report.verdict.completeness.end())
                report.verdict.completeness.push_back(fault);
        }
    }
    report.unattested = release::unattestedIn(read.release, read.entries);
    return report;
}

} // namespace

void Releases::verify(const QString& id, const std::optional<release::LedgerHead>& known,
                      const SharedReply<LedgerReport>& reply)
{
    const auto read = std::make_shared<Read>();
    const auto judge = [this, id, read, known, reply](const base::Result<Hashes>& files) {
        if (!files) {
            reply->answer(base::fail(files.error()));
            return;
        }
        LedgerReport report = judged(*read, *files, m_ledger, known);
        report.isKeyed = m_isKeyed;
        m_held[id].word =
            report.isSound() ? release::LedgerWord::Sound : release::LedgerWord::Damaged;
        m_hub.changed({.releases = true});
        reply->answer(std::move(report));
    };
    const auto readFiles = [this, read, judge, reply](const base::Result<Rows>& rows) {
        if (!rows) {
            reply->answer(base::fail(rows.error()));
            return;
        }
        read->rows = *rows;
        read->entries = entriesOf(*rows);
        m_context.store.evidenceHashes(filesOf(read->entries),
                                       m_context.caller.expect<Hashes>(judge));
    };
    m_context.store.checklist(
        id, m_context.caller.expect<store::ChecklistRow>(
                [this, id, read, readFiles, reply](const base::Result<store::ChecklistRow>& row) {
                    auto held = row ? heldOf(*row) : base::Result<Held>(base::fail(row.error()));
                    if (!held) {
                        reply->answer(base::fail(held.error()));
                        return;
                    }
                    read->release = *held->release;
                    read->head = held->head;
                    m_context.store.checklistEntries(id, m_context.caller.expect<Rows>(readFiles));
                }));
}

} // namespace desk
