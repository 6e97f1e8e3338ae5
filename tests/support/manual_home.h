// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "base/threads/home.h"
#include "base/threads/timers.h"

#include <functional>

namespace support {

/// A home that the test drives: nothing runs until run(), and time stands until advance().
class ManualHome
{
public:
    ManualHome();

    [[nodiscard]] const std::shared_ptr<base::Home>& home() const noexcept { return m_home; }
    [[nodiscard]] base::ManualClock& clock() noexcept { return m_clock; }
    [[nodiscard]] base::Timers& timers() noexcept { return m_timers; }

    /// Runs what waits, and what that posts here, until nothing is left; returns how many.
    int run();
    /// Runs (and sleeps in between) until the condition holds; false after `atMost` of real time.
    bool runUntil(const std::function<bool()>& condition,
                  base::milliseconds atMost = base::milliseconds(10'000));
    /// Moves the clock in steps from timer to timer, running each.
    void advance(base::milliseconds by);

private:
    base::ManualClock m_clock;
    base::TimerQueue m_timers;
    std::shared_ptr<base::Home> m_home;
};

} // namespace support
