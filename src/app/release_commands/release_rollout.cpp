// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release go, rollback: what reaches customers at once, and what is taken back.
#include "app/release_commands/deed_command.h"
#include "release/duties.h"

namespace app {

namespace {

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
    return {canaryCommand(),
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
