// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

/// Percent-decodes once. Nothing for a broken escape, a NUL or invalid UTF-8.
[[nodiscard]] std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace);

/// The path and query of a request target (origin form or absolute form). Nothing for what no client
/// of ours sends: "..", backslashes, control characters, broken escapes.
struct Target {
    std::string path;
    std::string query;
    std::optional<std::string> authority; ///< of the absolute form: host and port
};
[[nodiscard]] std::optional<Target> parseTarget(std::string_view target);

/// Equal but for the case of ASCII letters. (Beast's own iequals() reads past the end in 1.74.)
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept;

/// True where the text may stand in a header: no control character.
[[nodiscard]] bool isHeaderText(std::string_view text) noexcept;

/// An address or CIDR block contains an address. Both IPv4 or both IPv6.
[[nodiscard]] bool blockContains(const std::string& block, const std::string& address);

/// 127.0.0.0/8 or ::1. False for what is no address.
[[nodiscard]] bool isLoopbackAddress(const std::string& address);

/// As addresses are compared here: an IPv4 address that came in IPv6's clothes (::ffff:192.0.2.1) is
/// itself again. Nothing for what is no address; a port behind it is left out.
[[nodiscard]] std::optional<std::string> plainAddress(std::string_view address);

/// Whom a limit counts: an IPv4 address, or the /64 of an IPv6 one, since whoever has one of those has
/// all of its block.
[[nodiscard]] std::string limitKey(const std::string& address);

/// An IMF-fixdate, for instance "Sun, 06 Nov 1994 08:49:37 GMT" (RFC 9110, 5.6.7).
[[nodiscard]] std::string httpDate(base::WallTime time);

/// Who asks: the rightmost address of X-Forwarded-For that is no trusted proxy, where the peer is one.
[[nodiscard]] std::string clientAddress(const std::string& peer, std::string_view forwardedFor,
                                        const std::vector<std::string>& trusted);

} // namespace http
