// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/attested.h"

#include "release/compare/difference.h"
#include "release/ledger/attest.h"
#include "release/ledger/said.h"
#include "release/planning.h"

#include <algorithm>

namespace release {

namespace {

constexpr std::array kAttestedFields{Field::State, Field::Owner,    Field::Actual,
                                     Field::Doers, Field::Verifier, Field::Waiver};

/// The same but for place and personal text.
bool isSaid(const Attestation& shown, const LedgerEntry& entry)
{
    LedgerEntry wanted = shown.entry;
    wanted.number = entry.number;
    wanted.link = entry.link;
    wanted.textHash = entry.textHash;
    return wanted == entry;
}

/// Compares, and gathers what differs.
class Comparing
{
public:
    Comparing(const Release& release, Said said, const TextOf& textOf)
        : m_release(release), m_said(std::move(said)), m_textOf(textOf)
    {
    }

    std::vector<Unattested> all()
    {
        plan();
        for (const Item& item : m_release.items) {
            if (const auto said = m_said.items.find(item.plan.id.value); said != m_said.items.end())
                itemIs(item, said->second);
            else
                itemIs(item, {.asked = gateText(item.plan), .changedAt = item.changedAt});
        }
        frame();
        signatures();
        overrides();
        rollbacks();
        if (m_release.canary != m_said.canary)
            add(Kind::Canary, QStringLiteral("canary"));
        return std::move(m_found);
    }

private:
    using Kind = Unattested::Kind;

    void add(Kind kind, const QString& subject, const QString& field = {}, bool isGone = false)
    {
        m_found.push_back({kind, subject, field, isGone});
    }

    [[nodiscard]] bool hasText(const LedgerEntry& entry, const QString& shown) const
    {
        if (!m_textOf)
            return true;
        if (entry.textHash.isEmpty())
            return shown.isEmpty();
        const auto kept = m_textOf(entry);
        return kept ? hashOf({kept->salt, shown}) == entry.textHash : shown.isEmpty();
    }

    // What is asked for and was not said so, and what was said to be asked for and is not.
    void plan()
    {
        std::map<QString, QString> said;
        for (const auto& [id, item] : m_said.items)
            said[QStringLiteral("item:") + id] = item.asked;
        for (const auto& [id, text] : m_said.rules)
            said[QStringLiteral("rule:") + id] = text;
        for (const auto& [name, text] : askedBy(m_release)) {
            if (said[name] != text)
                add(Kind::Plan, name);
            said.erase(name);
        }
        for (const auto& [name, text] : said) {
            if (!text.isEmpty())
                add(Kind::Plan, name, {}, true);
        }
        if (m_release.planChangedAt != m_said.planChangedAt)
            add(Kind::Release, m_release.id, QStringLiteral("plan_changed"));
    }

    void itemIs(const Item& item, const SaidItem& said)
    {
        const QString& id = item.plan.id.value;
        for (const Field field : kAttestedFields) {
            const auto last = said.fields.find(nameText(field));
            if (shownField(item, field) !=
                (last == said.fields.end() ? shownField(Item(), field) : last->second))
                add(Kind::Item, id, nameText(field));
        }
        if (item.changedAt != said.changedAt)
            add(Kind::Item, id, QStringLiteral("changed"));
        // With another demand it is another plan too, which is told already.
        if (!said.plan.isEmpty() && said.plan != digestOf(item.plan) &&
            said.asked == gateText(item.plan))
            add(Kind::Plan, QStringLiteral("item:") + id);
        const auto due = said.fields.find(nameText(Field::Due));
        if (due != said.fields.end() && shownField(item, Field::Due) != due->second)
            add(Kind::Item, id, nameText(Field::Due));
        const QString reason = item.waiver ? item.waiver->reason : item.reason;
        const bool isReason = said.last ? hasText(*said.last, item.reason) : reason.isEmpty();
        if (!isReason || (item.waiver && item.waiver->reason != item.reason))
            add(Kind::Item, id, nameText(Field::Reason));
        evidenceOf(item, said.evidence);
        commentsOn(item, said.comments);
    }

    // What was found last counts: the order too is what was said.
    void evidenceOf(const Item& item, const SaidEntries& said)
    {
        const auto isOf = [](const LedgerEntry* entry, const Evidence& each) {
            return entry->subject == each.id;
        };
        const std::size_t before = m_found.size();
        for (const Evidence& each : item.evidence) {
            const auto entry = std::ranges::find_if(
                said, [&](const LedgerEntry* other) { return isOf(other, each); });
            if (entry == said.end() || !isSaid(shownOf(item, each, **entry), **entry))
                add(Kind::Evidence, each.id);
            else if (each.isErased != m_said.erased.contains((*entry)->number))
                add(Kind::Evidence, each.id, QStringLiteral("erased"));
            else if (!hasText(**entry, textOf(each)))
                add(Kind::Evidence, each.id, QStringLiteral("text"));
        }
        for (const LedgerEntry* entry : said) {
            if (std::ranges::none_of(item.evidence,
                                     [&](const Evidence& each) { return isOf(entry, each); }))
                add(Kind::Evidence, entry->subject, {}, true);
        }
        if (m_found.size() == before && !std::ranges::equal(said, item.evidence, isOf))
            add(Kind::Item, item.plan.id.value, nameText(Field::Evidence));
    }

    /// Erased evidence shows no file any more, if the ledger says that it was erased.
    [[nodiscard]] Attestation shownOf(const Item& item, const Evidence& evidence,
                                      const LedgerEntry& entry) const
    {
        Attestation shown = attestEvidence(item.plan.id, evidence, {});
        if (evidence.isErased && m_said.erased.contains(entry.number))
            shown.entry.fileHash = entry.fileHash;
        return shown;
    }

