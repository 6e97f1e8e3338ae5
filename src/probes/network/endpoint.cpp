// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/endpoint.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace probes {

namespace {

struct SchemePort {
    std::string_view scheme;
    int port;
};
constexpr std::array kPorts{SchemePort{"https", 443},  SchemePort{"wss", 443},
                            SchemePort{"http", 80},    SchemePort{"ws", 80},
                            SchemePort{"redis", 6379}, SchemePort{"rediss", 6379}};

int portOfScheme(const QString& scheme)
{
    const auto name = scheme.toStdString();
    const auto found = std::ranges::find(kPorts, std::string_view(name), &SchemePort::scheme);
    return found == kPorts.end() ? 0 : found->port;
}

} // namespace

QString Endpoint::text() const
{
    const bool isV6 = host.contains(u':');
    return (isV6 ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

std::optional<Endpoint> endpointOf(const QString& text, quint16 defaultPort)
{
    const QString trimmed = text.trimmed();
    const bool hasScheme = trimmed.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? trimmed : QLatin1String("none://") + trimmed, QUrl::StrictMode);
    const int ofScheme = portOfScheme(url.scheme());
    const int port = url.port(ofScheme > 0 ? ofScheme : int{defaultPort});
    if (!url.isValid() || url.host().isEmpty() || port < 1 || port > 65'535)
        return std::nullopt;
    return Endpoint{url.host(), static_cast<quint16>(port)};
}

std::optional<QUrl> httpUrlOf(const QString& text)
{
    QUrl url(text, QUrl::StrictMode);
    const bool isHttp =
        url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    url.setFragment({});
    return url;
}

bool isSameOrigin(const QUrl& a, const QUrl& b)
{
    const auto portOf = [](const QUrl& url) { return url.port(portOfScheme(url.scheme())); };
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

QString withoutUserInfo(QString address)
{
    const qsizetype scheme = address.indexOf(QLatin1String("://"));
    const qsizetype from = scheme < 0 ? 0 : scheme + 3;
    const qsizetype at = address.lastIndexOf(u'@');
    return at < from ? address : address.remove(from, at + 1 - from);
}

} // namespace probes
