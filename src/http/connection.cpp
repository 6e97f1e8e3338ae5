// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "http/responder_sink.h"
#include "http/server_core.h"

namespace http {

namespace bhttp = boost::beast::http;

namespace {
// What a chunk's head or a header still to be parsed may take beside the header's own limit.
constexpr std::size_t kBufferBytes = std::size_t{16} * 1024;
constexpr std::chrono::seconds kDrainTime{1};
} // namespace

Connection::Connection(asio::ip::tcp::socket socket, ServerCore& core, std::string peer)
    : m_socket(std::move(socket)), m_core(core), m_peer(std::move(peer)),
      m_timer(m_socket.get_executor()), m_buffer(core.options.limits.headerBytes + kBufferBytes)
{
    m_core.joined(this);
}

Connection::~Connection()
{
    closed();
    m_core.left(this, m_peer);
}

void Connection::start()
{
    awaitRequest();
}

// The first request must come in header time. A connection that is kept alive may idle longer; its
// next header has the same absolute deadline from its first byte on.
void Connection::awaitRequest()
{
    m_state = State::Waiting;
    m_parser.emplace();
    setLimits(*m_parser, m_core.options.limits);
    m_pending.reset();
    m_outline = {};
    if (std::exchange(m_isFirst, false) || m_buffer.size() > 0) {
        readHeader();
        return;
    }
    setDeadline(m_core.options.limits.idleTime, &Connection::closed);
    constexpr std::size_t kFirstRead = 4096;
    m_socket.async_read_some(
        m_buffer.prepare(kFirstRead),
        [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
            if (error || self->m_state != State::Waiting) {
                self->closed();
                return;
            }
            self->m_core.bytesIn += bytes;
            self->m_buffer.commit(bytes);
            self->readHeader();
        });
}

void Connection::readHeader()
{
    setDeadline(m_core.options.limits.headerTime, &Connection::clientIsSlow);
    bhttp::async_read_header(
        m_socket, m_buffer, *m_parser,
        [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
            self->m_core.bytesIn += bytes;
            if (error)
                self->readFailed(error);
            else if (self->m_state == State::Waiting)
                self->headerRead();
        });
}

void Connection::headerRead()
{
    m_state = State::Reading;
    const WireRequest& header = m_parser->get();
    const std::uint64_t id = ++m_core.lastRequest;
    m_outline = outlineOf(header, id);
    m_isVersion10 = header.version() == 10;
    if (const int status = refusalOfHeader(header, m_core.options.limits)) {
        refuse(status);
        return;
    }
    // Made now, so that the trailer of a chunked body adds nothing to it.
    m_pending = requestOf(header, m_peer, m_core.options.trustedProxies);
    if (!m_pending) {
        refuse(400);
        return;
    }
    m_pending->id = id;
    m_keepsAlive = header.keep_alive();
    setDeadline(m_core.options.limits.bodyTime, &Connection::clientIsSlow);
    const bool waits = !m_isVersion10 && !header[bhttp::field::expect].empty();
    if (waits && !m_parser->is_done())
        askForBody();
    else
        readBody();
}

void Connection::askForBody()
{
    static const std::string kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_socket, asio::buffer(kContinue),
                      [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                          self->m_core.bytesOut += bytes;
                          if (error)
                              self->readFailed(error);
                          else if (self->m_state == State::Reading)
                              self->readBody();
                      });
}

void Connection::readBody()
{
    bhttp::async_read(m_socket, m_buffer, *m_parser,
                      [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
                          self->m_core.bytesIn += bytes;
                          if (error)
                              self->readFailed(error);
                          else if (self->m_state == State::Reading)
                              self->handle();
                      });
}

void Connection::handle()
{
    m_pending->body = std::move(m_parser->get().body());
    m_state = State::Answering;
    ++m_core.requests;
    setDeadline(m_core.options.limits.handlerTime, &Connection::handlerIsSlow);
    Responder responder(
        std::make_shared<Responder::Sink>(m_core.home, weak_from_this(), m_outline.id));
    m_core.handler(*std::exchange(m_pending, std::nullopt), std::move(responder));
}

