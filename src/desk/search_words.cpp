// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/search_words.h"

#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QStringList>

namespace desk {

namespace {

QString actorOf(const QString& name)
{
    static const QHash<QString, QString> kNames{
        {QStringLiteral("customer"), QStringLiteral("customer")},
        {QStringLiteral("cliente"), QStringLiteral("customer")},
        {QStringLiteral("bot"), QStringLiteral("bot")},
        {QStringLiteral("agent"), QStringLiteral("agent")},
        {QStringLiteral("agente"), QStringLiteral("agent")},
        {QStringLiteral("note"), QStringLiteral("note")},
        {QStringLiteral("nota"), QStringLiteral("note")}};
    return kNames.value(name.toLower());
}

} // namespace

store::SearchQuery parseSearch(const QString& typed)
{
    store::SearchQuery query;
    QStringList words;
    for (const QString& word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const auto colon = word.indexOf(u':');
        const QString key = colon > 0 ? word.left(colon).toLower() : QString();
        const QString value = colon > 0 ? word.mid(colon + 1) : QString();
        if ((key == QLatin1String("from") || key == QLatin1String("de")) &&
            !actorOf(value).isEmpty()) {
            query.from = actorOf(value);
            continue;
        }
        const QDate date = QDate::fromString(value, Qt::ISODate);
        if ((key == QLatin1String("before") || key == QLatin1String("antes")) && date.isValid()) {
            query.before = base::fromMs(date.startOfDay().toMSecsSinceEpoch());
            continue;
        }
        words += word;
    }
    query.words = words.join(u' ');
    return query;
}

} // namespace desk
