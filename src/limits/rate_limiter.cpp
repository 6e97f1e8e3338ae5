// SPDX-License-Identifier: GPL-3.0-or-later
#include "limits/rate_limiter.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace limits {

using namespace std::chrono_literals;

std::optional<Rate> parseRate(std::string_view text)
{
    if (text == "off")
        return Rate{};
    const auto slash = text.find('/');
    int count = 0;
    const char* const end = text.data() + std::min(slash, text.size());
    const auto read = std::from_chars(text.data(), end, count);
    if (slash == std::string_view::npos || read.ec != std::errc() || read.ptr != end || count <= 0)
        return std::nullopt;
    const std::string_view unit = text.substr(slash + 1);
    if (unit == "s")
        return Rate{count, 1s};
    if (unit == "min")
        return Rate{count, 1min};
    if (unit == "h")
        return Rate{count, 1h};
    return std::nullopt;
}

RateLimiter::RateLimiter(Rate rate, const base::Clock& clock, std::size_t maxKeys)
    : m_rate(rate), m_clock(clock), m_maxKeys(maxKeys)
{
}

std::optional<std::chrono::seconds> RateLimiter::take(const std::string& key)
{
    if (m_rate.count == 0)
        return std::nullopt;
    const auto now = m_clock.steady();
    auto it = m_buckets.find(key);
    if (it == m_buckets.end()) {
        if (m_buckets.size() >= m_maxKeys) {
            m_buckets.erase(m_newestFirst.back());
            m_newestFirst.pop_back();
        }
        m_newestFirst.push_front(key);
        it =
            m_buckets
                .emplace(key, Bucket{static_cast<double>(m_rate.count), now, m_newestFirst.begin()})
                .first;
    } else {
        m_newestFirst.splice(m_newestFirst.begin(), m_newestFirst, it->second.place);
    }
    Bucket& bucket = it->second;
    const double perMs =
        static_cast<double>(m_rate.count) / static_cast<double>(m_rate.per.count());
    const double passed = std::chrono::duration<double, std::milli>(now - bucket.filled).count();
    bucket.tokens = std::min(static_cast<double>(m_rate.count), bucket.tokens + passed * perMs);
    bucket.filled = now;
    constexpr double kRounding = 1e-9; // ten tenths are a little less than one
    if (bucket.tokens >= 1 - kRounding) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    const double waitMs = (1 - kRounding - bucket.tokens) / perMs;
    return std::chrono::seconds(std::max(1, static_cast<int>(std::ceil(waitMs / 1000))));
}

} // namespace limits
