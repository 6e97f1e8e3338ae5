// SPDX-License-Identifier: GPL-3.0-or-later
// What servers say about waiting, and JSON that models write against a schema. The first byte chooses
// ('0' to '2'). Whatever the bytes: nothing crashes or overflows, and no wait is negative or longer than
// what is believed.
#include "ai/client/json_schema.h"
#include "ai/policy/server_limits.h"
#include "ai/policy/times.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

constexpr base::WallTime kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 26);

void requireWait(const std::optional<base::milliseconds>& wait)
{
    require(!wait || (*wait >= base::milliseconds(0) && *wait <= ai::kLongestTold));
}

void tryTimes(const std::string& text)
{
    using namespace std::chrono_literals;
    requireWait(ai::parseAmount(text, 1s));
    requireWait(ai::parseAmount(text, 1ms));
    requireWait(ai::parseDuration(text));
    requireWait(ai::parseReset(text, kNow));
    for (const auto& time : {ai::parseHttpDate(text, kNow), ai::parseIsoTime(text)}) {
        const auto year =
            time ? std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(*time)).year()
                 : std::chrono::year(2000);
        require(year >= std::chrono::year(-1) && year <= std::chrono::year(10'000));
    }
}

/// The text's first line in every header that is read, its second as Date.
void tryHeaders(const std::string& text)
{
    const auto line = text.find('\n');
    const std::string value = text.substr(0, line);
    const std::string date = line == std::string::npos ? "" : text.substr(line + 1);
    ai::Headers headers{{"Date", date}};
    for (const char* name : {"Retry-After", "retry-after-ms", "x-ratelimit-remaining-requests",
                             "x-ratelimit-reset-requests", "x-ratelimit-limit-tokens",
                             "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"})
        headers.push_back({name, value});
    requireWait(ai::retryAfter(headers, kNow));
    requireWait(ai::retryAfter({{"Date", date}, {"Retry-After", value}}, kNow));
    const auto told = ai::toldLimits(headers, kNow);
    for (const auto& limit : {told.requests, told.tokens}) {
        requireWait(limit.reset);
        require(limit.remaining.value_or(0) >= 0 && limit.limit.value_or(0) >= 0);
    }
}

/// The text's first line as a schema, the rest as an answer.
void trySchema(const std::string& text)
{
    const auto line = text.find('\n');
    const auto schema = ai::JsonSchema::parse(text.substr(0, line));
    const std::string answer = line == std::string::npos ? text : text.substr(line + 1);
    if (schema)
        std::ignore = schema->mismatch(answer);
    static const auto kKnown = ai::JsonSchema::parse(
        R"({"type":"object","properties":{"a":{"items":{"type":"string","maxLength":3}}},)"
        R"("required":["a"],"additionalProperties":false})");
    std::ignore = kKnown->mismatch(answer);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 3) {
    case 0: tryTimes(rest); break;
    case 1: tryHeaders(rest); break;
    default: trySchema(rest); break;
    }
    return 0;
}
