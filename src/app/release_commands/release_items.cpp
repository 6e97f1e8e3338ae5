// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release tick, set, assign, say, evidence: what people and pipelines do with an item.
#include "app/release_commands/deed_command.h"
#include "app/service.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace app {

namespace {

using release::ItemId;
using release::Step;

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
    const QString minutes = optionText(context, "minutes");
    const int actual = minutes.toInt();
    if (!minutes.isEmpty() && (actual < 1 || !release::isTime(release::minutes(actual))))
        return context.fail({base::Code::Invalid, QStringLiteral("--minutes ") + minutes.left(60)});
    const auto until = optionalTime(context, "until");
    if (!until)
        return context.fail(until.error());
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const ItemId id{context.given.words[1]};
        release::Change change{
            .step = *step, .item = id, .reason = optionText(context, "reason"), .until = *until};
        if (actual > 0)
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
    if (!context.given.has(QStringLiteral("owner")) && !context.given.has(QStringLiteral("due")))
        return context.usage();
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
    if (context.given.words[2].trimmed().isEmpty())
        return context.fail({base::Code::Invalid, QStringLiteral("a text is missing")});
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        return actOnly(context, command, view,
                       release::Say{{context.given.words[1]}, context.given.words[2]});
    });
}

/// What is shown, and the bytes of a file. Invalid: several at once, a figure that is none, or a failure of
/// something else.
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
    if (isGiven("failed") && !isGiven("metric"))
        return base::fail(base::Code::Invalid,
                          QStringLiteral("--failed is said of a figure: with --metric"));
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
        return actOnly(context, command, view, show, given->second);
    });
}

} // namespace

std::vector<Command> releaseItemCommands()
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

} // namespace app
