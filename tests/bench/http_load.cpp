// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/http_load.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace bench {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using Clock = std::chrono::steady_clock;

double LoadResult::percentile(double fraction) const
{
    if (latencies.empty())
        return 0;
    const auto index =
        static_cast<std::size_t>(fraction * static_cast<double>(latencies.size() - 1));
    return latencies[index];
}

namespace {

// A customer's way through the flow and round again; what is said matters less than that each turn
// is a real one.
constexpr std::array kSayings{
    "sí",          "español",     "Ana",      "la compu no prende", "pc de escritorio",
    "sigue igual", "sigue igual", "no puedo", "empezar de nuevo"};

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
    Clock::time_point end;
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
                                       self->greet();
                               });
    }

private:
    void greet()
    {
        m_stream.socket().set_option(tcp::no_delay(true));
        if (!m_load.path.empty()) {
            m_isGreeted = true;
            next();
            return;
        }
        send(http::verb::post, "/api/greeting", R"({"locale":"es-AR"})");
    }

    void next()
    {
        if (Clock::now() >= m_load.end)
            return;
        m_started = Clock::now();
        if (!m_load.path.empty()) {
            send(http::verb::get, m_load.path, {});
            return;
        }
        const std::string said = kSayings[m_turn++ % kSayings.size()];
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
        if (!std::exchange(m_isGreeted, true)) {
            m_session = memberOf(m_response.body(), "sessionId");
        } else {
            ++m_load.result.turns;
            m_load.result.latencies.push_back(
                std::chrono::duration<double, std::micro>(Clock::now() - m_started).count());
        }
        next();
    }

    beast::tcp_stream m_stream;
    Load& m_load;
    beast::flat_buffer m_buffer;
    http::request<http::string_body> m_request;
    http::response<http::string_body> m_response;
    std::string m_session;
    bool m_isGreeted = false;
    std::size_t m_turn = 0;
    Clock::time_point m_started;
};

LoadResult run(Load load, int clients, std::chrono::seconds duration)
{
    asio::io_context context(1);
    const auto begin = Clock::now();
    load.end = begin + duration;
    for (int i = 0; i < clients; ++i)
        std::make_shared<Client>(context, load)->start();
    context.run_until(load.end + std::chrono::seconds(10));
    load.result.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    std::sort(load.result.latencies.begin(), load.result.latencies.end());
    return std::move(load.result);
}

} // namespace

LoadResult loadChat(std::uint16_t port, int clients, std::chrono::seconds duration)
{
    return run({.port = port}, clients, duration);
}

LoadResult loadGet(std::uint16_t port, const std::string& path, int clients,
                   std::chrono::seconds duration)
{
    return run({.port = port, .path = path}, clients, duration);
}

} // namespace bench
