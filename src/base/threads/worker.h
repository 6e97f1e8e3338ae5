// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/home.h"
#include "base/threads/timers.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace base {

/// A home with a thread of its own. It empties its mailbox in batches and then calls `afterBatch`,
/// which is where the store commits a group and answers everybody in it. Where there is an
/// `afterBatch`, what comes while a batch is worked at joins it, up to `kBatchBound` pieces.
class Worker
{
public:
    static constexpr std::size_t kBatchBound = 64;

    struct Options {
        std::string name;                 ///< thread name, at most 15 characters
        std::size_t bound = 4096;         ///< of the mailbox
        std::function<void()> atStart;    ///< on the thread, before the first work
        std::function<void()> afterBatch; ///< on the thread, after each batch of work
        std::function<void()> atEnd;      ///< on the thread, after the last work
    };

    Worker(const Clock& clock, Options options);
    /// Stops and joins.
    ~Worker();

    void start();
    /// Finishes the work that was accepted, then ends the thread; later work is refused. Idempotent.
    void stop();

    [[nodiscard]] const std::shared_ptr<Home>& home() const noexcept { return m_home; }
    [[nodiscard]] bool post(Task work) { return m_home->mailbox().post(std::move(work)); }
    /// Used on this worker's thread only.
    [[nodiscard]] Timers& timers() noexcept { return m_timers; }
    [[nodiscard]] bool isHere() const noexcept
    {
        return std::this_thread::get_id() == m_thread.get_id();
    }

private:
    struct Bell;
    void run();
    void runBatch(std::deque<Task> batch);

    const Clock& m_clock;
    Options m_options;
    std::shared_ptr<Bell> m_bell;
    std::shared_ptr<Home> m_home;
    TimerQueue m_timers;
    std::thread m_thread;
};

} // namespace base
