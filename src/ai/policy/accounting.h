// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/values.h"
#include "base/clock.h"

#include <cstdint>
#include <optional>

namespace ai {

/// What tokens cost, in millionths of a currency unit, rounded up. No sum overflows: what is beyond
/// counts as the most there is.
[[nodiscard]] std::int64_t costMicros(const Price& price, const Usage& usage) noexcept;

/// A guess at how many tokens a text is: one for three bytes of UTF-8 (English has about four a token,
/// Spanish about three), 1,100 a picture, 4 a message.
[[nodiscard]] std::int64_t guessTokens(std::size_t utf8Bytes) noexcept;
[[nodiscard]] std::int64_t guessTokens(const std::vector<Message>& messages) noexcept;

/// What was spent on a day, and the most that may be. Calls reserve the worst before they leave, so
/// that calls at the same time do not overspend together. The day is that of the wall clock in UTC; a
/// clock set back does not begin a day anew. Used at one home.
class Accounts
{
public:
    /// What outlives the process.
    struct Day {
        std::chrono::sys_days date;
        std::int64_t spentMicros = 0;
        bool operator==(const Day&) const = default;
    };
    struct Reservation {
        std::int64_t micros = 0;
    };

    /// `dailyCapMicros`: nothing is no cap.
    Accounts(const base::Clock& clock, std::optional<std::int64_t> dailyCapMicros)
        : m_clock(clock), m_cap(dailyCapMicros)
    {
    }

    /// Nothing where it would pass the cap.
    [[nodiscard]] std::optional<Reservation> reserve(std::int64_t micros);
    /// What it was in the end; each reservation is settled once.
    void settle(const Reservation& reservation, std::int64_t spentMicros);

    [[nodiscard]] Day day();
    /// Goes on from what was saved, where that is of this day.
    void restore(const Day& saved);
    void setCap(std::optional<std::int64_t> dailyCapMicros) { m_cap = dailyCapMicros; }

private:
    void turnDay();

    const base::Clock& m_clock;
    std::optional<std::int64_t> m_cap;
    Day m_day;
    std::int64_t m_reserved = 0;
};

} // namespace ai
