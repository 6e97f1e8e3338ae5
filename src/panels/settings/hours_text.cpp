// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/hours_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace panels {

namespace {
const QStringList& dayKeys()
{
    static const QStringList keys{
        QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
        QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    return keys;
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

tl::expected<QByteArray, QString> hoursJson(const HoursText& hours)
{
    static const QRegularExpression kSpan(
        QStringLiteral("^(\\d{1,2}:\\d{2})\\s*[-–a]\\s*(\\d{1,2}:\\d{2})$"));
    QJsonObject object{{QStringLiteral("tz"), hours.zone}};
    for (qsizetype day = 0; day < dayKeys().size(); ++day) {
        QJsonArray spans;
        for (const QString& part : hours.days.value(day).split(u',', Qt::SkipEmptyParts)) {
            const auto match = kSpan.match(part.trimmed());
            if (!match.hasMatch())
                return tl::unexpected(part.trimmed());
            spans.append(QJsonArray{match.captured(1).rightJustified(5, u'0'),
                                    match.captured(2).rightJustified(5, u'0')});
        }
        object.insert(dayKeys()[day], spans);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace panels
