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

HttpRequest prometheusRequest(const QUrl& server, const QString& query,
                              std::optional<base::WallTime> at)
{
    QUrl url = server;
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + QStringLiteral("/api/v1/query"));
    QString asked = QStringLiteral("query=") + QString::fromLatin1(QUrl::toPercentEncoding(query));
    if (at)
        asked += QStringLiteral("&time=") + QString::number(base::toMs(*at) / 1000);
    url.setQuery(asked);
    return {.url = url};
}

std::optional<std::pair<Reason, QStringList>> prometheusTrouble(const HttpAnswer& answer,
                                                                const QUrl& server)
{
    if (answer.failure != Reason::None)
        return std::pair(answer.failure, answer.arguments);
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const QString status = json.value(QLatin1String("status")).toString();
    if (status == QLatin1String("success"))
        return std::nullopt;
    if (status == QLatin1String("error"))
        return std::pair(
            Reason::NoData,
            QStringList{server.authority(), json.value(QLatin1String("error")).toString()});
    constexpr int kOk = 200;
    if (answer.status != kOk)
        return std::pair(Reason::StatusDiffers,
                         QStringList{QString::number(answer.status), QString::number(kOk)});
    return std::pair(Reason::NoJson, QStringList());
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
