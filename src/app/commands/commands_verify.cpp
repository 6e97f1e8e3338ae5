// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/service.h"
#include "base/json.h"

#include <QDir>
#include <QFileInfo>

namespace app {

namespace {

struct Damage {
    QString conversation; ///< as people read it
    QString detail;
};

void report(CommandContext& context, qint64 checked, const std::vector<Damage>& damages)
{
    if (!context.given.json()) {
        for (const Damage& damage : damages)
            context.line(damage.conversation + QStringLiteral(": ") + damage.detail);
        context.line(context.translate("relevoctl", "%1 conversations checked, %2 damaged")
                         .arg(checked)
                         .arg(damages.size()));
        return;
    }
    base::JsonWriter json;
    json.beginObject().member("conversations", checked).key("damaged").beginArray();
    for (const Damage& damage : damages)
        json.beginObject()
            .member("conversation", damage.conversation)
            .member("detail", damage.detail)
            .endObject();
    json.endArray().endObject();
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
}

/// Recomputes every conversation's checksums, page by page.
Exit verify(CommandContext& context)
{
    desk::Desk& desk = context.service().desk();
    std::vector<Damage> damages;
    qint64 checked = 0;
    desk::ConversationQuery query{.limit = 500};
    do {
        const auto page = context.ask<desk::ConversationPage>([&](auto& caller, auto done) {
            desk.conversationPage(caller, query, std::move(done));
        });
        if (!page)
            return context.fail(page.error());
        for (const auto& row : page->rows) {
            const auto verdict = context.ask<void>(
                [&](auto& caller, auto done) { desk.verify(caller, row.id, std::move(done)); });
            ++checked;
            if (!verdict && verdict.error().code != base::Code::Corrupt)
                return context.fail(verdict.error());
            if (!verdict)
                damages.push_back({base::conversationCode(row.id), verdict.error().detail});
        }
        query.after = page->next;
    } while (!query.after.isEmpty() && !context.io.isCancelled());
    report(context, checked, damages);
    if (context.io.isCancelled())
        return Exit::CouldNot;
    return damages.empty() ? Exit::Done : Exit::No;
}

/// The files that were named, or every backup of the data folder.
base::Result<QStringList> backupsToVerify(CommandContext& context)
{
    QStringList files;
    for (const QString& word : context.given.words)
        files += QDir::cleanPath(QDir(context.given.folder).absoluteFilePath(word));
    if (!files.isEmpty())
        return files;
    const auto list = context.ask<std::vector<desk::BackupInfo>>([&](auto& caller, auto done) {
        context.service().desk().backups(caller, std::move(done));
    });
    if (!list)
        return base::fail(list.error());
    for (const auto& info : *list)
        files += info.path;
    return files;
}

Exit backupVerify(CommandContext& context)
{
    const auto files = backupsToVerify(context);
    if (!files)
        return context.fail(files.error());
    int bad = 0;
    for (const QString& file : *files) {
        const auto verdict = store::verifyBackup(file);
        if (!verdict && verdict.error().code != base::Code::Corrupt)
            return context.fail(
                {verdict.error().code, file + QStringLiteral(": ") + verdict.error().detail});
        bad += verdict ? 0 : 1;
        const QString detail = verdict ? QString() : verdict.error().detail;
        if (context.given.json()) {
            base::JsonWriter json;
            json.beginObject().member("path", file).member("verified", verdict.has_value());
            json.member("detail", detail).endObject();
            context.io.out(QByteArray::fromStdString(json.take()) + '\n');
        } else if (verdict) {
            context.line(file + QStringLiteral("  ") + context.translate("relevoctl", "verified"));
        } else {
            context.line(file + QStringLiteral("  ") +
                         context.translate("relevoctl", "NOT verified") + QStringLiteral(" (") +
                         detail + u')');
        }
    }
    return bad == 0 ? Exit::Done : Exit::No;
}

} // namespace

std::vector<Command> verifyCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    constexpr int kMany = 1000;
    return {
        {.name = s("backup verify"),
         .arguments = s("[FILE…]"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Compares backups with their manifests"),
         .mostWords = kMany,
         .run = backupVerify},
        {.name = s("verify"),
         .arguments = {},
         .summary = QT_TRANSLATE_NOOP("relevoctl",
                                      "Recomputes the checksums of every stored conversation"),
         .run = verify},
    };
}

} // namespace app
