// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/knowledge/article_content.h"

#include "base/json.h"
#include "store/index/article_words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace store {

namespace {

void writeList(base::JsonWriter& json, std::string_view name, const QStringList& list)
{
    json.key(name).beginArray();
    for (const QString& word : list)
        json.value(word);
    json.endArray();
}

QStringList readList(const QJsonObject& json, QLatin1String name)
{
    QStringList list;
    for (const auto& word : json.value(name).toArray())
        list += word.toString();
    return list;
}

} // namespace

QString joinedWords(const QStringList& words)
{
    return words.isEmpty() ? QString() : u',' + words.join(u',') + u',';
}

QStringList splitWords(const QString& joined)
{
    return joined.split(u',', Qt::SkipEmptyParts);
}

QString contentToJson(const ArticleContent& content)
{
    base::JsonWriter json;
    json.beginObject();
    writeList(json, "tags", content.tags);
    writeList(json, "problems", content.problems);
    writeList(json, "devices", content.devices);
    json.key("texts").beginArray();
    for (const ArticleText& text : content.texts)
        json.beginObject()
            .member("language", text.language)
            .member("title", text.title)
            .member("markdown", text.markdown)
            .endObject();
    json.endArray().endObject();
    return QString::fromStdString(json.text());
}

ArticleContent contentFromJson(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    ArticleContent content{.tags = readList(object, QLatin1String("tags")),
                           .problems = readList(object, QLatin1String("problems")),
                           .devices = readList(object, QLatin1String("devices"))};
    for (const auto& value : object.value(QLatin1String("texts")).toArray()) {
        const QJsonObject text = value.toObject();
        content.texts.append({.language = text.value(QLatin1String("language")).toString(),
                              .title = text.value(QLatin1String("title")).toString(),
                              .markdown = text.value(QLatin1String("markdown")).toString()});
    }
    return content;
}

QString mainTitle(const ArticleContent& content)
{
    for (const ArticleText& text : content.texts) {
        if (text.language == QLatin1String("es-AR"))
            return text.title;
    }
    return content.texts.isEmpty() ? QString() : content.texts.front().title;
}

QString slugOfTitle(const QString& title)
{
    constexpr qsizetype kLongestSlug = 60;
    QString slug;
    for (const QChar c : foldedText(title)) {
        const bool isPlain = (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
        if (isPlain)
            slug += c;
        else if (!slug.isEmpty() && !slug.endsWith(u'_'))
            slug += u'_';
    }
    slug.truncate(kLongestSlug);
    while (slug.endsWith(u'_'))
        slug.chop(1);
    return slug.isEmpty() ? QStringLiteral("article") : slug;
}

} // namespace store
