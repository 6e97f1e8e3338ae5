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
double meanOf(const std::vector<release::Reading>& readings)
{
    const double sum =
        std::accumulate(readings.begin(), readings.end(), 0.0,
                        [](double so, const release::Reading& each) { return so + each.value; });
    return sum / static_cast<double>(readings.size());
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
    for (const auto& followed : m_followed)
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
                                  std::erase_if(m_followed, [&](const auto& followed) {
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
    if (release::watchesOf(release.canaryPlan, release.rollbackPlan).empty())
        return;
    const Followed& followed = m_followed[release.id];
    if (!release.releasedAt || followed.canary == release.canary)
        read(release);
    else
        readOutTimes(release);
}

void ShopFigures::read(const release::Release& release)
{
    m_reader->follow(
        release.id,
        {.watches = release::watchesOf(release.canaryPlan, release.rollbackPlan),
         .server = release.parameters.value(QStringLiteral("prometheus")),
         .out = m_followed[release.id].out,
         .past = release::longestSustained(release.canaryPlan, release.rollbackPlan) +
                 release::kStaleAfter},
        [this, id = release.id](const FigureReader::News& news) { wasRead(id, news); });
}

// The release says when it was begun last; a baseline is from before the first time.
void ShopFigures::readOutTimes(const release::Release& release)
{
    using Lines = std::vector<desk::LedgerLine>;
    m_open.desk().releaseHistory(m_caller, release.id,
                                 [this, release](const base::Result<Lines>& lines) {
                                     const auto place = m_followed.find(release.id);
                                     if (place == m_followed.end())
                                         return;
                                     std::vector<release::LedgerEntry> entries;
                                     for (const desk::LedgerLine& line : lines.value_or(Lines()))
                                         entries.push_back(line.entry);
                                     place->second.out = release::outTimes(entries);
                                     if (lines)
                                         place->second.canary = release.canary;
                                     else
                                         place->second.out = {{*release.releasedAt, std::nullopt}};
                                     read(release);
                                 });
}

void ShopFigures::wasRead(const QString& release, const FigureReader::News& news)
{
    const auto place = m_followed.find(release);
    if (place == m_followed.end())
        return;
    place->second.news = news;
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
    const auto followed = m_followed.find(release.id);
    std::vector<release::OutTime> out;
    if (followed != m_followed.end() && followed->second.canary)
        out = followed->second.out;
    else if (release.releasedAt)
        out.push_back({*release.releasedAt, std::nullopt});
    for (auto each = noted->second.cbegin(); each != noted->second.cend(); ++each) {
        auto& series = readings.series[each.key()];
        const auto middle = static_cast<std::ptrdiff_t>(series.size());
        series.insert(series.end(), each->begin(), each->end());
        std::ranges::inplace_merge(series, series.begin() + middle, {}, &release::Reading::at);
        const auto without = release::readingsWithout(each.value(), out);
        if (!without.empty() && !readings.baselines.contains(each.key()))
            readings.baselines.insert(each.key(), meanOf(without));
    }
    return readings;
}

const FigureReader::News* ShopFigures::newsOf(const QString& release) const
{
    const auto found = m_followed.find(release);
    return found == m_followed.end() ? nullptr : &found->second.news;
}

} // namespace panels
