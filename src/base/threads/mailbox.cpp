// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/mailbox.h"

namespace base {

Mailbox::Mailbox(std::size_t bound, std::function<void()> wake)
    : m_bound(bound), m_wake(std::move(wake))
{
}

bool Mailbox::push(Task& work, bool bounded)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_closed || (bounded && m_queue.size() >= m_bound))
            return false;
        m_queue.push_back(std::move(work));
        m_depth.store(m_queue.size(), std::memory_order_relaxed);
        if (m_queue.size() > 1)
            return true;
    }
    const std::scoped_lock lock(m_wakeMutex);
    if (m_wakes)
        m_wake();
    return true;
}

// What push() refuses is destroyed here, outside the lock: dropping a Reply posts elsewhere.
bool Mailbox::post(Task work)
{
    return push(work, true);
}

void Mailbox::deliver(Task work)
{
    push(work, false);
}

std::deque<Task> Mailbox::takeAll()
{
    std::deque<Task> taken;
    const std::scoped_lock lock(m_mutex);
    taken.swap(m_queue);
    m_depth.store(0, std::memory_order_relaxed);
    return taken;
}

void Mailbox::close()
{
    std::deque<Task> dropped;
    {
        const std::scoped_lock lock(m_mutex);
        m_closed = true;
        dropped.swap(m_queue);
        m_depth.store(0, std::memory_order_relaxed);
    }
    const std::scoped_lock lock(m_wakeMutex);
    m_wakes = false;
}

} // namespace base
