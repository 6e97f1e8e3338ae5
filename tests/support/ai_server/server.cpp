// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ai_server/server.h"

#include <QJsonDocument>
#include <QTimer>
#include <QUrl>

#include <sys/socket.h>

namespace aiserver {

using std::chrono::milliseconds;

Connection::Connection(QTcpSocket* socket, Book& book, Chooser& chooser, QObject* parent)
    : QObject(parent), m_socket(socket), m_book(book), m_chooser(chooser)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_book.connectionOpened();
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::gone);
}

void Connection::read()
{
    if (m_fault.number("read", 0) > 0 && m_bodySize >= 0)
        return; // readSlowly() does it
    m_in += m_socket->readAll();
    if (m_number >= 0)
        return;
    if (m_bodySize < 0 && !takeHead())
        return;
    if (m_in.size() >= m_bodySize)
        serve();
}

// A window of the kernel's smallest buffers, emptied at `read` bytes a second.
void Connection::readSlowly()
{
    constexpr int kPerSecond = 50;
    m_in += m_socket->read(m_fault.number("read", 0) / kPerSecond);
    if (m_in.size() >= m_bodySize)
        serve();
    else
        QTimer::singleShot(1000 / kPerSecond, this, &Connection::readSlowly);
}

bool Connection::takeHead()
{
    const auto end = m_in.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = m_in.left(end).split('\n');
    m_in.remove(0, end + 4);
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    m_request = {.method = first.value(0)};
    const QByteArray target = first.value(1);
    m_request.isProxied = target.startsWith("http://");
    m_request.path = QUrl::fromEncoded(target).path(QUrl::FullyEncoded);
    for (const QByteArray& line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        m_request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    m_bodySize = m_request.header("content-length").toLongLong();
    m_fault = m_chooser.faultOf(m_request);
    if (m_fault.number("read", 0) > 0) {
        const int smallest = 4096;
        ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_RCVBUF,
                     &smallest, sizeof smallest);
        m_socket->setReadBufferSize(smallest);
        readSlowly();
        return false;
    }
    return true;
}

void Connection::serve()
{
    m_request.body = m_in.left(m_bodySize);
    m_in.remove(0, m_bodySize);
    m_bodySize = -1;
    if (control())
        return;
    m_number = m_book.begun(m_request, m_fault.mode);
    if (m_fault.mode == QLatin1String("stale"))
        m_fault.mode = m_served == 0 ? QStringLiteral("normal") : QStringLiteral("close");
    ++m_served;
    const Asked asked{.body = QJsonDocument::fromJson(m_request.body).object(),
                      .authority = QString::fromUtf8(m_request.header("host"))};
    m_plan = planOf(m_fault, asked);
    m_step = 0;
    play();
}

bool Connection::control()
{
    const QString& path = m_request.path;
    if (!path.startsWith(QLatin1String("/_")))
        return false;
    if (path == QLatin1String("/_requests")) {
        answerControl(QJsonDocument(m_book.requests()).toJson());
        return true;
    }
    if (path == QLatin1String("/_reset")) {
        m_book.clear();
        m_chooser.clear();
    } else if (path.startsWith(QLatin1String("/_fault/"))) {
        m_chooser.setDefault(path.section(u'/', 2, 2));
    }
    answerControl(QJsonDocument(m_book.stats()).toJson());
    return true;
}

void Connection::answerControl(const QByteArray& json)
{
    m_socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                    QByteArray::number(json.size()) + "\r\n\r\n" + json);
    m_fault = {};
}

void Connection::play()
{
    if (m_step == m_plan.size()) {
        finish(Step::Then::Hang);
        return;
    }
    m_sent = 0;
    const milliseconds wait = m_plan[m_step].after;
    if (wait.count() > 0)
        QTimer::singleShot(wait, Qt::PreciseTimer, this, &Connection::sendPiece);
    else
        sendPiece();
}

void Connection::sendPiece()
{
    if (m_number < 0)
        return;
    const Step& step = m_plan[m_step];
    const qsizetype most = m_fault.number("split", 0);
    const QByteArray piece = step.bytes.mid(m_sent, most > 0 ? most : -1);
    m_socket->write(piece);
    m_socket->flush();
    m_sent += piece.size();
    if (m_sent < step.bytes.size()) {
        QTimer::singleShot(0, this, &Connection::sendPiece);
        return;
    }
    ++m_step;
    if (step.then != Step::Then::GoOn)
        finish(step.then);
    else
        QTimer::singleShot(0, this, &Connection::play);
}

void Connection::finish(Step::Then how)
{
    if (how == Step::Then::Hang)
        return; // until the peer has enough
    m_book.ended(std::exchange(m_number, -1), how == Step::Then::Done ? "answered" : "cut");
    m_plan.clear();
    m_fault = {};
    if (how == Step::Then::Done) {
        if (!m_in.isEmpty())
            read();
        return;
    }
    if (how == Step::Then::Reset) {
        m_socket->flush();
        const linger now{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                     sizeof now);
        m_socket->abort();
        return;
    }
    m_socket->disconnectFromHost();
}

void Connection::gone()
{
    if (m_number >= 0)
        m_book.ended(std::exchange(m_number, -1), "peer_closed");
    m_book.connectionClosed();
    deleteLater();
}

} // namespace aiserver
