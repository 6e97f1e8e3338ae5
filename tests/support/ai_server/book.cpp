// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ai_server/server.h"

#include <QCryptographicHash>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace aiserver {

namespace {
constexpr int kRemembered = 2000;
}

QByteArray Request::header(const char* name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

int Book::begun(const Request& request, const QString& mode)
{
    m_highWater = std::max(m_highWater, ++m_inFlight);
    QJsonObject headers;
    for (const auto& [key, value] : request.headers)
        headers.insert(QString::fromLatin1(key.toLower()), QString::fromUtf8(value));
    const QByteArray hash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256);
    const QJsonObject entry{{QStringLiteral("method"), QString::fromLatin1(request.method)},
                            {QStringLiteral("path"), request.path},
                            {QStringLiteral("mode"), mode},
                            {QStringLiteral("headers"), headers},
                            {QStringLiteral("proxied"), request.isProxied},
                            {QStringLiteral("bodySize"), request.body.size()},
                            {QStringLiteral("bodySha256"), QString::fromLatin1(hash.toHex())},
                            {QStringLiteral("end"), QStringLiteral("open")}};
    if (m_count < kRemembered)
        m_requests.append(entry);
    return m_count++;
}

void Book::ended(int number, const char* how)
{
    --m_inFlight;
    if (qstrcmp(how, "peer_closed") == 0)
        ++m_closedByPeer;
    if (number >= m_requests.size())
        return;
    QJsonObject entry = m_requests[number].toObject();
    entry[QStringLiteral("end")] = QString::fromLatin1(how);
    m_requests[number] = entry;
}

void Book::connectionOpened()
{
    ++m_connections;
    ++m_everConnected;
}

void Book::clear()
{
    const int connections = m_connections;
    *this = Book();
    m_connections = connections;
}

QJsonObject Book::stats() const
{
    return {{QStringLiteral("requests"), m_count},
            {QStringLiteral("inFlight"), m_inFlight},
            {QStringLiteral("highWater"), m_highWater},
            {QStringLiteral("openConnections"), m_connections},
            {QStringLiteral("connections"), m_everConnected},
            {QStringLiteral("closedByPeer"), m_closedByPeer}};
}

Fault Chooser::faultOf(const Request& request)
{
    QString word = QString::fromUtf8(request.header("x-fault"));
    if (word.isEmpty())
        word = faultWordOf(request.path).value_or(m_default);
    Fault fault = parseFault(word);
    const int times = fault.mode == QLatin1String("early") ? 0 : fault.number("times", 0);
    if (times > 0 && m_used[word]++ >= times)
        return {};
    return fault.mode == QLatin1String("mix") ? mixed(fault) : fault;
}

Fault Chooser::mixed(const Fault& fault)
{
    static const std::array kFaults{QStringLiteral("status,code=429,h.retry-after-ms=50"),
                                    QStringLiteral("status,code=500"),
                                    QStringLiteral("reset,after=1"),
                                    QStringLiteral("stall,after=1"),
                                    QStringLiteral("truncate,after=1"),
                                    QStringLiteral("garbage")};
    const int rate = fault.number("rate", 10);
    const auto chosen = static_cast<int>(m_random() % 100);
    const auto at = static_cast<std::size_t>(chosen / std::max(rate, 1));
    return at < kFaults.size() ? parseFault(kFaults[at]) : Fault{};
}

} // namespace aiserver
