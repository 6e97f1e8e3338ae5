// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/connection.h"
#include "http/server.h"

#include <memory>

namespace http {

/// Brings an answer to the http thread, whatever thread it comes from.
class Responder::Sink
{
public:
    Sink(std::shared_ptr<base::Home> home, std::weak_ptr<Connection> connection,
         std::uint64_t request)
        : m_home(std::move(home)), m_connection(std::move(connection)), m_request(request)
    {
    }
    void answer(Response response);
    void drop();
    [[nodiscard]] std::unique_ptr<EventStream> openEvents(std::vector<Header> headers);

private:
    std::shared_ptr<base::Home> m_home;
    std::weak_ptr<Connection> m_connection;
    std::uint64_t m_request;
};

} // namespace http
