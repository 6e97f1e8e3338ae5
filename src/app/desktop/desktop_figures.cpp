// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_figures.h"

#include "app/desktop/check_sentence.h"

#include <tuple>
#include <utility>

namespace app {

namespace {

/// Whether only the times that the release was out differ.
bool isSameSource(panels::FigureReader::Wanted a, const panels::FigureReader::Wanted& b)
{
    a.out = b.out;
    return a == b;
}

QString problemOf(const probes::FigureNews& news)
{
    if (news.problem == probes::Reason::None)
        return {};
    return checkSentence({.verdict = probes::Verdict::CouldNotRun,
                          .reason = news.problem,
                          .arguments = news.arguments});
}

} // namespace

DesktopFigures::DesktopFigures(std::shared_ptr<base::Home> home, const base::Clock& clock,
                               std::function<std::string()> figures, base::milliseconds every)
    : m_home(std::move(home)), m_bench(std::make_shared<Bench>()),
      m_worker(clock,
               {.name = "figures",
                .atStart =
                    [bench = m_bench, &clock, figures = std::move(figures),
                     every](base::QtHome& thread) {
                        bench->every = every;
                        bench->setting.emplace(probes::Setting{.home = thread.home(),
                                                               .timers = thread,
                                                               .clock = clock,
                                                               .mask = {},
                                                               .subjects = {.figures = figures}});
                    },
                .atEnd = [bench = m_bench] { bench->watched.clear(); }})
{
}

void DesktopFigures::follow(const QString& release, const Wanted& wanted, Listener listener)
{
    auto& followed = m_followed[release];
    if (followed && followed->wanted == wanted)
        return;
    base::Ear<probes::FigureNews> ear;
    if (!followed || !isSameSource(followed->wanted, wanted)) {
        followed = std::make_unique<Followed>(m_home);
        ear = followed->caller.ear<probes::FigureNews>(
            [listener = std::move(listener)](const probes::FigureNews& news) {
                listener(
                    {.readings = news.readings, .readAt = news.readAt, .problem = problemOf(news)});
            });
    }
    followed->wanted = wanted;
    std::ignore = m_worker.post(
        [bench = m_bench, release, wanted, ear] { bench->follow(release, wanted, ear); });
}

void DesktopFigures::leave(const QString& release)
{
    if (m_followed.erase(release) > 0)
        std::ignore = m_worker.post([bench = m_bench, release] { bench->watched.erase(release); });
}

void DesktopFigures::Bench::follow(const QString& release, const Wanted& wanted,
                                   const base::Ear<probes::FigureNews>& ear)
{
    Watched& here = watched[release];
    if (!here.watch || !isSameSource(here.wanted, wanted)) {
        here.watch = std::make_unique<probes::FigureWatch>(
            *setting,
            probes::FigureWatch::Options{.watches = wanted.watches,
                                         .server = wanted.server,
                                         .every = every,
                                         .past = wanted.past},
            [this, release, ear] { ear.tell(watched.at(release).watch->news()); });
        here.watch->setOut(wanted.out);
    } else if (here.wanted.out != wanted.out) {
        here.watch->setOut(wanted.out);
    }
    here.wanted = wanted;
}

} // namespace app
