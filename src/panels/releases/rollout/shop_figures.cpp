// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/rollout/shop_figures.h"

#include "panels/releases/open_release.h"

#include <algorithm>
#include <chrono>
#include <numeric>

namespace panels {

namespace {

constexpr std::size_t kMostNoted = 2'000; ///< of a figure: as many as a chart draws
constexpr std::chrono::hours kLookedAfter{24};
/// A canary that takes longer is read while it is open.
constexpr std::chrono::hours kLongestCanary{24 * 14};

bool isUnderWay(const release::Release& release, base::WallTime now)
{
    using release::CanaryStatus;
    const CanaryStatus status = release.canary.status;
    return status == CanaryStatus::Running || status == CanaryStatus::Held ||
           (release.releasedAt && now - release.canary.stageSince < kLookedAfter);
}

QString baselineKey(const QString& figure)
{
    return QStringLiteral("baseline:") + figure;
}

/// \pre not empty
double meanBefore(const std::vector<release::Reading>& series, base::WallTime end)
{
    const auto last = std::ranges::lower_bound(series, end, {}, &release::Reading::at);
    const double sum =
        std::accumulate(series.begin(), last, 0.0,
                        [](double so, const release::Reading& each) { return so + each.value; });
    return sum / static_cast<double>(last - series.begin());
}

} // namespace

ShopFigures::ShopFigures(OpenRelease& open, FigureReader* reader, QObject* parent)
    : QObject(parent), m_open(open), m_reader(reader), m_caller(open.home())
{
    if (!m_reader)
        return;
    connect(&m_open, &OpenRelease::changed, this, [this] {
        if (m_open.isOpen())
            follow(m_open.release());
    });
    connect(&m_open, &OpenRelease::closed, this, &ShopFigures::look);
    m_open.desk().hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.releases)
            look();
    });
    look();
}

ShopFigures::~ShopFigures()
{
    for (const auto& followed : m_news)
        m_reader->leave(followed.first);
}

void ShopFigures::look()
{
    m_open.desk().releasesOut(m_caller, m_open.now() - kLongestCanary,
                              [this](const base::Result<desk::OutReleases>& out) {
                                  if (!out)
                                      return; // told where releases are shown
                                  const auto isWanted = [&](const QString& id) {
                                      return (m_open.isOpen() && m_open.release().id == id) ||
                                             std::ranges::any_of(*out, [&](const auto& release) {
                                                 return release->id == id &&
                                                        isUnderWay(*release, m_open.now());
                                             });
                                  };
                                  std::erase_if(m_news, [&](const auto& followed) {
                                      const bool isOver = !isWanted(followed.first);
                                      if (isOver)
                                          m_reader->leave(followed.first);
                                      return isOver;
                                  });
                                  for (const auto& release : *out) {
                                      if (isWanted(release->id))
                                          follow(*release);
                                  }
                              });
}

void ShopFigures::follow(const release::Release& release)
{
    auto watches = release::watchesOf(release.canaryPlan, release.rollbackPlan);
    if (watches.empty())
        return;
    m_news.try_emplace(release.id);
    m_reader->follow(
        release.id,
        {.watches = std::move(watches),
         .server = release.parameters.value(QStringLiteral("prometheus")),
         .releasedAt = release.releasedAt},
        [this, id = release.id](const FigureReader::News& news) { wasRead(id, news); });
}

void ShopFigures::wasRead(const QString& release, const FigureReader::News& news)
{
    const auto place = m_news.find(release);
    if (place == m_news.end())
        return;
    place->second = news;
    keepBaselines(release, news.readings.baselines);
    Q_EMIT noted();
}

// What this program itself read before a release is gone with the program, and releasing it may be what
// ends it.
void ShopFigures::keepBaselines(const QString& release, const QHash<QString, double>& baselines)
{
    for (auto each = baselines.cbegin(); each != baselines.cend(); ++each) {
        const QString key = baselineKey(each.key());
        const QString value = QString::number(*each, 'g', 17);
        if (m_open.remembered(release, key) != value)
            m_open.remember(release, key, value);
    }
}

bool ShopFigures::note(const QString& release, const QString& figure, double value,
                       base::WallTime at)
{
    auto& series = m_noted[release][figure];
    if (!series.empty() && series.back().at > at)
        return false;
    series.push_back({at, value});
    if (series.size() > kMostNoted)
        series.erase(series.begin());
    Q_EMIT noted();
    return true;
}

release::Readings ShopFigures::readingsFor(const release::Release& release) const
{
    const auto* news = newsOf(release.id);
    release::Readings readings = news ? news->readings : release::Readings();
    for (const release::Watch& watch :
         release::watchesOf(release.canaryPlan, release.rollbackPlan)) {
        bool isKept = false;
        const double kept =
            m_open.remembered(release.id, baselineKey(watch.figure)).toDouble(&isKept);
        if (isKept && release.releasedAt && !readings.baselines.contains(watch.figure))
            readings.baselines.insert(watch.figure, kept);
    }
    const auto noted = m_noted.find(release.id);
    if (noted == m_noted.end())
        return readings;
    for (auto each = noted->second.cbegin(); each != noted->second.cend(); ++each) {
        auto& series = readings.series[each.key()];
        const auto middle = static_cast<std::ptrdiff_t>(series.size());
        series.insert(series.end(), each->begin(), each->end());
        std::ranges::inplace_merge(series, series.begin() + middle, {}, &release::Reading::at);
        const bool hasEarlier = release.releasedAt && each->front().at < *release.releasedAt;
        if (hasEarlier && !readings.baselines.contains(each.key()))
            readings.baselines.insert(each.key(), meanBefore(*each, *release.releasedAt));
    }
    return readings;
}

const FigureReader::News* ShopFigures::newsOf(const QString& release) const
{
    const auto found = m_news.find(release);
    return found == m_news.end() ? nullptr : &found->second;
}

} // namespace panels
