// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/times.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace ai {

using namespace std::chrono_literals;
namespace chrono = std::chrono;

namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads a text from its beginning. Each function takes something, or nothing and says so.
class Reader
{
public:
    explicit Reader(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

    bool take(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool take(std::string_view text)
    {
        if (!m_rest.starts_with(text))
            return false;
        m_rest.remove_prefix(text.size());
        return true;
    }

    /// Exactly `digits` digits.
    std::optional<int> number(std::size_t digits)
    {
        if (m_rest.size() < digits || !std::ranges::all_of(m_rest.substr(0, digits), isDigit))
            return std::nullopt;
        int value = 0;
        for (const char c : m_rest.substr(0, digits))
            value = value * 10 + (c - '0');
        m_rest.remove_prefix(digits);
        return value;
    }

    std::string_view digits()
    {
        const auto end = std::ranges::find_if_not(m_rest, isDigit) - m_rest.begin();
        const auto found = m_rest.substr(0, static_cast<std::size_t>(end));
        m_rest.remove_prefix(found.size());
        return found;
    }

    /// A word's place in a list of words.
    template <std::size_t N>
    std::optional<unsigned> oneOf(const std::array<std::string_view, N>& words)
    {
        for (unsigned i = 0; i < N; ++i)
            if (take(words[i]))
                return i;
        return std::nullopt;
    }

private:
    std::string_view m_rest;
};

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> kDays{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 7> kLongDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

std::optional<chrono::sys_days> dayOf(int year, unsigned month, int day)
{
    const auto date = chrono::year(year) / chrono::month(month) / chrono::day(unsigned(day));
    if (!date.ok())
        return std::nullopt;
    return chrono::sys_days(date);
}

/// 08:49:37; a leap second counts as the one before it.
std::optional<chrono::seconds> timeOfDay(Reader& in)
{
    const auto hour = in.number(2);
    if (!hour || !in.take(':'))
        return std::nullopt;
    const auto minute = in.number(2);
    if (!minute || !in.take(':'))
        return std::nullopt;
    const auto second = in.number(2);
    if (!second || *hour > 23 || *minute > 59 || *second > 60)
        return std::nullopt;
    return chrono::hours(*hour) + chrono::minutes(*minute) + 1s * std::min(*second, 59);
}

/// Sun, 06 Nov 1994 08:49:37 GMT
std::optional<base::WallTime> fixdate(Reader in)
{
    if (!in.oneOf(kDays) || !in.take(", "))
        return std::nullopt;
    const auto day = in.number(2);
    if (!day || !in.take(' '))
        return std::nullopt;
    const auto month = in.oneOf(kMonths);
    if (!month || !in.take(' '))
        return std::nullopt;
    const auto year = in.number(4);
    if (!year || !in.take(' '))
        return std::nullopt;
    const auto time = timeOfDay(in);
    const auto date = dayOf(*year, *month + 1, *day);
    if (!time || !date || !in.take(" GMT") || !in.isAtEnd())
        return std::nullopt;
    return *date + *time;
}

/// Sunday, 06-Nov-94 08:49:37 GMT
std::optional<base::WallTime> rfc850(Reader in, base::WallTime now)
{
    if (!in.oneOf(kLongDays) || !in.take(", "))
        return std::nullopt;
    const auto day = in.number(2);
    if (!day || !in.take('-'))
        return std::nullopt;
    const auto month = in.oneOf(kMonths);
    if (!month || !in.take('-'))
        return std::nullopt;
    const auto shortYear = in.number(2);
    if (!shortYear || !in.take(' '))
        return std::nullopt;
    const auto time = timeOfDay(in);
    if (!time || !in.take(" GMT") || !in.isAtEnd())
        return std::nullopt;
    const chrono::year_month_day today(chrono::floor<chrono::days>(now));
    int year = int(today.year()) / 100 * 100 + *shortYear;
    if (year > int(today.year()) + 50)
        year -= 100;
    const auto date = dayOf(year, *month + 1, *day);
    if (!date)
        return std::nullopt;
    return *date + *time;
}

/// Sun Nov  6 08:49:37 1994
std::optional<base::WallTime> asctime(Reader in)
{
    if (!in.oneOf(kDays) || !in.take(' '))
        return std::nullopt;
    const auto month = in.oneOf(kMonths);
    if (!month || !in.take(' '))
        return std::nullopt;
    const auto day = in.take(' ') ? in.number(1) : in.number(2);
    if (!day || !in.take(' '))
        return std::nullopt;
    const auto time = timeOfDay(in);
    if (!time || !in.take(' '))
        return std::nullopt;
    const auto year = in.number(4);
    if (!year || !in.isAtEnd())
        return std::nullopt;
    const auto date = dayOf(*year, *month + 1, *day);
    if (!date)
        return std::nullopt;
    return *date + *time;
}

constexpr std::size_t kMostDigits = 15; ///< of a whole part: more is no time anybody means

/// whole.fraction of a unit, rounded up to nanoseconds.
std::optional<chrono::nanoseconds> amountOf(std::string_view whole, std::string_view fraction,
                                            chrono::nanoseconds unit)
{
    if (whole.empty() || whole.size() > kMostDigits || fraction.size() > kMostDigits)
        return std::nullopt;
    std::int64_t number = 0;
    for (const char c : whole)
        number = number * 10 + (c - '0');
    if (number > chrono::nanoseconds(kLongestTold) / unit)
        return std::nullopt;
    auto part = unit;
    auto sum = number * unit;
    bool hasRest = false;
    for (const char c : fraction) {
        const auto share = part * (c - '0');
        sum += share / 10;
        hasRest = hasRest || share % 10 != 0ns || (part == 0ns && c != '0');
        part /= 10;
    }
    return hasRest ? sum + 1ns : sum;
}

std::optional<base::milliseconds> believed(chrono::nanoseconds time)
{
    const auto rounded = chrono::ceil<base::milliseconds>(time);
    return rounded > kLongestTold ? std::nullopt : std::optional(rounded);
}

std::optional<chrono::nanoseconds> unitOf(Reader& in)
{
    struct Unit {
        std::string_view name;
        chrono::nanoseconds length;
    };
    // Those that begin another one come after it.
    constexpr std::array kUnits{Unit{"ms", 1ms}, Unit{"us", 1us}, Unit{"\u00b5s", 1us},
                                Unit{"ns", 1ns}, Unit{"d", 24h},  Unit{"h", 1h},
                                Unit{"m", 1min}, Unit{"s", 1s}};
    for (const Unit& unit : kUnits)
        if (in.take(unit.name))
            return unit.length;
    return std::nullopt;
}

/// Z, +03:00 or -03:00, to be taken from the time that stands before it.
std::optional<chrono::minutes> offsetOf(Reader& in)
{
    if (in.take('Z') || in.take('z'))
        return 0min;
    const int sign = in.take('+') ? 1 : in.take('-') ? -1 : 0;
    const auto hours = in.number(2);
    if (sign == 0 || !hours || !in.take(':'))
        return std::nullopt;
    const auto minutes = in.number(2);
    if (!minutes || *hours > 23 || *minutes > 59)
        return std::nullopt;
    return sign * (chrono::hours(*hours) + chrono::minutes(*minutes));
}

} // namespace

std::string_view trimmed(std::string_view text) noexcept
{
    constexpr std::string_view kSpace = " \t";
    const auto from = text.find_first_not_of(kSpace);
    if (from == std::string_view::npos)
        return {};
    return text.substr(from, text.find_last_not_of(kSpace) - from + 1);
}

std::optional<base::milliseconds> parseAmount(std::string_view text, chrono::nanoseconds unit)
{
    Reader in(text);
    const auto whole = in.digits();
    const bool hasPoint = in.take('.');
    const auto fraction = hasPoint ? in.digits() : std::string_view();
    if (!in.isAtEnd() || (hasPoint && fraction.empty()))
        return std::nullopt;
    const auto amount = amountOf(whole, fraction, unit);
    return amount ? believed(*amount) : std::nullopt;
}

std::optional<base::milliseconds> parseDuration(std::string_view text)
{
    Reader in(text);
    chrono::nanoseconds sum{0};
    do {
        const auto whole = in.digits();
        const bool hasPoint = in.take('.');
        const auto fraction = hasPoint ? in.digits() : std::string_view();
        const auto unit = unitOf(in);
        if (!unit || (hasPoint && fraction.empty()))
            return std::nullopt;
        const auto amount = amountOf(whole, fraction, *unit);
        if (!amount)
            return std::nullopt;
        sum += *amount;
        if (sum > kLongestTold)
            return std::nullopt;
    } while (!in.isAtEnd());
    return believed(sum);
}

std::optional<base::WallTime> parseHttpDate(std::string_view text, base::WallTime now)
{
    if (auto time = fixdate(Reader(text)))
        return time;
    if (auto time = rfc850(Reader(text), now))
        return time;
    return asctime(Reader(text));
}

std::optional<base::WallTime> parseIsoTime(std::string_view text)
{
    Reader in(text);
    const auto year = in.number(4);
    if (!year || !in.take('-'))
        return std::nullopt;
    const auto month = in.number(2);
    if (!month || !in.take('-'))
        return std::nullopt;
    const auto day = in.number(2);
    if (!day || !(in.take('T') || in.take('t') || in.take(' ')))
        return std::nullopt;
    const auto time = timeOfDay(in);
    if (!time)
        return std::nullopt;
    base::milliseconds part{0};
    if (in.take('.')) {
        const auto fraction = in.digits();
        const auto amount = amountOf("0", fraction, 1s);
        if (fraction.empty() || !amount)
            return std::nullopt;
        part = chrono::ceil<base::milliseconds>(*amount);
    }
    const auto offset = offsetOf(in);
    const auto date = dayOf(*year, unsigned(*month), *day);
    if (!offset || !date || !in.isAtEnd())
        return std::nullopt;
    return *date + *time + part - *offset;
}

} // namespace ai
