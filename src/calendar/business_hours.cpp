// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/business_hours.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QTime>

#include <algorithm>

namespace calendar {

namespace {

using base::Code;
using base::fail;

const std::array<QString, 7> kDayKeys{
    QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
    QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};

base::Result<int> minutesOf(const QString& text)
{
    if (text == QLatin1String("24:00"))
        return 24 * 60;
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    if (!time.isValid())
        return fail(Code::Invalid, QStringLiteral("no time of day: ") + text.left(20));
    return time.hour() * 60 + time.minute();
}

QString textOf(int minutes)
{
    return QStringLiteral("%1:%2")
        .arg(minutes / 60, 2, 10, QLatin1Char('0'))
        .arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

base::Result<std::vector<OpenSpan>> daySpans(const QString& key, const QJsonArray& spans)
{
    std::vector<OpenSpan> day;
    for (const auto& value : spans) {
        const QJsonArray pair = value.toArray();
        if (pair.size() != 2)
            return fail(Code::Invalid, key + QStringLiteral(": a span is [from, to]"));
        const auto from = minutesOf(pair[0].toString());
        const auto to = minutesOf(pair[1].toString());
        if (!from)
            return fail(from.error());
        if (!to)
            return fail(to.error());
        if (*from >= *to)
            return fail(Code::Invalid, key + QStringLiteral(": closes before it opens"));
        day.push_back({*from, *to});
    }
    std::sort(day.begin(), day.end(), [](OpenSpan a, OpenSpan b) { return a.from < b.from; });
    for (std::size_t i = 1; i < day.size(); ++i) {
        if (day[i].from < day[i - 1].to)
            return fail(Code::Invalid, key + QStringLiteral(": spans overlap"));
    }
    return day;
}

} // namespace

base::Result<BusinessHours> BusinessHours::fromJson(const QByteArray& json)
{
    BusinessHours hours;
    if (json.trimmed().isEmpty())
        return hours;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return fail(Code::Invalid, QStringLiteral("opening hours are a JSON object"));
    const QJsonObject object = document.object();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == QLatin1String("tz")) {
            hours.m_zone = QTimeZone(it.value().toString().toUtf8());
            if (!hours.m_zone.isValid())
                return fail(Code::Invalid, QStringLiteral("no such time zone"));
            continue;
        }
        const auto key = std::find(kDayKeys.begin(), kDayKeys.end(), it.key());
        if (key == kDayKeys.end())
            return fail(Code::Invalid, QStringLiteral("no such day: ") + it.key().left(20));
        auto day = daySpans(it.key(), it.value().toArray());
        if (!day)
            return fail(day.error());
        hours.m_days[static_cast<std::size_t>(key - kDayKeys.begin())] = *std::move(day);
    }
    return hours;
}

QByteArray BusinessHours::toJson() const
{
    QJsonObject object{{QStringLiteral("tz"), QString::fromUtf8(m_zone.id())}};
    for (std::size_t d = 0; d < m_days.size(); ++d) {
        QJsonArray spans;
        for (const OpenSpan& span : m_days[d])
            spans.append(QJsonArray{textOf(span.from), textOf(span.to)});
        object.insert(kDayKeys[d], spans);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool BusinessHours::isSet() const noexcept
{
    return std::any_of(m_days.begin(), m_days.end(), [](const auto& day) { return !day.empty(); });
}

bool BusinessHours::isOpen(base::WallTime time) const
{
    if (!isSet())
        return true;
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(base::toMs(time), m_zone);
    const int minute = local.time().hour() * 60 + local.time().minute();
    const auto& spans = m_days[static_cast<std::size_t>(local.date().dayOfWeek() - 1)];
    return std::any_of(spans.begin(), spans.end(), [minute](const OpenSpan& span) {
        return span.from <= minute && minute < span.to;
    });
}

QString BusinessHours::describe(const QString& language) const
{
    if (!isSet())
        return {};
    const bool english = language.startsWith(QLatin1String("en"));
    static const QStringList kEs{
        QStringLiteral("lun"), QStringLiteral("mar"), QStringLiteral("mié"), QStringLiteral("jue"),
        QStringLiteral("vie"), QStringLiteral("sáb"), QStringLiteral("dom")};
    static const QStringList kEn{
        QStringLiteral("Mon"), QStringLiteral("Tue"), QStringLiteral("Wed"), QStringLiteral("Thu"),
        QStringLiteral("Fri"), QStringLiteral("Sat"), QStringLiteral("Sun")};
    const QStringList& names = english ? kEn : kEs;
    QStringList parts;
    for (std::size_t first = 0; first < m_days.size();) {
        std::size_t last = first;
        while (last + 1 < m_days.size() && m_days[last + 1] == m_days[first])
            ++last;
        if (!m_days[first].empty()) {
            QStringList spans;
            for (const OpenSpan& span : m_days[first])
                spans += textOf(span.from) + u'–' + textOf(span.to);
            QString days = names[static_cast<qsizetype>(first)];
            if (last > first)
                days += (english ? QStringLiteral(" to ") : QStringLiteral(" a ")) +
                        names[static_cast<qsizetype>(last)];
            parts +=
                days + u' ' + spans.join(english ? QStringLiteral(" and ") : QStringLiteral(" y "));
        }
        first = last + 1;
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace calendar
