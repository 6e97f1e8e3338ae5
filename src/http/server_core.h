// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/asio.h"
#include "http/connection.h"
#include "http/server.h"

#include <atomic>
#include <list>
#include <set>
#include <unordered_map>

namespace http {

/// What connections share: context, limits, handler, counters. Lives on the http thread, but for the
/// counters.
class ServerCore
{
public:
    ServerCore(Server::Options options, const base::Clock& clock, base::Log& log,
               Server::Handler handler, MakeRefusal refusal);

    [[nodiscard]] bool open(const std::string& host, std::uint16_t port, base::Error& error);
    void accept();
    void stopAccepting();
    void finishAll();
    void abortAll();

    void joined(Connection* connection) { m_connections.insert(connection); }
    void left(Connection* connection, const std::string& peer);
    /// Now, for a Date header. Valid until the next call.
    [[nodiscard]] std::string_view date();
    [[nodiscard]] bool hasConnections() const noexcept { return !m_connections.empty(); }

    const Server::Options options;
    const base::Clock& clock;
    base::Log& log;
    const Server::Handler handler;
    const MakeRefusal refusal;

    asio::io_context context{1};
    asio::ip::tcp::acceptor acceptor{context};
    std::shared_ptr<base::Home> home;
    std::uint64_t lastRequest = 0;
    std::list<asio::steady_timer> timers; ///< of Server::after()
    bool isStopping = false;

    std::atomic<std::uint64_t> requests{0}, refused{0}, bytesIn{0}, bytesOut{0};
    std::atomic<std::size_t> connections{0}, streams{0};

private:
    void accepted(asio::ip::tcp::socket socket);
    void turnAway(asio::ip::tcp::socket socket, int status);
    void acceptLater(const boost::system::error_code& error);

    asio::steady_timer m_acceptRetry{context};
    bool m_hasAcceptFailed = false;
    std::size_t m_turnedAway = 0; ///< of those, how many still read their answer
    base::WallTime m_dateTime;
    std::string m_date;
    std::set<Connection*> m_connections;
    std::unordered_map<std::string, std::size_t> m_perAddress;
};

} // namespace http
