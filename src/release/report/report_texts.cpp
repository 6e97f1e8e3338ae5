// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/report/report_texts.h"

#include "release/outline.h"
#include "release/report/report.h"

#include <QDateTime>

#include <algorithm>

namespace release {

QString timeText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMs(time), Qt::UTC)
        .toString(QStringLiteral("yyyy-MM-dd HH:mm 'UTC'"));
}

QString titleOf(const Release& release, const ItemId& id)
{
    const auto found = std::find_if(release.items.begin(), release.items.end(),
                                    [&id](const Item& item) { return item.plan.id == id; });
    return found == release.items.end() ? id.value : found->plan.title;
}

QString rolesText(const Roles& roles, const ReportWords& words)
{
    QStringList list;
    for (const Role role : roles)
        list.append(words.word("role", role));
    return list.join(QStringLiteral(", "));
}

namespace {

template <class Each>
QString titleIn(const std::vector<Each>& all, const QString& id)
{
    const auto found =
        std::find_if(all.begin(), all.end(), [&id](const Each& each) { return each.id == id; });
    return found == all.end() || found->title.isEmpty() ? id : found->title;
}

QString sentenceOf(const Reason& reason, const Release& release, const QString& item,
                   const std::vector<FreezeWindow>& freezes, const ReportWords& words)
{
    const auto fault = ofName<PlanFault::Kind>(reason.subject);
    const QString subject = reason.kind == Reason::Kind::Frozen ? titleIn(freezes, reason.subject)
                            : reason.kind == Reason::Kind::PlanUnsound && fault
                                ? words.word("plan_fault", *fault)
                                : titleIn(release.signOffs, reason.subject);
    return words.text(
        QStringLiteral("reason.") + nameText(reason.kind),
        {{"item", item},
         {"subject", subject},
         {"when", reason.when ? timeText(*reason.when) : QString()},
         {"missing", QString::number(reason.missing)},
         {"evidence", reason.evidence ? words.word("evidence", *reason.evidence) : QString()},
         {"checks", reason.checks.join(QStringLiteral(", "))}});
}

} // namespace

ItemTitles::ItemTitles(const Release& release)
{
    m_titles.reserve(static_cast<qsizetype>(release.items.size()));
    for (const Item& item : release.items)
        m_titles.insert(item.plan.id, item.plan.title);
}

QString reasonText(const Reason& reason, const Release& release,
                   const std::vector<FreezeWindow>& freezes, const ReportWords& words)
{
    return sentenceOf(reason, release, titleOf(release, reason.item), freezes, words);
}

QString reasonText(const Reason& reason, const Release& release, const ItemTitles& titles,
                   const std::vector<FreezeWindow>& freezes, const ReportWords& words)
{
    return sentenceOf(reason, release, titles.of(reason.item), freezes, words);
}

QString remedyText(const Reason& reason, const ReportWords& words)
{
    return words.text(QStringLiteral("remedy.") + nameText(reason.remedy),
                      {{"roles", rolesText(reason.roles, words)}});
}

QString markdownText(const QString& plain)
{
    static const QString kMarks = QStringLiteral("\\`*_[]<>|~&!#");
    QString text;
    for (const QChar c : plain.simplified()) {
        if (kMarks.contains(c))
            text += u'\\';
        text += c;
    }
    // What would begin a list or a heading's underline at the start of a line.
    if (text.startsWith(u'+') || text.startsWith(u'-') || text.startsWith(u'='))
        text.prepend(u'\\');
    qsizetype digits = 0;
    while (digits < text.size() && text[digits].isDigit())
        ++digits;
    const bool isNumber =
        digits > 0 && digits < text.size() && (text[digits] == u'.' || text[digits] == u')');
    if (isNumber && (digits + 1 == text.size() || text[digits + 1] == u' '))
        text.insert(digits, u'\\');
    return text;
}

} // namespace release
