// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/manual_home.h"

#include <algorithm>
#include <thread>

namespace support {

ManualHome::ManualHome() : m_timers(m_clock), m_home(std::make_shared<base::Home>(100'000, [] {}))
{
}

int ManualHome::run()
{
    int count = 0;
    for (auto batch = m_home->mailbox().takeAll(); !batch.empty();
         batch = m_home->mailbox().takeAll()) {
        for (; !batch.empty(); batch.pop_front(), ++count)
            batch.front()();
    }
    return count;
}

bool ManualHome::runUntil(const std::function<bool()>& condition, base::milliseconds atMost)
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (true) {
        run();
        if (condition())
            return true;
        if (std::chrono::steady_clock::now() > end)
            return false;
        std::this_thread::sleep_for(std::chrono::microseconds(200));
    }
}

void ManualHome::advance(base::milliseconds by)
{
    const base::SteadyTime end = m_clock.steady() + by;
    run();
    for (auto next = m_timers.nextDeadline(); next && *next <= end;
         next = m_timers.nextDeadline()) {
        m_clock.advance(std::max(std::chrono::ceil<base::milliseconds>(*next - m_clock.steady()),
                                 base::milliseconds(0)));
        m_timers.fireDue();
        run();
    }
    m_clock.advance(std::chrono::ceil<base::milliseconds>(end - m_clock.steady()));
    run();
}

} // namespace support
