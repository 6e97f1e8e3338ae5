// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bare_server.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include <thread>
#include <utility>

namespace bench {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;

namespace {

class Connection : public std::enable_shared_from_this<Connection>
{
public:
    explicit Connection(tcp::socket socket) : m_stream(std::move(socket)) {}

    void read()
    {
        m_request = {};
        http::async_read(m_stream, m_buffer, m_request,
                         [self = shared_from_this()](beast::error_code error, std::size_t) {
                             if (!error)
                                 self->write();
                         });
    }

private:
    void write()
    {
        m_response = {http::status::ok, 11};
        m_response.set(http::field::content_type, "application/json");
        m_response.body() = R"({"ok":true})";
        m_response.prepare_payload();
        http::async_write(m_stream, m_response,
                          [self = shared_from_this()](beast::error_code error, std::size_t) {
                              if (!error)
                                  self->read();
                          });
    }

    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    http::request<http::string_body> m_request;
    http::response<http::string_body> m_response;
};

} // namespace

struct BareServer::Impl {
    asio::io_context context{1};
    tcp::acceptor acceptor{context, tcp::endpoint(asio::ip::make_address("127.0.0.1"), 0)};
    std::thread thread;

    void accept()
    {
        acceptor.async_accept([this](beast::error_code error, tcp::socket socket) {
            if (error)
                return;
            socket.set_option(tcp::no_delay(true));
            std::make_shared<Connection>(std::move(socket))->read();
            accept();
        });
    }
};

BareServer::BareServer() : m_impl(std::make_unique<Impl>())
{
    m_impl->accept();
    m_impl->thread = std::thread([this] { m_impl->context.run(); });
}

BareServer::~BareServer()
{
    m_impl->context.stop();
    m_impl->thread.join();
}

std::uint16_t BareServer::port() const noexcept
{
    return m_impl->acceptor.local_endpoint().port();
}

} // namespace bench
