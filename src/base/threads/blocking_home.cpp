// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/blocking_home.h"

namespace base {

BlockingHome::BlockingHome()
    : m_bell(std::make_shared<Bell>()),
      m_home(std::make_shared<Home>(100'000,
                                    [bell = m_bell] {
                                        {
                                            const std::scoped_lock lock(bell->mutex);
                                            bell->rung = true;
                                        }
                                        bell->condition.notify_one();
                                    })),
      m_caller(m_home)
{
}

// A task that waits holds the home that holds it.
BlockingHome::~BlockingHome()
{
    m_home->mailbox().close();
}

bool BlockingHome::runUntil(const std::function<bool()>& condition,
                            std::chrono::milliseconds atMost)
{
    const auto end = std::chrono::steady_clock::now() + atMost;
    while (!condition()) {
        bool isRung = false;
        {
            std::unique_lock lock(m_bell->mutex);
            isRung = m_bell->condition.wait_until(lock, end, [this] { return m_bell->rung; });
            m_bell->rung = false;
        }
        if (!isRung)
            return condition();
        auto batch = m_home->mailbox().takeAll();
        for (; !batch.empty(); batch.pop_front())
            batch.front()();
    }
    return true;
}

} // namespace base
