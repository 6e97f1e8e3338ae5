// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/rollout/out_times.h"

#include "release/rollout/canary.h"

#include <algorithm>

namespace release {

namespace {

/// What rates and ratios look back over: a reading after the end still tells of before it.
constexpr minutes kEcho{5};

/// "aborted -> running"
std::optional<CanaryStatus> statusOf(const LedgerEntry& entry)
{
    const auto status = entry.fields.find(QStringLiteral("status"));
    if (entry.kind != QLatin1String("canary") || status == entry.fields.end())
        return std::nullopt;
    return ofName<CanaryStatus>(status->second.section(QStringLiteral(" -> "), 1));
}

bool isOutAt(const std::vector<OutTime>& out, WallTime at)
{
    return std::any_of(out.begin(), out.end(), [at](const OutTime& each) {
        return at >= each.from && (!each.until || at < *each.until + kEcho);
    });
}

} // namespace

std::vector<OutTime> outTimes(const std::vector<LedgerEntry>& entries)
{
    std::vector<OutTime> out;
    for (const LedgerEntry& entry : entries) {
        const auto status = statusOf(entry);
        if (!status)
            continue;
        const bool wasOut = !out.empty() && !out.back().until;
        if (reachesSomebody(*status) && !wasOut)
            out.push_back({entry.at, std::nullopt});
        else if (!reachesSomebody(*status) && wasOut)
            out.back().until = entry.at;
    }
    return out;
}

std::vector<Reading> readingsWithout(const std::vector<Reading>& series,
                                     const std::vector<OutTime>& out)
{
    std::vector<Reading> without;
    if (out.empty())
        return without;
    const auto takeIf = [&](const auto& isMeant) {
        std::copy_if(series.begin(), series.end(), std::back_inserter(without), isMeant);
    };
    takeIf([&](const Reading& each) { return each.at < out.front().from; });
    if (without.empty())
        takeIf([&](const Reading& each) {
            return each.at < out.back().from && !isOutAt(out, each.at);
        });
    return without;
}

} // namespace release
