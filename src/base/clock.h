// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace base {

using std::chrono::milliseconds;

/// UTC. Wall time may jump: use it for what people read, never to measure a wait.
using WallTime = std::chrono::sys_time<milliseconds>;

/// Runs evenly; means nothing outside this process.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::nanoseconds>;

/// Where time comes in. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime wall() const = 0;
    [[nodiscard]] virtual SteadyTime steady() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] SteadyTime steady() const override;
};

/// UTC milliseconds since 1970 and back: for the edges (database, wire) only.
[[nodiscard]] qint64 toMs(WallTime time) noexcept;
[[nodiscard]] WallTime fromMs(qint64 ms) noexcept;

/// ISO 8601 with milliseconds and Z, for instance 2026-11-24T11:31:30.000Z.
[[nodiscard]] QString toIso(WallTime time);

} // namespace base
