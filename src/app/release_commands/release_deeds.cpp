// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release create, tick, set, evidence, assign, say, sign, override, canary, go, rollback, freeze:
// what people and pipelines do.
#include "app/release_commands/release_command.h"
#include "app/service.h"
#include "release/duties.h"
#include "release/report/answers.h"
#include "release/rollout/canary.h"

#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

using release::Decision;
using release::ItemId;
using release::Step;

base::WallTime nowOf(const CommandContext& context)
{
    return context.service().clock().wall();
}

/// An optional time of an option. Invalid: it is given, and no time.
base::Result<std::optional<base::WallTime>> optionalTime(const CommandContext& context,
                                                         const char* name)
{
    const QString text = optionText(context, name);
    if (text.isEmpty())
        return std::optional<base::WallTime>();
    const auto time = timeGiven(text, nowOf(context));
    if (!time)
        return base::fail(time.error());
    return std::optional(*time);
}

Exit tellItem(CommandContext& context, const ReleaseCommand& command, const desk::ReleaseView& view,
              const ItemId& id)
{
    const auto item =
        std::ranges::find(view.release->items, id, [](const auto& each) { return each.plan.id; });
    if (item != view.release->items.end())
        context.line(QStringLiteral("%1: %2").arg(item->plan.title,
                                                  command.words().word("state", item->state)));
    return Exit::Done;
}

// ---- Items ----

Exit setState(CommandContext& context)
{
    const auto step = release::ofName<Step>(context.given.words[2].toLower());
    if (!step) {
        QStringList known;
        for (const char* name : release::Names<Step>::kAll)
            known += QString::fromLatin1(name);
        context.complain(context.translate("relevoctl", "There is no step \"%1\", only: %2")
                             .arg(context.given.words[2], known.join(QStringLiteral(", "))));
        return Exit::CouldNot;
    }
    const auto until = optionalTime(context, "until");
    if (!until)
        return context.fail(until.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const ItemId id{context.given.words[1]};
        release::Change change{
            .step = *step, .item = id, .reason = optionText(context, "reason"), .until = *until};
        if (const int actual = optionText(context, "minutes").toInt(); actual > 0)
            change.actual = release::minutes(actual);
        const Exit exit = command.act(view, change);
        return exit == Exit::Done ? tellItem(context, command, view, id) : exit;
    });
}

/// What a pipeline says: done, or not after all.
Exit tick(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const ItemId id{context.given.words[1]};
        const bool isOpened = context.given.has(QStringLiteral("open"));
        const release::Change change{.step = isOpened ? Step::Reopen : Step::Finish, .item = id};
        const Exit exit = command.act(view, change);
        return exit == Exit::Done ? tellItem(context, command, view, id) : exit;
    });
}

Exit assign(CommandContext& context)
{
    const auto due = optionalTime(context, "due");
    if (!due)
        return context.fail(due.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const ItemId id{context.given.words[1]};
        release::Assign deed{.item = id, .due = *due};
        if (const QString name = optionText(context, "owner"); !name.isEmpty()) {
            const auto owner = command.acting.named(name);
            if (!owner)
                return command.acting.fail(owner.error());
            deed.owner = owner->id;
        }
        const Exit exit = command.act(view, deed);
        return exit == Exit::Done ? tellItem(context, command, view, id) : exit;
    });
}

Exit say(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        return command.act(view, release::Say{{context.given.words[1]}, context.given.words[2]});
    });
}

