// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>

namespace ai {

/// How many retries an endpoint may get, so that a failing server is not sent more than it was.
/// Holds at most ten tokens: a retry takes one, a time-out two, a success gives a tenth, and every ten
/// seconds without a failure give one. First attempts need none. (After gRPC's retry throttling,
/// proposal A6, with a clock beside it.) Used at one home.
class RetryBudget
{
public:
    struct Config {
        int tokens = 10;
        base::milliseconds quiet{10'000}; ///< without a failure, for one token
    };

    explicit RetryBudget(const base::Clock& clock) : RetryBudget(clock, Config{}) {}
    RetryBudget(const base::Clock& clock, const Config& config);

    [[nodiscard]] bool hasRetry();
    /// Takes a token; false where there is none left.
    [[nodiscard]] bool takeRetry();
    void onSuccess();
    void onFailure();
    void onTimeout();

    /// Tenths of a token.
    [[nodiscard]] std::int64_t tenths();

private:
    void refill();
    void lose(std::int64_t tenths);

    const base::Clock& m_clock;
    const Config m_config;
    std::int64_t m_tenths;
    base::SteadyTime m_quietSince;
};

} // namespace ai
