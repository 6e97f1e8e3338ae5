// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace probes {

/// A connection to a host, which one connection to a port of this machine is passed on to, byte by byte.
///
/// QNetworkAccessManager reads the head of an answer without a bound, on a thread of its own that it
/// cannot end meanwhile: a host that sends headers without end keeps that thread, its memory and, for
/// five seconds, whoever destroys the manager. So it is given no more than it may have, and cut off as
/// soon as nobody waits any more. Lives on the thread of its event loop.
class Relay final : public QObject
{
public:
    /// Called once, from the event loop: never inside connectTo().
    /// \param whyNot empty: it is connected, and port() listens
    using Connected = std::function<void(const QString& whyNot)>;

    /// \param most bytes that the host may send, with its headers and what TLS adds
    explicit Relay(qint64 most);
    ~Relay() override;

    void connectTo(const QHostAddress& address, quint16 port, Connected done);
    /// On 127.0.0.1, for one connection; others are cut. Nobody else has it before close().
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// The host sent more than it may.
    [[nodiscard]] bool isCut() const noexcept { return m_isCut; }
    /// Ends both connections at once.
    void close();

private:
    void tell(const QString& whyNot);
    void onConnected();
    void onArrived();
    /// What came from the host goes on, as fast as it is taken.
    void answer();
    void ask();

    const qint64 m_most;
    qint64 m_came = 0;
    bool m_isCut = false;
    Connected m_done;
    QTcpServer m_server;
    QTcpSocket m_host;
    QTcpSocket* m_asker = nullptr; ///< of m_server
};

} // namespace probes
