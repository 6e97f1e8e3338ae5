// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/attested.h"

#include "release/compare/difference.h"
#include "release/ledger/attest.h"

#include <QHash>

#include <algorithm>

namespace release {

namespace {

constexpr std::array kAttestedFields{Field::State, Field::Doers, Field::Verifier, Field::Waiver};

/// What was said last of each item's fields: "log-token/state" -> "done".
QHash<QString, QString> lastSaid(const std::vector<LedgerEntry>& entries)
{
    static const QString kArrow = QStringLiteral(" -> ");
    QHash<QString, QString> said;
    for (const LedgerEntry& entry : entries) {
        for (const auto& [name, value] : entry.fields) {
            if (entry.kind == u"item" && value.contains(kArrow))
                said[entry.subject + u'/' + name] =
                    value.mid(value.indexOf(kArrow) + kArrow.size());
        }
    }
    return said;
}

void findItems(const Release& release, const std::vector<LedgerEntry>& entries,
               std::vector<Unattested>& found)
{
    const auto said = lastSaid(entries);
    for (const Item& item : release.items) {
        for (const Field field : kAttestedFields) {
            const QString name = nameText(field);
            const QString last =
                said.value(item.plan.id.value + u'/' + name, shownField(Item(), field));
            if (shownField(item, field) != last)
                found.push_back({Unattested::Kind::Item, item.plan.id.value, name});
        }
    }
}

/// What is asked for and was not said so, and what was said to be asked for and is not.
void findPlan(const Release& release, const std::vector<LedgerEntry>& entries,
              std::vector<Unattested>& found)
{
    std::map<QString, QString> said;
    for (const LedgerEntry& entry : entries) {
        if (entry.kind != u"created" && entry.kind != u"plan")
            continue;
        for (const auto& [name, value] : entry.fields) {
            if (name.startsWith(u"item:") || name.startsWith(u"rule:"))
                said[name] = value;
        }
    }
    for (const auto& [name, text] : askedBy(release)) {
        if (said[name] != text)
            found.push_back({Unattested::Kind::Plan, name, {}});
        said.erase(name);
    }
    for (const auto& [name, text] : said) {
        if (!text.isEmpty())
            found.push_back({Unattested::Kind::Plan, name, {}});
    }
}

/// Whether the entry was written, whatever its place and its personal text.
class Entries
{
public:
    explicit Entries(const std::vector<LedgerEntry>& entries)
    {
        for (const LedgerEntry& entry : entries)
            m_byKey.insert(keyOfEntry(entry), entry);
    }
    [[nodiscard]] bool hold(const Attestation& attestation) const
    {
        const auto [first, last] = m_byKey.equal_range(keyOfEntry(attestation.entry));
        return std::any_of(first, last, [&](const LedgerEntry& entry) {
            LedgerEntry wanted = attestation.entry;
            wanted.number = entry.number;
            wanted.link = entry.link;
            wanted.textHash = entry.textHash;
            return wanted == entry;
        });
    }

private:
    static QString keyOfEntry(const LedgerEntry& entry)
    {
        return entry.kind + u'/' + entry.subject;
    }
    QMultiHash<QString, LedgerEntry> m_byKey;
};

void findOverrides(const Release& release, const Entries& entries, std::vector<Unattested>& found)
{
    for (const Override& each : release.overrides) {
        Override soFar = each;
        soFar.approvals.clear();
        bool isSaid = true;
        for (const Approval& approval : each.approvals) {
            soFar.approvals.push_back(approval);
            isSaid = isSaid && entries.hold(attestOverride(soFar, {}));
        }
        if (!isSaid)
            found.push_back({Unattested::Kind::Override, each.id, {}});
    }
}

} // namespace

std::vector<Unattested> unattestedIn(const Release& release,
                                     const std::vector<LedgerEntry>& entries)
{
    std::vector<Unattested> found;
    findPlan(release, entries, found);
    findItems(release, entries, found);
    const Entries known(entries);
    for (const Item& item : release.items) {
        for (const Evidence& evidence : item.evidence) {
            if (!known.hold(attestEvidence(item.plan.id, evidence, {})))
                found.push_back({Unattested::Kind::Evidence, evidence.id, {}});
        }
    }
    for (const Signature& signature : release.signatures) {
        if (!known.hold(attestSignature(signature, {})))
            found.push_back({Unattested::Kind::Signature, signature.rule, {}});
    }
    findOverrides(release, known, found);
    for (const Rollback& rollback : release.rollbacks) {
        bool isSaid = known.hold(attestRollback(rollback, {}));
        for (std::size_t i = 0; i < rollback.steps.size() && rollback.steps[i].doneAt; ++i)
            isSaid = isSaid && known.hold(attestRollbackStep(rollback, i));
        if (!isSaid)
            found.push_back({Unattested::Kind::Rollback, rollback.trigger, {}});
    }
    return found;
}

} // namespace release
