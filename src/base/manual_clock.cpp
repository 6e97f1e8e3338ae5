// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/manual_clock.h"

namespace base {

ManualClock::ManualClock(WallTime start) : m_wallMs(toMs(start))
{
}

WallTime ManualClock::wall() const
{
    return fromMs(m_wallMs.load());
}

SteadyTime ManualClock::steady() const
{
    return SteadyTime(std::chrono::nanoseconds(m_steadyNs.load()));
}

void ManualClock::advance(milliseconds by)
{
    m_wallMs += by.count();
    m_steadyNs += std::chrono::nanoseconds(by).count();
}

void ManualClock::setWall(WallTime time)
{
    m_wallMs = toMs(time);
}

} // namespace base
