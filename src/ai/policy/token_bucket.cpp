// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/token_bucket.h"

#include "ai/policy/steady.h"

#include <algorithm>
#include <chrono>

namespace ai {

namespace {
// A minute in ticks of two nanoseconds. The level keeps within kMost x kUnit on both sides of zero,
// a third of what it can hold.
constexpr std::int64_t kUnit = 60'000'000'000 / 2;
constexpr std::chrono::nanoseconds kTick{2};

std::int64_t inBounds(std::int64_t amount)
{
    return std::clamp<std::int64_t>(amount, 1, TokenBucket::kMost);
}
} // namespace

TokenBucket::TokenBucket(std::int64_t perMinute, std::int64_t burst, base::SteadyTime now)
    : m_perMinute(inBounds(perMinute)), m_capacity(inBounds(burst) * kUnit), m_level(m_capacity),
      m_filled(now)
{
}

void TokenBucket::fill(base::SteadyTime now)
{
    const std::int64_t ticks = (now - m_filled) / kTick;
    if (ticks <= 0)
        return;
    m_filled += ticks * kTick;
    const std::int64_t missing = m_capacity - m_level;
    m_level = ticks > missing / m_perMinute ? m_capacity : m_level + ticks * m_perMinute;
}

base::milliseconds TokenBucket::waitFor(std::int64_t amount, base::SteadyTime now)
{
    fill(now);
    const std::int64_t wanted = std::min(inBounds(amount) * kUnit, m_capacity);
    if (m_level >= wanted)
        return base::milliseconds(0);
    const std::int64_t ticks = (wanted - m_level + m_perMinute - 1) / m_perMinute;
    return std::chrono::ceil<base::milliseconds>(std::min<std::int64_t>(ticks, kForever / kTick) *
                                                 kTick);
}

void TokenBucket::take(std::int64_t amount, base::SteadyTime now)
{
    fill(now);
    m_level = std::max(-m_capacity, m_level - std::clamp<std::int64_t>(amount, 0, kMost) * kUnit);
}

void TokenBucket::give(std::int64_t amount, base::SteadyTime now)
{
    fill(now);
    m_level = std::min(m_capacity, m_level + std::clamp<std::int64_t>(amount, 0, kMost) * kUnit);
}

std::int64_t TokenBucket::level(base::SteadyTime now)
{
    fill(now);
    return m_level / kUnit;
}

} // namespace ai
