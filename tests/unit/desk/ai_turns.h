// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ai_server/process.h"
#include "support/desk_fixture.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace ai_turns {

using namespace std::chrono_literals;

inline const QString kRiddle = QStringLiteral("la caja boba hace puf y chau");

/// What a well meaning AI makes of it.
inline const QByteArray kUnderstood =
    R"({"intent":"technical_problem","confidence":0.8,"problem":"no_power","device":"tv","system":""})";

/// A fault word of the server that answers these words.
inline std::string saying(const QByteArray& words)
{
    return "normal,text=" + words.toPercentEncoding().toStdString();
}

/// A real desk by the real clock, and a real AI server that fails as it is told.
struct Shop {
    Shop() : desk({}, {}, DeskFixture::Time::Real) {}

    /// A server of its own name, so that its breaker is new.
    void useAi(const std::string& fault, base::milliseconds first = 1500ms,
               base::milliseconds total = 4000ms)
    {
        ai::Endpoint endpoint{.name = "server " + std::to_string(++m_servers),
                              .baseUrl = server.url(fault),
                              .model = "eco"};
        endpoint.capabilities.schema = true;
        desk.desk->configureAi(
            {.endpoints = {endpoint}, .turnFirstContent = first, .turnTotal = total});
        desk.settle();
    }
    /// A conversation at the question what is needed.
    desk::Greeting asked()
    {
        auto greeting = desk.greet();
        for (const char16_t* text : {u"sí", u"español", u"Ana"})
            std::ignore = desk.say(greeting.session, QString::fromUtf16(text));
        return greeting;
    }
    /// … at the first step for a notebook.
    desk::Greeting atAStep()
    {
        auto greeting = asked();
        std::ignore = desk.say(greeting.session, QStringLiteral("mi notebook no enciende"));
        return greeting;
    }
    /// The newest AiCall; empty where there was none.
    QJsonObject lastCall(base::ConversationId id)
    {
        const auto events = desk.events(id);
        const auto call = std::ranges::find(events.rbegin(), events.rend(),
                                            engine::EventKind::AiCall, &desk::MessageEvent::kind);
        return call == events.rend() ? QJsonObject()
                                     : QJsonDocument::fromJson(call->payload).object();
    }
    qint64 requests() const { return server.stats().value(u"requests").toInteger(); }

    support::AiServer server;
    DeskFixture desk;

private:
    int m_servers = 0;
};

/// An ask under way.
template <class T>
struct Pending {
    std::shared_ptr<std::optional<base::Result<T>>> answer =
        std::make_shared<std::optional<base::Result<T>>>();
    std::function<void(base::Result<T>)> done()
    {
        return [to = answer](base::Result<T> result) { *to = std::move(result); };
    }
    bool wait(DeskFixture& desk, std::chrono::seconds patience = 20s)
    {
        return desk.here.runUntil([&] { return answer->has_value(); }, patience);
    }
    [[nodiscard]] bool isOpen() const { return !answer->has_value(); }
    const base::Result<T>& operator*() const { return **answer; }
};

inline Pending<desk::Answer> sayLater(DeskFixture& desk, const base::SessionId& session,
                                      const QString& text, const QString& messageId = {})
{
    Pending<desk::Answer> pending;
    desk.desk->customerSays(desk.here.caller(), session,
                            {.text = text, .clientMessageId = messageId}, pending.done());
    return pending;
}

} // namespace ai_turns
