// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"

#include "http/responder_sink.h"
#include "http/server_core.h"
#include "http/text.h"

#include <algorithm>
#include <cctype>

namespace http {

namespace bhttp = boost::beast::http;

Connection::Connection(asio::ip::tcp::socket socket, ServerCore& core, std::string peer)
    : m_stream(std::move(socket)), m_core(core), m_peer(std::move(peer)),
      m_timer(m_stream.get_executor())
{
    m_core.joined(this);
}

Connection::~Connection()
{
    if (m_isStream)
        --m_core.streams;
    m_core.left(this, m_peer);
}

void Connection::start()
{
    readHeader();
}

void Connection::readHeader()
{
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(m_core.options.limits.headerBytes));
    m_parser->body_limit(m_core.options.limits.bodyBytes);
    // A first request must come in header time; a kept-alive connection may idle longer, and its
    // header then has the same absolute deadline from its first byte on.
    const auto self = shared_from_this();
    if (m_isFirst || m_buffer.size() > 0) {
        m_isFirst = false;
        m_stream.expires_after(m_core.options.limits.headerTime);
        bhttp::async_read_header(m_stream, m_buffer, *m_parser,
                                 [self](beast::error_code error, std::size_t bytes) {
                                     self->m_core.bytesIn += bytes;
                                     if (error)
                                         self->refuseFor(error, false);
                                     else
                                         self->readBody();
                                 });
        return;
    }
    m_stream.expires_after(m_core.options.limits.idleTime);
    m_stream.async_read_some(m_buffer.prepare(4096),
                             [self](beast::error_code error, std::size_t bytes) {
                                 if (error || self->m_isFinishing) {
                                     self->closed();
                                     return;
                                 }
                                 self->m_buffer.commit(bytes);
                                 self->readHeader();
                             });
}

void Connection::readBody()
{
    const auto& message = m_parser->get();
    const auto expect = message[bhttp::field::expect];
    const bool isWaiting = beast::iequals(expect, "100-continue");
    if (message.version() != 11 && message.version() != 10) {
        refuse(505);
        return;
    }
    if (m_parser->content_length().value_or(0) > m_core.options.limits.bodyBytes) {
        refuse(413);
        return;
    }
    const auto self = shared_from_this();
    m_stream.expires_after(m_core.options.limits.bodyTime);
    const auto read = [self] {
        bhttp::async_read(self->m_stream, self->m_buffer, *self->m_parser,
                          [self](beast::error_code error, std::size_t bytes) {
                              self->m_core.bytesIn += bytes;
                              if (error)
                                  self->refuseFor(error, true);
                              else
                                  self->handle();
                          });
    };
    if (!isWaiting || m_parser->is_done()) {
        read();
        return;
    }
    static const std::string kContinue = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_stream, asio::buffer(kContinue),
                      [self, read](beast::error_code error, std::size_t) {
                          if (error)
                              self->closed();
                          else
                              read();
                      });
}

