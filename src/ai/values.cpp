// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/values.h"

#include <array>

namespace ai {

using namespace std::chrono_literals;

Deadlines deadlinesWithImages()
{
    return {.firstContent = 60s, .slowAfter = 30s};
}

Deadlines deadlinesOfTurn()
{
    return {.slowAfter = 1'800ms, .callFirstContent = 1'800ms, .total = 8s};
}

const char* outcomeName(const Outcome& outcome) noexcept
{
    static constexpr std::array kNames{
        "completed",    "truncated",   "refused",  "rate_limited",   "unavailable", "timed_out",
        "unauthorized", "bad_request", "too_long", "protocol_error", "cancelled",   "over_budget"};
    static_assert(kNames.size() == std::variant_size_v<Outcome>);
    return kNames.at(outcome.index());
}

const char* laneName(Lane lane) noexcept
{
    return lane == Lane::Turn ? "turn" : "other";
}

const char* limitName(Limit limit) noexcept
{
    switch (limit) {
    case Limit::Connect: return "connect";
    case Limit::FirstContent: return "first_content";
    case Limit::ContentIdle: return "content_idle";
    case Limit::BytesIdle: return "bytes_idle";
    case Limit::CallFirstContent: return "call_first_content";
    case Limit::Total: break;
    }
    return "total";
}

const char* causeName(Cause cause) noexcept
{
    switch (cause) {
    case Cause::BreakerOpen: return "breaker_open";
    case Cause::ForcedOpen: return "forced_open";
    case Cause::QueueFull: return "queue_full";
    case Cause::Offline: return "offline";
    case Cause::ConnectFailed: return "connect_failed";
    case Cause::ServerError: return "server_error";
    case Cause::Quota: return "quota";
    case Cause::Incapable: return "incapable";
    case Cause::NotFound: return "not_found";
    case Cause::NoKey: return "no_key";
    case Cause::NoEndpoint: return "no_endpoint";
    case Cause::ShuttingDown: break;
    }
    return "shutting_down";
}

} // namespace ai
