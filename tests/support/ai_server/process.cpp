// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ai_server/process.h"

#include <QCoreApplication>
#include <QDir>
#include <QHostAddress>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QThread>

namespace support {

namespace {
constexpr int kPatienceMs = 10'000;
}

AiServer::AiServer(const QString& fault)
    : m_process(
          QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("relevo-ai-server")),
          {QStringLiteral("--fault"), fault})
{
    const auto line =
        m_process.waitForLine([](const QByteArray& text) { return text.startsWith("ready "); },
                              std::chrono::milliseconds(kPatienceMs));
    if (!line)
        qFatal("relevo-ai-server does not start");
    const QList<QByteArray> words = line->split(' ');
    m_port = words.value(1).toInt();
    m_silentPort = words.value(3).toInt();
    m_blackholePort = words.value(5).toInt();
}

std::string AiServer::url(const std::string& fault) const
{
    return "http://127.0.0.1:" + std::to_string(m_port) + (fault.empty() ? "" : "/" + fault) +
           "/v1";
}

QByteArray AiServer::get(const QByteArray& path) const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(m_port));
    if (!socket.waitForConnected(kPatienceMs))
        return {};
    socket.write("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    qsizetype end = -1, size = 0;
    while (end < 0 || answer.size() < end + size) {
        if (!socket.waitForReadyRead(kPatienceMs))
            return {};
        answer += socket.readAll();
        if (end < 0 && answer.contains("\r\n\r\n")) {
            end = answer.indexOf("\r\n\r\n") + 4;
            const auto length = answer.indexOf("Content-Length: ") + 16;
            size = answer.mid(length, answer.indexOf('\r', length) - length).toLongLong();
        }
    }
    return answer.mid(end);
}

QJsonObject AiServer::stats() const
{
    return QJsonDocument::fromJson(get("/_stats")).object();
}

QJsonArray AiServer::requests() const
{
    return QJsonDocument::fromJson(get("/_requests")).array();
}

void AiServer::reset() const
{
    std::ignore = get("/_reset");
}

bool AiServer::waitFor(const std::function<bool(const QJsonObject&)>& fits) const
{
    constexpr unsigned long kPauseMs = 5;
    for (int waited = 0; waited < kPatienceMs; waited += static_cast<int>(kPauseMs)) {
        if (fits(stats()))
            return true;
        QCoreApplication::processEvents();
        QThread::msleep(kPauseMs);
    }
    return false;
}

} // namespace support
