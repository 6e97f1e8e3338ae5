// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/figures/prometheus.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>
#include <cmath>
#include <map>

namespace probes {

namespace {

/// Seconds since 1970, at the end of the year 9999: no reading is later.
constexpr double kLatest = 253'402'300'799;

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

QUrl under(const QUrl& server, const char* path)
{
    QUrl url = server;
    QString base = url.path();
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + QString::fromLatin1(path));
    return url;
}

QString asking(const QString& query)
{
    return QStringLiteral("query=") + QString::fromLatin1(QUrl::toPercentEncoding(query));
}

/// In seconds, to the millisecond.
QString secondsText(base::WallTime at)
{
    return QString::number(static_cast<double>(base::toMs(at)) / 1000, 'f', 3);
}

} // namespace

HttpRequest prometheusRequest(const QUrl& server, const QString& query,
                              std::optional<base::WallTime> at)
{
    QUrl url = under(server, "/api/v1/query");
    QString asked = asking(query);
    if (at)
        asked += QStringLiteral("&time=") + QString::number(base::toMs(*at) / 1000);
    url.setQuery(asked);
    return {.url = url};
}

HttpRequest prometheusRangeRequest(const QUrl& server, const QString& query, base::WallTime from,
                                   base::WallTime to, std::chrono::seconds step)
{
    QUrl url = under(server, "/api/v1/query_range");
    url.setQuery(asking(query) + QStringLiteral("&start=%1&end=%2&step=%3")
                                     .arg(secondsText(from), secondsText(to))
                                     .arg(step.count()));
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

std::vector<release::Reading> prometheusReadings(const HttpAnswer& answer, release::Side badWhen)
{
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const QJsonObject data = json.value(QLatin1String("data")).toObject();
    if (answer.failure != Reason::None ||
        data.value(QLatin1String("resultType")) != QLatin1String("matrix"))
        return {};
    std::map<base::WallTime, double> worst;
    for (const auto& series : data.value(QLatin1String("result")).toArray()) {
        for (const auto& pair : series.toObject().value(QLatin1String("values")).toArray()) {
            const double value = numberOf(pair);
            const double seconds = pair.toArray().at(0).toDouble(-1);
            if (!std::isfinite(value) || seconds < 0 || seconds > kLatest)
                continue;
            const auto at = base::fromMs(std::llround(seconds * 1000));
            const auto known = worst.emplace(at, value).first;
            const bool isWorse =
                badWhen == release::Side::Above ? value > known->second : value < known->second;
            if (isWorse)
                known->second = value;
        }
    }
    std::vector<release::Reading> readings;
    readings.reserve(worst.size());
    for (const auto& each : worst)
        readings.push_back({each.first, each.second});
    return readings;
}

} // namespace probes
