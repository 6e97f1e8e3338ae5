// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/retry.h"

#include "ai/policy/steady.h"

#include <algorithm>
#include <array>

namespace ai {

using namespace std::chrono_literals;

namespace {

constexpr std::array kRetryStatuses{408, 409, 425, 429, 500, 502, 503, 504, 529};

bool isBeforeAnyAnswer(WireEnd end)
{
    switch (end) {
    case WireEnd::ConnectFailed:
    case WireEnd::NameNotFound:
    case WireEnd::ClosedBeforeAnyByte:
    case WireEnd::Reset: return true;
    default: return false;
    }
}

bool isServersKind(ErrorClass error)
{
    return error == ErrorClass::RateLimited || error == ErrorClass::Server ||
           error == ErrorClass::Overloaded;
}

base::milliseconds uniform(base::milliseconds from, base::milliseconds to, base::Random& random)
{
    const auto span = static_cast<quint64>((to - from).count());
    return from + base::milliseconds(static_cast<qint64>(random.below(span + 1)));
}

} // namespace

bool mayRetry(const RetryFacts& facts)
{
    if (facts.isDelivered || facts.status == 402 || facts.error == ErrorClass::Quota)
        return false;
    if (facts.told)
        return *facts.told;
    if (facts.status == 0)
        return isBeforeAnyAnswer(facts.end);
    if (facts.status >= 400)
        return std::ranges::find(kRetryStatuses, facts.status) != kRetryStatuses.end();
    return facts.error && isServersKind(*facts.error);
}

std::optional<bool> shouldRetryHeader(const Headers& headers)
{
    const auto value = headerValue(headers, "x-should-retry");
    if (value == "true")
        return true;
    if (value == "false")
        return false;
    return std::nullopt;
}

base::milliseconds longestBackoff(const BackoffConfig& config, int retry)
{
    const auto cap = std::clamp(config.cap, 0ms, kForever);
    auto wait = std::clamp(config.base, 0ms, cap);
    for (int i = 0; i < retry && wait > 0ms && wait < cap; ++i)
        wait = wait > cap / 2 ? cap : wait * 2;
    return wait;
}

base::milliseconds fullJitter(const BackoffConfig& config, int retry, base::Random& random)
{
    return uniform(0ms, longestBackoff(config, retry), random);
}

base::milliseconds waitAsTold(const BackoffConfig& config, base::milliseconds told,
                              base::Random& random)
{
    const auto base = std::clamp(config.base, 0ms, kForever);
    return std::clamp(told, 0ms, kForever) + uniform(base / 2, base, random);
}

} // namespace ai
