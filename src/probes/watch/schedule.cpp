// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/watch/schedule.h"

#include <algorithm>

namespace probes {

namespace {
/// A wall clock may be set: it is looked at again at least so often.
constexpr base::milliseconds kLongestSleep{30'000};

Order scheduled(Order order)
{
    order.where = Where::Schedule;
    order.confirmed.clear();
    return order;
}
} // namespace

Schedule::Schedule(Runner& runner, base::Timers& timers, const base::Clock& clock, Order order,
                   Rounds rounds, base::WallTime releasedAt, Listener listener)
    : m_runner(runner), m_timers(timers), m_clock(clock), m_order(scheduled(std::move(order))),
      m_rounds(std::move(rounds)), m_releasedAt(releasedAt), m_listener(std::move(listener)),
      m_last(std::max(releasedAt, clock.wall()))
{
    arm();
}

Schedule::~Schedule()
{
    *m_isAlive = false;
    m_timers.cancel(m_timer);
    if (m_run)
        m_runner.cancel(*m_run);
}

void Schedule::arm()
{
    const auto next = nextRound(m_rounds, m_releasedAt, m_last);
    if (!next) {
        m_hasNoMore = true;
        considerOver();
        return;
    }
    const auto wait = std::clamp<base::milliseconds>(next->at - m_clock.wall(),
                                                     base::milliseconds(0), kLongestSleep);
    m_timer = m_timers.after(wait, [this, round = *next] { wake(round); });
}

void Schedule::wake(const Round& round)
{
    const base::WallTime now = m_clock.wall();
    if (now < round.at) {
        arm();
        return;
    }
    // The newest round that is due; those before it were slept through.
    Round due = round;
    for (auto next = nextRound(m_rounds, m_releasedAt, due.at); next && next->at <= now;
         next = nextRound(m_rounds, m_releasedAt, due.at))
        due = *next;
    m_last = due.at;
    if (!m_run)
        run(due);
    arm();
}

void Schedule::considerOver()
{
    if (!m_hasNoMore || m_run)
        return;
    m_timers.cancel(m_timer);
    m_timer = m_timers.after(base::milliseconds(0), [over = m_listener.over] {
        if (over)
            over();
    });
}

void Schedule::run(const Round& round)
{
    const auto found = [this, round, isAlive = m_isAlive](const Finding& finding) {
        if (!*isAlive)
            return;
        const auto tell = m_listener.found; // this may be gone before it returns
        tell(round, finding);
    };
    const auto done = [this, isAlive = m_isAlive] {
        if (!*isAlive)
            return;
        m_run.reset();
        considerOver();
    };
    m_run = m_runner.run(m_order, {.found = found, .done = done});
}

} // namespace probes
