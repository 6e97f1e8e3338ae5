// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_figures.h"

#include "probes/figures/figures.h"

#include <utility>

namespace app {

namespace {

constexpr std::chrono::hours kKept{72};

std::vector<release::Watch> allFigures()
{
    std::vector<release::Watch> watches;
    for (const QString& figure : probes::knownFigures())
        watches.push_back({.figure = figure});
    return watches;
}

} // namespace

OwnFigures::OwnFigures(const base::Clock& clock, std::function<std::string()> figures)
    : m_bench(std::make_shared<Bench>()),
      m_worker(clock,
               {.name = "own-figures",
                .atStart =
                    [bench = m_bench, &clock, figures = std::move(figures)](base::QtHome& thread) {
                        bench->watch.emplace(probes::Setting{.home = thread.home(),
                                                             .timers = thread,
                                                             .clock = clock,
                                                             .mask = {},
                                                             .subjects = {.figures = figures}},
                                             probes::FigureWatch::Options{.watches = allFigures(),
                                                                          .server = {},
                                                                          .kept = kKept},
                                             std::function<void()>());
                    },
                .atEnd = [bench = m_bench] { bench->watch.reset(); }})
{
}

void OwnFigures::read(std::vector<release::OutTime> out, base::Reply<release::Readings> reply)
{
    std::ignore =
        m_worker.post([bench = m_bench, out = std::move(out), reply = std::move(reply)]() mutable {
            bench->watch->setOut({}); // the baselines of another release are not this one's
            bench->watch->setOut(std::move(out));
            reply.answer(bench->watch->news().readings);
        });
}

} // namespace app
