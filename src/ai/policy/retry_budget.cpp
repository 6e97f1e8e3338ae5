// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/retry_budget.h"

#include <algorithm>

namespace ai {

namespace {
constexpr std::int64_t kToken = 10;
} // namespace

RetryBudget::RetryBudget(const base::Clock& clock, const Config& config)
    : m_clock(clock), m_config(config), m_tenths(config.tokens * kToken),
      m_quietSince(clock.steady())
{
    Q_ASSERT(config.tokens >= 0 && config.quiet.count() > 0);
}

void RetryBudget::refill()
{
    const std::int64_t times = (m_clock.steady() - m_quietSince) / m_config.quiet;
    if (times <= 0)
        return;
    m_quietSince += times * m_config.quiet;
    const std::int64_t most = m_config.tokens * kToken;
    m_tenths = times > m_config.tokens ? most : std::min(most, m_tenths + times * kToken);
}

void RetryBudget::lose(std::int64_t tenths)
{
    m_tenths = std::max<std::int64_t>(0, m_tenths - tenths);
}

bool RetryBudget::hasRetry()
{
    refill();
    return m_tenths >= kToken;
}

bool RetryBudget::takeRetry()
{
    if (!hasRetry())
        return false;
    lose(kToken);
    return true;
}

void RetryBudget::onSuccess()
{
    refill();
    m_tenths = std::min(m_config.tokens * kToken, m_tenths + 1);
}

void RetryBudget::onFailure()
{
    refill();
    m_quietSince = m_clock.steady();
}

void RetryBudget::onTimeout()
{
    onFailure();
    lose(2 * kToken);
}

std::int64_t RetryBudget::tenths()
{
    refill();
    return m_tenths;
}

} // namespace ai
