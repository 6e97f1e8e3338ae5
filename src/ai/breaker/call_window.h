// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <vector>

namespace ai {

/// How calls went over a while.
struct CallCounts {
    std::int64_t calls = 0;
    std::int64_t failures = 0;
    std::int64_t slow = 0; ///< may also be counted in none of the others' columns
    bool operator==(const CallCounts&) const = default;
};

/// Counts over the last while, in buckets of equal width that begin at multiples of the width on the
/// steady clock: what happened in a bucket counts until `buckets` widths after the bucket's begin,
/// and never longer than the window. Memory does not grow with the calls.
class CallWindow
{
public:
    /// \pre buckets > 0, and the window a multiple of it in milliseconds
    CallWindow(base::milliseconds window, int buckets);

    void add(base::SteadyTime now, const CallCounts& what);
    [[nodiscard]] CallCounts counts(base::SteadyTime now) const;
    void clear();

private:
    struct Bucket {
        std::int64_t number = -1;
        CallCounts counts;
    };
    [[nodiscard]] std::int64_t numberAt(base::SteadyTime time) const;

    const std::chrono::nanoseconds m_width;
    std::vector<Bucket> m_buckets;
};

} // namespace ai
