// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/policy/retry.h"
#include "base/clock.h"
#include "base/random.h"

#include <cstdint>

namespace ai {

/// Shut for everybody when one call is told to wait (429, Retry-After): who queues waits too, and all
/// are let go one after the other, not together. Used at one home.
///
///   auto place = gate.reserve();
///   … wait until place.at …
///   if (!gate.stillHolds(place)) …   // it was shut again meanwhile: reserve anew
class Gate
{
public:
    struct Place {
        base::SteadyTime at; ///< not in the future: go now
        std::uint64_t closing = 0;
    };

    /// `mostSpacing`: between two that are let go, and half as much by chance; less after a short pause,
    /// so that a row of twenty takes no longer than the pause itself did.
    Gate(const base::Clock& clock, base::Random& random,
         base::milliseconds mostSpacing = base::milliseconds(250))
        : m_clock(clock), m_random(random), m_mostSpacing(mostSpacing), m_spacing(mostSpacing)
    {
    }

    /// Shuts it for that long; never opens it earlier than it would.
    void close(base::milliseconds wait);
    /// Told to wait, but not how long: shuts it for base x 2ⁿ, at most cap, where n counts the times
    /// since relax(). Nothing while it is shut: what comes then had left before.
    void closeLonger(const BackoffConfig& config);
    /// The server serves again: the next closeLonger() begins from base.
    void relax() noexcept { m_inRow = 0; }
    /// The next place in the row.
    [[nodiscard]] Place reserve();
    [[nodiscard]] bool stillHolds(const Place& place) const noexcept
    {
        return place.closing == m_closings;
    }
    /// When the next one would be let go, from now; takes no place.
    [[nodiscard]] base::milliseconds wait() const;
    /// Opens it, by hand.
    void reset();

private:
    const base::Clock& m_clock;
    base::Random& m_random;
    const base::milliseconds m_mostSpacing;
    base::milliseconds m_spacing;
    int m_inRow = 0; ///< closings of unknown length
    std::uint64_t m_closings = 0;
    base::SteadyTime m_openAt;
    base::SteadyTime m_next; ///< the first place that is free
};

} // namespace ai
