// SPDX-License-Identifier: GPL-3.0-or-later
// The seam between the client and the network. The real one is built on QNetworkAccessManager; tests
// script theirs. All of it at the ai home.
#pragma once

#include "ai/wire/headers.h"
#include "base/clock.h"

#include <QtGlobal>

#include <memory>
#include <string>
#include <string_view>

namespace ai {

/// A POST. The body is shared, so that a request sent again is the same bytes without a copy.
struct WireRequest {
    std::string url;
    Headers headers; ///< all that are wanted, Content-Type too, but without the key
    /// Name and value of the header with the key (Authorization, api-key); an empty name: none. Kept
    /// apart because it must not follow a redirect to another origin, nor stand in any log.
    Header secret;
    std::shared_ptr<const std::string> body;
    /// The body holds what only its own server may see: no redirect to another origin is followed.
    bool staysAtOrigin = false;
    /// Of connecting. The client measures it too; a transport that can tell its system does.
    base::milliseconds connectTimeout{5'000};
};

struct WireHead {
    int status = 0; ///< the final one; 1xx are not told
    Headers headers;
};

/// How an exchange ended where we did not end it.
enum class WireEnd {
    Clean,     ///< whole, as the transfer's framing tells
    Truncated, ///< after a head, before the body's end
    Reset,     ///< by the peer, before a head but after bytes, or in a way that tells no more
    ClosedBeforeAnyByte, ///< by the peer, after it accepted: perhaps a kept connection gone stale
    ConnectFailed,       ///< refused, unreachable, timed out
    NameNotFound,
    Offline, ///< this machine has no network
    TlsFailed,
    RedirectRefused, ///< too many, or to a place where a body must not go
    Failed,          ///< anything else
};
[[nodiscard]] const char* wireEndName(WireEnd end) noexcept;

/// Hears one exchange, in this order: connected? uploaded* bodySent? head? bytes* ended. Never inside
/// Transport::start(). It may destroy the exchange while it is called.
class ExchangeListener
{
public:
    virtual ~ExchangeListener() = default;
    /// TCP and, where used, TLS stand. Before bodySent at the latest.
    virtual void connected() = 0;
    /// Some more of the body has gone out.
    virtual void uploaded(qint64 sent) = 0;
    /// The last byte of the body has gone out. Before head at the latest.
    virtual void bodySent() = 0;
    virtual void head(const WireHead& head) = 0;
    /// Decoded of transfer and content coding; the view lives until the return.
    virtual void bytes(std::string_view bytes) = 0;
    /// Once, and nothing afterwards. `detail` is the system's word, for the log.
    virtual void ended(WireEnd end, std::string_view detail) = 0;
};

/// A request under way. Destroying it aborts: the peer sees the connection close (or the stream
/// reset), and the listener hears no more.
class Exchange
{
public:
    virtual ~Exchange() = default;
    /// While paused nothing is read, so that the peer waits; what was read already may still come.
    virtual void setPaused(bool paused) = 0;
};

class Transport
{
public:
    virtual ~Transport() = default;
    /// The listener outlives the exchange. Exactly one request leaves, whatever happens to it.
    [[nodiscard]] virtual std::unique_ptr<Exchange> start(WireRequest request,
                                                          ExchangeListener& listener) = 0;
};

} // namespace ai
