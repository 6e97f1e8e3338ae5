// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/runner.h"
#include "probes/watch/rounds.h"

namespace probes {

/// Runs the same checks in the rounds after a release, as Where::Schedule: of what is ordered only
/// HTTP, TCP, TLS and metric checks run. Rounds are counted from the release on the wall clock, so a
/// program that was ended goes on where it would be; what was missed meanwhile is not made up for, and
/// a round that takes longer than to the next leaves that out. Lives where its runner does.
class Schedule
{
public:
    struct Listener {
        /// Of each check, in their order.
        std::function<void(const Round&, const Finding&)> found;
        std::function<void()> over = {}; ///< after the last check of the last round
    };
    /// What it is made with outlives it. \param order its `where` is not looked at
    Schedule(Runner& runner, base::Timers& timers, const base::Clock& clock, Order order,
             Rounds rounds, base::WallTime releasedAt, Listener listener);
    /// Cancels a round under way; nobody is told.
    ~Schedule();
    Schedule(const Schedule&) = delete;
    Schedule& operator=(const Schedule&) = delete;

private:
    void arm();
    void considerOver();
    void wake(const Round& round);
    void run(const Round& round);

    Runner& m_runner;
    base::Timers& m_timers;
    const base::Clock& m_clock;
    const Order m_order;
    const Rounds m_rounds;
    const base::WallTime m_releasedAt;
    const Listener m_listener;
    base::WallTime m_last; ///< rounds up to here are over
    bool m_hasNoMore = false;
    base::TimerId m_timer;
    std::shared_ptr<bool> m_isAlive = std::make_shared<bool>(true);
    std::optional<RunId> m_run;
};

} // namespace probes
