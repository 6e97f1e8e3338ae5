// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/wire/transport.h"

#include <QNetworkAccessManager>

#include <memory>
#include <vector>

namespace ai {

/// Transport over QNetworkAccessManager: HTTP/1.1, and HTTP/2 where TLS negotiates it; the system's
/// proxies and certificates; gzip and the like are asked for and decoded as they come. It keeps no
/// cookie, no cache and no password, and sends nothing twice.
///
/// Redirects are followed here, at most three: 307 and 308 only, for the others would turn the POST into
/// a GET; never from https to http, nor from this machine to another, nor off the origin where the
/// request must stay there; to another origin without the secret.
///
/// Used on one thread with a Qt event loop (the ai home). A manager opens at most six connections to a
/// host, so there are as many managers as the requests under way need; those idle are kept, two at
/// most. Limits of time are the client's: WireRequest::connectTimeout is not looked at.
class QtTransport final : public Transport
{
public:
    QtTransport();
    ~QtTransport() override;
    QtTransport(const QtTransport&) = delete;
    QtTransport& operator=(const QtTransport&) = delete;

    /// The exchange must go before the transport.
    [[nodiscard]] std::unique_ptr<Exchange> start(WireRequest request,
                                                  ExchangeListener& listener) override;

private:
    /// A manager and how many requests use it.
    struct Slot {
        std::unique_ptr<QNetworkAccessManager> manager = std::make_unique<QNetworkAccessManager>();
        int used = 0;
        /// One of its connections may hold bytes that nobody asked for, and would give them to the
        /// next request as its answer: it gets none.
        bool isSpoilt = false;
    };
    friend class QtExchange;

    [[nodiscard]] std::shared_ptr<Slot> freeSlot();
    void dropIdle();

    std::vector<std::shared_ptr<Slot>> m_slots;
};

} // namespace ai
