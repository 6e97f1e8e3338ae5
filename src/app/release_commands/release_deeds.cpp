// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release create, plan, parameter, sign, override, erase, freeze: what is done to a whole release.
#include "app/release_commands/deed_command.h"
#include "app/service.h"
#include "release/duties.h"

#include <algorithm>

namespace app {

namespace {

// ---- The whole release ----

void tellLeftOut(CommandContext& context, const std::vector<desk::ShelvedTemplate>& templates,
                 const release::Template& source)
{
    const auto shelved = std::ranges::find(templates, source, &desk::ShelvedTemplate::plan);
    if (shelved == templates.end())
        return;
    for (const release::LeftOut& each : shelved->leftOut)
        context.complain(context
                             .translate("relevoctl", "%1: without what this program cannot check "
                                                     "yet: %2")
                             .arg(each.item, each.checks.join(QStringLiteral(", "))));
}

Exit create(CommandContext& context)
{
    const auto planned = optionalTime(context, "planned");
    const auto language = languageGiven(context);
    if (!planned || !language)
        return context.fail(planned ? language.error() : planned.error());
    ReleaseCommand command(context);
    if (const auto begun = command.begin(); !begun)
        return command.fail(begun.error());
    const auto templates = templatesIn(context, *language);
    if (!templates)
        return command.fail(templates.error());
    const QString wanted = optionText(context, "template");
    const auto source = templateNamed(*templates, wanted);
    if (!source) {
        QStringList known;
        for (const desk::ShelvedTemplate& each : *templates)
            known += each.plan.id;
        known.removeDuplicates();
        return command.fail(
            unknownWord(context, wanted.isEmpty() ? QStringLiteral("--template") : wanted, known));
    }
    const auto made = context.ask<desk::ReleaseView>([&](base::Caller& caller, auto done) {
        context.service().desk().createRelease(
            caller, command.acting.badge(),
            {.plan = *source, .title = context.given.words.front(), .plannedFor = *planned},
            std::move(done));
    });
    if (!made)
        return command.fail(made.error());
    tellLeftOut(context, *templates, *source);
    return command.end(
        tellDone(context, made->release->id, {{QStringLiteral("id"), made->release->id}}));
}

Exit plan(CommandContext& context)
{
    if (!context.given.has(QStringLiteral("title")) &&
        !context.given.has(QStringLiteral("planned")))
        return context.usage();
    const auto planned = optionalTime(context, "planned");
    if (!planned)
        return context.fail(planned.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        release::Reschedule deed{.plannedFor = *planned};
        if (context.given.has(QStringLiteral("title")))
            deed.title = optionText(context, "title");
        return actOnly(context, command, view, deed);
    });
}

Exit setParameter(CommandContext& context)
{
    if (context.given.words[1].trimmed().isEmpty())
        return context.fail({base::Code::Invalid, QStringLiteral("a text is missing")});
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        return actOnly(context, command, view,
                       release::SetParameter{context.given.words[1], context.given.words[2]});
    });
}

Exit sign(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const QString id = context.given.words[1];
        const auto& rules = view.release->signOffs;
        const auto rule = std::ranges::find(rules, id, &release::SignOffRule::id);
        const auto role =
            roleGiven(context, view.me, rule == rules.end() ? release::Roles() : rule->roles);
        if (!role)
            return command.acting.fail(role.error());
        return actOnly(context, command, view,
                       release::Sign{id, *role, optionText(context, "comment")});
    });
}

Exit overrideGate(CommandContext& context)
{
    const auto until = optionalTime(context, "until");
    if (!until)
        return context.fail(until.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const auto role = roleGiven(context, view.me, release::rolesOf(release::Duty::Override));
        if (!role)
            return command.acting.fail(role.error());
        if (const QString id = optionText(context, "approve"); !id.isEmpty())
            return actOnly(context, command, view, release::ApproveOverride{id, *role});
        const release::AskOverride ask{.reason = optionText(context, "reason"),
                                       .until = until->value_or(base::WallTime()),
                                       .role = *role};
        if (const Exit exit = command.act(view, ask); exit != Exit::Done)
            return exit;
        const QString& id = view.release->overrides.back().id;
        return tellDone(context, id, {{QStringLiteral("override"), id}});
    });
}

// ---- Taking back what was said ----

/// Exactly one of an entry, an item and the imported file. Invalid otherwise.
base::Result<release::Erasure> erasureGiven(const CommandContext& context)
{
    const QString what = context.given.words.value(1);
    release::Erasure erasure{.reason = optionText(context, "reason"),
                             .isSource = context.given.has(QStringLiteral("source"))};
    if (erasure.isSource != what.isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("ENTRY | ITEM | --source"));
    bool isEntry = false;
    const qint64 entry = what.toLongLong(&isEntry);
    if (isEntry)
        erasure.entry = entry;
    else
        erasure.item = {what};
    return erasure;
}

