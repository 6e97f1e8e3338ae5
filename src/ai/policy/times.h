// SPDX-License-Identifier: GPL-3.0-or-later
// Points in time and durations as servers write them. Pure functions over foreign bytes: whatever the
// bytes, nothing overflows, and what is no time gives nothing.
#pragma once

#include "base/clock.h"

#include <optional>
#include <string_view>

namespace ai {

/// The longest wait that is believed.
inline constexpr base::milliseconds kLongestTold = std::chrono::hours(24 * 7);

/// Spaces and tabs round a header's value (OWS of RFC 9110, 5.6.3).
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// "7" or "1.5" of a unit, rounded up to milliseconds. Digits with at most one point between; no sign,
/// no exponent. Nothing beyond kLongestTold.
[[nodiscard]] std::optional<base::milliseconds> parseAmount(std::string_view text,
                                                            std::chrono::nanoseconds unit);

/// "1s", "6m0s", "20ms", "1h2m3.5s", as Go writes durations (pkg.go.dev/time#ParseDuration, without a
/// sign), and days as "1d". Rounded up to milliseconds.
[[nodiscard]] std::optional<base::milliseconds> parseDuration(std::string_view text);

/// The three forms of RFC 9110, 5.6.7: IMF-fixdate, RFC 850, asctime. `now` decides the century of
/// two digits: never more than 50 years ahead.
[[nodiscard]] std::optional<base::WallTime> parseHttpDate(std::string_view text,
                                                          base::WallTime now);

/// RFC 3339 with Z or an offset: 2026-11-24T11:31:30.250Z.
[[nodiscard]] std::optional<base::WallTime> parseIsoTime(std::string_view text);

} // namespace ai
