// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/understanding/tally.h"

#include <algorithm>

namespace understanding {

namespace {

bool haveCommon(const QStringList& a, const QStringList& b)
{
    return std::any_of(a.begin(), a.end(), [&](const QString& item) { return b.contains(item); });
}

bool containsAll(const QStringList& all, const QStringList& wanted)
{
    return std::all_of(wanted.begin(), wanted.end(),
                       [&](const QString& item) { return all.contains(item); });
}

QString insteadOf(const QStringList& got, const QStringList& wanted)
{
    return QStringLiteral("%1, not %2").arg(got.join(u'|'), wanted.join(u'|'));
}

} // namespace

QString Share::text() const
{
    return QStringLiteral("%1 of %2 (%3 %)")
        .arg(m_right)
        .arg(m_all)
        .arg(100.0 * value(), 0, 'f', 1);
}

void Tally::judge(const Message& message, const Reading& reading)
{
    QStringList wrong;
    const auto judged = [&](const char* figure, bool isRight, const QString& got) {
        count(message, figure, isRight);
        if (!isRight)
            wrong.append(QStringLiteral("%1: %2").arg(QLatin1StringView(figure), got));
    };
    const auto judgedTerm = [&](const char* kind, const QString& wanted) {
        const QString got = reading.terms.value(QLatin1StringView(kind));
        if (!wanted.isEmpty())
            judged(kind, got == wanted, insteadOf({got}, {wanted}));
    };
    judged("intent", haveCommon(message.intents, reading.intents),
           insteadOf(reading.intents, message.intents));
    if (!message.problems.isEmpty() || message.isWithoutProblem())
        judged("problem",
               message.problems.isEmpty() ? reading.problems.isEmpty()
                                          : haveCommon(message.problems, reading.problems),
               insteadOf(reading.problems, message.problems));
    if (!message.problems.isEmpty())
        count(message, "problem where one is told", haveCommon(message.problems, reading.problems));
    if (message.problems.size() > 1)
        judged("both problems", containsAll(reading.problems, message.problems),
               reading.problems.join(u'|'));
    judgedTerm("device", message.device);
    judgedTerm("system", message.system);
    judgedTerm("brand", message.brand);
    judgedTerm("code", message.code);
    judged("moves on", reading.movesOn, reading.rule);
    count(message, "no dead end", reading.deadEnd.isEmpty());
    if (!reading.deadEnd.isEmpty())
        m_deadEnds.append(placeOf(message) + QStringLiteral(": ") + reading.deadEnd);
    if (!wrong.isEmpty())
        m_missed.append(placeOf(message) + QStringLiteral(": ") + wrong.join(QStringLiteral("; ")));
}

void Tally::judgeClassifier(const Message& message, const QString& intent)
{
    count(message, "intent by the classifier alone", message.intents.contains(intent));
}

double Tally::right(const QByteArray& figure) const
{
    return m_figures.contains(figure) ? m_figures.value(figure).value() : 0.0;
}

QString Tally::report() const
{
    QStringList lines{QString()};
    const auto add = [&lines](const QString& title, const Figures& figures) {
        lines.append(title);
        for (auto it = figures.begin(); it != figures.end(); ++it)
            lines.append(QStringLiteral("  %1  %2")
                             .arg(QString::fromLatin1(it.key()).leftJustified(30), it->text()));
    };
    add(QStringLiteral("all languages"), m_figures);
    for (auto it = m_ofLanguage.begin(); it != m_ofLanguage.end(); ++it)
        add(it.key(), *it);
    lines.append(QStringLiteral("missed:"));
    lines += m_missed;
    return lines.join(u'\n');
}

void Tally::count(const Message& message, const QByteArray& figure, bool isRight)
{
    m_figures[figure].count(isRight);
    m_ofLanguage[message.language][figure].count(isRight);
}

QString Tally::placeOf(const Message& message) const
{
    const QString place = QStringLiteral("%1 [%2]").arg(message.line, 3).arg(message.language);
    return m_misses == Miss::WithText ? place + u' ' + message.text : place;
}

} // namespace understanding
