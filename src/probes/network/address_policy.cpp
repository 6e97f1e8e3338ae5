// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/address_policy.h"

#include <algorithm>
#include <array>
#include <utility>

namespace probes {

namespace {

/// By their providers' documentation: Amazon, Google, Azure, Alibaba, Oracle, Tencent.
constexpr std::array kMetadataNames{"metadata",
                                    "metadata.google.internal",
                                    "metadata.goog",
                                    "metadata.azure.internal",
                                    "metadata.tencentyun.com",
                                    "instance-data",
                                    "instance-data.ec2.internal"};

/// Link-local ones aside.
constexpr std::array kMetadataAddresses{"100.100.100.200", "168.63.129.16", "192.0.0.192",
                                        "fd00:ec2::254", "fd20:ce::254"};

constexpr std::array kNever{"169.254.0.0/16", "fe80::/10",   "fec0::/10",
                            "224.0.0.0/4",    "240.0.0.0/4", "ff00::/8"};
constexpr std::array kThisMachine{"127.0.0.0/8", "0.0.0.0/8", "::1/128", "::/128"};

template <class Subnets>
bool isIn(const QHostAddress& address, const Subnets& subnets)
{
    return std::ranges::any_of(subnets, [&address](const char* subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(subnet)));
    });
}

/// The IPv4 address that an IPv6 one carries: mapped or compatible (RFC 4291 2.5.5), translated (RFC 6052
/// 2.1) or tunnelled (RFC 3056 2).
QHostAddress plain(const QHostAddress& address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    const auto v4At = [&bytes](int at) {
        quint32 v4 = 0;
        for (int i = at; i < at + 4; ++i)
            v4 = v4 << 8 | bytes[i];
        return QHostAddress(v4);
    };
    const auto in = [&address](const char* subnet) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(subnet)));
    };
    if (in("::ffff:0:0/96") || in("64:ff9b::/96") ||
        (in("::/96") && !in("::1/128") && !in("::/128")))
        return v4At(12);
    return in("2002::/16") ? v4At(2) : address;
}

bool isMetadata(const QHostAddress& address)
{
    return std::ranges::any_of(kMetadataAddresses, [&address](const char* each) {
        return address.isEqual(QHostAddress(QLatin1String(each)), QHostAddress::TolerantConversion);
    });
}

QString bareName(QString host)
{
    while (host.endsWith(u'.'))
        host.chop(1);
    return host.toLower();
}

} // namespace

AddressPolicy::AddressPolicy(Where where, QList<QUrl> own)
    : m_reachesThisMachine(where != Where::Schedule), m_own(std::move(own))
{
}

bool AddressPolicy::isOwn(const Endpoint& to) const
{
    return std::ranges::any_of(m_own, [&to](const QUrl& url) {
        const auto own = endpointOf(url.toString(QUrl::RemovePath | QUrl::RemoveQuery));
        return own && bareName(own->host) == bareName(to.host) && own->port == to.port;
    });
}

bool AddressPolicy::mayAsk(const Endpoint& to) const
{
    const QString name = bareName(to.host);
    return std::ranges::none_of(kMetadataNames,
                                [&name](const char* each) { return name == QLatin1String(each); });
}

bool AddressPolicy::mayReach(const Endpoint& to, const QHostAddress& address) const
{
    const QHostAddress seen = plain(address);
    if (isIn(seen, kNever) || isMetadata(seen))
        return false;
    return m_reachesThisMachine || !isIn(seen, kThisMachine) || isOwn(to);
}

} // namespace probes