    void commentsOn(const Item& item, const SaidEntries& said)
    {
        inOrder(said, item.discussion, Kind::Comment, [&](const Comment& comment) {
            return std::pair(attestComment(item.plan.id, comment, {}), comment.text);
        });
    }

    void signatures()
    {
        inOrder(m_said.signatures, m_release.signatures, Kind::Signature,
                [](const Signature& each) {
                    return std::pair(attestSignature(each, {}), each.comment);
                });
    }

    /// Each shown thing is the entry at its place; what was said beyond that is gone.
    /// \param attest gives what would be said of it, and its text
    template <class Each, class Attest>
    void inOrder(const SaidEntries& said, const std::vector<Each>& shown, Kind kind, Attest attest)
    {
        auto entry = said.begin();
        for (const Each& each : shown) {
            const auto [attestation, text] = attest(each);
            const auto& wanted = attestation; // Clang 14 lets no lambda have a structured binding
            const auto found = std::find_if(entry, said.end(), [&wanted](const LedgerEntry* other) {
                return isSaid(wanted, *other);
            });
            if (found == said.end()) {
                add(kind, attestation.entry.subject);
                continue;
            }
            for (; entry != found; ++entry)
                add(kind, (*entry)->subject, {}, true);
            if (!hasText(**entry++, text))
                add(kind, attestation.entry.subject, QStringLiteral("text"));
        }
        for (; entry != said.end(); ++entry)
            add(kind, (*entry)->subject, {}, true);
    }

    void overrides()
    {
        auto said = m_said.overrides;
        for (const Override& each : m_release.overrides) {
            Override soFar = each;
            soFar.approvals.clear();
            const SaidEntries approvals = said[each.id];
            said.erase(each.id);
            bool isWhole = approvals.size() == each.approvals.size();
            for (std::size_t i = 0; isWhole && i < approvals.size(); ++i) {
                soFar.approvals.push_back(each.approvals[i]);
                isWhole = isSaid(attestOverride(soFar, {}), *approvals[i]);
            }
            if (!isWhole)
                add(Kind::Override, each.id);
            else if (!std::ranges::all_of(approvals, [&](const LedgerEntry* entry) {
                         return hasText(*entry, each.reason);
                     }))
                add(Kind::Override, each.id, QStringLiteral("text"));
        }
        for (const auto& [id, approvals] : said)
            add(Kind::Override, id, {}, true);
    }

    void rollbacks()
    {
        inOrder(m_said.rollbacks, m_release.rollbacks, Kind::Rollback, [](const Rollback& each) {
            return std::pair(attestRollback(each, {}), each.reason);
        });
        SaidEntries steps = m_said.steps;
        for (const Rollback& rollback : m_release.rollbacks) {
            bool isWhole = true;
            for (std::size_t i = 0; i < rollback.steps.size(); ++i) {
                if (rollback.steps[i].doneAt)
                    isWhole = take(steps, attestRollbackStep(rollback, i)) && isWhole;
            }
            if (!isWhole)
                add(Kind::Rollback, rollback.trigger, QStringLiteral("step"));
        }
        for (const LedgerEntry* step : steps)
            add(Kind::Rollback, step->subject, QStringLiteral("step"), true);
    }
    static bool take(SaidEntries& from, const Attestation& shown)
    {
        const auto found = std::ranges::find_if(
            from, [&](const LedgerEntry* entry) { return isSaid(shown, *entry); });
        if (found == from.end())
            return false;
        from.erase(found);
        return true;
    }

    void frame()
    {
        const auto differs = [this](const char* field) {
            add(Kind::Release, m_release.id, QString::fromLatin1(field));
        };
        if (!isCreated())
            differs("created");
        if (m_release.title != m_said.title)
            differs("title");
        const QString planned =
            m_release.plannedFor ? base::toIso(*m_release.plannedFor) : QString();
        if ((m_said.isWhole || !m_said.planned.isEmpty()) && planned != m_said.planned)
            differs("planned");
        if (m_release.releasedAt != m_said.releasedAt)
            differs("released");
        if (m_release.rollbackPlan.rehearsedAt != m_said.rehearsedAt)
            differs("rehearsed");
        if (!m_said.frame.isEmpty() && m_said.frame != digestOf(m_release))
            differs("plans");
        if (m_release.isSourceErased != m_said.isSourceErased)
            differs("source_erased");
        std::map<QString, QString> parameters;
        for (auto each = m_release.parameters.begin(); each != m_release.parameters.end(); ++each)
            parameters[each.key()] = each.value();
        if (parameters != m_said.parameters)
            differs("parameters");
    }
    [[nodiscard]] bool isCreated() const
    {
        const LedgerEntry* entry = m_said.created;
        const auto says = [entry](const char* name, const QString& value) {
            const auto field = entry->fields.find(QString::fromLatin1(name));
            return (field == entry->fields.end() ? QString() : field->second) == value;
        };
        return entry && entry->subject == m_release.id && entry->at == m_release.createdAt &&
               says("template", m_release.templateId) && says("language", m_release.language) &&
               says("version", QString::number(m_release.templateVersion));
    }

    const Release& m_release;
    const Said m_said;
    const TextOf& m_textOf;
    std::vector<Unattested> m_found;
};

} // namespace

std::vector<Unattested> unattestedIn(const Release& release,
                                     const std::vector<LedgerEntry>& entries, const TextOf& textOf)
{
    return Comparing(release, saidBy(entries), textOf).all();
}

} // namespace release
