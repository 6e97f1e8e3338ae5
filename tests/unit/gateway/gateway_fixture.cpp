// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"

#include <QJsonDocument>

#include <thread>

using support::HttpReply;

gateway::Options openOptions(gateway::Options options)
{
    options.port = 0;
    options.greetingPerAddress = {};
    options.chatPerAddress = {};
    options.chatPerConversation = {};
    options.articlePerAddress = {};
    options.transcriptPerAddress = {};
    return options;
}

QString replyText(const HttpReply& reply)
{
    return reply.json().value(QLatin1String("reply")).toString();
}

QString stageOf(const HttpReply& reply)
{
    return reply.json().value(QLatin1String("stage")).toString();
}

GatewayFixture::GatewayFixture(gateway::Options options)
{
    const bool isDefault = options.port == gateway::Options().port;
    if (isDefault)
        options = openOptions(std::move(options));
    desk.log.addSink(std::make_unique<base::LogRing>(lines));
    auto started = gateway::Gateway::start(std::move(options), *desk.desk, metrics, desk.clock,
                                           desk.log, lines);
    if (!started)
        qFatal("gateway: %s", qPrintable(started.error().detail));
    gateway = *std::move(started);
    port = gateway->port();
}

GatewayFixture::~GatewayFixture()
{
    stop();
}

HttpReply GatewayFixture::postBytes(const QByteArray& target, const QByteArray& body,
                                    support::HttpHeaders headers) const
{
    headers.emplace_back("content-type", "application/json");
    return call({.method = "POST", .target = target, .headers = std::move(headers), .body = body});
}

HttpReply GatewayFixture::post(const QByteArray& target, const QJsonObject& body,
                               support::HttpHeaders headers) const
{
    return postBytes(target, QJsonDocument(body).toJson(QJsonDocument::Compact),
                     std::move(headers));
}

GatewayFixture::Session GatewayFixture::greet(const QString& locale) const
{
    const auto reply = post("/api/greeting", {{QStringLiteral("locale"), locale}});
    const auto json = reply.json();
    const auto text = [&](const char* name) {
        return json.value(QLatin1String(name)).toString().toLatin1();
    };
    return {text("sessionId"), text("csrfToken"), text("customerId"), json};
}

HttpReply GatewayFixture::say(const Session& session, const QString& text,
                              const QString& messageId) const
{
    QJsonObject body{{QStringLiteral("message"), text}};
    if (!messageId.isEmpty())
        body.insert(QStringLiteral("clientMessageId"), messageId);
    return post("/api/chat", body, session.headers());
}

HttpReply GatewayFixture::tap(const Session& session, const QString& value) const
{
    return post("/api/chat",
                {{QStringLiteral("action"), QStringLiteral("button")},
                 {QStringLiteral("value"), value},
                 {QStringLiteral("label"), value}},
                session.headers());
}

GatewayFixture::Session GatewayFixture::waiting()
{
    const auto session = greet();
    for (const char* text : {"sí", "español", "Ana"})
        std::ignore = say(session, QString::fromUtf8(text));
    std::ignore = tap(session, QStringLiteral("cmd:person"));
    return session;
}

support::EventClient GatewayFixture::stream(const Session& session, const QByteArray& query) const
{
    return {port, {.target = "/api/events" + query, .headers = session.headers()}};
}

base::ConversationId GatewayFixture::idOf(const Session& session) const
{
    return base::conversationOfCode(session.conversation()).value_or(base::ConversationId{});
}

QByteArray GatewayFixture::logged()
{
    desk.log.flush();
    QByteArray all;
    for (const auto& line : lines->since(0, 2000))
        all += QByteArray::fromStdString(line.json) + '\n';
    return all;
}

bool GatewayFixture::waitFor(const std::function<bool()>& condition)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return true;
}
