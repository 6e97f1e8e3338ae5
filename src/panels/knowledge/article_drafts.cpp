// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/article_drafts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace panels {

namespace {

constexpr QLatin1String kGroup("articleDrafts");
constexpr QLatin1String kNewArticle("-"); // no slug has it

QString keyOf(const QString& slug)
{
    return kGroup + QLatin1Char('/') + (slug.isEmpty() ? QString(kNewArticle) : slug);
}

QStringList listOf(const QJsonValue& json)
{
    QStringList list;
    for (const auto& word : json.toArray())
        list += word.toString();
    return list;
}

} // namespace

void ArticleDrafts::keep(const QString& slug, const Draft& draft)
{
    QJsonArray texts;
    for (const auto& text : draft.content.texts)
        texts.append(QJsonObject{{QStringLiteral("language"), text.language},
                                 {QStringLiteral("title"), text.title},
                                 {QStringLiteral("markdown"), text.markdown}});
    const QJsonObject json{
        {QStringLiteral("version"), draft.version},
        {QStringLiteral("tags"), QJsonArray::fromStringList(draft.content.tags)},
        {QStringLiteral("problems"), QJsonArray::fromStringList(draft.content.problems)},
        {QStringLiteral("devices"), QJsonArray::fromStringList(draft.content.devices)},
        {QStringLiteral("texts"), texts}};
    m_settings.setValue(keyOf(slug),
                        QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void ArticleDrafts::forget(const QString& slug)
{
    m_settings.remove(keyOf(slug));
}

std::optional<ArticleDrafts::Draft> ArticleDrafts::find(const QString& slug) const
{
    const auto document =
        QJsonDocument::fromJson(m_settings.value(keyOf(slug)).toString().toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    Draft draft{.content = {.tags = listOf(json.value(QLatin1String("tags"))),
                            .problems = listOf(json.value(QLatin1String("problems"))),
                            .devices = listOf(json.value(QLatin1String("devices")))},
                .version = json.value(QLatin1String("version")).toInt()};
    for (const auto& value : json.value(QLatin1String("texts")).toArray()) {
        const QJsonObject text = value.toObject();
        draft.content.texts.append({text.value(QLatin1String("language")).toString(),
                                    text.value(QLatin1String("title")).toString(),
                                    text.value(QLatin1String("markdown")).toString()});
    }
    return draft;
}

QSet<QString> ArticleDrafts::slugs() const
{
    m_settings.beginGroup(kGroup);
    const QStringList keys = m_settings.childKeys();
    m_settings.endGroup();
    QSet<QString> slugs(keys.begin(), keys.end());
    if (slugs.remove(kNewArticle))
        slugs.insert(QString());
    return slugs;
}

} // namespace panels
