// SPDX-License-Identifier: GPL-3.0-or-later
// State as JSON and back. What is read comes from disk: it is checked, never trusted.
#include "base/json.h"
#include "engine/values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr qsizetype kMaxBytes = 1 << 20;
constexpr std::array kSources{"said", "tapped", "guessed", "known"};

QByteArray bytesOf(base::JsonWriter& json)
{
    return QByteArray::fromStdString(json.text());
}

std::optional<QJsonObject> objectOf(const QByteArray& json)
{
    if (json.size() > kMaxBytes)
        return std::nullopt;
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

QString textOf(const QJsonObject& object, QLatin1StringView key)
{
    return object.value(key).toString();
}

std::string keyOf(const QString& name)
{
    return name.toStdString();
}

void writeSlots(base::JsonWriter& json, const QMap<QString, Slot>& values)
{
    json.key("slots").beginObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        json.key(keyOf(it.key())).beginObject().member("value", it->value);
        json.member("source", kSources[static_cast<std::size_t>(it->source)]);
        json.member("confidence", it->confidence).endObject();
    }
    json.endObject();
}

Slot slotOf(const QJsonObject& object)
{
    Slot slot{.value = textOf(object, QLatin1StringView("value"))};
    const QString source = textOf(object, QLatin1StringView("source"));
    for (std::size_t i = 0; i < kSources.size(); ++i) {
        if (source == QLatin1StringView(kSources[i]))
            slot.source = static_cast<Slot::Source>(i);
    }
    slot.confidence =
        std::clamp(object.value(QLatin1StringView("confidence")).toDouble(1.0), 0.0, 1.0);
    return slot;
}

QStringList listOf(const QJsonValue& value)
{
    QStringList list;
    const auto array = value.toArray();
    for (const auto& item : array)
        list.append(item.toString());
    return list;
}

void readContainers(const QJsonObject& object, State& state)
{
    const auto values = object.value(QLatin1StringView("slots")).toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        state.slots.insert(it.key(), slotOf(it->toObject()));
    const auto offered = object.value(QLatin1StringView("offered")).toArray();
    for (const auto& item : offered) {
        const auto option = item.toObject();
        state.offered.append({textOf(option, QLatin1StringView("value")),
                              textOf(option, QLatin1StringView("text"))});
    }
    state.stepsDone = listOf(object.value(QLatin1StringView("stepsDone")));
    const auto outcomes = object.value(QLatin1StringView("stepOutcomes")).toObject();
    for (auto it = outcomes.begin(); it != outcomes.end(); ++it)
        state.stepOutcomes.insert(it.key(), it->toString());
    const auto receipts = object.value(QLatin1StringView("receipts")).toObject();
    for (auto it = receipts.begin(); it != receipts.end(); ++it)
        state.receipts.insert(it.key(), it->toInteger());
}

/// What most conversations never have: left out where it is empty, so that older snapshots stay
/// what they are.
void writeSeldom(base::JsonWriter& json, const State& state)
{
    if (!state.laterProblems.isEmpty()) {
        json.key("laterProblems").beginArray();
        for (const auto& problem : state.laterProblems)
            json.value(problem);
        json.endArray();
    }
    if (!state.article.isEmpty())
        json.member("article", state.article);
    if (!state.proposedSteps.isEmpty()) {
        json.member("proposedFor", state.proposedFor).key("proposedSteps").beginArray();
        for (const auto& id : state.proposedSteps)
            json.value(id);
        json.endArray();
    }
    if (state.foreignMessages != 0)
        json.member("foreignMessages", state.foreignMessages);
    if (state.stepAt != 0)
        json.member("stepAt", state.stepAt);
}

} // namespace

QByteArray stateToJson(const State& state)
{
    base::JsonWriter json;
    json.beginObject().member("flowVersion", state.flowVersion).member("stage", state.stage);
    json.member("mode", modeName(state.mode)).member("language", state.language);
    json.member("owner", state.owner.value);
    writeSlots(json, state.slots);
    json.member("misses", state.misses).member("lastPrompt", state.lastPrompt);
    json.member("lastPromptTimes", state.lastPromptTimes);
    json.key("offered").beginArray();
    for (const auto& option : state.offered)
        json.beginObject().member("value", option.value).member("text", option.text).endObject();
    json.endArray().key("stepsDone").beginArray();
    for (const auto& id : state.stepsDone)
        json.value(id);
    json.endArray().key("stepOutcomes").beginObject();
    for (auto it = state.stepOutcomes.begin(); it != state.stepOutcomes.end(); ++it)
        json.member(keyOf(it.key()), it.value());
    json.endObject().key("receipts").beginObject();
    for (auto it = state.receipts.begin(); it != state.receipts.end(); ++it)
        json.member(keyOf(it.key()), it.value());
    json.endObject()
        .member("resumeStage", state.resumeStage)
        .member("queuedText", state.queuedText);
    json.member("currentStep", state.currentStep).member("outcome", state.outcome);
    json.member("handoffReason", state.handoffReason);
    writeSeldom(json, state);
    json.member("frustration", state.frustration).member("isErased", state.isErased).endObject();
    return bytesOf(json);
}

std::optional<State> stateFromJson(const QByteArray& json)
{
    const auto object = objectOf(json);
    if (!object)
        return std::nullopt;
    const auto mode = modeOfName(textOf(*object, QLatin1StringView("mode")));
    if (!mode || !object->value(QLatin1StringView("stage")).isString())
        return std::nullopt;
    State state;
    state.mode = *mode;
    state.flowVersion = object->value(QLatin1StringView("flowVersion")).toInt();
    state.stage = textOf(*object, QLatin1StringView("stage"));
    state.language = textOf(*object, QLatin1StringView("language"));
    state.owner = base::PersonId{object->value(QLatin1StringView("owner")).toInteger()};
    state.misses = object->value(QLatin1StringView("misses")).toInt();
    state.lastPrompt = textOf(*object, QLatin1StringView("lastPrompt"));
    state.lastPromptTimes = object->value(QLatin1StringView("lastPromptTimes")).toInt();
    state.resumeStage = textOf(*object, QLatin1StringView("resumeStage"));
    state.queuedText = textOf(*object, QLatin1StringView("queuedText"));
    state.currentStep = textOf(*object, QLatin1StringView("currentStep"));
    state.outcome = textOf(*object, QLatin1StringView("outcome"));
    state.handoffReason = textOf(*object, QLatin1StringView("handoffReason"));
    state.frustration = std::clamp(object->value(QLatin1StringView("frustration")).toInt(), 0, 3);
    state.isErased = object->value(QLatin1StringView("isErased")).toBool();
    state.laterProblems = listOf(object->value(QLatin1StringView("laterProblems")));
    state.article = textOf(*object, QLatin1StringView("article"));
    state.proposedSteps = listOf(object->value(QLatin1StringView("proposedSteps")));
    state.proposedFor = textOf(*object, QLatin1StringView("proposedFor"));
    state.foreignMessages = object->value(QLatin1StringView("foreignMessages")).toInt();
    state.stepAt = object->value(QLatin1StringView("stepAt")).toInteger();
    readContainers(*object, state);
    return state;
}

} // namespace engine
