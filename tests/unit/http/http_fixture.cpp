// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_fixture.h"

#include <thread>

using namespace std::chrono_literals;

namespace {

http::Response refusal(int status, const http::Request* partial)
{
    std::string body = R"({"status":)" + std::to_string(status);
    if (partial)
        body += R"(,"request":)" + std::to_string(partial->id) + R"(,"language":")" +
                std::string(partial->header("accept-language")) + '"';
    return {.status = status, .body = body + '}'};
}

} // namespace

HttpFixture::HttpFixture(http::Server::Options options, http::Server::Handler handler)
    : server(std::make_unique<http::Server>(std::move(options), clock, log, std::move(handler),
                                            refusal))
{
    const auto bound = server->listen("127.0.0.1", 0);
    if (!bound)
        qFatal("listen: %s", qPrintable(bound.error().detail));
    port = *bound;
}

void HttpFixture::echo(http::Request request, http::Responder responder)
{
    std::string text = request.method + ' ' + request.path + '?' + request.query + '\n';
    for (const auto& header : request.headers)
        text += header.name + ": " + header.value + '\n';
    text += "client=" + request.client + '\n';
    responder.answer({.body = text + '\n' + request.body, .contentType = "text/plain"});
}

support::HttpReply HttpFixture::raw(const QByteArray& bytes,
                                    support::RawClient::Expect expect) const
{
    support::RawClient client(port);
    client.send(bytes);
    return client.reply(expect);
}

bool HttpFixture::waitFor(const std::function<bool()>& condition)
{
    const auto end = std::chrono::steady_clock::now() + 20s;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

http::Server::Handler HeldRequests::handler()
{
    return [this](http::Request request, http::Responder responder) {
        const std::lock_guard lock(m_mutex);
        m_held.push_back({std::move(request), std::move(responder)});
        m_arrived.notify_all();
    };
}

std::optional<HeldRequests::Held> HeldRequests::take()
{
    std::unique_lock lock(m_mutex);
    if (!m_arrived.wait_for(lock, 20s, [this] { return !m_held.empty(); }))
        return std::nullopt;
    std::optional<Held> first(std::move(m_held.front()));
    m_held.pop_front();
    return first;
}

std::size_t HeldRequests::size()
{
    const std::lock_guard lock(m_mutex);
    return m_held.size();
}
