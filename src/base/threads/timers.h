// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/threads/task.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace base {

using TimerId = StrongNumber<struct TimerTag>;

/// One-shot timers of one home; used at that home only. What runs, runs at that home.
class Timers
{
public:
    virtual ~Timers() = default;
    virtual TimerId after(milliseconds delay, Task work) = 0;
    /// Harmless for a timer that ran or was cancelled.
    virtual void cancel(TimerId id) = 0;
};

/// Timers kept in order of their deadline on a given clock. Whoever drives the home waits until
/// nextDeadline() and then calls fireDue().
class TimerQueue : public Timers
{
public:
    explicit TimerQueue(const Clock& clock) : m_clock(clock) {}

    TimerId after(milliseconds delay, Task work) override;
    void cancel(TimerId id) override;

    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;
    /// Runs what is due, in order of deadline; returns how many ran. A timer set meanwhile waits
    /// for the next call even when it is due at once, so a loop of timers cannot starve the home.
    int fireDue();

private:
    using Key = std::pair<SteadyTime, TimerId>;
    const Clock& m_clock;
    std::map<Key, Task> m_queue;
    std::unordered_map<TimerId, SteadyTime> m_deadlines;
    qint64 m_last = 0;
};

} // namespace base