/// Nothing: no number, or none that can be compared ("nan").
std::optional<double> figureGiven(const QString& text)
{
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// What is shown, and the bytes of a file. Invalid: several at once, or a figure that is none.
base::Result<std::pair<release::Evidence, QByteArray>> evidenceGiven(CommandContext& context,
                                                                     Acting& acting)
{
    using release::EvidenceKind;
    const auto isGiven = [&context](const char* name) {
        return context.given.has(QString::fromLatin1(name));
    };
    const std::array kinds{"text", "link", "file", "screenshot", "metric"};
    if (std::ranges::count_if(kinds, isGiven) > 1)
        return base::fail(base::Code::Invalid, QStringLiteral("one kind of evidence at a time"));
    release::Evidence evidence;
    QByteArray file;
    const bool isScreenshot = isGiven("screenshot");
    if (const QString link = optionText(context, "link"); !link.isEmpty()) {
        evidence = {.kind = EvidenceKind::Link, .title = link};
    } else if (const QString name = optionText(context, isScreenshot ? "screenshot" : "file");
               !name.isEmpty()) {
        auto bytes = wholeDocument(context, name);
        if (!bytes)
            return base::fail(bytes.error());
        file = *std::move(bytes);
        evidence = {.kind = isScreenshot ? EvidenceKind::Screenshot : EvidenceKind::File,
                    .title = QFileInfo(name).fileName()};
    } else if (const QString figure = optionText(context, "metric"); !figure.isEmpty()) {
        const qsizetype equals = figure.indexOf(u'=');
        const auto value = figureGiven(figure.mid(equals + 1));
        if (equals < 1 || !value)
            return base::fail(base::Code::Invalid, figure);
        evidence = {.kind = EvidenceKind::Metric, .title = figure.left(equals), .value = *value};
    } else {
        const QString path = optionText(context, "text");
        auto text =
            path.isEmpty() || path == u"-" ? acting.restOfInput() : wholeDocument(context, path);
        if (!text)
            return base::fail(text.error());
        evidence = {.text = QString::fromUtf8(*text)};
    }
    const bool isFigure = evidence.kind == EvidenceKind::Metric;
    if (isFigure)
        evidence.outcome = context.given.has(QStringLiteral("failed")) ? release::Outcome::Failed
                                                                       : release::Outcome::Passed;
    return std::pair(std::move(evidence), std::move(file));
}

Exit addEvidence(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        auto given = evidenceGiven(context, command.acting);
        if (!given)
            return command.acting.fail(given.error());
        const release::Show show{{context.given.words[1]}, std::move(given->first)};
        return command.act(view, show, given->second);
    });
}

// ---- The whole release ----

Exit create(CommandContext& context)
{
    const auto planned = optionalTime(context, "planned");
    if (!planned)
        return context.fail(planned.error());
    ReleaseCommand command(context);
    if (const auto begun = command.begin(); !begun)
        return command.fail(begun.error());
    const QString language = optionText(context, "language").isEmpty()
                                 ? context.given.language
                                 : optionText(context, "language");
    const auto templates =
        context.ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& caller, auto done) {
            context.service().desk().releaseTemplates(caller, language, std::move(done));
        });
    if (!templates)
        return command.fail(templates.error());
    const QString wanted = optionText(context, "template");
    const auto found =
        std::ranges::find(*templates, wanted, [](const auto& each) { return each.plan.id; });
    if (found == templates->end())
        return command.fail({base::Code::NotFound, wanted});
    const auto made = context.ask<desk::ReleaseView>([&](base::Caller& caller, auto done) {
        context.service().desk().createRelease(
            caller, command.acting.badge(),
            {.plan = found->plan, .title = context.given.words.front(), .plannedFor = *planned},
            std::move(done));
    });
    if (!made)
        return command.fail(made.error());
    context.line(made->release->id);
    return command.end(Exit::Done);
}

Exit plan(CommandContext& context)
{
    const auto planned = optionalTime(context, "planned");
    if (!planned)
        return context.fail(planned.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        release::Reschedule deed{.plannedFor = *planned};
        if (context.given.has(QStringLiteral("title")))
            deed.title = optionText(context, "title");
        return command.act(view, deed);
    });
}

