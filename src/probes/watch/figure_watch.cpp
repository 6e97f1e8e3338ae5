// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/watch/figure_watch.h"

#include "probes/figures/history.h"
#include "probes/figures/prometheus.h"
#include "probes/network/endpoint.h"

#include <algorithm>

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
double medianOf(const std::vector<release::Reading>& readings)
{
    std::vector<double> values;
    std::ranges::transform(readings, std::back_inserter(values), &release::Reading::value);
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

    [[nodiscard]] const release::Readings& readings() const noexcept { return m_readings; }
    void takeBaseline()
    {
        for (auto it = m_readings.series.cbegin(); it != m_readings.series.cend(); ++it) {
            if (!it->empty())
                m_readings.baselines.insert(it.key(), medianOf(*it));
        }
    }

private:
    void read();
    void readOwn();
    void ask();
    void keep(const QString& figure, double value);
    void tell();

    const Setting m_setting;
    const Options m_options;
    const std::vector<release::Watch> m_figures;
    const std::optional<QUrl> m_server;
    const std::function<void()> m_changed;
    FigureHistory m_history;
    release::Readings m_readings;
    std::vector<std::unique_ptr<HttpCall>> m_calls;
    std::size_t m_open = 0; ///< calls that have not ended
    base::TimerId m_timer, m_limit, m_tell;
};

void FigureWatch::Impl::read()
{
    m_timer = m_setting.timers.after(m_options.every, [this] { read(); });
    if (m_open > 0)
        return;
    if (m_options.server.isEmpty())
        readOwn();
    else if (m_server)
        ask();
}

void FigureWatch::Impl::readOwn()
{
    if (!m_setting.subjects.figures)
        return;
    m_history.add(m_setting.subjects.figures(), m_setting.clock.steady());
    for (const release::Watch& watch : m_figures) {
        if (const auto value = m_history.value(watch.figure))
            keep(watch.figure, *value);
    }
    tell();
}

void FigureWatch::Impl::ask()
{
    m_calls.clear();
    for (const release::Watch& watch : m_figures) {
        const QString query = queryOf(watch.figure);
        if (query.isEmpty())
            continue;
        auto& call = m_calls.emplace_back(
            std::make_unique<HttpCall>(HttpCall::Options{.most = m_setting.limits.answer,
                                                         .trustedPem = m_setting.trustedPem,
                                                         .clock = m_setting.clock},
                                       prometheusRequest(*m_server, query)));
        ++m_open;
        call->start([this, watch](const HttpAnswer& answer) {
            if (const auto value = prometheusValue(answer, watch.side))
                keep(watch.figure, *value);
            if (--m_open == 0)
                tell();
        });
    }
    m_setting.timers.cancel(m_limit);
    m_limit = m_setting.timers.after(m_setting.limits.network, [this] {
        for (const auto& call : m_calls)
            call->stop();
    });
}

void FigureWatch::Impl::keep(const QString& figure, double value)
{
    auto& series = m_readings.series[figure];
    const base::WallTime now = m_setting.clock.wall();
    // Readings from the future are left from a clock that was set back.
    std::erase_if(series, [&](const release::Reading& reading) {
        return reading.at > now || reading.at < now - m_options.kept;
    });
    series.push_back({now, value});
}

void FigureWatch::Impl::tell()
{
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

const release::Readings& FigureWatch::readings() const noexcept
{
    return m_impl->readings();
}

void FigureWatch::takeBaseline()
{
    m_impl->takeBaseline();
}

std::vector<release::Watch> watchesOf(const release::CanaryPlan& canary,
                                      const release::RollbackPlan& rollback)
{
    std::vector<release::Watch> watches = canary.watches;
    for (const release::RollbackTrigger& trigger : rollback.triggers) {
        if (trigger.watch)
            watches.push_back(*trigger.watch);
    }
    return oncePerFigure(std::move(watches));
}

} // namespace probes
