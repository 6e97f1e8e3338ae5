// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/watch/figure_watch.h"

#include "probes/figures/history.h"
#include "probes/figures/prometheus.h"
#include "probes/network/endpoint.h"

#include <algorithm>
#include <utility>

namespace probes {

namespace {

std::vector<release::Watch> oncePerFigure(std::vector<release::Watch> watches)
{
    std::vector<release::Watch> once;
    for (release::Watch& each : watches) {
        if (std::ranges::find(once, each.figure, &release::Watch::figure) == once.end())
            once.push_back(std::move(each));
    }
    return once;
}

/// \pre not empty
double medianOf(std::vector<release::Reading> readings)
{
    const auto middle = readings.begin() + static_cast<std::ptrdiff_t>(readings.size() / 2);
    std::ranges::nth_element(readings, middle, {}, &release::Reading::value);
    return middle->value;
}

enum class Asked { Now, Past, Baseline };

constexpr std::chrono::seconds kStep{30}; ///< between readings of the past
constexpr int kMostPoints = 10'000;       ///< a server gives 11,000 at most

/// What a server is asked for is kept, too.
FigureWatch::Options keepingPast(FigureWatch::Options options)
{
    options.kept = std::max(options.kept, std::chrono::ceil<std::chrono::hours>(options.past));
    return options;
}

} // namespace

class FigureWatch::Impl
{
public:
    Impl(Setting setting, Options options, std::function<void()> changed)
        : m_setting(std::move(setting)), m_options(keepingPast(std::move(options))),
          m_figures(oncePerFigure(m_options.watches)), m_server(httpUrlOf(m_options.server)),
          m_changed(std::move(changed)), m_asksPast(m_options.past > std::chrono::minutes(0))
    {
        m_timer = m_setting.timers.after(base::milliseconds(0), [this] { read(); });
    }
    ~Impl()
    {
        m_setting.timers.cancel(m_timer);
        m_setting.timers.cancel(m_limit);
        m_setting.timers.cancel(m_tell);
    }

    [[nodiscard]] const FigureNews& news() const noexcept { return m_news; }
    void setOut(std::vector<release::OutTime> out);

private:
    void read();
    void readOwn();
    void ask();
    void askOne(const release::Watch& watch, Asked what);
    [[nodiscard]] HttpRequest requestFor(const QString& query, Asked what) const;
    void answered(const release::Watch& watch, const HttpAnswer& answer, Asked what);
    void keep(const QString& figure, const std::vector<release::Reading>& readings);
    void tell();

