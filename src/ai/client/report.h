// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/breaker/breakers.h"
#include "ai/values.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ai {

/// The name of the last hop where no endpoint gave an answer: the engine that always does.
inline constexpr std::string_view kDeterministic = "deterministic";

/// The policy of a call that was refused because another one with its key is under way.
inline constexpr std::string_view kDuplicate = "duplicate";

/// The reason of an attempt whose connection had been closed before: it is sent again at no expense.
inline constexpr std::string_view kStaleConnection = "stale_connection";

/// One link of the chain, in the order in which they were tried.
struct Hop {
    std::string endpoint;
    std::string model;
    std::string reason; ///< "answered", or why the chain went on
    bool operator==(const Hop&) const = default;
};

/// What is left of a call: for the caller, the trace, and the log. No secret; of texts only the
/// outcome's, which is for the caller and not for the log.
struct CallReport {
    std::string id; ///< 32 hexadecimal digits
    std::string purpose;
    Lane lane = Lane::Other;
    base::WallTime startedAt;
    base::milliseconds duration{0};
    Outcome outcome;
    std::optional<base::milliseconds> firstContent; ///< of the whole call; none: nothing came
    std::string sent; ///< the user's messages as they left, masked: for the caller, not for the log
    std::vector<Attempt> attempts;
    std::vector<Hop> hops; ///< the last is kDeterministic where the caller has to answer by itself
    Usage usage;           ///< of all attempts
    std::int64_t costMicros = 0;

    [[nodiscard]] bool isAnsweredWithoutAi() const
    {
        return !hops.empty() && hops.back().endpoint == kDeterministic;
    }
};

/// One line for the log: outcome, hops, and every attempt with endpoint, status, request id and
/// duration. No secret and no text of anybody.
[[nodiscard]] std::string summary(const CallReport& report);

/// What a call tells its caller, at the ai home.
struct CallListener {
    /// A piece of the answer, restored; the view lives until the return. Never for an answer with a
    /// schema: that comes whole and checked, or not at all.
    std::function<void(std::string_view)> delta;
    /// Exactly once, and nothing after it; never inside start().
    std::function<void(const CallReport&)> ended;
};

/// Hears what concerns more than one call. At the ai home, in the midst of a call's work: it takes note
/// and does not call the client.
class ClientObserver
{
public:
    virtual ~ClientObserver() = default;
    virtual void breakerChanged(const BreakerKey& /*key*/, const BreakerEvent& /*event*/) {}
    /// A retry was due, and the endpoint's budget had none left.
    virtual void budgetExhausted(const std::string& /*endpoint*/) {}
    /// The trace record; also of calls whose caller has gone.
    virtual void callEnded(const CallReport& /*report*/) {}
};

} // namespace ai
