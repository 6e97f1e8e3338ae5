// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/caller.h"

#include <algorithm>

namespace base {

Caller::~Caller()
{
    for (const auto number : m_asks)
        m_home->forget(number);
    for (const auto& [number, open] : m_ears) {
        open->store(false);
        m_home->forget(number);
    }
}

void Caller::remember(std::uint64_t number, std::string_view slot)
{
    // Answered asks are forgotten now and then, so a long-lived caller stays small.
    if (m_asks.size() >= 32 && (m_asks.size() & (m_asks.size() - 1)) == 0)
        std::erase_if(m_asks, [this](std::uint64_t n) { return !m_home->waits(n); });
    m_asks.push_back(number);
    if (slot.empty())
        return;
    const auto [it, isNew] = m_slots.try_emplace(std::string(slot), number);
    if (!isNew)
        m_home->forget(std::exchange(it->second, number));
}

} // namespace base
