// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release_commands/release_command.h"
#include "probes/watch/rounds.h"

namespace app {

/// A command that does its work again and again: --every 30s|5m|1h and --for the same.
inline const std::vector<const char*> kRoundOptions{"every", "for"};

/// Nothing: once, for neither is given; of one that is missing what is usual after a release. Invalid: no
/// time from 10 s to 24 h, or longer from round to round than all of it.
[[nodiscard]] base::Result<std::optional<probes::Rounds>>
roundsGiven(const CommandContext& context);

/// Says when the next round is. Counted from now, evenly, whatever the wall clock does; a round that takes
/// longer than to the next leaves that out.
class RoundClock
{
public:
    RoundClock(CommandContext& context, const probes::Rounds& rounds);
    /// Waits for the next; false: there is none any more, or Ctrl-C was pressed.
    [[nodiscard]] bool next();
    [[nodiscard]] int number() const noexcept
    {
        return m_number;
    } ///< of the round that is on, from 1
    [[nodiscard]] base::WallTime at() const noexcept { return m_at; } ///< when it began

private:
    CommandContext& m_context;
    const probes::Rounds m_rounds;
    const base::WallTime m_from;
    const base::SteadyTime m_began;
    base::WallTime m_at;
    int m_number = 1;
};

} // namespace app
