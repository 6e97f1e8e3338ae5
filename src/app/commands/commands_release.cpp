// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "base/json.h"
#include "release/markdown/checklist.h"
#include "release/markdown/encoding.h"

namespace app {

namespace {

constexpr qsizetype kLargestDocument = qsizetype{64} * 1024 * 1024;

base::Result<QByteArray> wholeDocument(CommandContext& context, const QString& file)
{
    if (const auto opened = context.io.openInput(file); !opened)
        return base::fail(opened.error());
    QByteArray bytes;
    while (true) {
        const auto piece = context.io.read();
        if (!piece)
            return base::fail(piece.error());
        if (piece->isEmpty())
            return bytes;
        bytes += *piece;
        if (bytes.size() > kLargestDocument)
            return base::fail(base::Code::Invalid, file + QStringLiteral(": over 64 MB"));
    }
}

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

Exit releaseImport(CommandContext& context)
{
    if (!context.given.json())
        return context.usage();
    const QString& file = context.given.words.front();
    const auto document = wholeDocument(context, file);
    if (!document)
        return context.fail(document.error());
    const auto text = release::readableText(*document);
    if (!text)
        return context.fail({text.error().code, file + QStringLiteral(": ") + text.error().detail});
    const auto tasks = release::readTasks(text->utf8);
    if (!tasks)
        return context.fail(
            {tasks.error().code, file + QStringLiteral(": ") + tasks.error().detail});
    sayRepaired(context, text->repaired);
    printTasks(context, *tasks);
    return Exit::Done;
}

} // namespace

std::vector<Command> releaseCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {.name = s("release import"),
         .arguments = s("FILE --json"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Prints the tasks of a Markdown file as JSON"),
         .needs = Needs::Nothing,
         .fewestWords = 1,
         .mostWords = 1,
         .run = releaseImport}};
}

} // namespace app
