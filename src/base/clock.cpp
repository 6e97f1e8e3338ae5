// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QDateTime>

namespace base {

WallTime SystemClock::wall() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

SteadyTime SystemClock::steady() const
{
    return std::chrono::steady_clock::now();
}

qint64 toMs(WallTime time) noexcept
{
    return time.time_since_epoch().count();
}

WallTime fromMs(qint64 ms) noexcept
{
    return WallTime(milliseconds(ms));
}

QString toIso(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace base
