// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/worker.h"

#include <QtGlobal>

#include <pthread.h>

namespace base {

// Shared with the mailbox's wake function, so that it outlives the worker for replies in flight.
struct Worker::Bell {
    std::mutex mutex;
    std::condition_variable condition;
    bool rung = false;
    bool stopping = false;

    void ring()
    {
        {
            const std::scoped_lock lock(mutex);
            rung = true;
        }
        condition.notify_one();
    }
};

Worker::Worker(const Clock& clock, Options options)
    : m_clock(clock), m_options(std::move(options)), m_bell(std::make_shared<Bell>()),
      m_home(std::make_shared<Home>(m_options.bound, [bell = m_bell] { bell->ring(); })),
      m_timers(clock)
{
}

Worker::~Worker()
{
    stop();
}

void Worker::start()
{
    Q_ASSERT(!m_thread.joinable());
    m_thread = std::thread([this] { run(); });
}

void Worker::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::scoped_lock lock(m_bell->mutex);
        m_bell->stopping = true;
    }
    m_bell->condition.notify_one();
    m_thread.join();
    m_home->mailbox().close();
}

void Worker::run()
{
    pthread_setname_np(pthread_self(), m_options.name.substr(0, 15).c_str());
    if (m_options.atStart)
        m_options.atStart();
    for (bool stopping = false; !stopping;) {
        {
            std::unique_lock lock(m_bell->mutex);
            const auto woken = [this] { return m_bell->rung || m_bell->stopping; };
            if (const auto deadline = m_timers.nextDeadline())
                m_bell->condition.wait_for(lock, *deadline - m_clock.steady(), woken);
            else
                m_bell->condition.wait(lock, woken);
            m_bell->rung = false;
            stopping = m_bell->stopping;
        }
        runBatch(m_home->mailbox().takeAll());
    }
    if (m_options.atEnd)
        m_options.atEnd();
}

void Worker::runBatch(std::deque<Task> batch)
{
    const bool fired = m_timers.fireDue() > 0;
    std::size_t worked = 0;
    while (!batch.empty()) {
        for (; !batch.empty(); batch.pop_front(), ++worked)
            batch.front()();
        // What came meanwhile belongs to the batch too: whatever ends a batch costs the same for one
        // piece of work as for many.
        if (m_options.afterBatch && worked < kBatchBound && m_home->mailbox().depth() > 0)
            batch = m_home->mailbox().takeAll();
    }
    if ((worked > 0 || fired) && m_options.afterBatch)
        m_options.afterBatch();
}

} // namespace base
