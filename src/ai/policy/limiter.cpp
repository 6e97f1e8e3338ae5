// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/limiter.h"

#include "ai/policy/steady.h"

#include <algorithm>

namespace ai {

using namespace std::chrono_literals;

Limiter::Limiter(const LimiterConfig& config, const base::Clock& clock)
    : m_config(config), m_clock(clock)
{
    const auto now = clock.steady();
    // A minute's worth may come at once: that is what servers' own windows let through.
    if (config.requestsPerMinute > 0)
        m_requests.emplace(config.requestsPerMinute, config.requestsPerMinute, now);
    if (config.tokensPerMinute > 0)
        m_tokens.emplace(config.tokensPerMinute, config.tokensPerMinute, now);
}

void Limiter::forgetOld(base::SteadyTime now)
{
    for (auto* known : {&m_toldRequests, &m_toldTokens})
        if (*known && now >= (*known)->reset)
            known->reset();
}

Limiter::Grant Limiter::take(const TokenNeed& need, base::milliseconds patience)
{
    const auto now = m_clock.steady();
    forgetOld(now);
    std::int64_t answer = std::max<std::int64_t>(need.answer, 0);
    const std::int64_t prompt = std::max<std::int64_t>(need.prompt, 0);
    base::milliseconds wait{0};
    if (m_toldRequests && m_toldRequests->remaining < 1)
        wait = waitUntil(now, m_toldRequests->reset);
    if (m_requests)
        wait = std::max(wait, m_requests->waitFor(1, now));
    if (m_toldTokens && m_toldTokens->remaining < prompt + answer) {
        const auto forTokens = waitUntil(now, m_toldTokens->reset);
        const std::int64_t left = m_toldTokens->remaining - prompt;
        if (forTokens > patience && left >= m_config.leastAnswer)
            answer = left;
        else
            wait = std::max(wait, forTokens);
    }
    if (m_tokens)
        wait = std::max(wait, m_tokens->waitFor(prompt + answer, now));
    if (wait > 0ms)
        return {.wait = wait};

    const std::int64_t tokens = prompt + answer;
    if (m_requests)
        m_requests->take(1, now);
    if (m_tokens)
        m_tokens->take(tokens, now);
    if (m_toldRequests)
        --m_toldRequests->remaining;
    if (m_toldTokens)
        m_toldTokens->remaining -= tokens;
    return {.reserved = tokens, .answer = answer};
}

void Limiter::settle(const Grant& grant, std::int64_t usedTokens)
{
    const auto now = m_clock.steady();
    const std::int64_t unused = grant.reserved - std::max<std::int64_t>(usedTokens, 0);
    if (m_tokens && unused >= 0)
        m_tokens->give(unused, now);
    else if (m_tokens)
        m_tokens->take(-unused, now);
    // What the server told is its own count; it tells again with each answer.
}

void Limiter::learn(std::optional<Known>& known, const ToldLimit& told, base::SteadyTime now)
{
    if (!told.remaining || !told.reset)
        return;
    known = Known{*told.remaining, later(now, *told.reset)};
}

void Limiter::learn(const ToldLimits& told)
{
    const auto now = m_clock.steady();
    learn(m_toldRequests, told.requests, now);
    learn(m_toldTokens, told.tokens, now);
}

void Limiter::reset()
{
    m_toldRequests.reset();
    m_toldTokens.reset();
}

} // namespace ai
