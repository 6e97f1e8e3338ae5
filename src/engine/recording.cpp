// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recording.h"

#include "base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace engine {

namespace {

constexpr qsizetype kMaxRecordBytes = 1 << 20;

std::optional<QJsonObject> recordOf(const QByteArray& json)
{
    if (json.size() > kMaxRecordBytes)
        return std::nullopt;
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

QString memberText(const QJsonObject& object, QLatin1StringView key)
{
    return object.value(key).toString();
}

void writeArticles(base::JsonWriter& json, const QList<FoundArticle>& articles)
{
    json.key("articles").beginArray();
    for (const auto& article : articles) {
        json.beginObject().member("slug", article.slug).member("title", article.title);
        json.member("excerpt", article.excerpt).member("link", article.link).endObject();
    }
    json.endArray();
}

QList<FoundArticle> articlesFrom(const QJsonArray& array)
{
    QList<FoundArticle> articles;
    for (const auto& item : array) {
        const auto article = item.toObject();
        articles.append({.slug = memberText(article, QLatin1StringView("slug")),
                         .title = memberText(article, QLatin1StringView("title")),
                         .excerpt = memberText(article, QLatin1StringView("excerpt")),
                         .link = memberText(article, QLatin1StringView("link"))});
    }
    return articles;
}

void writeList(base::JsonWriter& json, const char* key, const QStringList& list)
{
    json.key(key).beginArray();
    for (const auto& each : list)
        json.value(each);
    json.endArray();
}

QStringList listFrom(const QJsonArray& array)
{
    QStringList list;
    for (const auto& each : array)
        list.append(each.toString());
    return list;
}

void writeAi(base::JsonWriter& json, const AiHelp& help)
{
    json.key("ai").beginObject();
    json.member("purpose", help.purpose).member("prompt", help.prompt);
    json.member("model", help.model).member("outcome", help.outcome);
    json.member("inputTokens", help.inputTokens).member("outputTokens", help.outputTokens);
    json.member("costMicros", help.costMicros).member("firstMs", help.firstMs);
    json.member("totalMs", help.totalMs).member("device", help.device);
    json.member("system", help.system);
    if (!help.steps.isEmpty())
        writeList(json, "steps", help.steps);
    json.endObject();
}

AiHelp aiFrom(const QJsonObject& object)
{
    const auto text = [&](const char* key) { return memberText(object, QLatin1StringView(key)); };
    const auto number = [&](const char* key, qint64 otherwise = 0) {
        return object.value(QLatin1StringView(key)).toInteger(otherwise);
    };
    return {.purpose = text("purpose"),
            .prompt = text("prompt"),
            .model = text("model"),
            .outcome = text("outcome"),
            .inputTokens = number("inputTokens"),
            .outputTokens = number("outputTokens"),
            .costMicros = number("costMicros"),
            .firstMs = number("firstMs", -1),
            .totalMs = number("totalMs"),
            .device = text("device"),
            .system = text("system"),
            .steps = listFrom(object.value(QLatin1StringView("steps")).toArray())};
}

void writeProblems(base::JsonWriter& json, const QList<ProblemCandidate>& candidates)
{
    json.key("problemCandidates").beginArray();
    for (const auto& candidate : candidates) {
        json.beginObject().member("problem", candidate.problem).member("score", candidate.score);
        if (candidate.end > 0)
            json.member("begin", candidate.begin).member("end", candidate.end);
        json.endObject();
    }
    json.endArray();
}

QList<ProblemCandidate> problemsFrom(const QJsonArray& array)
{
    QList<ProblemCandidate> candidates;
    for (const auto& item : array) {
        const auto candidate = item.toObject();
        candidates.append({.problem = memberText(candidate, QLatin1StringView("problem")),
                           .score = candidate.value(QLatin1StringView("score")).toDouble(),
                           .begin = candidate.value(QLatin1StringView("begin")).toInt(),
                           .end = candidate.value(QLatin1StringView("end")).toInt()});
    }
    return candidates;
}

} // namespace

QByteArray factsToJson(const Facts& facts)
{
    base::JsonWriter json;
    json.beginObject()
        .member("now", base::toMs(facts.now))
        .member("personsOnDuty", facts.personsOnDuty);
    json.member("expectedWaitMinutes", facts.expectedWaitMinutes).member("isOpen", facts.isOpen);
    json.member("smartMode", facts.smartMode).member("retentionText", facts.retentionText);
    json.key("shop")
        .beginObject()
        .member("name", facts.shop.name)
        .member("address", facts.shop.address);
    json.member("email", facts.shop.email).member("whatsapp", facts.shop.whatsapp);
    json.member("privacyUrl", facts.shop.privacyUrl).member("hours", facts.shop.hours).endObject();
    json.key("candidates").beginArray();
    for (const auto& candidate : facts.candidates) {
        json.beginObject().member("intent", candidate.intent).member("score", candidate.score);
        json.endObject();
    }
    json.endArray();
    if (!facts.nluModel.isEmpty())
        json.member("nluModel", facts.nluModel);
    if (!facts.problemCandidates.isEmpty())
        writeProblems(json, facts.problemCandidates);
    if (!facts.problemModel.isEmpty())
        json.member("problemModel", facts.problemModel);
    if (facts.articles)
        writeArticles(json, *facts.articles);
    if (!facts.noAiReason.isEmpty())
        json.member("noAi", facts.noAiReason);
    if (!facts.tone.isEmpty())
        json.member("tone", facts.tone);
    if (facts.ai)
        writeAi(json, *facts.ai);
    json.endObject();
    return QByteArray::fromStdString(json.text());
}

std::optional<Facts> factsFromJson(const QByteArray& json)
{
    const auto object = recordOf(json);
    if (!object)
        return std::nullopt;
    Facts facts;
    facts.now = base::fromMs(object->value(QLatin1StringView("now")).toInteger());
    facts.personsOnDuty = object->value(QLatin1StringView("personsOnDuty")).toInt();
    facts.expectedWaitMinutes = object->value(QLatin1StringView("expectedWaitMinutes")).toInt();
    facts.isOpen = object->value(QLatin1StringView("isOpen")).toBool(true);
    facts.smartMode = object->value(QLatin1StringView("smartMode")).toBool();
    facts.retentionText = memberText(*object, QLatin1StringView("retentionText"));
    const auto shop = object->value(QLatin1StringView("shop")).toObject();
    facts.shop = {.name = memberText(shop, QLatin1StringView("name")),
                  .address = memberText(shop, QLatin1StringView("address")),
                  .email = memberText(shop, QLatin1StringView("email")),
                  .whatsapp = memberText(shop, QLatin1StringView("whatsapp")),
                  .privacyUrl = memberText(shop, QLatin1StringView("privacyUrl")),
                  .hours = memberText(shop, QLatin1StringView("hours"))};
    const auto candidates = object->value(QLatin1StringView("candidates")).toArray();
    for (const auto& item : candidates) {
        const auto candidate = item.toObject();
        facts.candidates.append({memberText(candidate, QLatin1StringView("intent")),
                                 candidate.value(QLatin1StringView("score")).toDouble()});
    }
    facts.nluModel = memberText(*object, QLatin1StringView("nluModel"));
    facts.problemCandidates =
        problemsFrom(object->value(QLatin1StringView("problemCandidates")).toArray());
    facts.problemModel = memberText(*object, QLatin1StringView("problemModel"));
    if (object->contains(QLatin1StringView("articles")))
        facts.articles = articlesFrom(object->value(QLatin1StringView("articles")).toArray());
    facts.noAiReason = memberText(*object, QLatin1StringView("noAi"));
    facts.tone = memberText(*object, QLatin1StringView("tone"));
    if (object->contains(QLatin1StringView("ai")))
        facts.ai = aiFrom(object->value(QLatin1StringView("ai")).toObject());
    return facts;
}

QByteArray inputToJson(const Input& input, TextIn text)
{
    base::JsonWriter json;
    json.beginObject().member("kind", inputKindName(input.kind));
    if (text == TextIn::Yes && !input.text.isEmpty())
        json.member("text", input.text);
    if (!input.value.isEmpty())
        json.member("value", input.value);
    if (text == TextIn::Yes && !input.label.isEmpty())
        json.member("label", input.label);
    if (input.person.isValid())
        json.member("person", input.person.value);
    if (input.target.isValid())
        json.member("target", input.target.value);
    if (input.upTo != 0)
        json.member("upTo", input.upTo);
    if (input.by != Actor::Customer)
        json.member("by", actorName(input.by));
    json.endObject();
    return QByteArray::fromStdString(json.text());
}

std::optional<Input> inputFromJson(const QByteArray& json)
{
    const auto object = recordOf(json);
    if (!object)
        return std::nullopt;
    const auto kind = inputKindOfName(memberText(*object, QLatin1StringView("kind")));
    if (!kind)
        return std::nullopt;
    Input input{.kind = *kind,
                .text = memberText(*object, QLatin1StringView("text")),
                .value = memberText(*object, QLatin1StringView("value")),
                .label = memberText(*object, QLatin1StringView("label"))};
    input.person = base::PersonId{object->value(QLatin1StringView("person")).toInteger()};
    input.target = base::PersonId{object->value(QLatin1StringView("target")).toInteger()};
    input.upTo = object->value(QLatin1StringView("upTo")).toInteger();
    input.by = actorOfName(memberText(*object, QLatin1StringView("by"))).value_or(Actor::Customer);
    return input;
}

QString payloadText(const QByteArray& payload, const char* key)
{
    return QJsonDocument::fromJson(payload).object().value(QLatin1StringView(key)).toString();
}

qint64 payloadNumber(const QByteArray& payload, const char* key)
{
    return QJsonDocument::fromJson(payload).object().value(QLatin1StringView(key)).toInteger();
}

QList<Option> payloadOptions(const QByteArray& payload)
{
    QList<Option> options;
    const auto buttons = QJsonDocument::fromJson(payload).object().value(u"buttons").toArray();
    for (const auto& item : buttons) {
        const auto button = item.toObject();
        if (!memberText(button, QLatin1StringView("value")).isEmpty())
            options.append({memberText(button, QLatin1StringView("value")),
                            memberText(button, QLatin1StringView("text"))});
    }
    return options;
}

} // namespace engine
