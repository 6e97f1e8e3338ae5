// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/accounting.h"

#include <algorithm>
#include <limits>

namespace ai {

namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

std::int64_t sum(std::int64_t a, std::int64_t b) noexcept
{
    std::int64_t result = 0;
    return __builtin_add_overflow(a, b, &result) ? kMost : result;
}

std::int64_t product(std::int64_t a, std::int64_t b) noexcept
{
    std::int64_t result = 0;
    return __builtin_mul_overflow(a, b, &result) ? kMost : result;
}

std::int64_t notNegative(std::int64_t number) noexcept
{
    return std::max<std::int64_t>(number, 0);
}

} // namespace

std::int64_t costMicros(const Price& price, const Usage& usage) noexcept
{
    constexpr std::int64_t kMillion = 1'000'000;
    const std::int64_t parts =
        sum(product(notNegative(price.inputPerMillion), notNegative(usage.inputTokens)),
            product(notNegative(price.outputPerMillion), notNegative(usage.outputTokens)));
    return parts / kMillion + (parts % kMillion != 0 ? 1 : 0);
}

std::int64_t guessTokens(std::size_t utf8Bytes) noexcept
{
    return static_cast<std::int64_t>(utf8Bytes / 3 + (utf8Bytes % 3 != 0 ? 1 : 0));
}

std::int64_t guessTokens(const std::vector<Message>& messages) noexcept
{
    constexpr std::int64_t kMessage = 4;
    constexpr std::int64_t kImage = 1'100;
    std::int64_t tokens = 0;
    for (const Message& message : messages)
        tokens += kMessage + guessTokens(message.text.size()) +
                  kImage * static_cast<std::int64_t>(message.images.size());
    return tokens;
}

void Accounts::turnDay()
{
    const auto today = std::chrono::floor<std::chrono::days>(m_clock.wall());
    if (today > m_day.date)
        m_day = {.date = today};
}

std::optional<Accounts::Reservation> Accounts::reserve(std::int64_t micros)
{
    turnDay();
    const std::int64_t wanted = notNegative(micros);
    if (m_cap && sum(sum(m_day.spentMicros, m_reserved), wanted) > *m_cap)
        return std::nullopt;
    m_reserved = sum(m_reserved, wanted);
    return Reservation{wanted};
}

void Accounts::settle(const Reservation& reservation, std::int64_t spentMicros)
{
    turnDay();
    m_reserved = notNegative(m_reserved - reservation.micros);
    m_day.spentMicros = sum(m_day.spentMicros, notNegative(spentMicros));
}

Accounts::Day Accounts::day()
{
    turnDay();
    return m_day;
}

void Accounts::restore(const Day& saved)
{
    turnDay();
    // A day to come was saved under a wrong clock: what it holds counts for today.
    if (saved.date >= m_day.date)
        m_day.spentMicros = sum(m_day.spentMicros, notNegative(saved.spentMicros));
}

} // namespace ai
