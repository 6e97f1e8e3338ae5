// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/http_client.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <utility>

namespace support {

/// A customer's browser reduced to its requests: one connection kept alive, a session, blocking.
/// Used on one thread.
class CustomerClient
{
public:
    /// What came of a message. Status 0: the connection ended without an answer.
    struct Answer {
        int status = 0;
        QString conversation;
        qint64 seq = 0;
        QString stage;
        QString reply;
        QString handledBy;
    };

    struct Session {
        QString id, csrfToken;
    };

    explicit CustomerClient(quint16 port) : m_port(port) {}

    /// The same session at another start of the program.
    void setPort(quint16 port);
    /// False: no answer, or no session.
    bool greet();
    Answer say(const QString& text, const QString& clientMessageId);
    [[nodiscard]] bool hasSession() const { return !m_session.id.isEmpty(); }
    /// Several customers may take turns on one connection.
    [[nodiscard]] const Session& session() const { return m_session; }
    void use(Session session) { m_session = std::move(session); }

private:
    HttpReply post(const QByteArray& target, const QJsonObject& body);

    quint16 m_port;
    std::optional<RawClient> m_connection; ///< of the last request, as long as it is answered
    Session m_session;
};

} // namespace support
