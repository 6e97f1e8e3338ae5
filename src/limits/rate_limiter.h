// SPDX-License-Identifier: GPL-3.0-or-later
// limits: how often somebody may do something. In this process; what a team shares comes with Redis.
#pragma once

#include "base/clock.h"

#include <chrono>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace limits {

/// "60/min", "3/h", "5/s" or "off".
struct Rate {
    int count = 0; ///< 0: no limit
    std::chrono::milliseconds per{0};
};
/// Nothing where the text is no rate.
[[nodiscard]] std::optional<Rate> parseRate(std::string_view text);

/// A token bucket a key (as in RFC 2697's single bucket): `count` may come at once, and refill evenly
/// over `per`. Keeps at most `maxKeys`, forgetting the longest unused, whose buckets are full again
/// anyway unless more keys than that are active. One thread.
class RateLimiter
{
public:
    RateLimiter(Rate rate, const base::Clock& clock, std::size_t maxKeys = 20'000);

    /// Takes one; or says how long to wait, at least a second.
    [[nodiscard]] std::optional<std::chrono::seconds> take(const std::string& key);

private:
    struct Bucket {
        double tokens;
        base::SteadyTime filled;
        std::list<std::string>::iterator place;
    };
    const Rate m_rate;
    const base::Clock& m_clock;
    const std::size_t m_maxKeys;
    std::unordered_map<std::string, Bucket> m_buckets;
    std::list<std::string> m_newestFirst;
};

} // namespace limits
