// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server_core.h"

#include "http/text.h"

#include <array>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <vector>

namespace http {

using asio::ip::tcp;

ServerCore::ServerCore(Server::Options o, const base::Clock& c, base::Log& l, Server::Handler h,
                       MakeRefusal r)
    : options(std::move(o)), clock(c), log(l), handler(std::move(h)), refusal(std::move(r))
{
    home = std::make_shared<base::Home>(100'000, [this] {
        asio::post(context, [this] {
            for (auto batch = home->mailbox().takeAll(); !batch.empty(); batch.pop_front())
                batch.front()();
        });
    });
}

bool ServerCore::open(const std::string& host, std::uint16_t port, base::Error& error)
{
    boost::system::error_code failed;
    const auto address = asio::ip::make_address(host == "localhost" ? "127.0.0.1" : host, failed);
    if (failed) {
        error = {base::Code::Invalid,
                 QStringLiteral("no such address: ") + QString::fromStdString(host)};
        return false;
    }
    const tcp::endpoint endpoint(address, port);
    acceptor.open(endpoint.protocol(), failed);
    if (!failed)
        acceptor.set_option(asio::socket_base::reuse_address(true), failed);
    if (!failed)
        acceptor.bind(endpoint, failed);
    if (!failed)
        acceptor.listen(asio::socket_base::max_listen_connections, failed);
    if (!failed)
        return true;
    boost::system::error_code ignored;
    acceptor.close(ignored);
    const bool isTaken = failed == asio::error::address_in_use;
    error = {isTaken ? base::Code::Busy : base::Code::Refused,
             QStringLiteral("%1:%2: %3")
                 .arg(QString::fromStdString(host))
                 .arg(port)
                 .arg(QString::fromStdString(failed.message()))};
    return false;
}

void ServerCore::accept()
{
    acceptor.async_accept([this](boost::system::error_code error, tcp::socket socket) {
        if (error == asio::error::operation_aborted || !acceptor.is_open())
            return;
        if (error) {
            acceptLater(error);
            return;
        }
        m_hasAcceptFailed = false;
        accepted(std::move(socket));
        accept();
    });
}

// Out of file descriptors, as a rule: trying again at once would keep a core busy.
void ServerCore::acceptLater(const boost::system::error_code& error)
{
    if (!std::exchange(m_hasAcceptFailed, true))
        log.warning("http", "accept_failed", {{"detail", QString::fromStdString(error.message())}});
    m_acceptRetry.expires_after(std::chrono::milliseconds(100));
    m_acceptRetry.async_wait([this](boost::system::error_code cancelled) {
        if (!cancelled && acceptor.is_open())
            accept();
    });
}

void ServerCore::accepted(tcp::socket socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error)
        return;
    const std::string address = endpoint.address().to_string();
    const std::string peer = plainAddress(address).value_or(address);
    const Limits& limits = options.limits;
    if (limits.connections > 0 && connections >= limits.connections) {
        turnAway(std::move(socket), 503);
        return;
    }
    auto& ofPeer = m_perAddress[limitKey(peer)];
    if (limits.connectionsPerAddress > 0 && ofPeer >= limits.connectionsPerAddress) {
        turnAway(std::move(socket), 429);
        return;
    }
    ++ofPeer;
    ++connections;
    socket.set_option(tcp::no_delay(true), error);
    // A client whose network has gone says nothing: what it does not acknowledge ends it.
    const auto patience = static_cast<int>(limits.bodyTime.count());
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &patience, sizeof patience);
    std::make_shared<Connection>(std::move(socket), *this, peer)->start();
}

namespace {

/// Writes one short answer to a client that is not let in, and lets it read that.
struct TurnedAway : std::enable_shared_from_this<TurnedAway> {
    TurnedAway(tcp::socket s, WireResponse r, std::size_t& c)
        : socket(std::move(s)), timer(socket.get_executor()), response(std::move(r)), count(c)
    {
        ++count;
    }
    ~TurnedAway() { --count; }

    void start()
    {
        timer.expires_after(std::chrono::seconds(1));
        timer.async_wait([weak = weak_from_this()](boost::system::error_code) {
            boost::system::error_code ignored;
            if (const auto self = weak.lock())
                self->socket.close(ignored);
        });
        beast::http::async_write(socket, response,
                                 [self = shared_from_this()](beast::error_code error, std::size_t) {
                                     boost::system::error_code ignored;
                                     self->socket.shutdown(tcp::socket::shutdown_send, ignored);
                                     if (!error)
                                         self->drain();
                                 });
    }
    void drain()
    {
        socket.async_read_some(asio::buffer(scrap),
                               [self = shared_from_this()](beast::error_code error, std::size_t) {
                                   if (!error)
                                       self->drain();
                               });
    }

    tcp::socket socket;
    asio::steady_timer timer;
    WireResponse response;
    std::size_t& count;
    std::array<char, 512> scrap{};
};

} // namespace

void ServerCore::turnAway(tcp::socket socket, int status)
{
    constexpr std::size_t kMostAtOnce = 100;
    ++refused;
    if (m_turnedAway >= kMostAtOnce)
        return;
    std::make_shared<TurnedAway>(std::move(socket),
                                 wireResponse(refusal(status, nullptr), {}, date()), m_turnedAway)
        ->start();
}

std::string_view ServerCore::date()
{
    const auto now = std::chrono::floor<std::chrono::seconds>(clock.wall());
    if (m_date.empty() || now != m_dateTime) {
        m_dateTime = now;
        m_date = httpDate(now);
    }
    return m_date;
}

void ServerCore::left(Connection* connection, const std::string& peer)
{
    m_connections.erase(connection);
    --connections;
    const auto it = m_perAddress.find(limitKey(peer));
    if (it != m_perAddress.end() && --it->second == 0)
        m_perAddress.erase(it);
}

void ServerCore::stopAccepting()
{
    boost::system::error_code ignored;
    acceptor.close(ignored);
    m_acceptRetry.cancel();
}

void ServerCore::finishAll()
{
    for (Connection* connection : std::vector(m_connections.begin(), m_connections.end()))
        connection->finish();
}

void ServerCore::abortAll()
{
    for (Connection* connection : std::vector(m_connections.begin(), m_connections.end()))
        connection->abort();
}

} // namespace http
