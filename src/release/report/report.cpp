// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/report/report.h"

#include "release/report/digest_texts.h"
#include "release/report/report_texts.h"
#include "release/rollout/canary.h"
#include "release/rollout/rollback.h"
#include "release/signing.h"
#include "release/states.h"

namespace release {

namespace {

/// Writes one report, section after section.
class ReportWriter
{
public:
    ReportWriter(const Release& release, const ReportFacts& facts, const ReportWords& words)
        : m_release(release), m_facts(facts), m_words(words), m_titles(release),
          m_outline(Outline::of(release)),
          m_gate(gateOf(m_outline, release, {facts.now, facts.freezes, facts.ledgerWord}))
    {
    }
    [[nodiscard]] QString write();

private:
    void writeHead();
    void writeDecision();
    void writeOverrides();
    void writeTimeline();
    void writeItems();
    void writeItem(std::size_t place, State state);
    void writeSignOffs();
    void writeCanary();
    void writeRollbacks();
    void writeAfter();
    void writeLedger();

    void heading(const QString& title) { line(QStringLiteral("\n## ") + title + u'\n'); }
    void line(const QString& text) { m_text += text + u'\n'; }
    /// Of a list: the text is Markdown already.
    void point(const QString& text) { line(QStringLiteral("- ") + text); }
    void fact(const char* label, const QString& text)
    {
        point(QStringLiteral("**%1:** ").arg(m_words.label(label)) + text);
    }
    void row(const QStringList& cells)
    {
        line(QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |"));
    }
    void tableHead(std::initializer_list<const char*> labels);
    void itemList(const char* label, const std::vector<ItemId>& items);
    [[nodiscard]] QString person(PersonId person) const;
    [[nodiscard]] QString persons(const std::vector<PersonId>& persons) const;
    [[nodiscard]] QString evidence(const Item& item) const;
    /// Who gave it, and how much that says: without a passphrase it was whoever chose their name.
    template <class Given>
    [[nodiscard]] QString giver(const Given& given) const
    {
        QString text = person(given.person);
        if (!given.isProved)
            text += QStringLiteral(" – ") + m_words.label("unproved");
        if (given.isAlone)
            text += QStringLiteral(" – ") + m_words.label("alone");
        return text;
    }

    const Release& m_release;
    const ReportFacts& m_facts;
    const ReportWords& m_words;
    const ItemTitles m_titles;
    tl::expected<Outline, PlanFault> m_outline;
    Gate m_gate;
    QString m_text;
};

QString ReportWriter::person(PersonId person) const
{
    if (!person.isValid())
        return QStringLiteral("–");
    return markdownText(m_facts.names.value(person, QString::number(person.value)));
}

QString ReportWriter::persons(const std::vector<PersonId>& persons) const
{
    QStringList list;
    for (const PersonId each : persons)
        list.append(person(each));
    return list.join(QStringLiteral(", "));
}

void ReportWriter::tableHead(std::initializer_list<const char*> labels)
{
    QStringList titles, rules;
    for (const char* label : labels) {
        titles.append(m_words.label(label));
        rules.append(QStringLiteral("---"));
    }
    row(titles);
    row(rules);
}

void ReportWriter::itemList(const char* label, const std::vector<ItemId>& items)
{
    QStringList titles;
    for (const ItemId& id : items)
        titles.append(markdownText(m_titles.of(id)));
    if (!titles.isEmpty())
        fact(label, titles.join(QStringLiteral(" → ")));
}

void ReportWriter::writeHead()
{
    line(QStringLiteral("# ") + markdownText(m_release.title) + u'\n');
    point(m_words.label("made", {{"when", timeText(m_facts.now)}}));
    fact("template", markdownText(m_release.templateId) +
                         QStringLiteral(" v%1").arg(m_release.templateVersion));
    fact("created", timeText(m_release.createdAt));
    if (m_release.plannedFor)
        fact("planned", timeText(*m_release.plannedFor));
    if (m_release.releasedAt)
        fact("released", timeText(*m_release.releasedAt));
}

void ReportWriter::writeDecision()
{
    heading(m_words.label("decision") + QStringLiteral(": ") +
            m_words.word("verdict", m_gate.verdict));
    if (m_gate.until)
        fact("until", timeText(*m_gate.until));
    if (m_gate.reasons.empty())
        return;
    line(QStringLiteral("\n### ") + m_words.label("reasons") + u'\n');
    for (const Reason& reason : m_gate.reasons) {
        QString text =
            markdownText(reasonText(reason, m_release, m_titles, m_facts.freezes, m_words)) +
            QStringLiteral(" → ") + markdownText(remedyText(reason, m_words));
        if (reason.isCovered)
            text += QStringLiteral(" (%1)").arg(m_words.label("covered"));
        point(text);
    }
}

void ReportWriter::writeOverrides()
{
    if (m_release.overrides.empty())
        return;
    heading(m_words.label("overrides"));
    for (const Override& each : m_release.overrides) {
        QStringList approvals;
        for (const Approval& approval : each.approvals)
            approvals.append(QStringLiteral("%1 (%2, %3)")
                                 .arg(giver(approval), m_words.word("role", approval.role),
                                      timeText(approval.at)));
        const bool holdsNow = isInForce(each, m_facts.now);
        point(QStringLiteral("%1: %2; %3; %4 %5; %6: %7")
                  .arg(m_words.label(holdsNow ? "in_force" : "not_in_force"),
                       markdownText(each.reason), approvals.join(QStringLiteral(", ")),
                       m_words.label("until"), timeText(each.until), m_words.label("covers"),
                       markdownText(each.covers.join(QStringLiteral(", ")))));
    }
}

void ReportWriter::writeTimeline()
{
    if (!m_outline)
        return;
    const Schedule schedule = scheduleOf(*m_outline, m_release, m_facts.now);
    heading(m_words.label("timeline"));
    fact("earliest", timeText(schedule.earliest));
    itemList("critical_path", schedule.criticalPath);
    itemList("late", schedule.late);
    itemList("at_risk", schedule.atRisk);
    itemList("unestimated", schedule.unestimated);
}

QString ReportWriter::evidence(const Item& item) const
{
    QStringList list;
    for (const Evidence& each : item.evidence) {
        QString text = m_words.word("evidence", each.kind) + u' ' + markdownText(each.title) +
                       QStringLiteral(" (%1, %2)")
                           .arg(m_words.word("outcome", each.outcome), timeText(each.at));
        if (!each.fileHash.isEmpty())
            text += QStringLiteral(" `%1`").arg(QString::fromLatin1(each.fileHash.toHex()));
        list.append(text);
    }
    return list.join(QStringLiteral("; "));
}

void ReportWriter::writeItem(std::size_t place, State state)
{
    const Item& item = m_release.items[place];
    QString shownState = m_words.word("state", state);
    if (item.waiver)
        shownState += QStringLiteral(": ") +
                      m_words.label("waiver", {{"person", person(item.waiver->approver)},
                                               {"when", timeText(item.waiver->until)},
                                               {"reason", markdownText(item.waiver->reason)}});
    else if (!item.reason.isEmpty())
        shownState += QStringLiteral(": ") + markdownText(item.reason);
    QString verifier = person(item.verifier);
    if (isVerifiedByDoer(item))
        verifier += QStringLiteral(" – ") + m_words.label("own_work");
    row({markdownText(item.plan.title), m_words.word("class", item.plan.itemClass),
         item.plan.role ? m_words.word("role", *item.plan.role) : QString(), shownState,
         persons(item.doers), verifier, item.due ? timeText(*item.due) : QString(),
         evidence(item)});
}

void ReportWriter::writeItems()
{
    heading(m_words.label("items"));
    std::vector<State> states;
    for (const Item& item : m_release.items)
        states.push_back(stateAt(item, m_facts.now));
    if (m_outline)
        states = statesAt(*m_outline, m_release, m_facts.now);
    QHash<QString, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < m_release.items.size(); ++i)
        places[m_release.items[i].plan.section].push_back(i);
    for (const Section& section : m_release.sections) {
        line(QStringLiteral("\n### ") + markdownText(section.title) + u'\n');
        tableHead({"item", "class", "role", "state", "doers", "verifier", "due", "evidence"});
        for (const std::size_t place : places.value(section.id))
            writeItem(place, states[place]);
    }
}

void ReportWriter::writeSignOffs()
{
    if (!m_outline || m_release.signOffs.empty())
        return;
    heading(m_words.label("sign_offs"));
    tableHead({"rule", "person", "role", "time", "counts", "comment"});
    for (const SignOffRule& rule : m_release.signOffs) {
        for (const Signature& signature : m_release.signatures) {
            if (signature.rule != rule.id)
                continue;
            const bool isVoid = isOutdated(*m_outline, m_release, signature);
            row({markdownText(rule.title), giver(signature), m_words.word("role", signature.role),
                 timeText(signature.at), m_words.label(isVoid ? "no" : "yes"),
                 markdownText(signature.comment)});
        }
        const int missing = standingOf(*m_outline, m_release, rule).missing;
        const QString open =
            rule.applies
                ? m_words.label("missing", {{"missing", QString::number(missing)}})
                : m_words.label("not_needed", {{"condition", markdownText(rule.condition)}});
        if (missing > 0 || !rule.applies)
            row({markdownText(rule.title),
                 m_words.label("nobody"),
                 rolesText(rule.roles, m_words),
                 {},
                 {},
                 open});
    }
}

void ReportWriter::writeCanary()
{
    if (m_release.canary.status == CanaryStatus::NotStarted)
        return;
    heading(m_words.label("canary"));
    point(QStringLiteral("%1, %2 %, %3")
              .arg(m_words.word("canary", m_release.canary.status))
              .arg(shareOf(m_release.canaryPlan, m_release.canary))
              .arg(timeText(m_release.canary.stageSince)));
    for (const CanaryDecision& each : m_facts.canary) {
        QString text = QStringLiteral("%1: %2, %3 %, %4")
                           .arg(timeText(each.at), person(each.by))
                           .arg(each.percent)
                           .arg(m_words.word("canary", each.status));
        if (!each.reason.isEmpty())
            text += QStringLiteral(": ") + markdownText(each.reason);
        point(text);
    }
}

void ReportWriter::writeRollbacks()
{
    if (m_release.rollbacks.empty())
        return;
    heading(m_words.label("rollbacks"));
    for (const Rollback& each : m_release.rollbacks) {
        QString text = m_words.label("rollback", {{"when", timeText(each.startedAt)},
                                                  {"person", person(each.decidedBy)},
                                                  {"role", m_words.word("role", each.role)},
                                                  {"trigger", markdownText(each.trigger)},
                                                  {"reason", markdownText(each.reason)}});
        if (const auto actual = actualOf(each))
            text +=
                QStringLiteral("; ") +
                m_words.label("took", {{"actual", QString::number(actual->count())},
                                       {"estimate", QString::number(estimateOf(each).count())}});
        point(text + QStringLiteral("; ") +
              m_words.label(each.wasRehearsed ? "rehearsed" : "not_rehearsed"));
    }
}

void ReportWriter::writeAfter()
{
    const auto days = digestsOf(m_release, {}, m_facts.now);
    if (days.empty())
        return;
    heading(m_words.label("after"));
    for (const DayText& day : digestTexts(m_release, days, m_words)) {
        point(markdownText(day.summary));
        for (const QString& detail : day.details)
            line(QStringLiteral("  - ") + markdownText(detail));
    }
}

void ReportWriter::writeLedger()
{
    heading(m_words.label("ledger"));
    const char* verdict = "unasked";
    if (m_facts.ledgerWord == LedgerWord::Sound)
        verdict = "sound";
    else if (m_facts.ledgerWord == LedgerWord::Damaged)
        verdict = "damaged";
    point(m_words.label(verdict));
    point(m_words.label("ledger_head", {{"count", QString::number(m_facts.ledger.count)}}) +
          QStringLiteral(" `%1`").arg(QString::fromLatin1(m_facts.ledger.link.toHex())));
}

QString ReportWriter::write()
{
    writeHead();
    writeDecision();
    writeOverrides();
    writeTimeline();
    writeItems();
    writeSignOffs();
    writeCanary();
    writeRollbacks();
    writeAfter();
    writeLedger();
    return std::move(m_text);
}

} // namespace

std::optional<CanaryDecision> canaryDecisionIn(const LedgerEntry& entry, const QString& text)
{
    static const QString kArrow = QStringLiteral("-> ");
    const auto field = [&entry](const char* name) {
        const auto found = entry.fields.find(QString::fromLatin1(name));
        return found == entry.fields.end() ? QString() : found->second;
    };
    const QString change = field("status");
    const auto status =
        ofName<CanaryStatus>(QStringView(change).mid(change.lastIndexOf(kArrow) + kArrow.size()));
    if (entry.kind != QLatin1String("canary") || !status)
        return std::nullopt;
    return CanaryDecision{.at = entry.at,
                          .by = entry.by,
                          .status = *status,
                          .percent = field("percent").toInt(),
                          .reason = text};
}

QString reportOf(const Release& release, const ReportFacts& facts, const ReportWords& words)
{
    return ReportWriter(release, facts, words).write();
}

} // namespace release
