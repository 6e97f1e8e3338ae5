// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include <QTcpSocket>

namespace e2e {

Site::Site()
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                if (!socket->peek(16 * 1024).contains("\r\n\r\n"))
                    return;
                socket->readAll();
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port for a site: %s", qPrintable(m_server.errorString()));
}

void Site::setPage(const QString& html, const QString& policy)
{
    const QByteArray body = html.toUtf8();
    m_answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n";
    if (!policy.isEmpty())
        m_answer += "Content-Security-Policy: " + policy.toLatin1() + "\r\n";
    m_answer += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QString Site::origin() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
}

} // namespace e2e
