// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/attempts.h"

#include <algorithm>

namespace people {

base::milliseconds Attempts::wait(base::SteadyTime now) const
{
    if (m_wrong < kFreeAttempts || now >= m_next)
        return {};
    return std::chrono::ceil<base::milliseconds>(m_next - now);
}

void Attempts::wasWrong(base::SteadyTime now)
{
    constexpr int kMostDoublings = 16; // far above kLongestWait
    ++m_wrong;
    if (m_wrong < kFreeAttempts)
        return;
    const int doublings = std::min(m_wrong - kFreeAttempts, kMostDoublings);
    m_next = now + std::min(kLongestWait, std::chrono::seconds{1LL << doublings});
}

} // namespace people
