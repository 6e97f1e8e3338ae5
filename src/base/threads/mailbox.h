// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/task.h"

#include <atomic>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>

namespace base {

/// The only thing that crosses threads: a bounded queue of work for one home. `wake` is called
/// when the queue stops being empty; it only signals, and is never called after close(). It has a
/// lock of its own, so that who was woken does not run into the lock of who woke him.
class Mailbox
{
public:
    Mailbox(std::size_t bound, std::function<void()> wake);

    /// New work. False when the bound is reached or the box is closed: the caller says Busy or
    /// Cancelled, and the work is destroyed unrun. Any thread.
    [[nodiscard]] bool post(Task work);

    /// The answer to accepted work: never refused for the bound. Dropped when closed. Any thread.
    void deliver(Task work);

    /// Everything that waits, in order. Home thread.
    [[nodiscard]] std::deque<Task> takeAll();

    /// Refuses what comes, drops what waits (which answers Cancelled). Any thread, once.
    void close();

    /// How many pieces of work wait. Any thread, without the lock.
    [[nodiscard]] std::size_t depth() const noexcept
    {
        return m_depth.load(std::memory_order_relaxed);
    }

private:
    bool push(Task& work, bool bounded);

    const std::size_t m_bound;
    const std::function<void()> m_wake;
    std::mutex m_mutex;
    std::deque<Task> m_queue;
    std::atomic<std::size_t> m_depth{0};
    bool m_closed = false;
    std::mutex m_wakeMutex;
    bool m_wakes = true; ///< until close()
};

} // namespace base
