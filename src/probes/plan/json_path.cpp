// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/plan/json_path.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace probes {

namespace {

QJsonValue memberOf(const QJsonValue& json, QStringView step)
{
    if (json.isObject())
        return json.toObject().value(step);
    bool isNumber = false;
    const int row = step.toInt(&isNumber);
    const QJsonArray rows = json.toArray();
    if (!json.isArray() || !isNumber || row < 0 || row >= rows.size())
        return QJsonValue::Undefined;
    return rows.at(row);
}

} // namespace

QJsonValue atPath(const QJsonValue& json, QStringView path)
{
    QJsonValue found = json;
    for (const QStringView step : path.tokenize(u'.'))
        found = memberOf(found, step);
    return found;
}

QString textOf(const QJsonValue& json)
{
    if (json.isString())
        return json.toString();
    // As the only row of an array, without its brackets.
    const QByteArray row = QJsonDocument(QJsonArray{json}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(row.mid(1, row.size() - 2));
}

} // namespace probes
