// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/figures/prometheus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>

namespace probes {

namespace {

/// [time, "value"]; no number for what is none.
double numberOf(const QJsonValue& pair)
{
    bool isNumber = false;
    const double value = pair.toArray().at(1).toString().toDouble(&isNumber);
    return isNumber ? value : std::nan("");
}

std::vector<double> numbersOf(const QJsonObject& data)
{
    const QString type = data.value(QLatin1String("resultType")).toString();
    const QJsonValue result = data.value(QLatin1String("result"));
    if (type == QLatin1String("scalar"))
        return {numberOf(result)};
    std::vector<double> numbers;
    const auto rows = result.toArray();
    for (const auto& row : rows)
        numbers.push_back(numberOf(row.toObject().value(QLatin1String("value"))));
    return numbers;
}

} // namespace

HttpRequest prometheusRequest(const QUrl& server, const QString& query)
{
    QUrl url = server;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QStringLiteral("/api/v1/query"));
    url.setQuery(QStringLiteral("query=") + QString::fromLatin1(QUrl::toPercentEncoding(query)));
    return {.url = url};
}

tl::expected<double, QString> prometheusValue(const HttpAnswer& answer, release::Side badWhen)
{
    if (answer.failure != Reason::None)
        return tl::unexpected<QString>(release::nameText(answer.failure));
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    if (json.value(QLatin1String("status")) != QLatin1String("success")) {
        const QString words = json.value(QLatin1String("error")).toString();
        return tl::unexpected<QString>(
            words.isEmpty() ? QStringLiteral("status %1").arg(answer.status) : words);
    }
    const auto numbers = numbersOf(json.value(QLatin1String("data")).toObject());
    if (numbers.empty())
        return tl::unexpected<QString>(QStringLiteral("no series"));
    if (!std::ranges::all_of(numbers, [](double each) { return std::isfinite(each); }))
        return tl::unexpected<QString>(QStringLiteral("no number"));
    return badWhen == release::Side::Above ? *std::ranges::max_element(numbers)
                                           : *std::ranges::min_element(numbers);
}

} // namespace probes
