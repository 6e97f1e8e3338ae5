// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/dial.h"

#include "probes/network/socket_end.h"

namespace probes {

Dial::Dial(QAbstractSocket& socket, Endpoint to, const AddressPolicy& policy, Tell tell)
    : m_socket(socket), m_to(std::move(to)), m_route(policy), m_tell(std::move(tell))
{
    QObject::connect(&m_socket, &QAbstractSocket::connected, &m_route,
                     [this] { m_isConnected = true; });
    QObject::connect(&m_socket, &QAbstractSocket::errorOccurred, &m_route, [this] { failed(); });
}

Dial::~Dial()
{
    m_socket.disconnect(&m_route);
}

void Dial::start()
{
    m_route.find(m_to, [this](const std::optional<End>& whyNot) {
        if (whyNot)
            m_tell.end(*whyNot);
        else if (const auto address = m_route.next())
            m_tell.connectTo(*address);
    });
}

void Dial::failed()
{
    const auto another = m_isConnected ? std::nullopt : m_route.next();
    if (!another) {
        m_tell.end(endOfSocket(m_socket, m_to));
        return;
    }
    // Once the socket is done with this failure.
    QMetaObject::invokeMethod(
        &m_route, [this, address = *another] { m_tell.connectTo(address); }, Qt::QueuedConnection);
}

} // namespace probes
