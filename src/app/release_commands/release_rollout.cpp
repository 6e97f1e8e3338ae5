// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release canary, go, rollback: what reaches customers, and what is taken back.
#include "app/release_commands/deed_command.h"
#include "app/service.h"
#include "release/duties.h"
#include "release/rollout/canary.h"

namespace app {

namespace {

using release::Decision;

/// "http_error_ratio=0.002": a reading of now. Invalid: it is none.
base::Result<release::Readings> readingsGiven(const CommandContext& context)
{
    release::Readings readings;
    const QString all = optionText(context, "readings");
    for (const QString& each : all.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype equals = each.indexOf(u'=');
        const auto value = figureGiven(each.mid(equals + 1));
        if (equals < 1 || !value)
            return base::fail(base::Code::Invalid, each);
        readings.series[each.left(equals).trimmed()] = {{nowOf(context), *value}};
    }
    return readings;
}

Exit actAndTellShare(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view,
                     const release::Deed& deed)
{
    if (const Exit exit = command.act(view, deed); exit != Exit::Done)
        return exit;
    const auto& now = *view.release;
    const int share = release::shareOf(now.canaryPlan, now.canary);
    return tellDone(context,
                    QStringLiteral("%1, %2 %")
                        .arg(command.words().word("canary", now.canary.status))
                        .arg(share),
                    {{QStringLiteral("canary"), release::nameText(now.canary.status)},
                     {QStringLiteral("percent"), share}});
}

Exit steer(CommandContext& context)
{
    const auto decision = nameGiven<Decision>(context, context.given.words[1]);
    const auto readings = readingsGiven(context);
    if (!decision || !readings)
        return context.fail(decision ? readings.error() : decision.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        if (view.release->canaryPlan.stages.empty()) {
            context.complain(context.translate(
                "relevoctl", "This release goes out without stages: with release go."));
            return Exit::No;
        }
        const release::Steer deed{*decision, optionText(context, "reason"), *readings};
        return actAndTellShare(context, command, view, deed);
    });
}

Exit goOut(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        return actAndTellShare(context, command, view, release::GoOut{});
    });
}

Exit rollBack(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        if (context.given.has(QStringLiteral("rehearsed")))
            return actOnly(context, command, view, release::Rehearse{});
        if (context.given.has(QStringLiteral("step")))
            return actOnly(context, command, view, release::RollBackStep{});
        const auto role = roleGiven(context, view.me, release::rolesOf(release::Duty::Rollback));
        if (!role)
            return command.acting.fail(role.error());
        return actOnly(context, command, view,
                       release::RollBack{.trigger = optionText(context, "trigger"),
                                         .reason = optionText(context, "reason"),
                                         .role = *role});
    });
}

} // namespace

std::vector<Command> releaseRolloutCommands()
{
    return {deedCommand("release canary",
                        "RELEASE begin|promote|hold|resume|abort [--readings FIGURE=NUMBER,…] "
                        "[--reason TEXT]",
                        QT_TRANSLATE_NOOP("relevoctl", "Steers how many get what is new"), 2, steer,
                        {"readings", "reason"}),
            deedCommand(
                "release go", "RELEASE",
                QT_TRANSLATE_NOOP("relevoctl", "Lets a release without stages out, to everybody"),
                1, goOut, {}),
            deedCommand("release rollback",
                        "RELEASE --trigger ID --reason TEXT [--role ROLE] | --step | --rehearsed",
                        QT_TRANSLATE_NOOP("relevoctl",
                                          "Goes back, says that the next step of going back is "
                                          "done, or that it was rehearsed"),
                        1, rollBack, {"trigger", "reason", "role"}, {"step", "rehearsed"})};
}

} // namespace app
