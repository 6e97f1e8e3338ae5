// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>

namespace ai {

/// At most `burst` at once and `perMinute` in the long run. Counted in whole nanoseconds of a minute,
/// so that it does not drift however long it runs. Steady time only. Used at one home.
class TokenBucket
{
public:
    /// The most that either figure may be.
    static constexpr std::int64_t kMost = 100'000'000;

    /// Full at the beginning. Figures are brought into [1, kMost].
    TokenBucket(std::int64_t perMinute, std::int64_t burst, base::SteadyTime now);

    /// How long until `amount` is there; 0: now. More than a burst counts as one, or it never would be.
    [[nodiscard]] base::milliseconds waitFor(std::int64_t amount, base::SteadyTime now);
    /// Takes without asking; the level may go below zero, and later takers wait for it.
    void take(std::int64_t amount, base::SteadyTime now);
    /// Gives back what was not used.
    void give(std::int64_t amount, base::SteadyTime now);
    /// Whole tokens.
    [[nodiscard]] std::int64_t level(base::SteadyTime now);

private:
    void fill(base::SteadyTime now);

    const std::int64_t m_perMinute;
    const std::int64_t m_capacity; ///< in tokens x nanoseconds of a minute
    std::int64_t m_level;
    base::SteadyTime m_filled;
};

} // namespace ai