Exit setParameter(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        return command.act(view,
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
        return command.act(view, release::Sign{id, *role, optionText(context, "comment")});
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
            return command.act(view, release::ApproveOverride{id, *role});
        const release::AskOverride ask{.reason = optionText(context, "reason"),
                                       .until = until->value_or(base::WallTime()),
                                       .role = *role};
        const Exit exit = command.act(view, ask);
        if (exit == Exit::Done)
            context.line(view.release->overrides.back().id);
        return exit;
    });
}

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
    const Exit exit = command.act(view, deed);
    if (exit == Exit::Done) {
        const auto& now = *view.release;
        context.line(QStringLiteral("%1, %2 %")
                         .arg(command.words().word("canary", now.canary.status))
                         .arg(release::shareOf(now.canaryPlan, now.canary)));
    }
    return exit;
}

Exit steer(CommandContext& context)
{
    const auto decision = release::ofName<Decision>(context.given.words[1].toLower());
    const auto readings = readingsGiven(context);
    if (!decision || !readings)
        return context.fail(decision ? readings.error()
                                     : base::Error{base::Code::Invalid, context.given.words[1]});
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
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
            return command.act(view, release::Rehearse{});
        if (context.given.has(QStringLiteral("step")))
            return command.act(view, release::RollBackStep{});
        const auto role = roleGiven(context, view.me, release::rolesOf(release::Duty::Rollback));
        if (!role)
            return command.acting.fail(role.error());
        return command.act(view, release::RollBack{.trigger = optionText(context, "trigger"),
                                                   .reason = optionText(context, "reason"),
                                                   .role = *role});
    });
}

// ---- Taking back what was said ----

Exit erase(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const QString& what = context.given.words[1];
        bool isEntry = false;
        const qint64 entry = what.toLongLong(&isEntry);
        const desk::ReleaseErasure erasure{
            .release = view.release->id,
            .what = {.entry = isEntry ? std::optional(entry) : std::nullopt,
                     .item = {isEntry ? QString() : what},
                     .reason = optionText(context, "reason")}};
        const auto answer = context.ask<desk::EraseAnswer>([&](base::Caller& caller, auto done) {
            context.service().desk().eraseReleaseTexts(caller, command.acting.badge(), erasure,
                                                       std::move(done));
        });
        if (!answer)
            return command.acting.fail(answer.error());
        if (!*answer) {
            context.complain(release::refusalText(answer->error(), *view.release, command.words()) +
                             u'.');
            return Exit::No;
        }
        context.line(context.translate("relevoctl", "Erased: %1 texts, %2 files")
                         .arg((*answer)->entries)
                         .arg((*answer)->files));
        return Exit::Done;
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
    return saved ? command.end(Exit::Done) : command.fail(saved.error());
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
    return removed ? command.end(Exit::Done) : command.fail(removed.error());
}

Command deedCommand(const char* name, const char* arguments, const char* summary, int words,
                    Exit (*run)(CommandContext&), const std::vector<const char*>& values,
                    const std::vector<const char*>& flags = {})
{
    Command command{.name = QString::fromLatin1(name),
                    .arguments = QString::fromUtf8(arguments) + QStringLiteral(" [--as NAME]"),
                    .summary = summary,
                    .options = {Acting::option()},
                    .fewestWords = words,
                    .mostWords = words,
                    .run = run};
    for (const char* value : values)
        command.options.push_back({QString::fromLatin1(value), true});
    for (const char* flag : flags)
        command.options.push_back({QString::fromLatin1(flag), false});
    return command;
}

