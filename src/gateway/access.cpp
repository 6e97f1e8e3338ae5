// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/access.h"

#include "http/text.h"

#include <QUrl>

#include <algorithm>
#include <cctype>

namespace gateway {

namespace {

std::string lower(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

// "[::1]:8787" -> "::1", "localhost:8787" -> "localhost"
std::string hostWithoutPort(std::string_view host)
{
    if (host.starts_with('['))
        return lower(host.substr(1, host.find(']') - 1));
    if (std::ranges::count(host, ':') > 1) // an IPv6 address as an operator writes it
        return lower(host);
    return lower(host.substr(0, host.find(':')));
}

bool isLoopbackName(const std::string& host)
{
    return host == "localhost" || http::isLoopbackAddress(host);
}

} // namespace

bool equalsConstantTime(std::string_view a, std::string_view b) noexcept
{
    unsigned difference = a.size() == b.size() ? 0U : 1U;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto other = b.empty() ? 0U : static_cast<unsigned char>(b[i % b.size()]);
        difference |= static_cast<unsigned char>(a[i]) ^ other;
    }
    return difference == 0;
}

Access::Access(const Options& options)
    : m_token(options.logToken.toStdString()),
      m_isLoopbackOnly(isLoopbackName(options.host.toStdString())),
      m_allowQueryToken(options.allowQueryToken)
{
    for (const QString& origin : options.allowedOrigins) {
        m_origins.push_back(lower(origin.trimmed().toStdString()));
        if (m_origins.back().ends_with('/')) // people copy it from the address bar
            m_origins.back().pop_back();
    }
    for (const QString& host : options.allowedHosts)
        m_hosts.push_back(hostWithoutPort(host.trimmed().toStdString()));
    const QUrl publicUrl(options.publicUrl);
    if (publicUrl.isValid() && !publicUrl.host().isEmpty()) {
        if (m_isLoopbackOnly || !m_hosts.empty())
            m_hosts.push_back(publicUrl.host().toLower().toStdString());
        m_origins.push_back(
            publicUrl.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::StripTrailingSlash)
                .toString()
                .toLower()
                .toStdString());
    }
}

bool Access::isHostOurs(std::string_view host) const
{
    const std::string name = hostWithoutPort(host);
    if (std::ranges::find(m_hosts, name) != m_hosts.end())
        return true;
    return m_isLoopbackOnly ? isLoopbackName(name) : m_hosts.empty();
}

bool Access::isOriginAllowed(const http::Request& request) const
{
    const std::string origin = lower(request.header("origin"));
    const std::string host = lower(request.header("host"));
    if (origin.empty() || origin == "http://" + host || origin == "https://" + host)
        return true;
    return std::ranges::find(m_origins, origin) != m_origins.end();
}

std::vector<http::Header> Access::corsHeaders(const http::Request& request) const
{
    std::vector<http::Header> headers{{"Vary", "Origin"}};
    const std::string_view origin = request.header("origin");
    if (!origin.empty() && isOriginAllowed(request)) {
        headers.push_back({"Access-Control-Allow-Origin", std::string(origin)});
        headers.push_back({"Access-Control-Expose-Headers", "Retry-After"});
    }
    return headers;
}

bool Access::hasLogToken(const http::Request& request) const
{
    if (m_token.empty())
        return false;
    constexpr std::string_view kBearer = "bearer ";
    const std::string_view given = request.header("authorization");
    if (lower(given.substr(0, kBearer.size())) == kBearer &&
        equalsConstantTime(given.substr(kBearer.size()), m_token))
        return true;
    return m_allowQueryToken && equalsConstantTime(request.queryValue("token"), m_token);
}

} // namespace gateway
