// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/breaker/call_window.h"

namespace ai {

CallWindow::CallWindow(base::milliseconds window, int buckets)
    : m_width(std::chrono::nanoseconds(window) / buckets),
      m_buckets(static_cast<std::size_t>(buckets))
{
    Q_ASSERT(buckets > 0 && m_width.count() > 0);
}

std::int64_t CallWindow::numberAt(base::SteadyTime time) const
{
    return time.time_since_epoch() / m_width;
}

void CallWindow::add(base::SteadyTime now, const CallCounts& what)
{
    const std::int64_t number = numberAt(now);
    Bucket& bucket = m_buckets[static_cast<std::size_t>(number) % m_buckets.size()];
    if (bucket.number != number)
        bucket = {.number = number};
    bucket.counts.calls += what.calls;
    bucket.counts.failures += what.failures;
    bucket.counts.slow += what.slow;
}

CallCounts CallWindow::counts(base::SteadyTime now) const
{
    const std::int64_t newest = numberAt(now);
    const std::int64_t oldest = newest - static_cast<std::int64_t>(m_buckets.size()) + 1;
    CallCounts sum;
    for (const Bucket& bucket : m_buckets) {
        if (bucket.number < oldest || bucket.number > newest)
            continue;
        sum.calls += bucket.counts.calls;
        sum.failures += bucket.counts.failures;
        sum.slow += bucket.counts.slow;
    }
    return sum;
}

void CallWindow::clear()
{
    for (Bucket& bucket : m_buckets)
        bucket = {};
}

} // namespace ai
