// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/customer_client.h"

#include <QJsonDocument>

namespace support {

namespace {
constexpr std::chrono::seconds kPatience{30};
}

void CustomerClient::setPort(quint16 port)
{
    m_connection.reset();
    m_port = port;
}

HttpReply CustomerClient::post(const QByteArray& target, const QJsonObject& body)
{
    if (!m_connection)
        m_connection.emplace(m_port);
    HttpHeaders headers{{"Content-Type", "application/json"}};
    if (hasSession()) {
        headers.emplace_back("x-session-id", m_session.id.toUtf8());
        headers.emplace_back("x-csrf-token", m_session.csrfToken.toUtf8());
    }
    HttpReply reply;
    if (m_connection->send(
            wireBytes(m_port, {.method = "POST",
                               .target = target,
                               .headers = headers,
                               .body = QJsonDocument(body).toJson(QJsonDocument::Compact)})))
        reply = m_connection->reply(RawClient::Expect::Answer, kPatience);
    if (reply.status == 0)
        m_connection.reset();
    return reply;
}

bool CustomerClient::greet()
{
    m_session = {};
    const HttpReply reply =
        post("/api/greeting", {{QStringLiteral("locale"), QStringLiteral("es-AR")}});
    if (reply.status != 200)
        return false;
    const QJsonObject session = reply.json();
    m_session = {session.value(u"sessionId").toString(), session.value(u"csrfToken").toString()};
    return hasSession();
}

CustomerClient::Answer CustomerClient::say(const QString& text, const QString& clientMessageId)
{
    QJsonObject body{{QStringLiteral("message"), text}};
    if (!clientMessageId.isEmpty())
        body.insert(QStringLiteral("clientMessageId"), clientMessageId);
    const HttpReply reply = post("/api/chat", body);
    const QJsonObject answer = reply.json();
    return {.status = reply.status,
            .conversation = answer.value(u"conversationId").toString(),
            .seq = answer.value(u"seq").toInteger(),
            .stage = answer.value(u"stage").toString(),
            .reply = answer.value(u"reply").toString(),
            .handledBy = answer.value(u"handledBy").toString()};
}

} // namespace support
