// SPDX-License-Identifier: GPL-3.0-or-later
// How one attempt ended, and what that means: for the breaker, for a retry, for the chain, for the
// caller. Pure.
#pragma once

#include "ai/breaker/breakers.h"
#include "ai/client/chain.h"
#include "ai/policy/retry.h"
#include "ai/policy/server_limits.h"
#include "ai/wire/protocol.h"

#include <optional>
#include <string>

namespace ai {

/// Everything that was seen of one exchange.
struct AttemptEnd {
    enum class How {
        Read,      ///< the reader came to an end: `answer`
        Wire,      ///< the exchange did, without an answer that could be read: `wire`
        Limit,     ///< a deadline of the attempt was passed: `limit`
        CallLimit, ///< one of the whole call was: `limit`
        Cancelled,
    };
    How how = How::Wire;
    WireEnd wire = WireEnd::Clean;
    Limit limit = Limit::Total;
    AnswerState answer;
    int status = 0;
    std::string requestId;
    std::optional<bool> shouldRetry;
    std::optional<base::milliseconds> retryAfter;
    ToldLimits told;
    bool isConnected = false;
    bool isSent = false; ///< the whole body
    bool hasContent = false;
    bool isPaused = false; ///< the caller does not read: what is late is not the server's fault
    std::size_t bytesOfContent = 0;
    std::optional<base::milliseconds> timeToContent;
    base::milliseconds duration{0};
};

/// What is known of the call besides.
struct CallSide {
    bool isDelivered = false;         ///< content has reached the caller
    std::string partial;              ///< that content
    base::milliseconds slowAfter{0};  ///< a first content later than this is slow
    base::milliseconds firstLimit{0}; ///< what the call had to its first content
};

struct Judgement {
    Verdict verdict = Verdict::Ignored;
    Reach reach = Reach::Nowhere;
    Outcome outcome;
    bool mayRetry = false;
    Next next = Next::Finish; ///< where there is no retry
    std::string reason;       ///< one word, for trace and log
};

[[nodiscard]] Judgement judge(const AttemptEnd& end, const CallSide& call);

/// A peer that closed exactly when we sent, before any byte of an answer: a kept connection that had
/// gone stale. Sent again once, at once, outside all counts.
[[nodiscard]] bool isStaleConnection(const AttemptEnd& end) noexcept;

} // namespace ai
