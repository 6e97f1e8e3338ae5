// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <algorithm>

namespace ai {

/// What "never" is: far enough away, and no sum with it overflows.
inline constexpr base::milliseconds kForever = std::chrono::hours(24 * 365 * 10);

/// `from` + `by` where neither a long process nor a huge configured duration can overflow.
[[nodiscard]] constexpr base::SteadyTime later(base::SteadyTime from, base::milliseconds by)
{
    const auto bounded = std::clamp(by, -kForever, kForever);
    const auto room = base::SteadyTime::max() - from;
    return bounded > base::milliseconds(0) && room < bounded ? base::SteadyTime::max()
                                                             : from + bounded;
}

/// Whole milliseconds from `now` to `then`, rounded up, never negative.
[[nodiscard]] constexpr base::milliseconds waitUntil(base::SteadyTime now, base::SteadyTime then)
{
    return then <= now ? base::milliseconds(0) : std::chrono::ceil<base::milliseconds>(then - now);
}

} // namespace ai
