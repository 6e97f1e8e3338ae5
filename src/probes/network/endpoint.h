// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace probes {

struct Endpoint {
    QString host;
    quint16 port = 0;
    [[nodiscard]] QString text() const; ///< "host:443", "[::1]:443"
};

/// Of an address or of "host", "host:port", "[v6]:port". The port is the text's, else its scheme's
/// (https, wss 443; http, ws 80; redis, rediss 6379), else the given one. Nothing where there is no
/// host or no port.
[[nodiscard]] std::optional<Endpoint> endpointOf(const QString& text, quint16 defaultPort = 0);

/// An http or https address with a host and without a name or password. Nothing else is called.
[[nodiscard]] std::optional<QUrl> httpUrlOf(const QString& text);

/// Of http and https addresses: the same scheme, host and port (RFC 6454).
[[nodiscard]] bool isSameOrigin(const QUrl& a, const QUrl& b);

/// As it can be shown, whatever it is.
[[nodiscard]] QString withoutUserInfo(QString address);

} // namespace probes
