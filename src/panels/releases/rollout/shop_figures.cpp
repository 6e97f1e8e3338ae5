// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/rollout/shop_figures.h"

#include <algorithm>
#include <numeric>

namespace panels {

namespace {

constexpr std::size_t kMostReadings = 2'000; ///< of a figure: as many as a chart draws

} // namespace

bool ShopFigures::note(const QString& figure, double value, base::WallTime at)
{
    auto& series = m_series[figure];
    if (!series.empty() && series.back().at > at)
        return false;
    series.push_back({at, value});
    if (series.size() > kMostReadings)
        series.erase(series.begin());
    Q_EMIT noted();
    return true;
}

const std::vector<release::Reading>& ShopFigures::of(const QString& figure) const
{
    static const std::vector<release::Reading> none;
    const auto found = m_series.constFind(figure);
    return found == m_series.constEnd() ? none : *found;
}

release::Readings ShopFigures::readingsFor(const release::Release& release) const
{
    release::Readings readings{.series = m_series, .baselines = {}};
    if (!release.releasedAt)
        return readings;
    for (auto figure = m_series.constBegin(); figure != m_series.constEnd(); ++figure) {
        const auto end =
            std::ranges::lower_bound(*figure, *release.releasedAt, {}, &release::Reading::at);
        const auto count = end - figure->begin();
        if (count == 0)
            continue;
        const double sum =
            std::accumulate(figure->begin(), end, 0.0, [](double so, const release::Reading& each) {
                return so + each.value;
            });
        readings.baselines[figure.key()] = sum / static_cast<double>(count);
    }
    return readings;
}

} // namespace panels
