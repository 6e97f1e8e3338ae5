// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <chrono>
#include <optional>
#include <vector>

namespace probes {

/// When the checks after a release run, counted from it (spec: releases, "After release").
struct Rounds {
    std::chrono::seconds every = std::chrono::minutes(5);
    std::chrono::seconds lasts = std::chrono::hours(4);
    std::vector<std::chrono::minutes> moments{std::chrono::minutes(15), std::chrono::minutes(60),
                                              std::chrono::minutes(180)};
};

struct Round {
    base::WallTime at;
    bool isMoment = false; ///< one of Rounds::moments: somebody looks at it
    bool operator==(const Round&) const = default;
};

/// The first round later than `after`; nothing once all are over. The release's own time is none.
[[nodiscard]] std::optional<Round> nextRound(const Rounds& rounds, base::WallTime releasedAt,
                                             base::WallTime after);

} // namespace probes
