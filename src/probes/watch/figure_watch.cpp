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
double medianOf(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

} // namespace

class FigureWatch::Impl
{
public:
    Impl(Setting setting, Options options, std::function<void()> changed)
        : m_setting(std::move(setting)), m_options(std::move(options)),
          m_figures(oncePerFigure(m_options.watches)), m_server(httpUrlOf(m_options.server)),
          m_changed(std::move(changed))
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
    void setReleasedAt(std::optional<base::WallTime> releasedAt);

private:
    void read();
    void readOwn();
    void ask();
    void askOne(const release::Watch& watch, std::optional<base::WallTime> at);
    void answered(const release::Watch& watch, const HttpAnswer& answer, bool isBaseline);
    void keep(const QString& figure, double value);
    void tell();

    const Setting m_setting;
    const Options m_options;
    const std::vector<release::Watch> m_figures;
    const std::optional<QUrl> m_server;
    const std::function<void()> m_changed;
    FigureHistory m_history;
    FigureNews m_news;
    std::pair<Reason, QStringList> m_trouble;   ///< of the look that is under way
    std::optional<base::WallTime> m_baselineAt; ///< still to be asked for
    std::vector<std::unique_ptr<HttpCall>> m_calls;
    std::size_t m_open = 0; ///< calls that have not ended
    bool m_isLate = false;  ///< they are ended because their time is over
    base::TimerId m_timer, m_limit, m_tell;
};

void FigureWatch::Impl::setReleasedAt(std::optional<base::WallTime> releasedAt)
{
    m_news.readings.baselines.clear();
    m_baselineAt = releasedAt;
    if (!releasedAt || m_server)
        return;
    const auto& all = m_news.readings.series;
    for (auto series = all.cbegin(); series != all.cend(); ++series) {
        std::vector<double> before;
        for (const release::Reading& reading : *series) {
            if (reading.at < *releasedAt)
                before.push_back(reading.value);
        }
        if (!before.empty())
            m_news.readings.baselines.insert(series.key(), medianOf(std::move(before)));
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
                keep(watch.figure, *value);
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
    const auto baselineAt = std::exchange(m_baselineAt, std::nullopt);
    for (const release::Watch& watch : m_figures) {
        askOne(watch, std::nullopt);
        if (baselineAt)
            askOne(watch, baselineAt);
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

void FigureWatch::Impl::askOne(const release::Watch& watch, std::optional<base::WallTime> at)
{
    const QString query = queryOf(watch.figure);
    if (query.isEmpty())
        return;
    auto& call = m_calls.emplace_back(
        std::make_unique<HttpCall>(HttpCall::Options{.most = m_setting.limits.answer,
                                                     .trustedPem = m_setting.trustedPem,
                                                     .clock = m_setting.clock},
                                   prometheusRequest(*m_server, query, at)));
    ++m_open;
    call->start([this, watch, at](const HttpAnswer& answer) {
        answered(watch, answer, at.has_value());
        if (at && answer.failure != Reason::None)
            m_baselineAt = at; // another time
        if (--m_open == 0)
            tell();
    });
}

void FigureWatch::Impl::answered(const release::Watch& watch, const HttpAnswer& answer,
                                 bool isBaseline)
{
    const auto value = prometheusValue(answer, watch.side);
    if (value && isBaseline)
        m_news.readings.baselines.insert(watch.figure, *value);
    else if (value)
        keep(watch.figure, *value);
    const auto trouble = prometheusTrouble(answer, *m_server);
    if (!trouble || isBaseline)
        return;
    m_trouble = *trouble;
    if (m_isLate && trouble->first == Reason::Cancelled)
        m_trouble = {Reason::TimedOut, {QString::number(m_setting.limits.network.count())}};
}

void FigureWatch::Impl::keep(const QString& figure, double value)
{
    auto& series = m_news.readings.series[figure];
    const base::WallTime now = m_setting.clock.wall();
    // Readings from the future are left from a clock that was set back.
    std::erase_if(series, [&](const release::Reading& reading) {
        return reading.at > now || reading.at < now - m_options.kept;
    });
    series.push_back({now, value});
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

void FigureWatch::setReleasedAt(std::optional<base::WallTime> releasedAt)
{
    m_impl->setReleasedAt(releasedAt);
}

} // namespace probes
