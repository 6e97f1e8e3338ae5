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

/// From the setting hours.weekly; see calendar/business_hours.h for its JSON.
[[nodiscard]] HoursText hoursText(const QByteArray& json);
/// The other way; the error is the part that cannot be read.
[[nodiscard]] tl::expected<QByteArray, QString> hoursJson(const HoursText& hours);

} // namespace panels
