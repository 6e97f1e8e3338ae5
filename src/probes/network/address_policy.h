// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/endpoint.h"
#include "probes/values.h"

#include <QHostAddress>
#include <QList>
#include <QUrl>

namespace probes {

/// Whom a check may call. What a release's people wrote is called from this machine, which reaches more
/// than they do. So nobody's check reaches what a machine's provider tells only the machine itself:
/// link-local addresses (RFC 3927, RFC 4291 2.5.6) and the metadata services of clouds; nor many at once.
/// A schedule reaches this machine itself (loopback) only where this program listens there: else it
/// would be a way to whatever trusts its neighbours.
class AddressPolicy
{
public:
    AddressPolicy() = default; ///< of a person
    /// \param own where this program listens
    AddressPolicy(Where where, QList<QUrl> own);

    /// By name, before it is looked up.
    [[nodiscard]] bool mayAsk(const Endpoint& to) const;
    /// By an address that the name stands for; an IPv4 address in an IPv6 one is seen as what it is.
    [[nodiscard]] bool mayReach(const Endpoint& to, const QHostAddress& address) const;

private:
    [[nodiscard]] bool isOwn(const Endpoint& to) const;

    bool m_reachesThisMachine = true;
    QList<QUrl> m_own;
};

} // namespace probes
