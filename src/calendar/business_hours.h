// SPDX-License-Identifier: GPL-3.0-or-later
// calendar: when the shop is open. Pure; knows base. Any thread.
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QTimeZone>

#include <array>
#include <vector>

namespace calendar {

/// A span of one day in minutes since local midnight, `from` < `to` <= 1440.
struct OpenSpan {
    int from = 0;
    int to = 0;
    bool operator==(const OpenSpan&) const = default;
};

/// Weekly opening hours in the shop's own time zone. Without any span the shop counts as always
/// open, for nobody has said otherwise.
///
/// The JSON in the setting `hours.weekly`:
///   {"tz":"America/Argentina/Buenos_Aires","mon":[["09:00","13:00"],["16:00","20:00"]],…,"sun":[]}
class BusinessHours
{
public:
    BusinessHours() = default;

    /// Invalid names what is wrong: an unknown zone or day, a time that is none, spans that overlap.
    /// Empty input gives the default.
    [[nodiscard]] static base::Result<BusinessHours> fromJson(const QByteArray& json);
    [[nodiscard]] QByteArray toJson() const;

    [[nodiscard]] bool isSet() const noexcept;
    [[nodiscard]] bool isOpen(base::WallTime time) const;

    /// For people: "lun a vie 09:00–13:00 y 16:00–20:00; sáb 09:00–13:00". Empty where not set.
    /// `language` is a flow language: "es-AR", "es" or "en".
    [[nodiscard]] QString describe(const QString& language) const;

    /// Monday is 0.
    [[nodiscard]] const std::vector<OpenSpan>& day(int weekday) const
    {
        return m_days.at(static_cast<std::size_t>(weekday));
    }
    [[nodiscard]] const QTimeZone& zone() const noexcept { return m_zone; }

private:
    std::array<std::vector<OpenSpan>, 7> m_days;
    QTimeZone m_zone = QTimeZone::utc();
};

} // namespace calendar