void Connection::readFailed(beast::error_code error)
{
    if (m_state != State::Waiting && m_state != State::Reading)
        return;
    const bool hasBegun = m_state == State::Reading || m_parser->got_some() || m_buffer.size() > 0;
    if (m_isTooSlow) {
        // Nobody is told off for a connection that was opened and never used.
        if (hasBegun)
            refuse(408);
        else
            closed();
        return;
    }
    if (const int status = refusalOfError(error, hasBegun))
        refuse(status);
    else
        closed();
}

void Connection::refuse(int status)
{
    if (m_outline.id == 0)
        m_outline = outlineOf(m_parser->get(), ++m_core.lastRequest);
    ++m_core.refused;
    write(m_core.refusal(status, &m_outline), false);
}

void Connection::answer(std::uint64_t request, Response response)
{
    if (m_state == State::Answering && request == m_outline.id)
        write(std::move(response), m_keepsAlive && !m_isFinishing);
}

void Connection::drop(std::uint64_t request)
{
    if (m_state != State::Answering || request != m_outline.id)
        return;
    ++m_core.refused;
    answer(request, m_core.refusal(503, &m_outline));
}

void Connection::write(Response response, bool keepsAlive)
{
    m_state = State::Writing;
    const bool isHead = m_parser->get().method() == bhttp::verb::head;
    m_response.emplace(wireResponse(
        std::move(response),
        {.keepsAlive = keepsAlive, .isHead = isHead, .isVersion10 = m_isVersion10}, m_core.date()));
    setDeadline(m_core.options.limits.bodyTime, &Connection::closed);
    bhttp::async_write(
        m_socket, *m_response,
        [self = shared_from_this(), keepsAlive](beast::error_code error, std::size_t bytes) {
            self->m_core.bytesOut += bytes;
            self->written(error, keepsAlive);
        });
}

void Connection::written(beast::error_code error, bool keepsAlive)
{
    m_response.reset();
    if (m_state != State::Writing)
        return;
    if (error) {
        closed();
        return;
    }
    if (keepsAlive && !m_isFinishing) {
        awaitRequest();
        return;
    }
    m_state = State::Draining;
    boost::system::error_code ignored;
    m_socket.shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    setDeadline(kDrainTime, &Connection::closed);
    drain();
}

// The client may still be sending: reading on for a moment lets it see the answer, where closing at
// once would send a reset that overtakes it.
void Connection::drain()
{
    m_socket.async_read_some(asio::buffer(m_scrap),
                             [self = shared_from_this()](beast::error_code error, std::size_t) {
                                 if (error || self->m_state != State::Draining)
                                     self->closed();
                                 else
                                     self->drain();
                             });
}

void Connection::finish()
{
    m_isFinishing = true;
    if (m_state == State::Streaming)
        sendEvents(m_core.options.farewell);
    if (m_state == State::Waiting || m_state == State::Draining)
        closed();
}

void Connection::abort()
{
    closed();
}

void Connection::closed()
{
    m_timer.cancel();
    if (std::exchange(m_state, State::Closed) == State::Streaming)
        --m_core.streams;
    boost::system::error_code ignored;
    m_socket.close(ignored);
    m_onSent = nullptr;
    if (const auto work = std::exchange(m_onClosed, nullptr))
        work();
}

// A timer that is set for an earlier moment stays and looks again then, so that a busy connection
// hardly ever sets one. The wait also keeps the connection alive while nothing is read or written.
void Connection::setDeadline(std::chrono::milliseconds time, void (Connection::*missed)())
{
    m_missed = missed;
    m_deadline = std::chrono::steady_clock::now() + time;
    if (!m_isTimerSet || m_deadline < m_timer.expiry())
        setTimer();
}

void Connection::setTimer()
{
    m_isTimerSet = true;
    m_timer.expires_at(m_deadline);
    m_timer.async_wait([self = shared_from_this()](boost::system::error_code error) {
        if (error || self->m_state == State::Closed)
            return;
        if (std::chrono::steady_clock::now() < self->m_deadline) {
            self->setTimer();
            return;
        }
        self->m_isTimerSet = false;
        (self.get()->*self->m_missed)();
    });
}

// Cancelling ends the read that waits; between two reads there is none, so it is tried again until
// the refusal sets the next deadline.
void Connection::clientIsSlow()
{
    m_isTooSlow = true;
    boost::system::error_code ignored;
    m_socket.cancel(ignored);
    setDeadline(std::chrono::milliseconds(10), &Connection::clientIsSlow);
}

void Connection::handlerIsSlow()
{
    drop(m_outline.id);
}

} // namespace http
