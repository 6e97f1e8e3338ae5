// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/report/answers.h"

#include "release/report/report.h"
#include "release/report/report_texts.h"

#include <algorithm>

namespace release {

namespace {

/// Ids of items and sections as their titles; others as they are.
QString titlesOf(const QStringList& ids, const Release& release)
{
    const ItemTitles items(release);
    QStringList titles;
    for (const QString& id : ids) {
        const auto section = std::ranges::find(release.sections, id, &Section::id);
        const QString title = items.of({id});
        titles += title == id && section != release.sections.end() ? section->title : title;
    }
    return titles.join(QStringLiteral(", "));
}

/// What people call it: evidence by its item and its own title.
QString subjectText(const QString& id, const Release* release)
{
    if (!release)
        return id;
    for (const Item& item : release->items) {
        if (item.plan.id.value == id)
            return item.plan.title;
        for (const Evidence& evidence : item.evidence) {
            if (evidence.id == id)
                return evidence.title.isEmpty()
                           ? item.plan.title
                           : item.plan.title + QStringLiteral(": ") + evidence.title;
        }
    }
    for (const SignOffRule& rule : release->signOffs) {
        if (rule.id == id && !rule.title.isEmpty())
            return rule.title;
    }
    return id;
}

/// The item's, or the canary's, whose name is among the ids; empty: neither is said.
QString stateIn(const Refusal& refusal, const ReportWords& words)
{
    if (refusal.state)
        return words.word("state", *refusal.state);
    const auto canary = ofName<CanaryStatus>(refusal.ids.value(0));
    return canary ? words.word("canary", *canary) : QString();
}

QString lineOf(const LedgerFault& fault, const ReportWords& words, const Release* release)
{
    return QStringLiteral("  ") + words.text(QStringLiteral("fault.") + nameText(fault.kind),
                                             {{"number", QString::number(fault.number)},
                                              {"subject", subjectText(fault.subject, release)}});
}

QString lineOf(const Unattested& each, const ReportWords& words, const Release* release)
{
    const QString group = each.isGone ? QStringLiteral("gone.") : QStringLiteral("unattested.");
    return QStringLiteral("  ") +
           words.text(group + nameText(each.kind),
                      {{"subject", subjectText(each.subject, release)}, {"field", each.field}});
}

} // namespace

QString refusalText(const Refusal& refusal, const Release& release, const ReportWords& words)
{
    const QString names = titlesOf(refusal.ids, release);
    const QString state = stateIn(refusal, words);
    const bool isBare = refusal.why == Why::WrongState ? state.isEmpty()
                        : refusal.why == Why::NoSuchItem || refusal.why == Why::NoSuchRule
                            ? names.trimmed().isEmpty()
                            : false;
    return words
        .text(QStringLiteral("refusal.") + nameText(refusal.why) +
                  (isBare ? QStringLiteral("_bare") : QString()),
              {{"ids", names},
               {"roles", rolesText(refusal.roles, words)},
               {"state", state},
               {"kind", refusal.kind ? words.word("evidence", *refusal.kind) : QString()},
               {"when", refusal.until ? timeText(*refusal.until) : QString()}})
        .trimmed();
}

QStringList verdictLines(const LedgerVerdict& verdict, const std::vector<Unattested>& unattested,
                         bool isKeyed, const ReportWords& words, const Release* release)
{
    const auto said = [&words](const char* name, ReportWords::Blanks blanks = {}) {
        return words.text(QStringLiteral("verified.") + QString::fromLatin1(name), blanks);
    };
    QStringList lines;
    if (verdict.integrity.empty() && unattested.empty())
        lines += said("sound", {{"count", QString::number(verdict.count)}});
    else
        lines += said("damaged");
    for (const LedgerFault& fault : verdict.integrity)
        lines += lineOf(fault, words, release);
    for (const Unattested& each : unattested)
        lines += lineOf(each, words, release);
    if (!verdict.completeness.empty())
        lines += said("incomplete");
    else
        lines += said(verdict.isCompletenessKnown ? "complete" : "unknown");
    for (const LedgerFault& fault : verdict.completeness)
        lines += lineOf(fault, words, release);
    if (verdict.isOfOtherKey)
        lines += said("other_key");
    if (verdict.erasedTexts > 0)
        lines += said("erased", {{"count", QString::number(verdict.erasedTexts)}});
    if (verdict.erasedUnsaid > 0)
        lines += said("erased_unsaid", {{"count", QString::number(verdict.erasedUnsaid)}});
    if (!verdict.timeWentBack.empty()) {
        QStringList numbers;
        for (const qint64 number : verdict.timeWentBack)
            numbers += QString::number(number);
        lines += said("clock_back", {{"ids", numbers.join(QStringLiteral(", "))}});
    }
    if (!isKeyed)
        lines += said("unkeyed");
    return lines;
}

} // namespace release
