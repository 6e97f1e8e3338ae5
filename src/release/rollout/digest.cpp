// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/rollout/digest.h"

#include "release/rollout/rollback.h"

#include <algorithm>
#include <map>

namespace release {

namespace {

constexpr minutes kRound{5};
constexpr minutes kDay{24 * 60};
constexpr int kDays = 3;

/// By the time of a round: whether a check of it failed.
using RoundsSeen = std::map<WallTime, bool>;

/// A round belongs to the day that it closes: that of minute 1440 to the first.
WallTime roundOf(WallTime first, WallTime at)
{
    return first + (at - first) / kRound * kRound;
}

bool isOfDay(const DayDigest& day, WallTime first, WallTime at)
{
    const WallTime round = roundOf(first, at);
    return at >= first && round <= day.to && (round > day.from || day.from == first);
}

bool isWorse(Side side, double value, double than)
{
    return side == Side::Above ? value > than : value < than;
}

void consider(DayDigest& day, const QString& title, Side side, const Reading& reading)
{
    const auto known =
        std::find_if(day.worst.begin(), day.worst.end(),
                     [&title](const WorstReading& each) { return each.title == title; });
    if (known == day.worst.end())
        day.worst.push_back({title, reading});
    else if (isWorse(side, reading.value, known->reading.value))
        known->reading = reading;
}

void addChecked(DayDigest& day, WallTime first, const Item& item, RoundsSeen& rounds)
{
    for (const Evidence& evidence : item.evidence) {
        if (evidence.kind != EvidenceKind::Check || !isOfDay(day, first, evidence.at))
            continue;
        bool& hasFailed = rounds[roundOf(first, evidence.at)];
        if (evidence.outcome == Outcome::Failed) {
            hasFailed = true;
            day.faults.push_back({item.plan.id, evidence.run.checkId, evidence.at});
        }
        const auto plan = std::find_if(
            item.plan.checks.begin(), item.plan.checks.end(),
            [&evidence](const CheckPlan& each) { return each.id == evidence.run.checkId; });
        if (plan == item.plan.checks.end() || plan->kind != CheckKind::Metric)
            continue;
        const auto side = ofName<Side>(plan->parameters.value(QLatin1String("badWhen")).toString());
        consider(day, plan->title.isEmpty() ? plan->id : plan->title, side.value_or(Side::Above),
                 {evidence.at, evidence.value});
    }
}

void addRead(DayDigest& day, const Release& release, const Readings& readings)
{
    for (const Watch& watch : watchesOf(release.canaryPlan, release.rollbackPlan)) {
        const auto series = readings.series.constFind(watch.figure);
        if (series == readings.series.constEnd())
            continue;
        for (const Reading& reading : *series) {
            if (reading.at >= day.from && reading.at < day.to)
                consider(day, watch.title.isEmpty() ? watch.figure : watch.title, watch.side,
                         reading);
        }
    }
}

DayDigest digestOf(const Release& release, const Readings& readings, WallTime first, WallTime from)
{
    DayDigest day{.from = from, .to = from + kDay, .faults = {}, .worst = {}};
    RoundsSeen rounds;
    for (const Item& item : release.items)
        addChecked(day, first, item, rounds);
    for (const auto& round : rounds)
        ++(round.second ? day.failed : day.passed);
    std::stable_sort(day.faults.begin(), day.faults.end(),
                     [](const RoundFault& a, const RoundFault& b) { return a.at < b.at; });
    addRead(day, release, readings);
    return day;
}

} // namespace

std::vector<DayDigest> digestsOf(const Release& release, const Readings& readings, WallTime now)
{
    std::vector<DayDigest> days;
    const auto first = lookedAfterFrom(release);
    for (int day = 0; first && day < kDays; ++day) {
        const WallTime from = *first + day * kDay;
        if (from <= now)
            days.push_back(digestOf(release, readings, *first, from));
    }
    return days;
}

} // namespace release
