// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/server_limits.h"

#include "ai/policy/times.h"

#include <array>
#include <charconv>
#include <span>

namespace ai {

using namespace std::chrono_literals;

namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 5> kRequestLimit{
    "x-ratelimit-limit-requests", "x-ratelimit-limit-requests-minute", "x-ratelimit-limit",
    "ratelimit-limit", "anthropic-ratelimit-requests-limit"};
constexpr std::array<std::string_view, 5> kRequestRemaining{
    "x-ratelimit-remaining-requests", "x-ratelimit-remaining-requests-minute",
    "x-ratelimit-remaining", "ratelimit-remaining", "anthropic-ratelimit-requests-remaining"};
constexpr std::array<std::string_view, 5> kRequestReset{
    "x-ratelimit-reset-requests", "x-ratelimit-reset-requests-minute", "x-ratelimit-reset",
    "ratelimit-reset", "anthropic-ratelimit-requests-reset"};
constexpr std::array<std::string_view, 3> kTokenLimit{"x-ratelimit-limit-tokens",
                                                      "x-ratelimit-limit-tokens-minute",
                                                      "anthropic-ratelimit-tokens-limit"};
constexpr std::array<std::string_view, 3> kTokenRemaining{"x-ratelimit-remaining-tokens",
                                                          "x-ratelimit-remaining-tokens-minute",
                                                          "anthropic-ratelimit-tokens-remaining"};
constexpr std::array<std::string_view, 3> kTokenReset{"x-ratelimit-reset-tokens",
                                                      "x-ratelimit-reset-tokens-minute",
                                                      "anthropic-ratelimit-tokens-reset"};

std::optional<std::string_view> firstOf(const Headers& headers, Names names)
{
    for (const auto name : names)
        if (const auto value = headerValue(headers, name))
            return trimmed(*value);
    return std::nullopt;
}

std::optional<std::int64_t> countOf(const Headers& headers, Names names)
{
    const auto text = firstOf(headers, names);
    if (!text || text->empty() || text->front() == '-')
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc() || end != text->data() + text->size())
        return std::nullopt;
    return number;
}

std::optional<base::milliseconds> fromNow(base::WallTime time, base::WallTime now)
{
    const auto wait = time <= now ? 0ms : time - now;
    return wait > kLongestTold ? std::nullopt : std::optional<base::milliseconds>(wait);
}

std::optional<base::milliseconds> resetOf(const Headers& headers, Names names, base::WallTime now)
{
    const auto text = firstOf(headers, names);
    return text ? parseReset(*text, now) : std::nullopt;
}

std::optional<base::milliseconds> waitUntilDate(std::string_view text, const Headers& headers,
                                                base::WallTime now)
{
    const auto then = parseHttpDate(text, now);
    if (!then)
        return std::nullopt;
    const auto date = headerValue(headers, "date");
    const auto from = date ? parseHttpDate(trimmed(*date), now).value_or(now) : now;
    const auto wait = fromNow(*then, from);
    if (!wait)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(*wait);
}

/// Seconds or milliseconds since 1970: what large numbers mean.
std::optional<base::WallTime> epochTime(std::string_view text)
{
    constexpr double kFirstSecond = 1e9; // 2001; as a wait it would be 30 years
    constexpr double kFirstMs = 1e12;
    constexpr double kLastMs = 1e14; // the year 5138
    double number = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), number, std::chars_format::fixed);
    if (error != std::errc() || end != text.data() + text.size() || !(number >= kFirstSecond) ||
        !(number < kLastMs))
        return std::nullopt;
    const double ms = number >= kFirstMs ? number : number * 1000;
    return base::WallTime(base::milliseconds(static_cast<qint64>(ms)));
}

} // namespace

std::optional<base::milliseconds> retryAfter(const Headers& headers, base::WallTime now)
{
    for (const std::string_view name : {"retry-after-ms", "x-ms-retry-after-ms"})
        if (const auto text = headerValue(headers, name))
            if (auto wait = parseAmount(trimmed(*text), 1ms))
                return wait;
    const auto text = headerValue(headers, "retry-after");
    if (!text)
        return std::nullopt;
    if (auto wait = parseAmount(trimmed(*text), 1s))
        return wait;
    return waitUntilDate(trimmed(*text), headers, now);
}

std::optional<base::milliseconds> parseReset(std::string_view text, base::WallTime now)
{
    if (auto wait = parseAmount(text, 1s))
        return wait;
    if (auto wait = parseDuration(text))
        return wait;
    if (const auto time = epochTime(text))
        return fromNow(*time, now);
    if (const auto time = parseIsoTime(text))
        return fromNow(*time, now);
    return std::nullopt;
}

ToldLimits toldLimits(const Headers& headers, base::WallTime now)
{
    return {.requests = {.limit = countOf(headers, kRequestLimit),
                         .remaining = countOf(headers, kRequestRemaining),
                         .reset = resetOf(headers, kRequestReset, now)},
            .tokens = {.limit = countOf(headers, kTokenLimit),
                       .remaining = countOf(headers, kTokenRemaining),
                       .reset = resetOf(headers, kTokenReset, now)}};
}

} // namespace ai
