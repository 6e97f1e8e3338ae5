// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/bulkhead.h"

#include <utility>

namespace ai {

BulkheadPlace::BulkheadPlace(BulkheadPlace&& other) noexcept
    : m_bulkhead(std::exchange(other.m_bulkhead, nullptr))
{
}

BulkheadPlace& BulkheadPlace::operator=(BulkheadPlace&& other) noexcept
{
    if (this != &other) {
        leave();
        m_bulkhead = std::exchange(other.m_bulkhead, nullptr);
    }
    return *this;
}

void BulkheadPlace::leave()
{
    if (Bulkhead* const bulkhead = std::exchange(m_bulkhead, nullptr))
        bulkhead->leave();
}

Bulkhead::Entry Bulkhead::enter(Priority priority, base::SteadyTime expires, Granted granted)
{
    dropExpired();
    if (m_inFlight < m_config.inFlight && waiting() == 0) {
        ++m_inFlight;
        return BulkheadPlace(this);
    }
    if (waiting() >= m_config.queued)
        return Full{};
    auto& queue = priority == Priority::Interactive ? m_interactive : m_background;
    queue.push_back({++m_lastId, expires, std::move(granted)});
    return Queued{m_lastId};
}

void Bulkhead::giveUp(WaiterId id)
{
    const auto isIt = [id](const Waiter& waiter) { return waiter.id == id; };
    std::erase_if(m_interactive, isIt);
    std::erase_if(m_background, isIt);
}

void Bulkhead::dropExpired()
{
    const auto isOver = [now = m_clock.steady()](const Waiter& each) {
        return each.expires <= now;
    };
    std::erase_if(m_interactive, isOver);
    std::erase_if(m_background, isOver);
}

std::deque<Bulkhead::Waiter>& Bulkhead::nextQueue()
{
    if (m_background.empty() || m_interactive.empty()) {
        m_passedInARow = 0;
        return m_interactive.empty() ? m_background : m_interactive;
    }
    if (m_passedInARow >= m_config.inARow) {
        m_passedInARow = 0;
        return m_background;
    }
    ++m_passedInARow;
    return m_interactive;
}

void Bulkhead::grantNext()
{
    dropExpired();
    while (m_inFlight < m_config.inFlight && waiting() > 0) {
        auto& queue = nextQueue();
        Waiter next = std::move(queue.front());
        queue.pop_front();
        ++m_inFlight;
        next.granted(BulkheadPlace(this));
    }
}

void Bulkhead::leave()
{
    --m_inFlight;
    grantNext();
}

void Bulkhead::setConfig(const Config& config)
{
    m_config = config;
    grantNext();
}

} // namespace ai
