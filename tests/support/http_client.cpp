// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/http_client.h"

#include <QJsonDocument>

#include <arpa/inet.h>
#include <array>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace support {

namespace {

using Clock = std::chrono::steady_clock;

int pollFor(int socket, short events, Clock::time_point end)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd wait{socket, events, 0};
    return ::poll(&wait, 1, static_cast<int>(std::max<long long>(left, 0)));
}

bool setAddress(sockaddr_in& address, const QByteArray& host, int port)
{
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return ::inet_pton(AF_INET, host.constData(), &address.sin_addr) == 1;
}

HttpReply parseHead(const QByteArray& head)
{
    HttpReply reply;
    const auto lines = head.split('\n');
    reply.status = lines.value(0).split(' ').value(1).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        if (const auto colon = line.indexOf(':'); colon > 0)
            reply.headers.emplace_back(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    return reply;
}

} // namespace

QByteArray HttpReply::header(const QByteArray& name) const
{
    for (const auto& [each, value] : headers) {
        if (each.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QJsonObject HttpReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString HttpReply::errorCode() const
{
    return json().value(QLatin1String("error")).toObject().value(QLatin1String("code")).toString();
}

RawClient::RawClient(int port, const Options& options)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (options.receiveBuffer > 0)
        ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &options.receiveBuffer,
                     sizeof options.receiveBuffer);
    sockaddr_in from{};
    sockaddr_in to{};
    const bool isBound =
        options.from.isEmpty() ||
        (setAddress(from, options.from, 0) &&
         ::bind(m_socket, reinterpret_cast<const sockaddr*>(&from), sizeof from) == 0);
    if (!isBound || !setAddress(to, options.host, port) ||
        ::connect(m_socket, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0)
        close();
}

RawClient::~RawClient()
{
    close();
}

RawClient::RawClient(RawClient&& other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_buffer(std::move(other.m_buffer)),
      m_isEnded(other.m_isEnded)
{
}

bool RawClient::send(const QByteArray& bytes)
{
    const auto end = Clock::now() + std::chrono::seconds(20);
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto sent =
            ::send(m_socket, bytes.constData() + done,
                   static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent > 0)
            done += sent;
        else if (errno != EAGAIN || pollFor(m_socket, POLLOUT, end) <= 0)
            return false;
    }
    return true;
}

void RawClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

void RawClient::reset()
{
    const linger hard{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
}

void RawClient::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

bool RawClient::fill(Moment end)
{
    if (m_isEnded || m_socket < 0 || pollFor(m_socket, POLLIN, end) <= 0)
        return false;
    std::array<char, 16 * 1024> bytes{};
    const auto got = ::recv(m_socket, bytes.data(), bytes.size(), 0);
    m_isEnded = got <= 0;
    if (got > 0)
        m_buffer.append(bytes.data(), got);
    return got > 0;
}

std::optional<QByteArray> RawClient::readTo(const QByteArray& mark,
                                            std::chrono::milliseconds atMost)
{
    const auto end = Clock::now() + atMost;
    qsizetype at = m_buffer.indexOf(mark);
    while (at < 0 && fill(end))
        at = m_buffer.indexOf(mark);
    if (at < 0)
        return std::nullopt;
    const QByteArray bytes = m_buffer.left(at + mark.size());
    m_buffer.remove(0, bytes.size());
    return bytes;
}

bool RawClient::readBody(HttpReply& reply, Moment end)
{
    const auto length = reply.header("content-length").toLongLong();
    while (m_buffer.size() < length) {
        if (!fill(end))
            return false;
    }
    reply.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return true;
}

HttpReply RawClient::reply(Expect expect, std::chrono::milliseconds atMost)
{
    const auto end = Clock::now() + atMost;
    while (true) {
        const auto head =
            readTo("\r\n\r\n", std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()));
        if (!head)
            return {};
        HttpReply reply = parseHead(*head);
        if (reply.status == 100 && expect != Expect::AnyStatus)
            continue;
        const bool hasBody = expect != Expect::HeadAnswer && reply.status != 100;
        return !hasBody || readBody(reply, end) ? reply : HttpReply();
    }
}

bool RawClient::waitForEnd(std::chrono::milliseconds atMost)
{
    const auto end = Clock::now() + atMost;
    while (fill(end))
        m_buffer.clear();
    return m_isEnded;
}

QByteArray wireBytes(int port, const HttpCall& call)
{
    const QByteArray host =
        call.host.isEmpty() ? "127.0.0.1:" + QByteArray::number(port) : call.host;
    QByteArray bytes = call.method + ' ' + call.target + " HTTP/1.1\r\nHost: " + host + "\r\n";
    for (const auto& [name, value] : call.headers)
        bytes += name + ": " + value + "\r\n";
    if (!call.body.isEmpty() || call.method == "POST")
        bytes += "Content-Length: " + QByteArray::number(call.body.size()) + "\r\n";
    return bytes + "\r\n" + call.body;
}

HttpReply httpCall(int port, const HttpCall& call)
{
    RawClient client(port);
    client.send(wireBytes(port, call));
    return client.reply(call.method == "HEAD" ? RawClient::Expect::HeadAnswer
                                              : RawClient::Expect::Answer);
}

QJsonObject ServerEvent::json() const
{
    return QJsonDocument::fromJson(data).object();
}

EventClient::EventClient(int port, const HttpCall& call) : m_client(port)
{
    m_client.send(wireBytes(port, call));
    m_head = m_client.reply();
}

std::optional<ServerEvent> EventClient::next(std::chrono::milliseconds atMost)
{
    const auto end = Clock::now() + atMost;
    while (true) {
        const auto frame = m_client.readTo(
            "\n\n", std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()));
        if (!frame)
            return std::nullopt;
        ServerEvent event;
        for (const QByteArray& line : frame->split('\n')) {
            if (line.startsWith("id: "))
                event.id = line.mid(4);
            else if (line.startsWith("event: "))
                event.event = line.mid(7);
            else if (line.startsWith("data: "))
                event.data = line.mid(6);
        }
        if (!event.event.isEmpty())
            return event;
    }
}

std::optional<ServerEvent> EventClient::next(const QByteArray& kind,
                                             std::chrono::milliseconds atMost)
{
    const auto end = Clock::now() + atMost;
    while (true) {
        auto event = next(std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now()));
        if (!event || event->event == kind)
            return event;
    }
}

bool EventClient::waitForComment(std::chrono::milliseconds atMost)
{
    return m_client.readTo(":hb\n\n", atMost).has_value();
}

} // namespace support
