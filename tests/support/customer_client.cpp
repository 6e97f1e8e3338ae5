// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/customer_client.h"

#include <QJsonDocument>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace support {

CustomerClient::~CustomerClient()
{
    disconnect();
}

void CustomerClient::setPort(quint16 port)
{
    disconnect();
    m_port = port;
}

void CustomerClient::disconnect()
{
    if (m_socket >= 0)
        ::close(std::exchange(m_socket, -1));
}

bool CustomerClient::connectNow()
{
    if (m_socket >= 0)
        return true;
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{.tv_sec = 30, .tv_usec = 0};
    const int yes = 1;
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
        return true;
    disconnect();
    return false;
}

bool CustomerClient::sendAll(const QByteArray& bytes) const
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const auto n = ::send(m_socket, bytes.constData() + sent,
                              static_cast<std::size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}

QByteArray CustomerClient::receive() const
{
    QByteArray got;
    qsizetype whole = -1;
    while (whole < 0 || got.size() < whole) {
        char buffer[16 * 1024];
        const auto n = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (n <= 0)
            return {};
        got.append(buffer, n);
        const auto headEnd = got.indexOf("\r\n\r\n");
        if (whole < 0 && headEnd >= 0) {
            const QByteArray head = got.left(headEnd).toLower();
            const auto at = head.indexOf("content-length:");
            const auto lineEnd = head.indexOf("\r\n", at);
            const QByteArray length =
                at < 0 ? QByteArray("0") : head.mid(at + 15, lineEnd < 0 ? -1 : lineEnd - at - 15);
            whole = headEnd + 4 + length.trimmed().toLongLong();
        }
    }
    return got;
}

CustomerClient::Response CustomerClient::post(const QByteArray& path, const QJsonObject& body)
{
    if (!connectNow())
        return {};
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact);
    QByteArray request = "POST " + path +
                         " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) +
                         "\r\nContent-Type: application/json\r\n";
    if (hasSession())
        request += "x-session-id: " + m_session.id.toUtf8() +
                   "\r\nx-csrf-token: " + m_session.csrfToken.toUtf8() + "\r\n";
    request += "Content-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json;
    const QByteArray answer = sendAll(request) ? receive() : QByteArray();
    if (answer.isEmpty()) {
        disconnect();
        return {};
    }
    Response response;
    response.status = answer.mid(9, 3).toInt();
    response.body = QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
    return response;
}

bool CustomerClient::greet()
{
    m_session = {};
    const Response response =
        post("/api/greeting", {{QStringLiteral("locale"), QStringLiteral("es-AR")}});
    if (response.status != 200)
        return false;
    m_session = {response.body.value(u"sessionId").toString(),
                 response.body.value(u"csrfToken").toString()};
    return hasSession();
}

CustomerClient::Answer CustomerClient::say(const QString& text, const QString& clientMessageId)
{
    QJsonObject body{{QStringLiteral("message"), text}};
    if (!clientMessageId.isEmpty())
        body.insert(QStringLiteral("clientMessageId"), clientMessageId);
    const Response response = post("/api/chat", body);
    return {.status = response.status,
            .conversation = response.body.value(u"conversationId").toString(),
            .seq = response.body.value(u"seq").toInteger(),
            .stage = response.body.value(u"stage").toString()};
}

} // namespace support
