// SPDX-License-Identifier: GPL-3.0-or-later
// When a go is possible at the earliest, what decides that, and what is late. The critical-path method
// (Kelley and Walker, 1959) over what is still to be done: as if everybody had time for everything that
// can be begun, so a lower bound.
#pragma once

#include "release/outline.h"
#include "release/values.h"

#include <vector>

namespace release {

struct ItemTimes {
    WallTime begin, end; ///< the earliest
    /// How long it may be late without the go being late. Nothing where the go does not need it.
    std::optional<minutes> slack;
    bool operator==(const ItemTimes&) const = default;
};

struct Schedule {
    std::vector<ItemTimes> items;     ///< in the release's order
    WallTime earliest;                ///< when all that the go needs can be settled
    std::vector<ItemId> criticalPath; ///< open leaves, each waiting for the one before it
    std::vector<ItemId> unestimated;  ///< open leaves that the go needs: counted as no time at all
    std::vector<ItemId> late;         ///< open, and due before now
    std::vector<ItemId> atRisk;       ///< open, not late yet, and to end after it is due
    bool operator==(const Schedule&) const = default;
};

/// What is in doing needs its estimate less the time since it was begun.
[[nodiscard]] Schedule scheduleOf(const Outline& outline, const Release& release, WallTime now);

} // namespace release
