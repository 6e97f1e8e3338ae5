// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/rollout/watching.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace release {

namespace {

bool isBeyond(const Watch& watch, double value, double limit)
{
    return watch.side == Side::Above ? value > limit : value < limit;
}

/// From the oldest to the newest of those looked at.
bool growsWorse(const Watch& watch, const std::vector<Reading>& run)
{
    return run.size() > 1 && isBeyond(watch, run.back().value, run.front().value);
}

/// The newest readings that are beyond the limit without a break, neither in value nor in time. Nothing:
/// it cannot be said of now.
std::optional<std::vector<Reading>> runBeyond(const Watch& watch, const Readings& readings,
                                              WallTime now)
{
    const auto limit = limitOf(watch, readings);
    const auto series = readings.series.constFind(watch.figure);
    if (!limit || series == readings.series.constEnd())
        return std::nullopt;
    const auto end =
        std::upper_bound(series->begin(), series->end(), now,
                         [](WallTime time, const Reading& each) { return time < each.at; });
    if (end == series->begin() || now - std::prev(end)->at > kStaleAfter ||
        !std::isfinite(std::prev(end)->value))
        return std::nullopt;
    auto first = end;
    while (first != series->begin() && isBeyond(watch, std::prev(first)->value, *limit) &&
           (first == end || first->at - std::prev(first)->at <= kStaleAfter))
        --first;
    return std::vector<Reading>(first, end);
}

} // namespace

std::optional<double> limitOf(const Watch& watch, const Readings& readings)
{
    if (!watch.isOfBaseline)
        return watch.limit;
    const auto baseline = readings.baselines.constFind(watch.figure);
    if (baseline == readings.baselines.constEnd() || !std::isfinite(*baseline))
        return std::nullopt;
    return watch.limit * *baseline;
}

std::optional<WallTime> beyondSince(const Watch& watch, const Readings& readings, WallTime now)
{
    const auto run = runBeyond(watch, readings, now);
    return run && !run->empty() ? std::optional(run->front().at) : std::nullopt;
}

WatchState watched(const Watch& watch, const Readings& readings, WallTime now)
{
    const auto run = runBeyond(watch, readings, now);
    if (!run)
        return WatchState::NoData;
    if (run->empty() || (watch.andGrowing && run->size() > 1 && !growsWorse(watch, *run)))
        return WatchState::Fine;
    const bool isLong = now - run->front().at >= watch.sustained;
    const bool isBreach = isLong && (!watch.andGrowing || growsWorse(watch, *run));
    return isBreach ? WatchState::Breached : WatchState::Suspect;
}

std::vector<RollbackTrigger> triggered(const RollbackPlan& plan, const Readings& readings,
                                       WallTime now)
{
    std::vector<RollbackTrigger> result;
    std::copy_if(plan.triggers.begin(), plan.triggers.end(), std::back_inserter(result),
                 [&](const RollbackTrigger& trigger) {
                     return trigger.watch &&
                            watched(*trigger.watch, readings, now) == WatchState::Breached;
                 });
    return result;
}

std::vector<Watch> watchesOf(const CanaryPlan& canary, const RollbackPlan& rollback)
{
    std::vector<Watch> watches;
    const auto add = [&watches](const Watch& watch) {
        const bool isKnown =
            std::any_of(watches.begin(), watches.end(),
                        [&watch](const Watch& known) { return known.figure == watch.figure; });
        if (!isKnown)
            watches.push_back(watch);
    };
    for (const Watch& watch : canary.watches)
        add(watch);
    for (const RollbackTrigger& trigger : rollback.triggers) {
        if (trigger.watch)
            add(*trigger.watch);
    }
    return watches;
}

minutes longestSustained(const CanaryPlan& canary, const RollbackPlan& rollback)
{
    minutes longest{0};
    for (const Watch& watch : canary.watches)
        longest = std::max(longest, watch.sustained);
    for (const RollbackTrigger& trigger : rollback.triggers)
        longest = std::max(longest, trigger.watch ? trigger.watch->sustained : minutes(0));
    return longest;
}

std::map<QString, QString> readingsNow(const std::vector<Watch>& watches, const Readings& readings,
                                       WallTime now)
{
    std::map<QString, QString> said;
    for (const Watch& watch : watches) {
        const WatchState state = watched(watch, readings, now);
        if (state == WatchState::NoData)
            continue;
        const auto& series = *readings.series.constFind(watch.figure);
        const auto end =
            std::upper_bound(series.begin(), series.end(), now,
                             [](WallTime time, const Reading& each) { return time < each.at; });
        said[watch.id] =
            QString::number(std::prev(end)->value, 'g', 6) + QLatin1Char(' ') + nameText(state);
    }
    return said;
}

} // namespace release