Exit erase(CommandContext& context)
{
    const auto what = erasureGiven(context);
    if (!what)
        return context.fail(what.error());
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const bool isItemToo =
            what->entry && std::ranges::any_of(view.release->items, [&](const auto& each) {
                return each.plan.id.value == context.given.words[1];
            });
        if (isItemToo) // what is erased does not come back
            return command.acting.fail({base::Code::Conflict, context.given.words[1]});
        const desk::ReleaseErasure erasure{.release = view.release->id, .what = *what};
        const auto answer = context.ask<desk::EraseAnswer>([&](base::Caller& caller, auto done) {
            context.service().desk().eraseReleaseTexts(caller, command.acting.badge(), erasure,
                                                       std::move(done));
        });
        if (!answer)
            return command.acting.fail(answer.error());
        if (!*answer)
            return command.refuse(answer->error(), *view.release);
        const desk::ErasedTexts& gone = **answer;
        QString told =
            context.translate("relevoctl", "Erased: %1 texts, %2 files, %3 copies of them")
                .arg(gone.entries)
                .arg(gone.files)
                .arg(gone.copies);
        if (gone.backups > 0)
            told +=
                u'\n' + context
                            .translate("relevoctl", "Backups that may still hold it, until newer "
                                                    "ones replace them: %1")
                            .arg(gone.backups);
        return tellDone(context, told,
                        {{QStringLiteral("texts"), gone.entries},
                         {QStringLiteral("files"), gone.files},
                         {QStringLiteral("copies"), gone.copies},
                         {QStringLiteral("backups"), gone.backups}});
    });
}

// ---- Freeze windows ----

Exit freeze(CommandContext& context)
{
    const auto from = optionalTime(context, "from"), until = optionalTime(context, "until");
    if (!from || !until)
        return context.fail(from ? until.error() : from.error());
    ReleaseCommand command(context);
    if (const auto begun = command.begin(); !begun)
        return command.fail(begun.error());
    const release::FreezeWindow window{.id = context.given.words[0],
                                       .title = context.given.words[1],
                                       .from = from->value_or(nowOf(context)),
                                       .until = until->value_or(base::WallTime())};
    const auto saved = context.ask<void>([&](base::Caller& caller, auto done) {
        context.service().desk().setFreeze(caller, command.acting.badge(), window, std::move(done));
    });
    return saved ? command.end(tellDone(context, {}, {{QStringLiteral("freeze"), window.id}}))
                 : command.fail(saved.error());
}

Exit unfreeze(CommandContext& context)
{
    ReleaseCommand command(context);
    if (const auto begun = command.begin(); !begun)
        return command.fail(begun.error());
    const auto removed = context.ask<void>([&](base::Caller& caller, auto done) {
        context.service().desk().removeFreeze(caller, command.acting.badge(),
                                              context.given.words[0], std::move(done));
    });
    const QJsonObject done{{QStringLiteral("freeze"), context.given.words[0]}};
    return removed ? command.end(tellDone(context, {}, done)) : command.fail(removed.error());
}

} // namespace

std::vector<Command> releaseDeedCommands()
{
    auto erasing = deedCommand("release erase", "RELEASE ENTRY|ITEM|--source --reason TEXT",
                               QT_TRANSLATE_NOOP("relevoctl",
                                                 "Takes back what was said: the texts and files of "
                                                 "an entry of the ledger or of an item, or the "
                                                 "imported file"),
                               2, erase, {"reason"}, {"source"});
    erasing.fewestWords = 1; // --source instead of the second
    return {
        deedCommand("release create", "TITLE --template ID [--language es|en] [--planned TIME]",
                    QT_TRANSLATE_NOOP("relevoctl", "Creates a release and prints its id"), 1,
                    create, {"template", "language", "planned"}),
        deedCommand("release plan", "RELEASE [--title TEXT] [--planned TIME]",
                    QT_TRANSLATE_NOOP("relevoctl", "Changes a release's title or date"), 1, plan,
                    {"title", "planned"}),
        deedCommand(
            "release parameter", "RELEASE NAME VALUE",
            QT_TRANSLATE_NOOP("relevoctl",
                              "Says what {NAME} in its checks stands for, for instance host"),
            3, setParameter, {}),
        deedCommand("release sign", "RELEASE RULE [--role ROLE] [--comment TEXT]",
                    QT_TRANSLATE_NOOP("relevoctl", "Signs a release in one's role"), 2, sign,
                    {"role", "comment"}),
        deedCommand("release override",
                    "RELEASE --reason TEXT --until TIME | --approve ID [--role ROLE]",
                    QT_TRANSLATE_NOOP(
                        "relevoctl", "Asks to go against the gate, or approves what another asked"),
                    1, overrideGate, {"reason", "until", "approve", "role"}),
        std::move(erasing),
        deedCommand("release freeze", "ID TITLE --until TIME [--from TIME]",
                    QT_TRANSLATE_NOOP("relevoctl", "Says when nothing is to be released"), 2,
                    freeze, {"from", "until"}),
        deedCommand("release unfreeze", "ID",
                    QT_TRANSLATE_NOOP("relevoctl", "Takes such a time back"), 1, unfreeze, {})};
}

} // namespace app
