// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/asio.h"
#include "http/messages.h"
#include "http/server.h"

#include <array>
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
    /// Ends it when what is under way is done; at once where nothing is.
    void finish();
    /// Cuts it.
    void abort();

    // From Responder and EventStream, on the http thread.
    void answer(std::uint64_t request, Response response);
    /// Nobody will answer that request.
    void drop(std::uint64_t request);
    void openEvents(std::uint64_t request, const std::vector<Header>& headers);
    void sendEvents(std::string bytes);
    void whenSent(std::function<void()> work);
    void setOnClosed(std::function<void()> work);
    void closeEvents();

private:
    enum class State { Waiting, Reading, Answering, Writing, Streaming, Draining, Closed };

    // connection.cpp: request and answer
    void awaitRequest();
    void readHeader();
    void headerRead();
    void askForBody();
    void readBody();
    void handle();
    void readFailed(beast::error_code error);
    void refuse(int status);
    void write(Response response, bool keepsAlive);
    void written(beast::error_code error, bool keepsAlive);
    void drain();
    void closed();
    void setDeadline(std::chrono::milliseconds time, void (Connection::*missed)());
    void setTimer();
    void clientIsSlow();
    void handlerIsSlow();

    // connection_events.cpp: server-sent events
    void writeEvents();
    void eventsWritten(beast::error_code error, std::size_t size);
    void beat();
    void watchStream();

    asio::ip::tcp::socket m_socket;
    ServerCore& m_core;
    const std::string m_peer;
    asio::steady_timer m_timer;
    std::chrono::steady_clock::time_point m_deadline;
    void (Connection::*m_missed)() = nullptr;
    bool m_isTimerSet = false;
    State m_state = State::Waiting;

    beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    std::optional<Request> m_pending; ///< header known, body on its way
    Request m_outline;                ///< of the request under way, for refusals
    std::optional<WireResponse> m_response;
    bool m_isFirst = true;
    bool m_keepsAlive = false;
    bool m_isVersion10 = false;
    bool m_isTooSlow = false;
    bool m_isFinishing = false;

    std::deque<std::string> m_events;
    std::size_t m_backlog = 0;
    bool m_isWriting = false;
    std::chrono::steady_clock::time_point m_writeBegan;
    std::size_t m_thrownAway = 0;
    std::function<void()> m_onClosed;
    std::function<void()> m_onSent;
    std::array<char, 512> m_scrap{};
};

} // namespace http