    const Setting m_setting;
    const Options m_options;
    const std::vector<release::Watch> m_figures;
    const std::optional<QUrl> m_server;
    const std::function<void()> m_changed;
    FigureHistory m_history;
    FigureNews m_news;
    std::pair<Reason, QStringList> m_trouble; ///< of the look that is under way
    std::vector<release::OutTime> m_out;
    bool m_asksBaseline = false; ///< still to be asked for
    bool m_asksPast = false;     ///< the same
    std::vector<std::unique_ptr<HttpCall>> m_calls;
    std::size_t m_open = 0; ///< calls that have not ended
    bool m_isLate = false;  ///< they are ended because their time is over
    base::TimerId m_timer, m_limit, m_tell;
};

void FigureWatch::Impl::setOut(std::vector<release::OutTime> out)
{
    auto& baselines = m_news.readings.baselines;
    const bool isSame = !m_out.empty() && !out.empty() && m_out.front().from == out.front().from;
    m_out = std::move(out);
    if (!isSame)
        baselines.clear();
    if (m_server) {
        m_asksBaseline = !m_out.empty() && (m_asksBaseline || !isSame);
        return;
    }
    const auto& all = m_news.readings.series;
    for (auto series = all.cbegin(); series != all.cend(); ++series) {
        auto without = release::readingsWithout(*series, m_out);
        if (!without.empty() && !baselines.contains(series.key()))
            baselines.insert(series.key(), medianOf(std::move(without)));
    }
}

void FigureWatch::Impl::read()
{
    m_timer = m_setting.timers.after(m_options.every, [this] { read(); });
    if (m_open > 0)
        return;
    m_trouble = {Reason::None, {}};
    if (m_options.server.isEmpty()) {
        readOwn();
    } else if (m_server) {
        ask();
    } else {
        m_trouble = {Reason::BadHost, {withoutUserInfo(m_options.server)}};
        tell();
    }
}

void FigureWatch::Impl::readOwn()
{
    if (m_setting.subjects.figures) {
        m_history.add(m_setting.subjects.figures(), m_setting.clock.steady());
        for (const release::Watch& watch : m_figures) {
            if (const auto value = m_history.value(watch.figure))
                keep(watch.figure, {{m_setting.clock.wall(), *value}});
        }
    } else {
        m_trouble = {Reason::NotOffered, {}};
    }
    tell();
}

void FigureWatch::Impl::ask()
{
    m_calls.clear();
    m_isLate = false;
    const bool asksBaseline = std::exchange(m_asksBaseline, false);
    const Asked what = std::exchange(m_asksPast, false) ? Asked::Past : Asked::Now;
    for (const release::Watch& watch : m_figures) {
        askOne(watch, what);
        if (asksBaseline)
            askOne(watch, Asked::Baseline);
    }
    if (m_open == 0) {
        tell();
        return;
    }
    m_setting.timers.cancel(m_limit);
    m_limit = m_setting.timers.after(m_setting.limits.network, [this] {
        m_isLate = true;
        for (const auto& call : m_calls)
            call->stop();
    });
}

void FigureWatch::Impl::askOne(const release::Watch& watch, Asked what)
{
    const QString query = queryOf(watch.figure);
    if (query.isEmpty())
        return;
    auto& call = m_calls.emplace_back(
        std::make_unique<HttpCall>(HttpCall::Options{.most = m_setting.limits.answer,
                                                     .trustedPem = m_setting.trustedPem,
                                                     .clock = m_setting.clock},
                                   requestFor(query, what)));
    ++m_open;
    call->start([this, watch, what](const HttpAnswer& answer) {
        answered(watch, answer, what);
        if (answer.failure != Reason::None) { // another time
            m_asksBaseline = m_asksBaseline || (what == Asked::Baseline && !m_out.empty());
            m_asksPast = m_asksPast || what == Asked::Past;
        }
        if (--m_open == 0)
            tell();
    });
}

HttpRequest FigureWatch::Impl::requestFor(const QString& query, Asked what) const
{
    switch (what) {
    case Asked::Past: {
        const base::WallTime now = m_setting.clock.wall();
        const auto step = std::max<std::chrono::seconds>(
            kStep, std::chrono::ceil<std::chrono::seconds>(m_options.past) / kMostPoints);
        return prometheusRangeRequest(*m_server, query, now - m_options.past, now, step);
    }
    case Asked::Baseline: return prometheusRequest(*m_server, query, m_out.front().from);
    case Asked::Now: break;
    }
    return prometheusRequest(*m_server, query);
}

void FigureWatch::Impl::answered(const release::Watch& watch, const HttpAnswer& answer, Asked what)
{
    const auto value = prometheusValue(answer, watch.side);
    if (what == Asked::Baseline) {
        if (value && !m_out.empty())
            m_news.readings.baselines.insert(watch.figure, *value);
        return;
    }
    auto readings = prometheusReadings(answer, watch.side);
    if (readings.empty() && value)
        readings.push_back({m_setting.clock.wall(), *value});
    if (!readings.empty())
        keep(watch.figure, readings);
    const auto trouble = prometheusTrouble(answer, *m_server);
    if (!trouble)
        return;
    m_trouble = *trouble;
    if (m_isLate && trouble->first == Reason::Cancelled)
        m_trouble = {Reason::TimedOut, {QString::number(m_setting.limits.network.count())}};
}

void FigureWatch::Impl::keep(const QString& figure, const std::vector<release::Reading>& readings)
{
    auto& series = m_news.readings.series[figure];
    const base::WallTime now = m_setting.clock.wall();
    series.insert(series.end(), readings.begin(), readings.end());
    // Readings from the future are left from a clock that was set back.
    std::erase_if(series, [&](const release::Reading& reading) {
        return reading.at > now || reading.at < now - m_options.kept;
    });
    std::ranges::stable_sort(series, {}, &release::Reading::at);
    m_news.readAt = now;
}

void FigureWatch::Impl::tell()
{
    m_news.problem = m_trouble.first;
    m_news.arguments = m_trouble.second;
    m_setting.timers.cancel(m_limit);
    m_setting.timers.cancel(m_tell);
    m_tell = m_setting.timers.after(base::milliseconds(0), [changed = m_changed] {
        if (changed)
            changed();
    });
}

FigureWatch::FigureWatch(Setting setting, Options options, std::function<void()> changed)
    : m_impl(std::make_unique<Impl>(std::move(setting), std::move(options), std::move(changed)))
{
}

FigureWatch::~FigureWatch() = default;

const FigureNews& FigureWatch::news() const noexcept
{
    return m_impl->news();
}

void FigureWatch::setOut(std::vector<release::OutTime> out)
{
    m_impl->setOut(std::move(out));
}

} // namespace probes
