// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace support {

using HttpHeaders = std::vector<std::pair<QByteArray, QByteArray>>;

struct HttpReply {
    int status = 0; ///< 0: the connection ended before an answer
    HttpHeaders headers;
    QByteArray body;
    [[nodiscard]] QByteArray
    header(const QByteArray& name) const; ///< of the first; case is ignored
    [[nodiscard]] QJsonObject json() const;
    /// error.code of a refusal.
    [[nodiscard]] QString errorCode() const;
};

/// A plain blocking TCP client that sends whatever bytes it is told, as a hostile one would.
class RawClient
{
public:
    struct Options {
        QByteArray host = "127.0.0.1";
        QByteArray from;       ///< the address to call from; empty: any
        int receiveBuffer = 0; ///< bytes; 0: the system's
    };
    explicit RawClient(int port) : RawClient(port, Options()) {}
    RawClient(int port, const Options& options);
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;

    [[nodiscard]] bool isConnected() const noexcept { return m_socket >= 0; }
    /// False once the other end has closed.
    bool send(const QByteArray& bytes);
    /// No more will be sent; answers can still be read.
    void finishSending();
    /// Leaves with a reset.
    void reset();
    void close();

    /// The next answer on this connection, skipping 100 Continue unless wanted.
    enum class Expect { Answer, HeadAnswer, AnyStatus };
    HttpReply reply(Expect expect = Expect::Answer,
                    std::chrono::milliseconds atMost = std::chrono::seconds(20));
    /// True once the other end has closed; what came before that is thrown away.
    bool waitForEnd(std::chrono::milliseconds atMost = std::chrono::seconds(20));
    /// Bytes up to and with the mark; nothing where they do not come in time.
    std::optional<QByteArray> readTo(const QByteArray& mark,
                                     std::chrono::milliseconds atMost = std::chrono::seconds(20));

private:
    using Moment = std::chrono::steady_clock::time_point;
    bool fill(Moment end);
    bool readBody(HttpReply& reply, Moment end);

    int m_socket = -1;
    QByteArray m_buffer;
    bool m_isEnded = false;
};

/// One request on a connection of its own.
struct HttpCall {
    QByteArray method = "GET";
    QByteArray target = "/";
    HttpHeaders headers;
    QByteArray body;
    QByteArray host; ///< empty: 127.0.0.1:PORT
};
[[nodiscard]] QByteArray wireBytes(int port, const HttpCall& call);
HttpReply httpCall(int port, const HttpCall& call);

struct ServerEvent {
    QByteArray id, event, data;
    [[nodiscard]] QJsonObject json() const;
};

/// An open stream of server-sent events.
class EventClient
{
public:
    EventClient(int port, const HttpCall& call);
    [[nodiscard]] int status() const noexcept { return m_head.status; }
    [[nodiscard]] const HttpReply& head() const noexcept { return m_head; }
    /// The next event; comments are passed over. Nothing where none comes in time.
    std::optional<ServerEvent> next(std::chrono::milliseconds atMost = std::chrono::seconds(20));
    /// The next of that kind, passing over others.
    std::optional<ServerEvent> next(const QByteArray& kind,
                                    std::chrono::milliseconds atMost = std::chrono::seconds(20));
    bool waitForComment(std::chrono::milliseconds atMost = std::chrono::seconds(20));
    bool waitForEnd() { return m_client.waitForEnd(); }
    void close() { m_client.close(); }

private:
    RawClient m_client;
    HttpReply m_head;
};

} // namespace support
