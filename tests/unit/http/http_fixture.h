// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log/log.h"
#include "base/manual_clock.h"
#include "http/server.h"
#include "support/http_client.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

/// A real server on a free port of the loopback, with short limits where a test gives them.
class HttpFixture
{
public:
    explicit HttpFixture(http::Server::Options options = {}, http::Server::Handler handler = echo);

    /// Answers with what arrived: "METHOD path?query\nname: value\n…\n\nbody".
    static void echo(http::Request request, http::Responder responder);

    [[nodiscard]] support::HttpReply call(const support::HttpCall& call) const
    {
        return support::httpCall(port, call);
    }
    /// The answer to exactly these bytes.
    [[nodiscard]] support::HttpReply
    raw(const QByteArray& bytes,
        support::RawClient::Expect expect = support::RawClient::Expect::Answer) const;
    /// Waits until the condition holds; false after 20 s.
    [[nodiscard]] static bool waitFor(const std::function<bool()>& condition);

    base::ManualClock clock{base::fromMs(784'111'777'000)}; // RFC 9110's own example
    base::Log log{clock, {}};
    std::unique_ptr<http::Server> server;
    int port = 0;
};

/// Keeps requests until the test answers them, from the test's own thread.
class HeldRequests
{
public:
    struct Held {
        http::Request request;
        http::Responder responder;
    };
    [[nodiscard]] http::Server::Handler handler();
    [[nodiscard]] std::optional<Held> take();
    [[nodiscard]] std::size_t size();

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<Held> m_held;
};
