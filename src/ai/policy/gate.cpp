// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/gate.h"

#include "ai/policy/steady.h"

#include <algorithm>

namespace ai {

namespace {

constexpr base::milliseconds kLeastSpacing{5};
constexpr int kRowOfAPause = 20;

} // namespace

void Gate::close(base::milliseconds wait)
{
    const auto openAt = later(m_clock.steady(), std::max(wait, base::milliseconds(0)));
    if (openAt <= m_openAt || openAt <= m_clock.steady())
        return;
    // The row begins anew: whoever had a place in it looks again and finds another.
    ++m_closings;
    m_openAt = openAt;
    m_next = openAt;
    m_spacing =
        std::clamp(wait / kRowOfAPause, std::min(kLeastSpacing, m_mostSpacing), m_mostSpacing);
}

void Gate::closeLonger(const BackoffConfig& config)
{
    if (m_openAt > m_clock.steady())
        return;
    close(longestBackoff(config, m_inRow++));
}

Gate::Place Gate::reserve()
{
    const auto now = m_clock.steady();
    if (m_next <= now && m_openAt <= now)
        return {now, m_closings};
    const Place place{std::max(m_next, m_openAt), m_closings};
    const auto most = m_spacing.count() / 2 + 1;
    const auto extra = m_random.below(static_cast<quint64>(most));
    m_next = later(place.at, m_spacing + base::milliseconds(static_cast<qint64>(extra)));
    return place;
}

base::milliseconds Gate::wait() const
{
    return waitUntil(m_clock.steady(), std::max(m_next, m_openAt));
}

void Gate::reset()
{
    ++m_closings;
    m_openAt = {};
    m_next = {};
    m_inRow = 0;
}

} // namespace ai
