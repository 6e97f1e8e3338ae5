// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/timers.h"

#include <vector>

namespace base {

TimerId TimerQueue::after(milliseconds delay, Task work)
{
    const TimerId id{++m_last};
    const SteadyTime deadline = m_clock.steady() + delay;
    m_queue.emplace(Key{deadline, id}, std::move(work));
    m_deadlines.emplace(id, deadline);
    return id;
}

void TimerQueue::cancel(TimerId id)
{
    const auto it = m_deadlines.find(id);
    if (it == m_deadlines.end())
        return;
    m_queue.erase(Key{it->second, id});
    m_deadlines.erase(it);
}

std::optional<SteadyTime> TimerQueue::nextDeadline() const
{
    if (m_queue.empty())
        return std::nullopt;
    return m_queue.begin()->first.first;
}

int TimerQueue::fireDue()
{
    const SteadyTime now = m_clock.steady();
    const qint64 newest = m_last;
    std::vector<Key> due;
    for (const auto& [key, work] : m_queue) {
        if (key.first > now)
            break;
        due.push_back(key);
    }
    int fired = 0;
    for (const Key& key : due) {
        // An earlier one may have cancelled it.
        auto node = m_queue.extract(key);
        if (node.empty() || key.second.value > newest)
            continue;
        m_deadlines.erase(key.second);
        node.mapped()();
        ++fired;
    }
    return fired;
}

} // namespace base
