// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/figures/figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace probes {

namespace {

using Samples = std::vector<Sample>;

constexpr std::array<std::string_view, 6> kAiFailures{
    "unavailable", "timed_out", "unauthorized", "bad_request", "protocol_error", "rate_limited"};

double valueAt(const Samples& samples, const Sample& same)
{
    const auto found = std::ranges::find_if(samples, [&same](const Sample& each) {
        return each.name == same.name && each.labels == same.labels;
    });
    return found == samples.end() ? 0 : found->value;
}

/// What the counters grew by. One that fell began anew.
template <class F>
double growth(const Samples& before, const Samples& now, std::string_view name, F isMeant)
{
    double sum = 0;
    for (const Sample& sample : now) {
        if (sample.name != name || !isMeant(sample))
            continue;
        const double was = valueAt(before, sample);
        sum += sample.value >= was ? sample.value - was : sample.value;
    }
    return sum;
}

template <class F>
std::optional<double> ratio(const Samples& before, const Samples& now, std::string_view name,
                            F isBad)
{
    const double all = growth(before, now, name, [](const Sample&) { return true; });
    if (all < kFewestEvents)
        return std::nullopt;
    return growth(before, now, name, isBad) / all;
}

std::optional<double> gauge(const Samples& now, std::string_view name)
{
    const auto found = std::ranges::find(now, name, &Sample::name);
    return found == now.end() ? std::nullopt : std::optional(found->value);
}

/// As Prometheus' histogram_quantile: linear inside a bucket, the last limit beyond all of them.
std::optional<double> chatP95(const Samples& before, const Samples& now)
{
    constexpr double kQuantile = 0.95;
    std::vector<std::pair<double, double>> buckets; // limit, count up to it
    for (const Sample& sample : now) {
        if (sample.name != "relevo_http_request_duration_seconds_bucket" ||
            sample.label("route") != "chat")
            continue;
        const double limit =
            sample.label("le") == "+Inf"
                ? HUGE_VAL
                : QByteArray::fromStdString(std::string(sample.label("le"))).toDouble();
        const double was = valueAt(before, sample);
        buckets.emplace_back(limit, sample.value >= was ? sample.value - was : sample.value);
    }
    std::ranges::sort(buckets);
    if (buckets.empty() || buckets.back().second < kFewestEvents)
        return std::nullopt;
    const double rank = kQuantile * buckets.back().second;
    double from = 0;
    double below = 0;
    for (const auto& [limit, count] : buckets) {
        if (count >= rank)
            return std::isinf(limit) ? from
                                     : from + (limit - from) * (rank - below) / (count - below);
        from = limit;
        below = count;
    }
    return from;
}

std::optional<double> httpErrors(const Samples& before, const Samples& now)
{
    return ratio(before, now, "relevo_http_requests_total",
                 [](const Sample& sample) { return sample.label("status").starts_with('5'); });
}

std::optional<double> aiErrors(const Samples& before, const Samples& now)
{
    return ratio(before, now, "relevo_ai_requests_total", [](const Sample& sample) {
        return std::ranges::find(kAiFailures, sample.label("outcome")) != kAiFailures.end();
    });
}

/// Where no AI is configured there is no breaker, so none is open.
std::optional<double> breakerOpen(const Samples&, const Samples& now)
{
    if (now.empty())
        return std::nullopt;
    const bool isOpen = std::ranges::any_of(now, [](const Sample& sample) {
        const auto state = sample.label("state");
        return sample.name == "relevo_breaker_state" && sample.value > 0 &&
               (state == "open" || state == "forced_open");
    });
    return isOpen ? 1 : 0;
}

std::optional<double> diskFree(const Samples&, const Samples& now)
{
    return gauge(now, "relevo_disk_free_ratio");
}

std::optional<double> memoryUsed(const Samples&, const Samples& now)
{
    const auto used = gauge(now, "relevo_process_resident_bytes");
    const auto limit = gauge(now, "relevo_memory_limit_bytes");
    if (!used || !limit || *limit <= 0)
        return std::nullopt;
    return *used / *limit;
}

struct FigureRow {
    const char* name;
    const char* query;
    std::optional<double> (*read)(const Samples&, const Samples&);
};

// A ratio without enough events has no value, and a share of nothing is 0.
constexpr std::array kFigures{
    FigureRow{"http_error_ratio",
              "((sum(increase(relevo_http_requests_total{status=~\"5..\"}[5m])) or vector(0)) / "
              "sum(increase(relevo_http_requests_total[5m]))) "
              "and (sum(increase(relevo_http_requests_total[5m])) >= 5)",
              httpErrors},
    FigureRow{"chat_p95_seconds",
              "histogram_quantile(0.95, sum by (le) (rate("
              "relevo_http_request_duration_seconds_bucket{route=\"chat\"}[5m]))) and on() (sum("
              "increase(relevo_http_request_duration_seconds_count{route=\"chat\"}[5m])) >= 5)",
              chatP95},
    FigureRow{"breaker_open",
              "max(relevo_breaker_state{state=~\"open|forced_open\"}) or "
              "0 * max(relevo_process_resident_bytes)",
              breakerOpen},
    FigureRow{"disk_free_ratio", "min(relevo_disk_free_ratio)", diskFree},
    FigureRow{"ai_error_ratio",
              "((sum(increase(relevo_ai_requests_total{outcome=~\"unavailable|timed_out|"
              "unauthorized|bad_request|protocol_error|rate_limited\"}[5m])) or vector(0)) / "
              "sum(increase(relevo_ai_requests_total[5m]))) "
              "and (sum(increase(relevo_ai_requests_total[5m])) >= 5)",
              aiErrors},
    FigureRow{"memory_ratio",
              "max(relevo_process_resident_bytes / on(instance) relevo_memory_limit_bytes)",
              memoryUsed},
};

const FigureRow* rowOf(const QString& figure)
{
    const auto found = std::ranges::find_if(
        kFigures, [&](const FigureRow& row) { return figure == QLatin1String(row.name); });
    return found == kFigures.end() ? nullptr : &*found;
}

} // namespace

const QStringList& knownFigures()
{
    static const QStringList kNames = [] {
        QStringList names;
        for (const FigureRow& row : kFigures)
            names << QString::fromLatin1(row.name);
        return names;
    }();
    return kNames;
}

QString queryOf(const QString& figure)
{
    const FigureRow* row = rowOf(figure);
    return row ? QString::fromLatin1(row->query) : QString();
}

std::optional<double> figureFrom(const QString& figure, const std::vector<Sample>& before,
                                 const std::vector<Sample>& now)
{
    const FigureRow* row = rowOf(figure);
    const auto value = row ? row->read(before, now) : std::nullopt;
    return value && std::isfinite(*value) ? value : std::nullopt;
}

} // namespace probes
