// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/hours_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTime>
#include <QTimeZone>

#include <map>

namespace panels {

namespace {
const QStringList& dayKeys()
{
    static const QStringList keys{
        QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
        QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    return keys;
}

QTime timeOf(const QString& text)
{
    return QTime::fromString(text, QStringLiteral("H:mm"));
}

tl::expected<QJsonArray, HoursFault> daySpans(const QString& text, int day)
{
    using Kind = HoursFault::Kind;
    static const QRegularExpression kSpan(
        QStringLiteral("^(\\d{1,2}:\\d{2})\\s*[-–a]\\s*(\\d{1,2}:\\d{2})$"));
    std::map<QTime, QTime> spans;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        const auto match = kSpan.match(part.trimmed());
        const QTime from = timeOf(match.captured(1));
        const QTime to = timeOf(match.captured(2));
        if (!from.isValid() || !to.isValid())
            return tl::unexpected(HoursFault{Kind::NoSpan, day, part.trimmed()});
        if (from >= to)
            return tl::unexpected(HoursFault{Kind::Backwards, day, part.trimmed()});
        if (!spans.emplace(from, to).second)
            return tl::unexpected(HoursFault{Kind::Overlap, day, part.trimmed()});
    }
    QJsonArray array;
    QTime end;
    for (const auto& [from, to] : spans) {
        if (end.isValid() && from < end)
            return tl::unexpected(HoursFault{Kind::Overlap, day, text.trimmed()});
        end = to;
        array.append(QJsonArray{from.toString(QStringLiteral("HH:mm")),
                                to.toString(QStringLiteral("HH:mm"))});
    }
    return array;
}
} // namespace

HoursText hoursText(const QByteArray& json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    HoursText hours{
        .zone = object.value(u"tz").toString(QStringLiteral("America/Argentina/Buenos_Aires"))};
    for (const QString& key : dayKeys()) {
        QStringList spans;
        for (const auto& span : object.value(key).toArray())
            spans += span.toArray().at(0).toString() + u'-' + span.toArray().at(1).toString();
        hours.days += spans.join(QStringLiteral(", "));
    }
    return hours;
}

tl::expected<QByteArray, HoursFault> hoursJson(const HoursText& hours)
{
    if (!QTimeZone(hours.zone.toUtf8()).isValid())
        return tl::unexpected(HoursFault{HoursFault::Kind::NoZone, 0, hours.zone});
    QJsonObject object{{QStringLiteral("tz"), hours.zone}};
    for (int day = 0; day < static_cast<int>(dayKeys().size()); ++day) {
        const auto spans = daySpans(hours.days.value(day), day);
        if (!spans)
            return tl::unexpected(spans.error());
        object.insert(dayKeys()[day], *spans);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace panels
