// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace panels {

/// Weekly hours as people write them: a text a day, Monday first.
struct HoursText {
    QStringList days;
    QString zone;
};

/// What cannot be used, and where.
struct HoursFault {
    enum class Kind {
        NoSpan,    ///< not 09:00-13:00
        Backwards, ///< closes before it opens
        Overlap,   ///< two spans of one day share time
        NoZone,
    };
    Kind kind = Kind::NoSpan;
    int day = 0;  ///< Monday is 0
    QString part; ///< as written
};

/// From the setting hours.weekly; see calendar/business_hours.h for its JSON.
[[nodiscard]] HoursText hoursText(const QByteArray& json);
/// The other way.
[[nodiscard]] tl::expected<QByteArray, HoursFault> hoursJson(const HoursText& hours);

} // namespace panels
