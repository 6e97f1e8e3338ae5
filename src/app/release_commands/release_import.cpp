// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release import: the tasks of a Markdown file as JSON, what is guessed of it, or a release.
#include "app/release_commands/deed_command.h"
#include "app/service.h"
#include "base/json.h"
#include "release/import/draft.h"
#include "release/markdown/encoding.h"

#include <QFileInfo>

namespace app {

namespace {

void sayRepaired(CommandContext& context, release::TextDamage damage)
{
    if (damage == release::TextDamage::ReadAsMacRoman)
        context.complain(context.translate(
            "relevoctl", "The file's text had been read as Mac Roman; it was repaired."));
    if (damage == release::TextDamage::ReadAsLatin1)
        context.complain(context.translate(
            "relevoctl", "The file's text had been read as Latin-1; it was repaired."));
}

void printTasks(CommandContext& context, const std::vector<release::MarkdownTask>& tasks)
{
    base::JsonWriter json;
    json.beginObject().key("tasks").beginArray();
    for (const auto& task : tasks) {
        json.beginObject()
            .member("text", task.text)
            .member("ticked", task.isTicked)
            .member("depth", task.depth)
            .key("headings")
            .beginArray();
        for (const QString& heading : task.headings)
            json.value(heading);
        json.endArray().member("line", static_cast<qint64>(task.line)).endObject();
    }
    json.endArray().endObject();
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
}

Exit importTasks(CommandContext& context, const release::ReadableText& text)
{
    const QString& file = context.given.words.front();
    const auto tasks = release::readTasks(text.utf8);
    if (!tasks)
        return context.fail(
            {tasks.error().code, file + QStringLiteral(": ") + tasks.error().detail});
    sayRepaired(context, text.repaired);
    printTasks(context, *tasks);
    return Exit::Done;
}

/// The guess, for a person to look at before it is saved.
void tellDraft(CommandContext& context, const release::ReportWords& words,
               const release::Draft& draft)
{
    context.line(draft.title);
    std::optional<std::size_t> section;
    for (const release::DraftItem& item : draft.items) {
        if (section != item.section) {
            section = item.section;
            context.line(QStringLiteral("\n") + draft.sections[item.section].title);
        }
        context.line(QStringLiteral("  %1  %2  (%3, %4%5)")
                         .arg(item.line)
                         .arg(item.title, words.word("state", item.state),
                              words.word("class", item.itemClass),
                              item.role ? QStringLiteral(", ") + words.word("role", *item.role)
                                        : QString()));
    }
    if (!draft.unplaced.empty())
        context.line(QStringLiteral("\n") + context.translate("relevoctl", "Found no place for:"));
    for (const release::UnplacedLine& each : draft.unplaced)
        context.line(QStringLiteral("  %1  %2").arg(each.line).arg(each.text));
    context.complain(context.translate("relevoctl", "Nothing was saved; --save makes a release."));
}

/// With the sign-offs, canary and rollback of the template that --policy names.
base::Result<release::Template> planGiven(CommandContext& context, release::Template plan)
{
    const QString policy = optionText(context, "policy");
    if (policy.isEmpty())
        return plan;
    const auto templates = templatesIn(context, plan.language);
    if (!templates)
        return base::fail(templates.error());
    const auto found = templateNamed(*templates, policy);
    if (!found)
        return base::fail(found.error());
    return release::withPolicyOf(std::move(plan), *found);
}

Exit save(CommandContext& context, ReleaseCommand& command, const release::Draft& draft,
          const QByteArray& bytes)
{
    const QString& file = context.given.words.front();
    const auto imported = release::importedFrom(draft, context.given.language);
    auto plan = planGiven(context, imported.plan);
    if (!plan)
        return command.fail(plan.error());
    const QString title = optionText(context, "title");
    auto made = context.ask<desk::ReleaseView>([&](base::Caller& caller, auto done) {
        context.service().desk().createRelease(
            caller, command.acting.badge(),
            {.plan = *std::move(plan),
             .title = title.isEmpty() ? draft.title : title,
             .source = desk::ReleaseSource{QFileInfo(file).fileName(), bytes}},
            std::move(done));
    });
    if (!made)
        return command.fail(made.error());
    // What the document says of its items is said by who imports it: what they may not say stays open.
    int refused = 0;
    for (const release::Deed& deed : imported.deeds)
        refused += command.act(*made, deed) == Exit::Done ? 0 : 1;
    if (refused > 0)
        context.complain(
            context.translate("relevoctl", "%1 things that the file says were not taken over.")
                .arg(refused));
    return command.end(
        tellDone(context, made->release->id, {{QStringLiteral("id"), made->release->id}}));
}

/// What is guessed, or with --save a release.
Exit importDraft(CommandContext& context, const release::ReadableText& text,
                 const QByteArray& bytes)
{
    const QString& file = context.given.words.front();
    const auto taking = context.given.has(QStringLiteral("tasks-only"))
                            ? release::Taking::TasksOnly
                            : release::Taking::Everything;
    const auto draft = release::draftOf(
        text.utf8, {.taking = taking, .fallbackTitle = QFileInfo(file).completeBaseName()});
    if (!draft)
        return context.fail(
            {draft.error().code, file + QStringLiteral(": ") + draft.error().detail});
    sayRepaired(context, text.repaired);
    if (!context.given.has(QStringLiteral("save"))) {
        const auto words = releaseWords(context.given.language);
        if (!words)
            return context.fail(words.error());
        tellDraft(context, *words, *draft);
        return Exit::Done;
    }
    ReleaseCommand command(context);
    if (const auto begun = command.begin(); !begun)
        return command.fail(begun.error());
    return save(context, command, *draft, bytes);
}

Exit releaseImport(CommandContext& context)
{
    const QString& file = context.given.words.front();
    const auto document = wholeDocument(context, file);
    if (!document)
        return context.fail(document.error());
    const auto text = release::readableText(*document);
    if (!text)
        return context.fail({text.error().code, file + QStringLiteral(": ") + text.error().detail});
    return context.given.json() && !context.given.has(QStringLiteral("save"))
               ? importTasks(context, *text)
               : importDraft(context, *text, *document);
}

} // namespace

std::vector<Command> releaseImportCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {{.name = s("release import"),
             .arguments = s("FILE --json | [--tasks-only] [--save [--title TEXT] [--policy "
                            "TEMPLATE] [--as NAME]]"),
             .summary = QT_TRANSLATE_NOOP(
                 "relevoctl", "Prints a Markdown file's tasks, guesses at it, or makes a release"),
             .options = {Acting::option(),
                         {s("tasks-only"), false},
                         {s("save"), false},
                         {s("title"), true},
                         {s("policy"), true}},
             .needs = Needs::Nothing,
             .fewestWords = 1,
             .mostWords = 1,
             .run = releaseImport,
             .dataOption = s("save")}};
}

} // namespace app
