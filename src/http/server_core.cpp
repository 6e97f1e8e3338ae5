// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server_core.h"

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
    error = {base::Code::Refused, QStringLiteral("%1:%2: %3")
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
        if (!error)
            accepted(std::move(socket));
        else
            log.warning("http", "accept_failed",
                        {{"detail", QString::fromStdString(error.message())}});
        accept();
    });
}

void ServerCore::accepted(tcp::socket socket)
{
    boost::system::error_code error;
    const auto endpoint = socket.remote_endpoint(error);
    if (error)
        return;
    const std::string peer = endpoint.address().to_string();
    const Limits& limits = options.limits;
    auto& ofPeer = m_perAddress[peer];
    const bool tooMany =
        (limits.connections > 0 && connections >= limits.connections) ||
        (limits.connectionsPerAddress > 0 && ofPeer >= limits.connectionsPerAddress);
    if (tooMany) {
        ++refused;
        if (ofPeer == 0)
            m_perAddress.erase(peer);
        turnAway(std::move(socket));
        return;
    }
    ++ofPeer;
    ++connections;
    socket.set_option(tcp::no_delay(true), error);
    std::make_shared<Connection>(std::move(socket), *this, peer)->start();
}

// One short answer without reading, as far as the kernel's buffer takes it.
void ServerCore::turnAway(tcp::socket socket)
{
    static const std::string kAnswer = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 10\r\n"
                                       "Content-Length: 0\r\nConnection: close\r\n\r\n";
    boost::system::error_code ignored;
    socket.non_blocking(true, ignored);
    socket.write_some(asio::buffer(kAnswer), ignored);
    socket.shutdown(tcp::socket::shutdown_send, ignored);
}

void ServerCore::left(Connection* connection, const std::string& peer)
{
    m_connections.erase(connection);
    --connections;
    const auto it = m_perAddress.find(peer);
    if (it != m_perAddress.end() && --it->second == 0)
        m_perAddress.erase(it);
}

void ServerCore::stopAccepting()
{
    boost::system::error_code ignored;
    acceptor.close(ignored);
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
