// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/relay.h"

#include <QNetworkProxy>

#include <algorithm>
#include <utility>

namespace probes {

namespace {

constexpr qint64 kUnderWay = 65'536; ///< bytes in each direction

} // namespace

Relay::Relay(qint64 most) : m_most(most)
{
    m_host.setProxy(QNetworkProxy::NoProxy);
    m_host.setReadBufferSize(kUnderWay);
    m_server.setProxy(QNetworkProxy::NoProxy);
    m_server.setMaxPendingConnections(1);
    connect(&m_host, &QTcpSocket::connected, this, &Relay::onConnected);
    connect(&m_host, &QTcpSocket::errorOccurred, this, [this] { tell(m_host.errorString()); });
    connect(&m_host, &QTcpSocket::readyRead, this, &Relay::answer);
    connect(&m_host, &QTcpSocket::disconnected, this, &Relay::answer);
    connect(&m_host, &QTcpSocket::bytesWritten, this, &Relay::ask);
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::onArrived);
}

Relay::~Relay()
{
    close();
}

void Relay::connectTo(const QHostAddress& address, quint16 port, Connected done)
{
    m_done = std::move(done);
    const auto begin = [this, address, port] {
        if (m_done)
            m_host.connectToHost(address, port); // may fail at once
    };
    QMetaObject::invokeMethod(this, begin, Qt::QueuedConnection);
}

void Relay::tell(const QString& whyNot)
{
    if (const auto done = std::exchange(m_done, nullptr))
        done(whyNot);
}

void Relay::onConnected()
{
    const bool listens = m_server.listen(QHostAddress::LocalHost);
    tell(listens ? QString() : m_server.errorString());
}

void Relay::onArrived()
{
    QTcpSocket* const arrived = m_server.nextPendingConnection();
    if (m_asker) { // nothing is sent twice
        arrived->abort();
        arrived->deleteLater();
        return;
    }
    m_asker = arrived;
    m_asker->setReadBufferSize(kUnderWay);
    connect(m_asker, &QTcpSocket::readyRead, this, &Relay::ask);
    connect(m_asker, &QTcpSocket::bytesWritten, this, &Relay::answer);
    connect(m_asker, &QTcpSocket::disconnected, this, [this] { m_host.abort(); });
    ask();
    answer();
}

void Relay::ask()
{
    const bool isConnected = m_host.state() == QAbstractSocket::ConnectedState;
    if (m_asker && isConnected && m_host.bytesToWrite() < kUnderWay)
        m_host.write(m_asker->read(kUnderWay));
}

void Relay::answer()
{
    const bool canTake = m_asker && m_asker->state() == QAbstractSocket::ConnectedState &&
                         m_asker->bytesToWrite() < kUnderWay;
    if (!canTake || m_isCut || !m_host.isOpen())
        return;
    const QByteArray bytes = m_host.read(std::min(kUnderWay, m_most - m_came));
    m_came += bytes.size();
    m_asker->write(bytes);
    m_isCut = m_came >= m_most;
    const bool hasEnded =
        m_host.state() == QAbstractSocket::UnconnectedState && m_host.bytesAvailable() == 0;
    if (m_isCut)
        m_host.abort();
    if (m_isCut || hasEnded)
        m_asker->disconnectFromHost();
}

void Relay::close()
{
    m_done = nullptr;
    m_server.close();
    m_host.disconnect(this);
    m_host.abort();
    if (QTcpSocket* asker = std::exchange(m_asker, nullptr)) {
        asker->disconnect(this);
        asker->abort();
    }
}

} // namespace probes
