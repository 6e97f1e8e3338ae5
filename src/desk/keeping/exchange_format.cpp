// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keeping/exchange_format.h"

#include "base/json.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace desk {

namespace {

using base::Code;
using base::fail;

constexpr qsizetype kLongestId = 200;
constexpr qsizetype kMostTurns = 50'000;
constexpr qsizetype kLongestText = 100'000;

base::Result<engine::Event> eventOf(const QString& role, const QString& text)
{
    using engine::Actor;
    using engine::EventKind;
    if (role == QLatin1String("customer"))
        return engine::Event{EventKind::CustomerMessage, Actor::Customer, true, "{}", text};
    if (role == QLatin1String("agent"))
        return engine::Event{EventKind::AgentMessage, Actor::Agent, true, "{}", text};
    if (role == QLatin1String("bot"))
        return engine::Event{EventKind::BotMessage, Actor::Bot, true, "{}", text};
    if (role == QLatin1String("system"))
        return engine::Event{EventKind::Note, Actor::System, false, "{}", text};
    return fail(Code::Invalid, QStringLiteral("role is customer, agent, bot or system"));
}

base::Result<base::WallTime> timeOf(const QJsonValue& value)
{
    const QDateTime time = value.isDouble()
                               ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC)
                               : QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (!time.isValid())
        return fail(Code::Invalid, QStringLiteral("time is ISO 8601 or milliseconds since 1970"));
    return base::fromMs(time.toMSecsSinceEpoch());
}

QString roleOf(const store::EventRow& event)
{
    switch (event.kind) {
    case engine::EventKind::CustomerMessage:
    case engine::EventKind::OptionChosen:
    case engine::EventKind::ContactLeft: return QStringLiteral("customer");
    case engine::EventKind::BotMessage: return QStringLiteral("bot");
    case engine::EventKind::AgentMessage: return QStringLiteral("agent");
    case engine::EventKind::Note: return QStringLiteral("system");
    default: return {};
    }
}

} // namespace

base::Result<ImportedConversation> readExchangeLine(const QByteArray& line, base::WallTime now)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (!document.isObject())
        return fail(Code::Invalid, QStringLiteral("no JSON object: ") + error.errorString());
    const QJsonObject object = document.object();
    ImportedConversation conversation{.id = object.value(u"id").toString()};
    if (conversation.id.isEmpty() || conversation.id.size() > kLongestId)
        return fail(Code::Invalid, QStringLiteral("id has 1 to 200 characters"));
    const QJsonArray turns = object.value(u"turns").toArray();
    if (turns.isEmpty() || turns.size() > kMostTurns)
        return fail(Code::Invalid, QStringLiteral("turns has 1 to 50,000 entries"));
    base::WallTime last = base::fromMs(0);
    for (const auto& entry : turns) {
        const QJsonObject turn = entry.toObject();
        const QJsonValue text = turn.value(u"text");
        if (!text.isString() || text.toString().size() > kLongestText)
            return fail(Code::Invalid,
                        QStringLiteral("text is a string of at most 100,000 characters"));
        auto event = eventOf(turn.value(u"role").toString(), text.toString());
        if (!event)
            return fail(event.error());
        base::WallTime time = conversation.times.empty() ? now : last + base::milliseconds(1);
        if (turn.contains(u"time")) {
            const auto given = timeOf(turn.value(u"time"));
            if (!given)
                return fail(given.error());
            time = conversation.times.empty() ? *given : std::max(*given, last);
        }
        last = time;
        conversation.events.push_back(*std::move(event));
        conversation.times.push_back(time);
    }
    return conversation;
}

QByteArray writeExchangeLine(const store::ConversationRow& row,
                             const std::vector<store::EventRow>& events)
{
    base::JsonWriter json;
    json.beginObject().member("id", row.ulid).member("code", base::conversationCode(row.id));
    json.key("turns").beginArray();
    for (const auto& event : events) {
        const QString role = roleOf(event);
        if (role.isEmpty())
            continue;
        json.beginObject()
            .member("role", role)
            .member("text", event.text)
            .member("time", base::toIso(event.time))
            .endObject();
    }
    json.endArray().endObject();
    return QByteArray::fromStdString(json.take());
}

} // namespace desk
