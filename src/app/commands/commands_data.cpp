// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/service.h"
#include "base/json.h"

#include <QDir>
#include <QFileInfo>

namespace app {

namespace {

QString absolute(const Invocation& given, const QString& path)
{
    return QDir::cleanPath(QDir(given.folder).absoluteFilePath(path));
}

QByteArray backupJson(const desk::BackupInfo& info)
{
    base::JsonWriter json;
    json.beginObject()
        .member("path", info.path)
        .member("time", base::toIso(info.time))
        .member("bytes", info.bytes)
        .member("verified", info.isVerified)
        .member("reason", info.reason)
        .endObject();
    return QByteArray::fromStdString(json.take()) + '\n';
}

void printBackup(CommandContext& context, const desk::BackupInfo& info)
{
    if (context.given.json()) {
        context.io.out(backupJson(info));
        return;
    }
    const QString verified = info.isVerified ? context.translate("relevoctl", "verified")
                                             : context.translate("relevoctl", "NOT verified");
    context.line(QStringLiteral("%1  %2  %3 kB  %4")
                     .arg(base::toIso(info.time), info.path)
                     .arg((info.bytes + 1023) / 1024)
                     .arg(verified));
}

Exit backup(CommandContext& context)
{
    QString folder = context.given.options.value(QStringLiteral("to"));
    if (!folder.isEmpty())
        folder = absolute(context.given, folder);
    const auto info = context.ask<desk::BackupInfo>([&](base::Caller& caller, auto done) {
        context.service().desk().backup(caller, folder, std::move(done));
    });
    if (!info)
        return context.fail(info.error());
    printBackup(context, *info);
    return info->isVerified ? Exit::Done : Exit::CouldNot;
}

Exit backupList(CommandContext& context)
{
    const auto list =
        context.ask<std::vector<desk::BackupInfo>>([&](base::Caller& caller, auto done) {
            context.service().desk().backups(caller, std::move(done));
        });
    if (!list)
        return context.fail(list.error());
    for (const auto& info : *list)
        printBackup(context, info);
    return Exit::Done;
}

Exit restoreBackup(CommandContext& context)
{
    const base::SystemClock clock;
    base::Log log(clock, {});
    const QString file = absolute(context.given, context.given.words.front());
    if (!QFileInfo::exists(file)) {
        context.complain(context.translate("relevoctl", "There is no such file: %1").arg(file));
        return Exit::CouldNot;
    }
    const auto restored =
        store::restore(context.given.options.value(QStringLiteral("data")), file, clock, log);
    if (!restored && restored.error().code == base::Code::Busy) {
        context.complain(
            context.translate("relevoctl", "Relevo is running with this data. Close it first.") +
            QStringLiteral(" (") + restored.error().detail + u')');
        return Exit::CouldNot;
    }
    if (!restored)
        return context.fail(restored.error());
    context.line(context.translate("relevoctl",
                                   "Restored. The data that was there before stands beside it."));
    if (restored->evidenceMissing > 0)
        context.complain(context
                             .translate("relevoctl",
                                        "Files of evidence that the backup does not have: %1. "
                                        "relevoctl release verify names them.")
                             .arg(restored->evidenceMissing));
    return Exit::Done;
}

Exit importConversations(CommandContext& context)
{
    if (const auto opened = context.io.openInput(context.given.words.front()); !opened)
        return context.fail(opened.error());
    LineReader lines(context.io);
    qint64 number = 0, imported = 0, skipped = 0, bad = 0;
    while (!context.io.isCancelled()) {
        const auto line = lines.next();
        if (!line)
            return context.fail(line.error());
        if (!*line)
            break;
        ++number;
        if ((*line)->trimmed().isEmpty())
            continue;
        const auto id = context.ask<base::ConversationId>([&](base::Caller& caller, auto done) {
            context.service().desk().importConversation(caller, **line, std::move(done));
        });
        if (id) {
            ++imported;
        } else if (id.error().code == base::Code::Conflict) {
            ++skipped;
        } else if (id.error().code == base::Code::Invalid) {
            ++bad;
            context.complain(
                context.translate("relevoctl", "Line %1: %2").arg(number).arg(id.error().detail));
        } else {
            return context.fail(id.error());
        }
    }
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject()
            .member("imported", imported)
            .member("present", skipped)
            .member("bad", bad)
            .endObject();
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    } else {
        context.line(
            context
                .translate("relevoctl", "%1 imported, %2 there already, %3 lines could not be read")
                .arg(imported)
                .arg(skipped)
                .arg(bad));
    }
    if (context.io.isCancelled())
        return Exit::CouldNot;
    return bad > 0 ? Exit::No : Exit::Done;
}

Exit exportConversations(CommandContext& context)
{
    using Page = std::pair<QList<QByteArray>, QByteArray>;
    const auto texts =
        context.given.has(QStringLiteral("masked")) ? desk::Texts::Masked : desk::Texts::AsStored;
    QByteArray after;
    do {
        const auto page = context.ask<Page>([&](base::Caller& caller, auto done) {
            context.service().desk().exportPage(caller, after, texts, std::move(done));
        });
        if (!page)
            return context.fail(page.error());
        for (const QByteArray& line : page->first)
            context.io.out(line + '\n');
        after = page->second;
    } while (!after.isEmpty() && !context.io.isCancelled());
    return after.isEmpty() ? Exit::Done : Exit::CouldNot;
}

void printCount(CommandContext& context, int count, const QString& sentence)
{
    if (context.given.json())
        context.io.out(QByteArray("{\"conversations\":") + QByteArray::number(count) + "}\n");
    else
        context.line(sentence.arg(count));
}

Exit demoLoad(CommandContext& context)
{
    const auto count = context.ask<int>([&](base::Caller& caller, auto done) {
        context.service().desk().loadDemo(caller, std::move(done));
    });
    if (!count)
        return context.fail(count.error());
    printCount(context, *count,
               context.translate("relevoctl", "%1 demonstration conversations added"));
    return Exit::Done;
}

Exit demoClear(CommandContext& context)
{
    const auto count = context.ask<int>([&](base::Caller& caller, auto done) {
        context.service().desk().clearDemo(caller, std::move(done));
    });
    if (!count)
        return context.fail(count.error());
    printCount(context, *count,
               context.translate("relevoctl", "%1 demonstration conversations removed"));
    return Exit::Done;
}

} // namespace

