// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/gateway.h"
#include "http/server.h"

#include <string>
#include <string_view>

namespace gateway {

/// Equal, in a time that depends on the lengths only.
[[nodiscard]] bool equalsConstantTime(std::string_view a, std::string_view b) noexcept;

/// What the options say about who may ask, made ready once.
class Access
{
public:
    explicit Access(const Options& options);

    /// The Host header names us; see spec "Operations side" (DNS rebinding).
    [[nodiscard]] bool isHostOurs(std::string_view host) const;
    /// Another site's page that may use the chat, or our own page.
    [[nodiscard]] bool isOriginAllowed(const http::Request& request) const;
    /// The headers that let a foreign page read the answer; none where it may not.
    [[nodiscard]] std::vector<http::Header> corsHeaders(const http::Request& request) const;
    /// Authorization: Bearer, or ?token= where that is allowed.
    [[nodiscard]] bool hasLogToken(const http::Request& request) const;

private:
    std::vector<std::string> m_origins;
    std::vector<std::string> m_hosts;
    std::string m_token;
    bool m_isLoopbackOnly;
    bool m_allowQueryToken;
};

} // namespace gateway
