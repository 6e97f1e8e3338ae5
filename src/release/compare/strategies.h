// SPDX-License-Identifier: GPL-3.0-or-later
// Two ways to the same release, side by side: what blocks each, and when each could go.
#pragma once

#include "release/compare/difference.h"
#include "release/gate.h"
#include "release/schedule.h"

namespace release {

/// One way.
struct Outlook {
    std::vector<Reason> reasons;  ///< of the gate: what blocks it
    std::vector<ItemId> blockers; ///< open ones, in the release's order
    std::vector<ItemId> criticalPath;
    std::vector<ItemId> unestimated; ///< the date is at best as said when there are any
    WallTime earliest;
    minutes remaining{0}; ///< the sum of what the go needs, as if one did it all
    bool operator==(const Outlook&) const = default;
};

struct Comparison {
    Outlook first, second;
    std::vector<ItemDifference> differences; ///< from the first to the second
    bool operator==(const Comparison&) const = default;
};

/// The state of `release` under another plan for the same items: items that the other plan does not
/// have are left out, those that it adds are to do.
[[nodiscard]] Release underPlan(const Release& release, const Template& plan);

/// The first plan fault of either, else both outlooks at the question's time.
[[nodiscard]] tl::expected<Comparison, PlanFault>
compared(const Release& first, const Release& second, const GateQuestion& question);

} // namespace release
