// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/watch/rounds.h"

#include <algorithm>

namespace probes {

namespace {

std::optional<base::WallTime> nextRegular(const Rounds& rounds, base::WallTime releasedAt,
                                          base::WallTime after)
{
    if (rounds.every <= std::chrono::seconds(0))
        return std::nullopt;
    const base::milliseconds every = rounds.every;
    const auto count = std::max<qint64>(0, (after - releasedAt) / every) + 1;
    const auto at = releasedAt + every * count;
    return at - releasedAt <= rounds.lasts ? std::optional(at) : std::nullopt;
}

} // namespace

std::optional<Round> nextRound(const Rounds& rounds, base::WallTime releasedAt,
                               base::WallTime after)
{
    std::optional<Round> next;
    if (const auto at = nextRegular(rounds, releasedAt, after))
        next = Round{*at, false};
    for (const auto moment : rounds.moments) {
        const base::WallTime at = releasedAt + moment;
        if (at > after && (!next || at <= next->at))
            next = Round{at, true};
    }
    return next;
}

} // namespace probes
