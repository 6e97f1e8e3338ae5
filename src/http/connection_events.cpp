// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/connection.h"
#include "http/server_core.h"
#include "http/text.h"

#include <algorithm>

namespace http {

void Connection::openEvents(std::uint64_t request, const std::vector<Header>& headers)
{
    if (m_state != State::Answering || request != m_outline.id)
        return;
    m_state = State::Streaming;
    ++m_core.streams;
    std::string head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\n"
                       "Cache-Control: no-store\r\nX-Accel-Buffering: no\r\nConnection: close\r\n";
    head += "Date: " + std::string(m_core.date()) + "\r\n";
    for (const Header& header : headers) {
        if (isHeaderText(header.name) && isHeaderText(header.value))
            head += header.name + ": " + header.value + "\r\n";
    }
    setDeadline(m_core.options.limits.heartbeat, &Connection::beat);
    sendEvents(head + "\r\n");
    watchStream();
}

// Nothing more may come from a client of a stream; a little is thrown away, more cuts it, and so its
// leaving is noticed.
void Connection::watchStream()
{
    m_socket.async_read_some(
        asio::buffer(m_scrap),
        [self = shared_from_this()](beast::error_code error, std::size_t bytes) {
            self->m_thrownAway += bytes;
            const bool isTalking = self->m_thrownAway > self->m_core.options.limits.headerBytes;
            if (error || isTalking || self->m_state != State::Streaming)
                self->closed();
            else
                self->watchStream();
        });
}

void Connection::beat()
{
    const auto stuck = std::chrono::steady_clock::now() - m_writeBegan;
    if (m_isWriting && stuck > m_core.options.limits.bodyTime) {
        closed();
        return;
    }
    setDeadline(m_core.options.limits.heartbeat, &Connection::beat);
    if (!m_isWriting)
        sendEvents(":hb\n\n");
}

void Connection::sendEvents(std::string bytes)
{
    if (m_state != State::Streaming)
        return;
    m_backlog += bytes.size();
    if (m_backlog > m_core.options.limits.streamBacklogBytes) {
        closed();
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
    m_writeBegan = std::chrono::steady_clock::now();
    auto batch = std::make_shared<std::string>();
    for (; !m_events.empty(); m_events.pop_front())
        *batch += m_events.front();
    asio::async_write(
        m_socket, asio::buffer(*batch),
        [self = shared_from_this(), batch](beast::error_code error, std::size_t bytes) {
            self->m_core.bytesOut += bytes;
            self->eventsWritten(error, batch->size());
        });
}

void Connection::eventsWritten(beast::error_code error, std::size_t size)
{
    m_isWriting = false;
    m_backlog -= std::min(m_backlog, size);
    if (m_state != State::Streaming)
        return;
    if (error || (m_isFinishing && m_events.empty())) {
        closed();
        return;
    }
    writeEvents();
    if (!m_isWriting) {
        if (const auto work = std::exchange(m_onSent, nullptr))
            work();
    }
}

void Connection::whenSent(std::function<void()> work)
{
    if (m_state == State::Streaming && m_isWriting)
        m_onSent = std::move(work);
    else if (m_state == State::Streaming)
        work();
}

void Connection::setOnClosed(std::function<void()> work)
{
    if (m_state == State::Streaming)
        m_onClosed = std::move(work);
    else
        work();
}

void Connection::closeEvents()
{
    m_onClosed = nullptr;
    m_onSent = nullptr;
    m_isFinishing = true;
    if (m_state == State::Streaming && !m_isWriting)
        closed();
}

} // namespace http
