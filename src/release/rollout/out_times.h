// SPDX-License-Identifier: GPL-3.0-or-later
// When customers had a release, and what the figures were without it.
#pragma once

#include "release/ledger/ledger.h"
#include "release/rollout/watching.h"

namespace release {

/// From a begin until it was aborted or taken back; `until` is empty while it is out.
struct OutTime {
    WallTime from;
    std::optional<WallTime> until;
    bool operator==(const OutTime&) const = default;
};

/// As a release's ledger tells them, in their order.
[[nodiscard]] std::vector<OutTime> outTimes(const std::vector<LedgerEntry>& entries);

/// The readings that a baseline is made of: those before it was out for the first time, for whoever begins
/// anew compares with what was before all of it. Where there are none, those of the times between, when
/// nobody had it and what a figure looks back over was over too.
[[nodiscard]] std::vector<Reading> readingsWithout(const std::vector<Reading>& series,
                                                   const std::vector<OutTime>& out);

} // namespace release
