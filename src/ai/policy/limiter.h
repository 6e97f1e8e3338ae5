// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/policy/server_limits.h"
#include "ai/policy/token_bucket.h"

#include <optional>

namespace ai {

struct LimiterConfig {
    std::int64_t requestsPerMinute = 0; ///< 0: no limit of ours
    std::int64_t tokensPerMinute = 0;   ///< question and answer together
    std::int64_t leastAnswer = 256;     ///< tokens; an answer is not made shorter than this
};

/// What a call is going to need, guessed.
struct TokenNeed {
    std::int64_t prompt = 0;
    std::int64_t answer = 0; ///< at most
};

/// Keeps one model at one endpoint under its requests and tokens a minute: those that we were
/// configured with, and those that the server tells in its answers. Used at one home.
///
///   const auto grant = limiter.take(need, patience);
///   … the call is sent with grant.answer as its most …
///   limiter.settle(grant, usage);
class Limiter
{
public:
    struct Grant {
        base::milliseconds wait{0}; ///< more than 0: nothing was taken, come again after that
        std::int64_t reserved = 0;  ///< tokens
        std::int64_t answer = 0;    ///< tokens that the answer may have; perhaps fewer than wished
    };

    Limiter(const LimiterConfig& config, const base::Clock& clock);

    /// Where the server has fewer tokens left than needed: waits for them if that takes no longer than
    /// `patience`, else makes the answer shorter.
    [[nodiscard]] Grant take(const TokenNeed& need, base::milliseconds patience);
    /// Puts the tokens really used in the place of the guess. The request itself stays counted.
    void settle(const Grant& grant, std::int64_t usedTokens);
    /// From an answer's headers. What they do not say stays as it was known.
    void learn(const ToldLimits& told);
    /// Forgets what servers told.
    void reset();

private:
    struct Known {
        std::int64_t remaining = 0;
        base::SteadyTime reset;
    };
    static void learn(std::optional<Known>& known, const ToldLimit& told, base::SteadyTime now);
    void forgetOld(base::SteadyTime now);

    const LimiterConfig m_config;
    const base::Clock& m_clock;
    std::optional<TokenBucket> m_requests;
    std::optional<TokenBucket> m_tokens;
    std::optional<Known> m_toldRequests;
    std::optional<Known> m_toldTokens;
};

} // namespace ai
