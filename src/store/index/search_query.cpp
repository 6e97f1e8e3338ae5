// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index/search_query.h"

#include <QStringList>

#include <algorithm>

namespace store {

namespace {

constexpr qsizetype kMostCharacters = 1000;
constexpr qsizetype kMostTerms = 32;

/// FTS5's unicode61 makes tokens of letters and numbers; a term without any would match nothing.
bool hasToken(QStringView term)
{
    const QList<uint> points = term.toUcs4();
    return std::any_of(points.begin(), points.end(),
                       [](uint c) { return QChar::isLetterOrNumber(c); });
}

void addTerm(QStringList& terms, QStringView term, bool isPhrase)
{
    if (terms.size() >= kMostTerms || !hasToken(term))
        return;
    const bool isPrefix = !isPhrase && term.endsWith(u'*');
    QString quoted = term.toString();
    quoted.remove(u'"');
    quoted.remove(QChar(u'\0'));
    terms += u'"' + quoted + (isPrefix ? QStringLiteral("\" *") : QStringLiteral("\""));
}

QStringList termsOf(QStringView text)
{
    QStringList terms;
    qsizetype begin = 0;
    bool isPhrase = false;
    for (qsizetype at = 0; at <= text.size(); ++at) {
        const QChar c = at < text.size() ? text[at] : u'"';
        if (c != u'"' && (isPhrase || !c.isSpace()))
            continue;
        addTerm(terms, text.sliced(begin, at - begin), isPhrase && c == u'"');
        begin = at + 1;
        isPhrase = c == u'"' ? !isPhrase : isPhrase;
    }
    return terms;
}

} // namespace

base::Result<QString> matchExpression(const QString& words, const QString& from)
{
    static const QStringList known{"customer", "bot", "agent", "note"};
    if (!from.isEmpty() && !known.contains(from))
        return base::fail(base::Code::Invalid, "a search from nobody that is known");
    const QStringList terms = termsOf(QStringView(words).left(kMostCharacters));
    if (terms.isEmpty())
        return QString();
    QString expression = "{text} : (" + terms.join(" AND ") + u')';
    if (!from.isEmpty())
        expression += " AND {who} : \"" + from + u'"';
    return expression;
}

} // namespace store
