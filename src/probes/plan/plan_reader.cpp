// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/plan/plan_reader.h"

#include <QJsonArray>

#include <cmath>

namespace probes {

void PlanReader::refuse(const char* name)
{
    if (m_bad.isEmpty())
        m_bad = QString::fromLatin1(name);
}

QJsonValue PlanReader::value(const char* name) const
{
    return m_plan.value(QLatin1String(name));
}

QString PlanReader::text(const char* name)
{
    const QJsonValue found = value(name);
    if (!found.isUndefined() && !found.isString())
        refuse(name);
    return found.toString();
}

QString PlanReader::neededText(const char* name)
{
    QString found = text(name);
    if (found.isEmpty())
        refuse(name);
    return found;
}

QStringList PlanReader::texts(const char* name)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        return {};
    if (found.isString())
        return {found.toString()};
    QStringList list;
    const auto rows = found.toArray();
    for (const auto& row : rows) {
        if (!row.isString())
            refuse(name);
        list << row.toString();
    }
    if (!found.isArray())
        refuse(name);
    return list;
}

bool PlanReader::flag(const char* name)
{
    const QJsonValue found = value(name);
    if (!found.isUndefined() && !found.isBool())
        refuse(name);
    return found.toBool();
}

std::optional<double> PlanReader::number(const char* name, double least, double most)
{
    const QJsonValue found = value(name);
    if (found.isUndefined())
        return std::nullopt;
    const double number = found.toDouble(std::nan(""));
    if (number >= least && number <= most)
        return number;
    refuse(name);
    return std::nullopt;
}

double PlanReader::neededNumber(const char* name, double least, double most)
{
    const auto found = number(name, least, most);
    if (!found)
        refuse(name);
    return found.value_or(least);
}

std::optional<std::chrono::milliseconds> PlanReader::ms(const char* name)
{
    constexpr double kDay = 86'400'000;
    const auto found = number(name, 1, kDay);
    if (!found)
        return std::nullopt;
    return std::chrono::milliseconds(std::llround(*found));
}

QJsonObject PlanReader::object(const char* name)
{
    const QJsonValue found = value(name);
    if (!found.isUndefined() && !found.isObject())
        refuse(name);
    return found.toObject();
}

} // namespace probes
