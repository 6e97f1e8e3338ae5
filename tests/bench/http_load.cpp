// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/http_load.h"

#include "bench/talk.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace bench {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using Steady = std::chrono::steady_clock;

double LoadResult::percentile(double fraction) const
{
    if (latencies.empty())
        return 0;
    const auto index =
        static_cast<std::size_t>(fraction * static_cast<double>(latencies.size() - 1));
    return latencies[index];
}

namespace {

std::string memberOf(const std::string& json, const std::string& name)
{
    const std::string key = "\"" + name + "\":\"";
    const auto at = json.find(key);
    if (at == std::string::npos)
        return {};
    const auto from = at + key.size();
    return json.substr(from, json.find('"', from) - from);
}

struct Load {
    std::uint16_t port;
    std::string path; ///< empty: chat
    Steady::time_point end;
    LoadResult result;
};

class Client : public std::enable_shared_from_this<Client>
{
public:
    Client(asio::io_context& context, Load& load) : m_stream(context), m_load(load) {}

    void start()
    {
        m_stream.async_connect(tcp::endpoint(asio::ip::make_address("127.0.0.1"), m_load.port),
                               [self = shared_from_this()](beast::error_code error) {
                                   if (error)
                                       ++self->m_load.result.failures;
                                   else
                                       self->begin();
                               });
    }

private:
    void begin()
    {
        m_stream.socket().set_option(tcp::no_delay(true));
        next();
    }

    void next()
    {
        if (Steady::now() >= m_load.end)
            return;
        m_started = Steady::now();
        if (!m_load.path.empty()) {
            send(http::verb::get, m_load.path, {});
            return;
        }
        // A greeting begins each conversation and is a turn of its own.
        const std::size_t at = m_turn++ % (kSayings.size() + 1);
        m_isGreeting = at == 0;
        if (m_isGreeting) {
            m_session.clear();
            send(http::verb::post, "/api/greeting", R"({"locale":"es-AR"})");
            return;
        }
        const std::string said = kSayings[at - 1];
        send(http::verb::post, "/api/chat",
             R"({"message":")" + said + R"(","clientMessageId":"m)" + std::to_string(m_turn) +
                 R"("})");
    }

    void send(http::verb verb, const std::string& target, std::string body)
    {
        m_request = {verb, target, 11};
        m_request.set(http::field::host, "127.0.0.1");
        if (verb == http::verb::post)
            m_request.set(http::field::content_type, "application/json");
        if (!m_session.empty())
            m_request.set("x-session-id", m_session);
        m_request.body() = std::move(body);
        m_request.prepare_payload();
        http::async_write(m_stream, m_request,
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                              if (error)
                                  ++self->m_load.result.failures;
                              else
                                  self->receive();
                          });
    }

    void receive()
    {
        m_response = {};
        http::async_read(m_stream, m_buffer, m_response,
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (error) {
                                 ++self->m_load.result.failures;
                                 return;
                             }
                             self->received();
                         });
    }

    void received()
    {
        if (m_response.result() != http::status::ok)
            ++m_load.result.failures;
        if (std::exchange(m_isGreeting, false))
            m_session = memberOf(m_response.body(), "sessionId");
        ++m_load.result.turns;
        m_load.result.latencies.push_back(
            std::chrono::duration<double, std::micro>(Steady::now() - m_started).count());
        next();
    }

    beast::tcp_stream m_stream;
    Load& m_load;
    beast::flat_buffer m_buffer;
    http::request<http::string_body> m_request;
    http::response<http::string_body> m_response;
    std::string m_session;
    bool m_isGreeting = false;
    std::size_t m_turn = 0;
    Steady::time_point m_started;
};

LoadResult run(Load load, int clients, std::chrono::milliseconds duration)
{
    asio::io_context context(1);
    const auto begin = Steady::now();
    load.end = begin + duration;
    for (int i = 0; i < clients; ++i)
        std::make_shared<Client>(context, load)->start();
    context.run_until(load.end + std::chrono::seconds(10));
    load.result.seconds = std::chrono::duration<double>(Steady::now() - begin).count();
    std::sort(load.result.latencies.begin(), load.result.latencies.end());
    return std::move(load.result);
}

} // namespace

LoadResult loadChat(std::uint16_t port, int clients, std::chrono::milliseconds duration)
{
    return run({.port = port}, clients, duration);
}

LoadResult loadGet(std::uint16_t port, const std::string& path, int clients,
                   std::chrono::milliseconds duration)
{
    return run({.port = port, .path = path}, clients, duration);
}

} // namespace bench
