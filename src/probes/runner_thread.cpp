// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/runner_thread.h"

#include <map>
#include <optional>
#include <tuple>

namespace probes {

/// A run has one number for whoever asked, and one of the runner's.
struct RunnerThread::Bench {
    std::optional<Runner> runner;
    std::map<RunId, RunId> runs;
    std::map<RunId, base::Reply<void>> waiting;

    void begin(RunId id, Order order, const base::Ear<Piece>& output,
               const base::Ear<Finding>& found, base::Reply<void> done)
    {
        waiting.emplace(id, std::move(done));
        const auto run = runner->run(
            std::move(order), {.output = [output](const Piece& piece) { output.tell(piece); },
                               .found = [found](const Finding& finding) { found.tell(finding); },
                               .done = [this, id] { finish(id); }});
        runs.emplace(id, run);
    }

    void finish(RunId id)
    {
        runs.erase(id);
        auto done = std::move(waiting.extract(id).mapped());
        done.answer({});
    }

    void cancel(RunId id)
    {
        if (const auto run = runs.find(id); run != runs.end())
            runner->cancel(run->second);
    }
};

RunnerThread::RunnerThread(const base::Clock& clock, Options options)
    : m_bench(std::make_shared<Bench>()), m_subjects(options.subjects),
      m_worker(clock,
               {.name = "probes",
                .atStart =
                    [bench = m_bench, &clock, given = std::move(options)](base::QtHome& home) {
                        bench->runner.emplace(Setting{.home = home.home(),
                                                      .timers = home,
                                                      .clock = clock,
                                                      .mask = given.mask,
                                                      .subjects = given.subjects,
                                                      .limits = given.limits,
                                                      .trustedPem = given.trustedPem,
                                                      .ownSecrets = given.ownSecrets});
                    },
                .atEnd =
                    [bench = m_bench] {
                        bench->runner.reset();
                        bench->waiting.clear();
                    }})
{
}

RunnerThread::~RunnerThread()
{
    stop();
}

RunId RunnerThread::run(Order order, base::Ear<Piece> output, base::Ear<Finding> found,
                        base::Reply<void> done)
{
    const RunId id{++m_last};
    done.setWhenDropped(base::Code::Busy);
    std::ignore =
        m_worker.post([bench = m_bench, id, order = std::move(order), output = std::move(output),
                       found = std::move(found), done = std::move(done)]() mutable {
            done.setWhenDropped(base::Code::Cancelled);
            bench->begin(id, std::move(order), output, found, std::move(done));
        });
    return id;
}

void RunnerThread::cancel(RunId run)
{
    std::ignore = m_worker.post([bench = m_bench, run] { bench->cancel(run); });
}

void RunnerThread::stop()
{
    m_worker.stop();
}

} // namespace probes