std::vector<Command> itemCommands()
{
    return {deedCommand("release tick", "RELEASE ITEM [--open]",
                        QT_TRANSLATE_NOOP("relevoctl", "Says that an item is done, or open again"),
                        2, tick, {}, {"open"}),
            deedCommand(
                "release set",
                "RELEASE ITEM start|finish|verify|fail|block|unblock|waive|excuse|reopen [--reason "
                "TEXT] [--until TIME] [--minutes N]",
                QT_TRANSLATE_NOOP("relevoctl",
                                  "Takes an item a step further: TIME is 2026-12-01T18:00Z or +2h"),
                3, setState, {"reason", "until", "minutes"}),
            deedCommand("release assign", "RELEASE ITEM [--owner NAME] [--due TIME]",
                        QT_TRANSLATE_NOOP("relevoctl", "Says whose an item is, and by when"), 2,
                        assign, {"owner", "due"}),
            deedCommand("release say", "RELEASE ITEM TEXT",
                        QT_TRANSLATE_NOOP("relevoctl", "Adds to an item's discussion"), 3, say, {}),
            deedCommand(
                "release evidence",
                "RELEASE ITEM [--text FILE|- | --link URL | --file FILE | --screenshot FILE | "
                "--metric NAME=NUMBER [--failed]]",
                QT_TRANSLATE_NOOP("relevoctl", "Shows evidence: a text (standard input), a link, a "
                                               "file, a picture of the screen, a figure"),
                2, addEvidence, {"text", "link", "file", "screenshot", "metric"}, {"failed"})};
}

} // namespace

std::vector<Command> releaseDeedCommands()
{
    auto all = itemCommands();
    all.insert(all.begin(),
               deedCommand("release create",
                           "TITLE --template ID [--language es|en] [--planned TIME]",
                           QT_TRANSLATE_NOOP("relevoctl", "Creates a release and prints its id"), 1,
                           create, {"template", "language", "planned"}));
    for (Command& command : std::vector<Command>{
             deedCommand("release plan", "RELEASE [--title TEXT] [--planned TIME]",
                         QT_TRANSLATE_NOOP("relevoctl", "Changes a release's title or date"), 1,
                         plan, {"title", "planned"}),
             deedCommand(
                 "release parameter", "RELEASE NAME VALUE",
                 QT_TRANSLATE_NOOP("relevoctl",
                                   "Says what {NAME} in its checks stands for, for instance host"),
                 3, setParameter, {}),
             deedCommand("release sign", "RELEASE RULE [--role ROLE] [--comment TEXT]",
                         QT_TRANSLATE_NOOP("relevoctl", "Signs a release in one's role"), 2, sign,
                         {"role", "comment"}),
             deedCommand(
                 "release override",
                 "RELEASE --reason TEXT --until TIME | --approve ID [--role ROLE]",
                 QT_TRANSLATE_NOOP("relevoctl",
                                   "Asks to go against the gate, or approves what another asked"),
                 1, overrideGate, {"reason", "until", "approve", "role"}),
             deedCommand("release canary",
                         "RELEASE begin|promote|hold|resume|abort [--readings FIGURE=NUMBER,…] "
                         "[--reason TEXT]",
                         QT_TRANSLATE_NOOP("relevoctl", "Steers how many get what is new"), 2,
                         steer, {"readings", "reason"}),
             deedCommand(
                 "release go", "RELEASE",
                 QT_TRANSLATE_NOOP("relevoctl", "Lets a release without stages out, to everybody"),
                 1, goOut, {}),
             deedCommand("release rollback",
                         "RELEASE --trigger ID --reason TEXT [--role ROLE] | --step | --rehearsed",
                         QT_TRANSLATE_NOOP("relevoctl",
                                           "Goes back, says that the next step of going back is "
                                           "done, or that it was rehearsed"),
                         1, rollBack, {"trigger", "reason", "role"}, {"step", "rehearsed"}),
             deedCommand("release erase", "RELEASE ENTRY|ITEM --reason TEXT",
                         QT_TRANSLATE_NOOP("relevoctl",
                                           "Takes back what was said: the texts and files of an "
                                           "entry of the ledger, or of an item"),
                         2, erase, {"reason"}),
             deedCommand("release freeze", "ID TITLE --until TIME [--from TIME]",
                         QT_TRANSLATE_NOOP("relevoctl", "Says when nothing is to be released"), 2,
                         freeze, {"from", "until"}),
             deedCommand("release unfreeze", "ID",
                         QT_TRANSLATE_NOOP("relevoctl", "Takes such a time back"), 1, unfreeze,
                         {})})
        all.push_back(std::move(command));
    return all;
}

} // namespace app
