// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QPointer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <memory>
#include <semaphore>
#include <thread>
#include <vector>

/// An HTTP server on this thread that does whatever a test says with a whole request.
class HttpServer
{
public:
    struct Request {
        QByteArray method, target, head, body;
        [[nodiscard]] QByteArray header(const QByteArray& name) const;
    };
    using Answer = std::function<void(QTcpSocket&, const Request&)>;
    explicit HttpServer(Answer answer);

    [[nodiscard]] QString address() const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const std::vector<Request>& requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    /// A whole answer.
    static void say(QTcpSocket& socket, int status, const QByteArray& body,
                    const QByteArray& headers = {});

private:
    void readOn(QTcpSocket& socket);

    Answer m_answer;
    QTcpServer m_server;
    std::vector<Request> m_requests;
    int m_connections = 0;
};

/// Says its piece again and again, on a thread of its own, until the one who asked has gone.
class FloodServer
{
public:
    FloodServer(QByteArray first, QByteArray piece);
    ~FloodServer();
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Whether the one who asked goes within five seconds.
    [[nodiscard]] bool hasEnded() { return m_ended.try_acquire_for(std::chrono::seconds(5)); }

private:
    void flood(int listener, const QByteArray& first, const QByteArray& piece);

    quint16 m_port = 0;
    std::binary_semaphore m_ended{0};
    std::thread m_thread;
};

/// A redis-server of its own.
class RedisServer
{
public:
    explicit RedisServer(const QByteArray& password = {});
    ~RedisServer();
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] int port() const { return m_port; }

private:
    QTemporaryDir m_folder;
    int m_port = 0;
    bool m_isReady = false;
    std::unique_ptr<class QProcess> m_process;
};

/// Keys and certificates made by openssl, and a server that shows one.
class TlsServer
{
public:
    enum class Signer { Self, Authority };
    struct Options {
        QByteArray name = "localhost";
        Signer signer = Signer::Authority;
        int days = 90; ///< negative: ended
    };
    explicit TlsServer(const Options& options);
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] QByteArray authorityPem() const { return m_authority; }

private:
    QTemporaryDir m_folder;
    QByteArray m_authority;
    std::unique_ptr<QTcpServer> m_server;
};
