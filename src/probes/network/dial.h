// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/route.h"

#include <QAbstractSocket>

namespace probes {

/// Connects a socket to the first address of a host that lets it, and tells how it went wrong, whenever.
class Dial
{
public:
    struct Tell {
        std::function<void(const QHostAddress&)> connectTo; ///< begins to
        std::function<void(End)> end;                       ///< it broke, or there is no way
    };
    /// \param socket outlives this
    Dial(QAbstractSocket& socket, Endpoint to, const AddressPolicy& policy, Tell tell);
    ~Dial();
    Dial(const Dial&) = delete;
    Dial& operator=(const Dial&) = delete;

    void start();

private:
    void failed();

    QAbstractSocket& m_socket;
    const Endpoint m_to;
    Route m_route;
    const Tell m_tell;
    bool m_isConnected = false;
};

} // namespace probes
