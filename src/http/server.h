// SPDX-License-Identifier: GPL-3.0-or-later
// http: an HTTP/1.1 server with server-sent events, on Boost.Beast, on one thread of its own. It
// knows no product word. Requests arrive on its thread; answers may come from any thread.
//
//   server.h   Server, Request, Responder, EventStream (no Beast type in sight)
#pragma once

#include "base/clock.h"
#include "base/log/log.h"
#include "base/result.h"
#include "base/threads/home.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

struct Header {
    std::string name; ///< as written by us; lower case in requests
    std::string value;
};

struct Request {
    std::uint64_t id = 0; ///< counts from 1 in this process
    std::string method;   ///< upper case
    std::string path;     ///< percent-decoded, no "..", no NUL, begins with '/'
    std::string query;    ///< raw, without '?'
    std::vector<Header> headers;
    std::string body;
    std::string peer;   ///< the other end's address
    std::string client; ///< who asks: from X-Forwarded-For where the peer is a trusted proxy
    [[nodiscard]] std::string_view header(std::string_view lowerName) const noexcept;
    [[nodiscard]] std::string queryValue(std::string_view name) const; ///< percent-decoded
};

struct Response {
    int status = 200;
    std::vector<Header> headers; ///< content-length, date and connection are the server's affair
    std::string body;
    std::string contentType = "application/json; charset=utf-8";
};

/// An open stream of server-sent events. Any thread. What is sent after the client has left is
/// dropped; a client that does not read is cut when more than the bound waits for it.
class EventStream
{
public:
    virtual ~EventStream() = default; ///< closes the stream
    virtual void send(std::string bytes) = 0;
    /// Runs work on the http thread once all that was sent is in the network's hands; never when the
    /// client leaves before. A newer call replaces one that waits. Who sends much sends the next
    /// part then, so that a slow client is waited for and not cut.
    virtual void whenSent(std::function<void()> work) = 0;
    /// Runs at most once, on the http thread, when the client has left.
    virtual void onClosed(std::function<void()> work) = 0;
};

/// The right to answer one request, once. Dropped unanswered it answers 503. Move-only, any thread.
class Responder
{
public:
    class Sink;
    explicit Responder(std::shared_ptr<Sink> sink);
    Responder(Responder&&) noexcept;
    Responder& operator=(Responder&&) noexcept;
    ~Responder();
    void answer(Response response);
    /// 200 text/event-stream with these further headers; heartbeat comments in between.
    [[nodiscard]] std::unique_ptr<EventStream> openEvents(std::vector<Header> headers);

private:
    std::shared_ptr<Sink> m_sink;
};

struct Limits {
    std::size_t headerBytes = std::size_t{16} * 1024;
    std::size_t bodyBytes = std::size_t{64} * 1024;
    std::size_t connections = 1000;         ///< 0: no bound
    std::size_t connectionsPerAddress = 50; ///< 0: no bound
    std::size_t streamBacklogBytes = 1 << 20;
    std::chrono::milliseconds headerTime = std::chrono::seconds(10);
    std::chrono::milliseconds bodyTime = std::chrono::seconds(30); ///< also for a client to read
    std::chrono::milliseconds idleTime = std::chrono::seconds(60);
    std::chrono::milliseconds handlerTime = std::chrono::seconds(60); ///< then it is answered 503
    std::chrono::milliseconds heartbeat = std::chrono::seconds(5);
};

/// What the server itself refuses (400, 408, 413, 417, 429, 431, 501, 503, 505): the handler's owner
/// gives it a body in its own manner. `partial` holds the number and, as far as they were read,
/// Accept-Language, Origin and Host; null where nothing was read. Http thread.
using MakeRefusal = std::function<Response(int status, const Request* partial)>;

struct Stats { ///< any thread
    std::uint64_t requests = 0, refused = 0, bytesIn = 0, bytesOut = 0;
    std::size_t connections = 0, streams = 0;
};

class Server
{
public:
    struct Options {
        Limits limits;
        std::vector<std::string> trustedProxies; ///< addresses or CIDR blocks
        std::string farewell; ///< the last event on every stream when the server stops
    };
    using Handler = std::function<void(Request, Responder)>;

    Server(Options options, const base::Clock& clock, base::Log& log, Handler handler,
           MakeRefusal refusal);
    ~Server(); ///< stop(0)

    /// Starts the thread. Port 0 takes a free one. Busy: the port is taken; Refused: not permitted;
    /// Invalid: no such address. Returns the port.
    [[nodiscard]] base::Result<std::uint16_t> listen(const std::string& host, std::uint16_t port);
    /// Takes no new request, lets those under way finish for at most `grace`, ends streams and thread.
    void stop(std::chrono::milliseconds grace);

    /// Runs work on the http thread after a delay, unless the server stops first. Http thread.
    void after(std::chrono::milliseconds delay, std::function<void()> work);

    /// The http thread as a home, so that what lives there can ask the desk.
    [[nodiscard]] const std::shared_ptr<base::Home>& home() const noexcept;
    /// How long ago the http thread last gave a sign of life; under two seconds while it is well.
    [[nodiscard]] std::chrono::milliseconds sinceBeat() const noexcept;
    [[nodiscard]] Stats stats() const noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace http
