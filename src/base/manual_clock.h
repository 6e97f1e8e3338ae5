// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <atomic>

namespace base {

/// A clock that stands still until told: for tests, simulation and replay. Thread-safe.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(WallTime start = fromMs(1'700'000'000'000));

    [[nodiscard]] WallTime wall() const override;
    [[nodiscard]] SteadyTime steady() const override;

    /// Moves both clocks forward.
    void advance(milliseconds by);
    /// Moves the wall clock alone, as an operator or NTP does.
    void setWall(WallTime time);

private:
    std::atomic<qint64> m_wallMs;
    std::atomic<qint64> m_steadyNs{1'000'000'000};
};

} // namespace base
