// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/ai_memory.h"

#include "base/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace desk {

namespace {

// A probe does not outlive us, so half-open is no state to save.
constexpr std::array kSavedStates{ai::BreakerState::Open, ai::BreakerState::ForcedOpen,
                                  ai::BreakerState::Disabled};
constexpr std::array kCauses{
    ai::TripCause::None,         ai::TripCause::FailuresInARow,  ai::TripCause::FailureRate,
    ai::TripCause::TooSlow,      ai::TripCause::TooSlowForTurns, ai::TripCause::ProbeFailed,
    ai::TripCause::ProbeExpired, ai::TripCause::TimeOver,        ai::TripCause::Recovered,
    ai::TripCause::ByHand};

template <class List, class Name>
auto valueNamed(const List& list, Name name, const QString& text)
    -> std::optional<typename List::value_type>
{
    for (const auto value : list) {
        if (text == QLatin1String(name(value)))
            return value;
    }
    return std::nullopt;
}

std::optional<std::pair<ai::BreakerKey, ai::BreakerSnapshot>> breakerOf(const QJsonObject& json)
{
    const auto text = [&](const char* key) { return json.value(QLatin1String(key)).toString(); };
    const auto count = [&](const char* key) {
        return std::max<qint64>(0, json.value(QLatin1String(key)).toInteger());
    };
    const auto state = valueNamed(kSavedStates, ai::breakerStateName, text("state"));
    if (!state || text("endpoint").isEmpty())
        return std::nullopt;
    const ai::BreakerKey key{text("endpoint").toStdString(), text("model").toStdString(),
                             text("lane") == QLatin1String(ai::laneName(ai::Lane::Turn))
                                 ? ai::Lane::Turn
                                 : ai::Lane::Other};
    return std::pair{
        key, ai::BreakerSnapshot{.state = *state,
                                 .cause = valueNamed(kCauses, ai::tripCauseName, text("cause"))
                                              .value_or(ai::TripCause::None),
                                 .trips = static_cast<int>(std::min<qint64>(count("trips"), 1'000)),
                                 .openUntil = base::fromMs(count("openUntil")),
                                 .atOpening = {count("calls"), count("failures"), count("slow")},
                                 .lastError = text("lastError").toStdString()}};
}

} // namespace

QString aiMemoryJson(const AiMemory& memory)
{
    base::JsonWriter json;
    json.beginObject()
        .member("day", static_cast<qint64>(memory.day.date.time_since_epoch().count()))
        .member("spentMicros", static_cast<qint64>(memory.day.spentMicros))
        .key("breakers")
        .beginArray();
    for (const auto& [key, saved] : memory.breakers) {
        json.beginObject()
            .member("endpoint", std::string_view(key.endpoint))
            .member("model", std::string_view(key.model))
            .member("lane", ai::laneName(key.lane))
            .member("state", ai::breakerStateName(saved.state))
            .member("cause", ai::tripCauseName(saved.cause))
            .member("trips", saved.trips)
            .member("openUntil", base::toMs(saved.openUntil))
            .member("calls", static_cast<qint64>(saved.atOpening.calls))
            .member("failures", static_cast<qint64>(saved.atOpening.failures))
            .member("slow", static_cast<qint64>(saved.atOpening.slow))
            .member("lastError", std::string_view(saved.lastError))
            .endObject();
    }
    json.endArray().endObject();
    return QString::fromStdString(json.take());
}

AiMemory aiMemoryOf(const QString& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    AiMemory memory;
    memory.day = {std::chrono::sys_days(std::chrono::days(object.value(u"day").toInteger())),
                  std::max<qint64>(0, object.value(u"spentMicros").toInteger())};
    for (const auto& value : object.value(u"breakers").toArray()) {
        if (auto breaker = breakerOf(value.toObject()))
            memory.breakers.push_back(*std::move(breaker));
    }
    return memory;
}

} // namespace desk
