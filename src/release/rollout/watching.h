// SPDX-License-Identifier: GPL-3.0-or-later
// Has a watched figure passed its limit, for long enough?
#pragma once

#include "release/values.h"

#include <QHash>

#include <map>
#include <vector>

namespace release {

struct Reading {
    WallTime at;
    double value = 0;
    bool operator==(const Reading&) const = default;
};

/// What is known of the figures. Readings ascend in time.
struct Readings {
    QHash<QString, std::vector<Reading>> series;
    QHash<QString, double> baselines; ///< values before the release
};

/// A reading older than this says nothing of now: the shop's own alert rules call it "no data".
inline constexpr minutes kStaleAfter{5};

enum class WatchState {
    Fine,
    Suspect,  ///< beyond the limit, not for long enough yet
    Breached, ///< beyond it in every reading of the time that the watch asks for, and still
    NoData,   ///< no reading, an old one, one that is no number, or no baseline to compare with
};
template <>
struct Names<WatchState> {
    static constexpr std::array kAll{"fine", "suspect", "breached", "no_data"};
};

/// Readings from after `now` are not looked at.
[[nodiscard]] WatchState watched(const Watch& watch, const Readings& readings, WallTime now);

/// Since when a watched figure is beyond its limit, without a break; nothing: it is not now, or not known.
[[nodiscard]] std::optional<WallTime> beyondSince(const Watch& watch, const Readings& readings,
                                                  WallTime now);
/// The limit in the figure's own measure. Nothing: it is one of a baseline that is not known.
[[nodiscard]] std::optional<double> limitOf(const Watch& watch, const Readings& readings);

/// The triggers whose watch is breached, in the plan's order.
[[nodiscard]] std::vector<RollbackTrigger> triggered(const RollbackPlan& plan,
                                                     const Readings& readings, WallTime now);

/// What a canary watches and what the triggers of a rollback do, each figure once.
[[nodiscard]] std::vector<Watch> watchesOf(const CanaryPlan& canary, const RollbackPlan& rollback);

/// For how long a figure may have to be beyond its limit until one of them says so.
[[nodiscard]] minutes longestSustained(const CanaryPlan& canary, const RollbackPlan& rollback);

/// Of each watch its newest reading and what it says, "0.2 breached" by the watch's id: what a decision
/// rested on. Without those that have no reading of now.
[[nodiscard]] std::map<QString, QString> readingsNow(const std::vector<Watch>& watches,
                                                     const Readings& readings, WallTime now);

} // namespace release