std::vector<Command> dataCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {.name = s("backup"),
         .arguments = s("[--to FOLDER]"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Makes a backup and verifies it"),
         .options = {{s("to"), true}},
         .run = backup},
        {.name = s("backup list"),
         .arguments = {},
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Lists the backups"),
         .run = backupList},
        {.name = s("restore"),
         .arguments = s("FILE"),
         .summary = QT_TRANSLATE_NOOP("relevoctl",
                                      "Replaces the data by a backup (with the program closed)"),
         .needs = Needs::ClosedData,
         .fewestWords = 1,
         .mostWords = 1,
         .run = restoreBackup},
        {.name = s("import conversations"),
         .arguments = s("FILE.jsonl"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Imports conversations, one JSON object a line"),
         .fewestWords = 1,
         .mostWords = 1,
         .run = importConversations},
        {.name = s("export conversations"),
         .arguments = s("[--output FILE] [--masked]"),
         .summary = QT_TRANSLATE_NOOP("relevoctl",
                                      "Exports all conversations, one JSON object a line; --masked "
                                      "without personal data"),
         .options = {{s("masked"), false}},
         .run = exportConversations},
        {.name = s("demo load"),
         .arguments = {},
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Adds demonstration conversations"),
         .run = demoLoad},
        {.name = s("demo clear"),
         .arguments = {},
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Removes the demonstration conversations"),
         .run = demoClear},
    };
}

} // namespace app
