// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/asio.h"
#include "http/server.h"

#include <deque>
#include <memory>
#include <optional>

namespace http {

class ServerCore;

/// One client. Reads a request, waits for its answer, writes it, and only then reads the next: one
/// request in flight, so pipelined requests are answered in order and a client that does not read
/// is not read from either. Lives on the http thread.
class Connection final : public std::enable_shared_from_this<Connection>
{
public:
    Connection(asio::ip::tcp::socket socket, ServerCore& core, std::string peer);
    ~Connection();

    void start();
    /// Ends it when its answer is written; at once where it is idle.
    void finish();
    /// Cuts it.
    void abort();
    [[nodiscard]] bool isIdle() const noexcept { return !m_isAnswering && !m_isStream; }

    // From Responder and EventStream, on the http thread.
    void answer(std::uint64_t request, Response response);
    void openEvents(std::uint64_t request, std::vector<Header> headers,
                    std::function<void()> onClosed);
    void sendEvents(std::string bytes);
    void setOnClosed(std::function<void()> work);
    void closeEvents();

private:
    using Parser = beast::http::request_parser<beast::http::string_body>;

    void readHeader();
    void readBody();
    void handle();
    void refuse(int status);
    void refuseFor(beast::error_code error, bool hasHeader);
    void write(Response response, bool keepAlive);
    void written(beast::error_code error, bool keepAlive);
    void writeEvents();
    void armHeartbeat();
    void watchStream();
    void closed();
    void drain();

    beast::tcp_stream m_stream;
    ServerCore& m_core;
    const std::string m_peer;
    beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    std::optional<beast::http::response<beast::http::string_body>> m_response;
    asio::steady_timer m_timer;
    std::uint64_t m_request = 0;
    bool m_isAnswering = false;
    bool m_isKeptAlive = false;
    bool m_isHead = false;
    bool m_isFinishing = false;
    bool m_isFirst = true;

    bool m_isStream = false;
    bool m_isWriting = false;
    std::deque<std::string> m_events;
    std::size_t m_backlog = 0;
    std::function<void()> m_onClosed;
    char m_scrap = 0;
};

} // namespace http
