// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/erasing.h"

#include <algorithm>

namespace release {

namespace {

constexpr QStringView kErasure = u"erasure";
constexpr QStringView kSource = u"source"; ///< a field of such an entry

QString itemOf(const LedgerEntry& entry)
{
    if (entry.kind == u"item" || entry.kind == u"comment")
        return entry.subject;
    const auto item = entry.fields.find(QStringLiteral("item"));
    return entry.kind == u"evidence" && item != entry.fields.end() ? item->second : QString();
}

bool isFigure(const LedgerEntry& entry)
{
    const auto kind = entry.fields.find(QStringLiteral("kind"));
    return entry.kind == u"evidence" && kind != entry.fields.end() &&
           kind->second == nameText(EvidenceKind::Metric);
}

/// What has, or had, a text or file to lose.
bool canLose(const LedgerEntry& entry)
{
    return (!entry.textHash.isEmpty() || !entry.fileHash.isEmpty()) && !isFigure(entry);
}

/// An override's approvals repeat its reason, and so do the entries of an item: those go together.
bool repeats(const LedgerEntry& entry, const LedgerEntry& other)
{
    return entry.number == other.number ||
           (entry.kind == other.kind && entry.subject == other.subject &&
            (entry.kind == u"override" || entry.kind == u"item"));
}

/// Takes the copies in the release away; one function a kind.
class TakingBack
{
public:
    explicit TakingBack(Release& release) : m_release(release) {}

    void take(const LedgerEntry& entry)
    {
        if (entry.kind == u"comment")
            comment(entry);
        else if (entry.kind == u"evidence")
            evidence(entry);
        else if (entry.kind == u"item")
            reason(entry);
        else if (entry.kind == u"signature")
            signature(entry);
        else if (entry.kind == u"override")
            override(entry);
        else if (entry.kind == u"rollback")
            rollback(entry);
    }

private:
    Item* item(const LedgerEntry& entry)
    {
        const QString id = itemOf(entry);
        const auto found = std::ranges::find(m_release.items, id,
                                             [](const Item& each) { return each.plan.id.value; });
        return found == m_release.items.end() ? nullptr : &*found;
    }
    void comment(const LedgerEntry& entry)
    {
        Item* of = item(entry);
        for (std::size_t i = 0; of && i < of->discussion.size(); ++i) {
            if (of->discussion[i].by == entry.by && of->discussion[i].at == entry.at)
                of->discussion[i].text.clear();
        }
    }
    void evidence(const LedgerEntry& entry)
    {
        Item* of = item(entry);
        for (std::size_t i = 0; of && i < of->evidence.size(); ++i) {
            Evidence& each = of->evidence[i];
            if (each.id != entry.subject)
                continue;
            each.title.clear();
            each.text.clear();
            each.fileHash.clear();
            each.isErased = true;
        }
    }
    void reason(const LedgerEntry& entry)
    {
        if (Item* of = item(entry)) {
            of->reason.clear();
            if (of->waiver)
                of->waiver->reason.clear();
        }
    }
    void signature(const LedgerEntry& entry)
    {
        for (Signature& each : m_release.signatures) {
            if (each.rule == entry.subject && each.person == entry.by && each.at == entry.at)
                each.comment.clear();
        }
    }
    void override(const LedgerEntry& entry)
    {
        for (Override& each : m_release.overrides) {
            if (each.id == entry.subject)
                each.reason.clear();
        }
    }
    void rollback(const LedgerEntry& entry)
    {
        for (Rollback& each : m_release.rollbacks) {
            if (each.trigger == entry.subject && each.startedAt == entry.at)
                each.reason.clear();
        }
    }

    Release& m_release;
};

/// The entries that are meant, also those that were erased; empty: none of them ever had anything to
/// lose.
std::vector<const LedgerEntry*> meantBy(const Erasure& wanted,
                                        const std::vector<LedgerEntry>& entries)
{
    const auto named = std::ranges::find_if(
        entries, [&](const LedgerEntry& each) { return each.number == wanted.entry; });
    std::vector<const LedgerEntry*> meant;
    for (const LedgerEntry& each : entries) {
        const bool isMeant = wanted.entry ? named != entries.end() && repeats(each, *named)
                                          : itemOf(each) == wanted.item.value;
        if (isMeant && canLose(each))
            meant.push_back(&each);
    }
    return meant;
}

Attestation attestErasure(const Erased& erased, PersonId by, WallTime at, const QString& reason,
                          QByteArray salt)
{
    QStringList numbers;
    for (const qint64 number : erased.entries)
        numbers += QString::number(number);
    Attestation said;
    said.entry.kind = kErasure.toString();
    said.entry.subject = erased.after.id;
    said.entry.by = by;
    said.entry.at = at;
    if (numbers.isEmpty())
        said.entry.fields[kSource.toString()] = QStringLiteral("yes");
    else
        said.entry.fields[QStringLiteral("entries")] = numbers.join(u' ');
    said.text = SaltedText{std::move(salt), reason};
    said.entry.textHash = hashOf(*said.text);
    return said;
}

tl::expected<Erased, Refusal> sourceErased(const Release& release, const QString& reason,
                                           PersonId by, WallTime at, QByteArray salt)
{
    if (release.isSourceErased)
        return tl::unexpected(Refusal{.why = Why::NothingToErase});
    Erased result{.after = release};
    result.after.isSourceErased = true;
    result.said = attestErasure(result, by, at, reason, std::move(salt));
    return result;
}

} // namespace

tl::expected<Erased, Refusal> erased(const Release& release,
                                     const std::vector<LedgerEntry>& entries, const Erasure& wanted,
                                     PersonId by, WallTime at, QByteArray salt)
{
    const QString reason = wanted.reason.trimmed();
    if (reason.isEmpty())
        return tl::unexpected(Refusal{.why = Why::ReasonMissing});
    if (wanted.isSource)
        return sourceErased(release, reason, by, at, std::move(salt));
    Erased result{.after = release, .files = filesMeantBy(wanted, entries)};
    TakingBack taking(result.after);
    const auto gone = erasedBy(entries);
    for (const LedgerEntry* entry : meantBy(wanted, entries)) {
        if (gone.contains(entry->number))
            continue;
        taking.take(*entry);
        result.entries.push_back(entry->number);
    }
    if (result.entries.empty())
        return tl::unexpected(Refusal{.why = Why::NothingToErase});
    result.said = attestErasure(result, by, at, reason, std::move(salt));
    return result;
}

QList<QByteArray> filesMeantBy(const Erasure& wanted, const std::vector<LedgerEntry>& entries)
{
    QList<QByteArray> files;
    if (wanted.isSource) // it stands in the release, not beside it
        return files;
    for (const LedgerEntry* entry : meantBy(wanted, entries)) {
        if (!entry->fileHash.isEmpty())
            files += entry->fileHash;
    }
    return files;
}

bool isSourceErasedBy(const std::vector<LedgerEntry>& entries)
{
    return std::ranges::any_of(entries, [](const LedgerEntry& entry) {
        return entry.kind == kErasure && entry.fields.contains(kSource.toString());
    });
}

std::set<qint64> erasedBy(const std::vector<LedgerEntry>& entries)
{
    std::set<qint64> numbers;
    for (const LedgerEntry& entry : entries) {
        const auto said = entry.fields.find(QStringLiteral("entries"));
        if (entry.kind != kErasure || said == entry.fields.end())
            continue;
        for (const QString& number : said->second.split(u' '))
            numbers.insert(number.toLongLong());
    }
    return numbers;
}

} // namespace release
