// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release canary: how what goes out does, and how many get it.
#include "app/release_commands/canary_figures.h"
#include "app/release_commands/deed_command.h"
#include "app/release_commands/round_options.h"
#include "app/service.h"
#include "base/json.h"
#include "release/report/report_texts.h"
#include "release/rollout/canary.h"

#include <algorithm>

namespace app {

namespace {

using release::CanaryAdvice;
using release::Decision;
using release::Proposal;
using release::Watch;
using release::WatchState;

/// What the figures say of a release at one time.
struct Standing {
    const release::Release& release;
    const FiguresSeen& figures;
    base::WallTime now;
    CanaryAdvice advice =
        release::advised(release.canaryPlan, release.canary, figures.readings, now);
    std::vector<release::RollbackTrigger> triggers =
        release::triggered(release.rollbackPlan, figures.readings, now);

    [[nodiscard]] bool isBreached() const
    {
        return !triggers.empty() ||
               std::ranges::find(advice.watches, WatchState::Breached) != advice.watches.end();
    }
};

QString numberText(double number)
{
    return QString::number(number, 'g', 6);
}

/// The newest; nothing where there is none.
std::optional<release::Reading> newestOf(const Standing& standing, const Watch& watch)
{
    const auto& series = standing.figures.readings.series;
    const auto found = series.constFind(watch.figure);
    return found == series.constEnd() || found->empty() ? std::nullopt
                                                        : std::optional(found->back());
}

/// "> 2 × 0.4 = 0.8"
QString limitTold(const Standing& standing, const Watch& watch)
{
    QString text = watch.side == release::Side::Above ? QStringLiteral("> ") : QStringLiteral("< ");
    text += numberText(watch.limit);
    if (!watch.isOfBaseline)
        return text;
    const auto& baselines = standing.figures.readings.baselines;
    const auto limit = release::limitOf(watch, standing.figures.readings);
    return limit ? text + QStringLiteral(" × %1 = %2")
                              .arg(numberText(baselines.value(watch.figure)), numberText(*limit))
                 : text + QStringLiteral(" × ?");
}

QString stateTold(const CommandContext& context, const Standing& standing, const Watch& watch,
                  WatchState state)
{
    const auto& readings = standing.figures.readings;
    const auto since = release::beyondSince(watch, readings, standing.now);
    const QString when = since ? release::timeText(*since) : QString();
    switch (state) {
    case WatchState::Fine: return context.translate("relevoctl", "fine");
    case WatchState::Suspect:
        return context.translate("relevoctl", "beyond it since %1, not for long enough yet")
            .arg(when);
    case WatchState::Breached:
        return context.translate("relevoctl", "beyond it since %1: a breach").arg(when);
    case WatchState::NoData: break;
    }
    return release::limitOf(watch, readings)
               ? context.translate("relevoctl", "no reading of now")
               : context.translate("relevoctl", "no baseline to compare with");
}

QString proposalTold(const CommandContext& context, const Standing& standing)
{
    QStringList concerned;
    const auto& watches = standing.release.canaryPlan.watches;
    for (std::size_t i = 0; i < watches.size(); ++i) {
        if (standing.advice.watches[i] != WatchState::Fine)
            concerned += watches[i].title;
    }
    const QString names = concerned.join(QStringLiteral(", "));
    switch (standing.advice.proposal) {
    case Proposal::None: break;
    case Proposal::Promote:
        return context.translate("relevoctl", "Proposed: promote. All figures are fine.");
    case Proposal::Finish:
        return context.translate("relevoctl",
                                 "Proposed: promote to the end. All figures are fine.");
    case Proposal::Hold:
        return names.isEmpty()
                   ? context.translate("relevoctl", "Proposed: hold. The stage needs its time.")
                   : context.translate("relevoctl", "Proposed: hold. Not certain: %1.").arg(names);
    case Proposal::Abort:
        return context.translate("relevoctl", "Proposed: abort. Not fine: %1.").arg(names);
    }
    return context.translate("relevoctl", "It is not under way: nothing is proposed.");
}

void watchAsJson(base::JsonWriter& json, const Standing& standing, const Watch& watch,
                 WatchState state)
{
    const auto& readings = standing.figures.readings;
    json.beginObject()
        .member("watch", watch.id)
        .member("title", watch.title)
        .member("figure", watch.figure)
        .member("state", release::nameOf(state));
    if (const auto newest = newestOf(standing, watch))
        json.member("value", newest->value).member("at", base::toIso(newest->at));
    json.member("badWhen", release::nameOf(watch.side));
    if (const auto limit = release::limitOf(watch, readings))
        json.member("limit", *limit);
    if (watch.isOfBaseline && readings.baselines.contains(watch.figure))
        json.member("baseline", readings.baselines.value(watch.figure));
    if (watch.isOfBaseline)
        json.member("factor", watch.limit);
    json.member("sustainedMinutes", static_cast<qint64>(watch.sustained.count()));
    if (const auto since = release::beyondSince(watch, readings, standing.now))
        json.member("beyondSince", base::toIso(*since));
    json.endObject();
}

void tellAsJson(CommandContext& context, const Standing& standing)
{
    const release::Release& shown = standing.release;
    base::JsonWriter json;
    json.beginObject()
        .member("release", shown.id)
        .member("at", base::toIso(standing.now))
        .member("canary", release::nameOf(shown.canary.status))
        .member("percent", release::shareOf(shown.canaryPlan, shown.canary));
    if (standing.advice.until)
        json.member("until", base::toIso(*standing.advice.until));
    json.member("source", standing.figures.server.isEmpty() ? QStringLiteral("own")
                                                            : standing.figures.server);
    if (!standing.figures.problem.isEmpty())
        json.member("problem", standing.figures.problem);
    json.key("figures").beginArray();
    for (std::size_t i = 0; i < shown.canaryPlan.watches.size(); ++i)
        watchAsJson(json, standing, shown.canaryPlan.watches[i], standing.advice.watches[i]);
    json.endArray().key("triggers").beginArray();
    for (const release::RollbackTrigger& trigger : standing.triggers)
        json.value(trigger.id);
    json.endArray().member("proposal", release::nameOf(standing.advice.proposal)).endObject();
    context.line(QString::fromStdString(json.take()));
}

void tellInWords(CommandContext& context, const ReleaseCommand& command, const Standing& standing)
{
    const release::Release& shown = standing.release;
    QString state = QStringLiteral("%1  %2, %3 %")
                        .arg(release::timeText(standing.now),
                             command.words().word("canary", shown.canary.status))
                        .arg(release::shareOf(shown.canaryPlan, shown.canary));
    if (standing.advice.until)
        state += u' ' + context.translate("relevoctl", "at least until %1")
                            .arg(release::timeText(*standing.advice.until));
    context.line(state);
    for (std::size_t i = 0; i < shown.canaryPlan.watches.size(); ++i) {
        const Watch& watch = shown.canaryPlan.watches[i];
        const auto newest = newestOf(standing, watch);
        context.line(QStringLiteral("%1: %2 (%3): %4")
                         .arg(watch.title, newest ? numberText(newest->value) : QStringLiteral("?"),
                              limitTold(standing, watch),
                              stateTold(context, standing, watch, standing.advice.watches[i])));
    }
    for (const release::RollbackTrigger& trigger : standing.triggers)
        context.line(context.translate("relevoctl", "A reason to roll back is there: %1")
                         .arg(trigger.title));
    context.line(proposalTold(context, standing));
}

void tellProblem(CommandContext& context, const FiguresSeen& figures)
{
    if (!figures.problem.isEmpty())
        context.complain(
            context.translate("relevoctl", "The figures cannot be read: %1.").arg(figures.problem));
}

/// No: something is breached. CouldNot: it could not be read whether it is.
Exit look(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view)
{
    const auto figures = figuresSeen(context, *view.release);
    if (!figures)
        return command.acting.fail(figures.error());
    if (context.io.isCancelled())
        return Exit::CouldNot;
    const Standing standing{*view.release, *figures, nowOf(context)};
    tellProblem(context, *figures);
    if (context.given.json())
        tellAsJson(context, standing);
    else
        tellInWords(context, command, standing);
    if (standing.isBreached())
        return Exit::No;
    return figures->problem.isEmpty() ? Exit::Done : Exit::CouldNot;
}

/// In rounds until the first breach; what the last look came to.
Exit status(CommandContext& context)
{
    const auto rounds = roundsGiven(context);
    if (!rounds)
        return context.fail(rounds.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        if (!*rounds)
            return look(context, command, view);
        RoundClock clock(context, **rounds);
        Exit last = look(context, command, view);
        while (last != Exit::No && clock.next()) {
            auto again = command.find(view.release->id);
            if (!again)
                return command.acting.fail(again.error());
            view = *std::move(again);
            const Exit exit = look(context, command, view);
            if (!context.io.isCancelled())
                last = exit;
        }
        return last;
    });
}

Exit steer(CommandContext& context)
{
    if (context.given.words[1] == QLatin1String("status"))
        return status(context);
    const auto decision = nameGiven<Decision>(context, context.given.words[1]);
    if (!decision)
        return context.fail(decision.error());
    for (const char* option : kRoundOptions) {
        if (context.given.has(QString::fromLatin1(option)))
            return context.fail(
                {base::Code::Invalid, QStringLiteral("--%1").arg(QLatin1String(option))});
    }
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        if (view.release->canaryPlan.stages.empty()) {
            context.complain(context.translate(
                "relevoctl", "This release goes out without stages: with release go."));
            return Exit::No;
        }
        const bool isUrgent = *decision == Decision::Hold || *decision == Decision::Abort;
        const auto figures =
            figuresSeen(context, *view.release, isUrgent ? Ask::Briefly : Ask::All);
        if (!figures)
            return command.acting.fail(figures.error());
        if (context.io.isCancelled() && !isUrgent)
            return Exit::CouldNot;
        if (*decision == Decision::Promote)
            tellProblem(context, *figures);
        const release::Steer deed{*decision, optionText(context, "reason"), figures->readings};
        return actAndTellShare(context, command, view, deed);
    });
}

} // namespace

Command canaryCommand()
{
    std::vector<const char*> values{"reason"};
    values.insert(values.end(), kFigureOptions.begin(), kFigureOptions.end());
    values.insert(values.end(), kRoundOptions.begin(), kRoundOptions.end());
    auto command = deedCommand(
        "release canary",
        "RELEASE status|begin|promote|hold|resume|abort [--readings FIGURE=NUMBER,…] "
        "[--baselines FIGURE=NUMBER,…] [--prometheus URL] [--every TIME] [--for TIME] "
        "[--reason TEXT]",
        QT_TRANSLATE_NOOP("relevoctl",
                          "Tells how the watched figures are and what they propose (status; 1: a "
                          "breach), or steers how many get what is new"),
        2, steer, values);
    command.mayBeEnded = true;
    return command;
}

} // namespace app
