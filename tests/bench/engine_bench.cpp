// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/talk.h"
#include "desk/turn_commit.h"
#include "engine/engine.h"

#include <benchmark/benchmark.h>

namespace bench {

namespace {

/// The turns of one conversation with the state before each.
struct Step {
    engine::State state;
    engine::Input input;
};

const std::vector<Step>& steps(const engine::Flow& flow)
{
    static const std::vector<Step> all = [&flow] {
        std::vector<Step> made;
        engine::State state;
        state.flowVersion = 1;
        engine::Input input{.kind = engine::Input::Kind::Begin, .text = QStringLiteral("es-AR")};
        for (std::size_t i = 0;; ++i) {
            made.push_back({state, input});
            const auto decision = engine::step(flow, state, input, {});
            if (!decision || i == kSayings.size())
                return made;
            state = decision->next;
            input = {.text = QString::fromUtf8(kSayings[i])};
        }
    }();
    return all;
}

const engine::Flow& flow()
{
    static const engine::Flow loaded = builtInFlow();
    return loaded;
}

void engineStep(benchmark::State& state)
{
    const auto& all = steps(flow());
    const engine::Facts facts{.now = base::SystemClock().wall()};
    std::size_t i = 0;
    for (auto _ : state) {
        const Step& step = all[i++ % all.size()];
        benchmark::DoNotOptimize(engine::step(flow(), step.state, step.input, facts));
    }
    state.SetItemsProcessed(state.iterations());
}

/// What else a turn costs where it is made into what the store commits.
void deskCommit(benchmark::State& state)
{
    const auto& all = steps(flow());
    const engine::Facts facts{.now = base::SystemClock().wall()};
    std::size_t i = 0;
    for (auto _ : state) {
        const Step& step = all[i++ % all.size()];
        const auto decision = engine::step(flow(), step.state, step.input, facts);
        store::ConversationRow row;
        benchmark::DoNotOptimize(desk::makeCommit(row, step.state, step.input, facts, *decision));
    }
    state.SetItemsProcessed(state.iterations());
}

/// Collects what Google Benchmark measured instead of printing it.
class Collector final : public benchmark::BenchmarkReporter
{
public:
    bool ReportContext(const Context& context) override
    {
        std::ignore = context;
        return true;
    }
    void ReportRuns(const std::vector<Run>& runs) override
    {
        for (const Run& run : runs) {
            if (run.run_type == Run::RT_Iteration)
                perSecond[run.benchmark_name()].push_back(
                    1 / (run.cpu_accumulated_time / static_cast<double>(run.iterations)));
        }
    }
    std::map<std::string, std::vector<double>> perSecond;
};

} // namespace

void measureEngine(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("The engine alone, one core"));
    const double seconds = std::chrono::duration<double>(settings.seconds(2)).count();
    benchmark::RegisterBenchmark("step", engineStep)
        ->MinTime(seconds)
        ->Repetitions(settings.rounds);
    benchmark::RegisterBenchmark("commit", deskCommit)
        ->MinTime(seconds)
        ->Repetitions(settings.rounds);
    Collector collector;
    benchmark::RunSpecifiedBenchmarks(&collector);
    const auto of = [&](const std::string& name) {
        for (const auto& [full, perSecond] : collector.perSecond) {
            if (full.starts_with(name))
                return perSecond;
        }
        return std::vector<double>();
    };
    to.add(
        {QStringLiteral("step()"), QStringLiteral("turns/s a core"), of("step"), atLeast(100'000)});
    to.add({QStringLiteral("step() and what the store is to commit"),
            QStringLiteral("turns/s a core"), of("commit")});
}

} // namespace bench
