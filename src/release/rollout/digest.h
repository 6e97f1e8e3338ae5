// SPDX-License-Identifier: GPL-3.0-or-later
// What the three days after a release, or after it was taken back, were like, as far as somebody looked.
#pragma once

#include "release/rollout/watching.h"

#include <optional>
#include <vector>

namespace release {

/// A check that did not pass in a round.
struct RoundFault {
    ItemId item;
    QString check; ///< its id in the item's plan
    WallTime at;
    bool operator==(const RoundFault&) const = default;
};

/// The worst that a figure was, seen from the side where it is bad.
struct WorstReading {
    QString title; ///< of the watch, or of the check that read it
    Reading reading;
    bool operator==(const WorstReading&) const = default;
};

/// A day counts from lookedAfterFrom(), not from midnight. A round is all that was checked within five minutes; it
/// passes where every check in it did. Without rounds nobody looked.
struct DayDigest {
    WallTime from, to;
    int passed = 0, failed = 0; ///< rounds
    std::vector<RoundFault> faults;
    std::vector<WorstReading> worst; ///< of what is kept of the figures
    [[nodiscard]] bool wasLookedAt() const noexcept { return passed + failed > 0; }
};

/// Of each day that has begun, at most three; none before the release is out.
/// \param readings what is kept of the watched figures; those that checks read are in the release
[[nodiscard]] std::vector<DayDigest> digestsOf(const Release& release, const Readings& readings,
                                               WallTime now);

} // namespace release
