// SPDX-License-Identifier: GPL-3.0-or-later
#include "servers.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void openssl(const QString& folder, const QString& arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral("openssl"), QProcess::splitCommand(arguments));
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments), process.readAllStandardError().constData());
}

class TlsListener final : public QTcpServer
{
public:
    QSslConfiguration configuration;

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto* socket = new QSslSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSslConfiguration(configuration);
        QObject::connect(socket, &QSslSocket::readyRead, socket, [socket] {
            if (socket->peek(1'000).contains("\r\n\r\n"))
                HttpServer::say(*socket, 200, "safe");
        });
        socket->startServerEncryption();
    }
};

} // namespace

QByteArray HttpServer::Request::header(const QByteArray& name) const
{
    for (const QByteArray& line : head.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

HttpServer::HttpServer(Answer answer) : m_answer(std::move(answer))
{
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection()) {
            ++m_connections;
            QObject::connect(socket, &QTcpSocket::disconnected, socket,
                             [this] { --m_connections; });
            QObject::connect(socket, &QTcpSocket::readyRead, socket,
                             [this, socket] { readOn(*socket); });
        }
    });
}

QString HttpServer::address() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
}

void HttpServer::readOn(QTcpSocket& socket)
{
    const QByteArray bytes = socket.peek(1'000'000);
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Request request{.head = bytes.left(end)};
    const qsizetype size = request.header("content-length").toLongLong();
    if (bytes.size() < end + 4 + size)
        return;
    const auto words = request.head.left(request.head.indexOf('\r')).split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    request.body = bytes.mid(end + 4, size);
    socket.skip(end + 4 + size);
    m_requests.push_back(request);
    m_answer(socket, request);
}

void HttpServer::say(QTcpSocket& socket, int status, const QByteArray& body,
                     const QByteArray& headers)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Length: " +
                 QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
}

RedisServer::RedisServer(const QByteArray& password)
    : m_port(freePort()), m_process(std::make_unique<QProcess>())
{
    QStringList arguments{QStringLiteral("--port"), QString::number(m_port),
                          QStringLiteral("--bind"), QStringLiteral("127.0.0.1"),
                          QStringLiteral("--save"), QString(),
                          QStringLiteral("--dir"),  m_folder.path()};
    if (!password.isEmpty())
        arguments << QStringLiteral("--requirepass") << QString::fromUtf8(password);
    m_process->start(QStringLiteral("redis-server"), arguments);
    m_isReady = m_process->waitForStarted() &&
                QTest::qWaitFor(
                    [this] {
                        QTcpSocket socket;
                        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_port));
                        return socket.waitForConnected(100);
                    },
                    10'000);
}

RedisServer::~RedisServer()
{
    m_process->terminate();
    m_process->waitForFinished();
}

TlsServer::TlsServer(const Options& options)
{
    const QString folder = m_folder.path();
    const QString name = QString::fromLatin1(options.name);
    const QString key = QStringLiteral("-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes ");
    openssl(folder,
            QStringLiteral("req -x509 %1 -keyout ca.key -out ca.pem -days 900 -subj "
                           "\"/CN=Test authority\" -addext basicConstraints=critical,CA:TRUE")
                .arg(key));
    openssl(folder,
            QStringLiteral("req %1 -keyout it.key -out it.csr -subj /CN=%2").arg(key, name));
    QFile names(folder + QStringLiteral("/names"));
    names.open(QIODevice::WriteOnly);
    names.write("subjectAltName=DNS:" + options.name + "\n");
    names.close();
    const QString signer = options.signer == Signer::Self
                               ? QStringLiteral("-signkey it.key")
                               : QStringLiteral("-CA ca.pem -CAkey ca.key -CAcreateserial");
    openssl(folder, QStringLiteral("x509 -req -in it.csr %1 -days %2 -extfile names -out it.pem")
                        .arg(signer)
                        .arg(options.days));
    m_authority = fileBytes(folder + QStringLiteral("/ca.pem"));
    auto listener = std::make_unique<TlsListener>();
    listener->configuration.setLocalCertificateChain(
        QSslCertificate::fromData(fileBytes(folder + QStringLiteral("/it.pem"))));
    listener->configuration.setPrivateKey(
        QSslKey(fileBytes(folder + QStringLiteral("/it.key")), QSsl::Ec));
    if (!listener->listen(QHostAddress::LocalHost))
        qFatal("no port");
    m_server = std::move(listener);
}

FloodServer::FloodServer(QByteArray first, QByteArray piece)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener, any, size) != 0 || ::listen(listener, 1) != 0 ||
        ::getsockname(listener, any, &size) != 0)
        qFatal("cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this, listener, first = std::move(first), piece = std::move(piece)] {
        flood(listener, first, piece);
    });
}

FloodServer::~FloodServer()
{
    m_thread.join();
}

void FloodServer::flood(int listener, const QByteArray& first, const QByteArray& piece)
{
    const int asker = ::accept(listener, nullptr, nullptr);
    ::close(listener);
    const auto say = [asker](const QByteArray& bytes) {
        return ::send(asker, bytes.constData(), static_cast<std::size_t>(bytes.size()),
                      MSG_NOSIGNAL) > 0;
    };
    QByteArray asked(4096, '\0');
    bool goesOn = ::recv(asker, asked.data(), static_cast<std::size_t>(asked.size()), 0) > 0;
    for (goesOn = goesOn && say(first); goesOn;)
        goesOn = say(piece);
    ::close(asker);
    m_ended.release();
}