void Connection::handle()
{
    auto message = m_parser->release();
    const std::string_view method(message.method_string().data(), message.method_string().size());
    const auto target = parseTarget({message.target().data(), message.target().size()});
    const bool badName = std::ranges::any_of(
        method, [](char c) { return std::isupper(static_cast<unsigned char>(c)) == 0; });
    if (!target || badName) {
        refuse(400);
        return;
    }
    Request request;
    request.id = ++m_core.lastRequest;
    request.method = method;
    request.path = target->path;
    request.query = target->query;
    int hosts = 0;
    for (const auto& field : message) {
        std::string name(field.name_string().data(), field.name_string().size());
        std::ranges::transform(name, name.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        hosts += name == "host" ? 1 : 0;
        request.headers.push_back(
            {std::move(name), std::string(field.value().data(), field.value().size())});
    }
    if (message.version() == 11 && hosts != 1) {
        refuse(400);
        return;
    }
    request.body = std::move(message.body());
    request.peer = m_peer;
    request.client =
        clientAddress(m_peer, request.header("x-forwarded-for"), m_core.options.trustedProxies);
    m_isKeptAlive = message.keep_alive();
    m_isHead = request.method == "HEAD";
    m_request = request.id;
    m_isAnswering = true;
    ++m_core.requests;
    m_stream.expires_never();
    m_timer.expires_after(m_core.options.limits.handlerTime);
    // This also keeps the connection alive while nothing is read or written.
    m_timer.async_wait(
        [self = shared_from_this(), id = m_request](boost::system::error_code error) {
            if (!error)
                self->answer(id, self->m_core.refusal(503, nullptr));
        });
    Responder responder(std::make_shared<Responder::Sink>(m_core.home, weak_from_this(), m_request,
                                                          m_core.refusal));
    m_core.handler(std::move(request), std::move(responder));
}

void Connection::refuseFor(beast::error_code error, bool hasHeader)
{
    const bool isQuiet =
        error == bhttp::error::end_of_stream || error == asio::error::operation_aborted ||
        error == asio::error::connection_reset || (!hasHeader && error == asio::error::eof);
    if (isQuiet)
        closed();
    else if (error == beast::error::timeout)
        refuse(408);
    else if (error == bhttp::error::header_limit || error == bhttp::error::buffer_overflow)
        refuse(431);
    else if (error == bhttp::error::body_limit)
        refuse(413);
    else if (error == bhttp::error::bad_version)
        refuse(505);
    else
        refuse(400);
}

void Connection::refuse(int status)
{
    ++m_core.refused;
    m_isHead = false;
    // The stream's own deadline may have closed the socket for a client that was too slow.
    if (!m_stream.socket().is_open()) {
        closed();
        return;
    }
    write(m_core.refusal(status, nullptr), false);
}

void Connection::answer(std::uint64_t request, Response response)
{
    if (!m_isAnswering || request != m_request)
        return;
    m_isAnswering = false;
    m_timer.cancel();
    write(std::move(response), m_isKeptAlive && !m_isFinishing);
}

void Connection::write(Response response, bool keepAlive)
{
    m_response.emplace(static_cast<bhttp::status>(response.status), 11);
    for (const Header& header : response.headers) {
        if (isHeaderText(header.name) && isHeaderText(header.value))
            m_response->insert(header.name, header.value);
    }
    const bool hasNoBody = response.status == 204 || response.status == 304;
    if (!hasNoBody)
        m_response->set(bhttp::field::content_type, response.contentType);
    m_response->keep_alive(keepAlive);
    if (m_isHead || hasNoBody) {
        if (!hasNoBody)
            m_response->content_length(response.body.size());
    } else {
        m_response->body() = std::move(response.body);
        m_response->prepare_payload();
    }
    m_stream.expires_after(m_core.options.limits.bodyTime);
    bhttp::async_write(
        m_stream, *m_response,
        [self = shared_from_this(), keepAlive](beast::error_code error, std::size_t bytes) {
            self->m_core.bytesOut += bytes;
            self->written(error, keepAlive);
        });
}

void Connection::written(beast::error_code error, bool keepAlive)
{
    m_response.reset();
    if (error) {
        closed();
        return;
    }
    if (keepAlive && !m_isFinishing) {
        readHeader();
        return;
    }
    drain();
}

// After a refusal the client may still be sending: reading a little lets it see the answer instead of
// a reset.
void Connection::drain()
{
    boost::system::error_code ignored;
    m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
    m_stream.expires_after(std::chrono::seconds(1));
    auto scrap = std::make_shared<std::array<char, 8192>>();
    m_stream.async_read_some(
        asio::buffer(*scrap),
        [self = shared_from_this(), scrap](beast::error_code, std::size_t) { self->closed(); });
}

void Connection::openEvents(std::uint64_t request, std::vector<Header> headers,
                            std::function<void()> onClosed)
{
    if (!m_isAnswering || request != m_request) {
        if (onClosed)
            onClosed();
        return;
    }
    m_isAnswering = false;
    m_timer.cancel();
    m_isStream = true;
    ++m_core.streams;
    m_onClosed = std::move(onClosed);
    std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
                       "Cache-Control: no-store\r\nX-Accel-Buffering: no\r\nConnection: close\r\n";
    for (const Header& header : headers) {
        if (isHeaderText(header.name) && isHeaderText(header.value))
            head += header.name + ": " + header.value + "\r\n";
    }
    sendEvents(head + "\r\n");
    armHeartbeat();
    watchStream();
}

// Nothing more may come from a client of a stream; what comes is thrown away, and its leaving noticed.
void Connection::watchStream()
{
    m_stream.socket().async_read_some(
        asio::buffer(&m_scrap, 1),
        [self = shared_from_this()](beast::error_code error, std::size_t) {
            if (error)
                self->closed();
            else
                self->watchStream();
        });
}

void Connection::armHeartbeat()
{
    m_timer.expires_after(m_core.options.limits.heartbeat);
    m_timer.async_wait([self = weak_from_this()](boost::system::error_code error) {
        const auto connection = self.lock();
        if (error || !connection || !connection->m_isStream)
            return;
        connection->sendEvents(":hb\n\n");
        connection->armHeartbeat();
    });
}

void Connection::sendEvents(std::string bytes)
{
    if (!m_isStream)
        return;
    m_backlog += bytes.size();
    if (m_backlog > m_core.options.limits.streamBacklogBytes) {
        abort();
        return;
    }
    m_events.push_back(std::move(bytes));
    if (!m_isWriting)
        writeEvents();
}

void Connection::writeEvents()
{
    if (m_events.empty())
        return;
    m_isWriting = true;
    auto batch = std::make_shared<std::string>();
    for (; !m_events.empty(); m_events.pop_front())
        *batch += m_events.front();
    asio::async_write(
        m_stream.socket(), asio::buffer(*batch),
        [self = shared_from_this(), batch](beast::error_code error, std::size_t bytes) {
            self->m_isWriting = false;
            self->m_core.bytesOut += bytes;
            self->m_backlog -= std::min(self->m_backlog, batch->size());
            if (error)
                self->closed();
            else if (self->m_isFinishing && self->m_events.empty())
                self->abort();
            else
                self->writeEvents();
        });
}

void Connection::setOnClosed(std::function<void()> work)
{
    if (m_isStream)
        m_onClosed = std::move(work);
    else if (work)
        work();
}

void Connection::closeEvents()
{
    m_onClosed = nullptr;
    m_isFinishing = true;
    if (m_isStream && !m_isWriting)
        abort();
}

void Connection::finish()
{
    m_isFinishing = true;
    if (isIdle()) {
        abort();
    } else if (m_isStream) {
        // What was sent to it before this moment, a farewell for instance, is still under way to us.
        asio::post(m_core.context, [self = shared_from_this()] {
            if (self->m_isStream && !self->m_isWriting)
                self->abort();
        });
    }
}

void Connection::abort()
{
    closed();
}

void Connection::closed()
{
    m_timer.cancel();
    m_isAnswering = false;
    if (std::exchange(m_isStream, false))
        --m_core.streams;
    boost::system::error_code ignored;
    m_stream.socket().close(ignored);
    if (const auto work = std::exchange(m_onClosed, nullptr))
        work();
}

} // namespace http
