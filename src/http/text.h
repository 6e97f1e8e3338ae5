// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
};
[[nodiscard]] std::optional<Target> parseTarget(std::string_view target);

/// True where the text may stand in a header: no control character.
[[nodiscard]] bool isHeaderText(std::string_view text) noexcept;

/// An address or CIDR block contains an address. Both IPv4 or both IPv6.
[[nodiscard]] bool blockContains(const std::string& block, const std::string& address);

/// 127.0.0.0/8 or ::1. False for what is no address.
[[nodiscard]] bool isLoopbackAddress(const std::string& address);

/// Who asks: the rightmost address of X-Forwarded-For that is no trusted proxy, where the peer is one.
[[nodiscard]] std::string clientAddress(const std::string& peer, std::string_view forwardedFor,
                                        const std::vector<std::string>& trusted);

} // namespace http
