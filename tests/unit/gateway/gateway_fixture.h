// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/gateway.h"
#include "support/desk_fixture.h"
#include "support/http_client.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

/// A real store, the real default flow, a desk, and a gateway on a free port. Rate limits are off
/// unless a test sets them; the clock is the test's.
class GatewayFixture
{
public:
    /// What a browser keeps after its greeting.
    struct Session {
        QByteArray id, csrf, customer;
        QJsonObject greeting;
        [[nodiscard]] QString conversation() const
        {
            return greeting.value(QLatin1String("conversationId")).toString();
        }
        [[nodiscard]] support::HttpHeaders headers() const
        {
            return {{"x-session-id", id}, {"x-csrf-token", csrf}};
        }
    };

    GatewayFixture() : GatewayFixture(gateway::Options()) {}
    explicit GatewayFixture(gateway::Options options);
    ~GatewayFixture();

    [[nodiscard]] support::HttpReply call(const support::HttpCall& call) const
    {
        return support::httpCall(port, call);
    }
    [[nodiscard]] support::HttpReply get(const QByteArray& target,
                                         const support::HttpHeaders& headers = {}) const
    {
        return call({.target = target, .headers = headers});
    }
    [[nodiscard]] support::HttpReply post(const QByteArray& target, const QJsonObject& body,
                                          support::HttpHeaders headers = {}) const;
    /// With these bytes as its JSON body.
    [[nodiscard]] support::HttpReply postBytes(const QByteArray& target, const QByteArray& body,
                                               support::HttpHeaders headers = {}) const;
    [[nodiscard]] Session greet(const QString& locale = QStringLiteral("es-AR")) const;
    [[nodiscard]] support::HttpReply say(const Session& session, const QString& text,
                                         const QString& messageId = {}) const;
    [[nodiscard]] support::HttpReply tap(const Session& session, const QString& value) const;
    /// Through consent, language and name to a person wanted.
    [[nodiscard]] Session waiting();
    [[nodiscard]] support::EventClient stream(const Session& session,
                                              const QByteArray& query = {}) const;
    [[nodiscard]] base::ConversationId idOf(const Session& session) const;
    /// Ends the gateway as a program that quits does.
    void stop() { gateway.reset(); }
    /// All log lines so far.
    [[nodiscard]] QByteArray logged();
    /// Waits until the condition holds; false after 20 s.
    [[nodiscard]] static bool waitFor(const std::function<bool()>& condition);

    DeskFixture desk;
    metrics::Registry metrics{desk.folder.path().toStdString()};
    std::shared_ptr<base::LogRing::Lines> lines = std::make_shared<base::LogRing::Lines>();
    std::unique_ptr<gateway::Gateway> gateway;
    int port = 0;
};

/// No limits, and this much else as given.
[[nodiscard]] gateway::Options openOptions(gateway::Options options = {});

/// UTF-8 as it stands in the source.
[[nodiscard]] inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}
[[nodiscard]] QString replyText(const support::HttpReply& reply);
[[nodiscard]] QString stageOf(const support::HttpReply& reply);
