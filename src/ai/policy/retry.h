// SPDX-License-Identifier: GPL-3.0-or-later
// When a failed attempt may be sent again, and after how long. Pure but for chance.
#pragma once

#include "ai/wire/protocol.h"
#include "base/random.h"

#include <optional>

namespace ai {

/// What decides whether an attempt may be sent again.
struct RetryFacts {
    WireEnd end = WireEnd::Clean; ///< says something only where there is no status
    int status = 0;
    std::optional<bool> told;        ///< x-should-retry
    std::optional<ErrorClass> error; ///< what the server said, in a body or in the stream
    bool isDelivered = false;        ///< content has reached the caller: committed
};

/// Without a status: where no connection was made, or it broke before any byte of an answer. With
/// one: 408, 409, 425, 429, 500, 502, 503, 504, 529, unless the server says otherwise. An error inside
/// a 200: where it is of the server's kind. Never once content was delivered, nor without credit.
[[nodiscard]] bool mayRetry(const RetryFacts& facts);

/// x-should-retry: true or false; nothing where it is absent or anything else.
[[nodiscard]] std::optional<bool> shouldRetryHeader(const Headers& headers);

struct BackoffConfig {
    base::milliseconds base{400};
    base::milliseconds cap{8'000};
};

/// The longest wait before the n-th retry, counted from 0: base x 2ⁿ, at most cap.
[[nodiscard]] base::milliseconds longestBackoff(const BackoffConfig& config, int retry);

/// "Full jitter": uniform in [0, longestBackoff] (aws.amazon.com/blogs/architecture,
/// "Exponential Backoff And Jitter").
[[nodiscard]] base::milliseconds fullJitter(const BackoffConfig& config, int retry,
                                            base::Random& random);

/// Never earlier than the server said, and never all clients together: `told` plus half to one base.
[[nodiscard]] base::milliseconds waitAsTold(const BackoffConfig& config, base::milliseconds told,
                                            base::Random& random);

} // namespace ai
