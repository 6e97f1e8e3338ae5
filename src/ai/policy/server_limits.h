// SPDX-License-Identifier: GPL-3.0-or-later
// What servers say about waiting, in their headers. Pure functions over foreign bytes.
#pragma once

#include "ai/wire/headers.h"
#include "base/clock.h"

#include <cstdint>
#include <optional>

namespace ai {

/// How long the server asks us to wait: retry-after-ms, else x-ms-retry-after-ms, else Retry-After as
/// seconds or as a date (RFC 9110, 10.2.3), which is taken relative to the answer's own Date and
/// rounded up to a second. 0 for a date that is past. Nothing where it is absent, sent twice, no
/// number, or longer than a week.
[[nodiscard]] std::optional<base::milliseconds> retryAfter(const Headers& headers,
                                                           base::WallTime now);

/// What a server says of one kind of its limits. What it does not say is unknown, not zero.
struct ToldLimit {
    std::optional<std::int64_t> limit;
    std::optional<std::int64_t> remaining;
    std::optional<base::milliseconds> reset; ///< from now until `remaining` is `limit` again
    bool operator==(const ToldLimit&) const = default;
};
struct ToldLimits {
    ToldLimit requests;
    ToldLimit tokens;
    bool operator==(const ToldLimits&) const = default;
};

/// From x-ratelimit-* and its relatives (OpenAI, Azure, Groq, OpenRouter, Cerebras, Anthropic, the
/// IETF's RateLimit draft): a table of names.
[[nodiscard]] ToldLimits toldLimits(const Headers& headers, base::WallTime now);

/// "1s", "6m0s", "20ms", seconds from now, seconds or milliseconds since 1970, or RFC 3339.
[[nodiscard]] std::optional<base::milliseconds> parseReset(std::string_view text,
                                                           base::WallTime now);

} // namespace ai
