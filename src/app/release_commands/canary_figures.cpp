// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release_commands/canary_figures.h"

#include "app/release_commands/deed_command.h"
#include "app/service.h"
#include "base/threads/blocking_home.h"
#include "base/threads/qt_worker.h"
#include "desk/releases/finding_texts.h"
#include "probes/watch/figure_watch.h"

#include <map>
#include <memory>

namespace app {

namespace {

/// "http_error_ratio=0.002,…". Invalid: the part that is none.
base::Result<std::map<QString, double>> figuresTyped(const CommandContext& context,
                                                     const char* option)
{
    std::map<QString, double> typed;
    for (const QString& each : optionText(context, option).split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = each.indexOf(u'=');
        const auto value = figureGiven(each.mid(equals + 1));
        if (equals < 1 || !value)
            return base::fail(base::Code::Invalid, each);
        typed[each.left(equals).trimmed()] = *value;
    }
    return typed;
}

std::vector<release::OutTime> outTimesOf(CommandContext& context, const QString& release)
{
    using Lines = std::vector<desk::LedgerLine>;
    const auto lines = context.ask<Lines>([&](base::Caller& caller, auto done) {
        context.service().desk().releaseHistory(caller, release, std::move(done));
    });
    std::vector<release::LedgerEntry> entries;
    for (const desk::LedgerLine& line : lines.value_or(Lines()))
        entries.push_back(line.entry);
    return release::outTimes(entries);
}

constexpr base::milliseconds kLook{200};
constexpr int kBriefLooks = 10;

/// One look at a server, on a thread of its own. Nothing: Ctrl-C was pressed first, or it took too long.
std::optional<probes::FigureNews> lookAtServer(CommandContext& context,
                                               const probes::FigureWatch::Options& options,
                                               const std::vector<release::OutTime>& out, Ask ask)
{
    std::optional<probes::FigureNews> seen;
    base::BlockingHome here;
    const auto ear = here.caller().ear<probes::FigureNews>(
        [&seen](probes::FigureNews news) { seen = std::move(news); });
    const auto watch = std::make_shared<std::unique_ptr<probes::FigureWatch>>();
    const base::Clock& clock = context.service().clock();
    const base::QtWorker worker(clock, {.name = "figures",
                                        .atStart =
                                            [&](base::QtHome& thread) {
                                                *watch = std::make_unique<probes::FigureWatch>(
                                                    probes::Setting{.home = thread.home(),
                                                                    .timers = thread,
                                                                    .clock = clock,
                                                                    .mask = {},
                                                                    .subjects = {}},
                                                    options,
                                                    [watch, ear] { ear.tell((*watch)->news()); });
                                                (*watch)->setOut(out);
                                            },
                                        .atEnd = [watch] { watch->reset(); }});
    for (int looks = 1; !here.runUntil([&] { return seen.has_value(); }, kLook); ++looks) {
        if (context.io.isCancelled() || (ask == Ask::Briefly && looks == kBriefLooks))
            break;
    }
    return seen;
}

void seeServer(CommandContext& context, const release::Release& release, FiguresSeen& figures,
               const std::vector<release::OutTime>& out, Ask ask)
{
    const auto news =
        lookAtServer(context,
                     {.watches = release::watchesOf(release.canaryPlan, release.rollbackPlan),
                      .server = figures.server,
                      .past = release::longestSustained(release.canaryPlan, release.rollbackPlan) +
                              release::kStaleAfter},
                     out, ask);
    if (!news)
        return;
    figures.readings = news->readings;
    if (news->problem != probes::Reason::None)
        figures.problem = desk::findingText(
            {.verdict = probes::Verdict::CouldNotRun,
             .reason = news->problem,
             .arguments = news->arguments},
            [&context](const char* english) { return context.translate("Findings", english); });
}

void seeOwn(CommandContext& context, FiguresSeen& figures, std::vector<release::OutTime> out)
{
    OwnFigures* own = context.service().ownFigures();
    if (!own) {
        figures.problem =
            context.translate("relevoctl", "no program that counts them runs with this data");
        return;
    }
    base::BlockingHome here;
    auto readings = here.wait<release::Readings>(
        [&](base::Reply<release::Readings> reply) { own->read(std::move(out), std::move(reply)); });
    if (readings)
        figures.readings = *std::move(readings);
}

} // namespace

base::Result<FiguresSeen> figuresSeen(CommandContext& context, const release::Release& release,
                                      Ask ask)
{
    const auto typed = figuresTyped(context, "readings");
    const auto baselines = figuresTyped(context, "baselines");
    if (!typed || !baselines)
        return base::fail(typed ? baselines.error() : typed.error());
    FiguresSeen figures{.readings = {}, .server = optionText(context, "prometheus"), .problem = {}};
    if (figures.server.isEmpty())
        figures.server = release.parameters.value(QStringLiteral("prometheus"));
    if (!release::watchesOf(release.canaryPlan, release.rollbackPlan).empty()) {
        auto out = outTimesOf(context, release.id);
        if (figures.server.isEmpty())
            seeOwn(context, figures, std::move(out));
        else
            seeServer(context, release, figures, out, ask);
    }
    for (const auto& each : *typed)
        figures.readings.series[each.first].push_back({nowOf(context), each.second});
    for (const auto& each : *baselines)
        figures.readings.baselines.insert(each.first, each.second);
    return figures;
}

} // namespace app
