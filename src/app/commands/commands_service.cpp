// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/service.h"
#include "base/json.h"

#include <QCoreApplication>

namespace app {

namespace {

QByteArray statusJson(Service& service, const desk::Status& status)
{
    base::JsonWriter json;
    json.beginObject()
        .member("version", RELEVO_VERSION)
        .member("running", service.gateway() != nullptr)
        .member("address", service.gateway() ? service.gateway()->url() : QString())
        .member("pid", static_cast<qint64>(QCoreApplication::applicationPid()))
        .member("data", service.folder())
        .member("started", base::toIso(status.started))
        .member("databaseWritable", status.isDatabaseWritable)
        .member("databaseDetail", status.databaseDetail)
        .member("activeConversations", status.activeConversations)
        .member("waitingCustomers", status.waitingCustomers)
        .member("connectedCustomers", status.connectedCustomers)
        .member("lastBackup", status.lastBackup ? base::toIso(*status.lastBackup) : QString());
    json.key("sinceStart")
        .beginObject()
        .member("messages", status.messages)
        .member("turns", status.committedTurns)
        .member("groups", status.groups)
        .member("errors", status.errors)
        .endObject();
    json.endObject();
    return QByteArray::fromStdString(json.take()) + '\n';
}

Exit status(CommandContext& context)
{
    const auto status = context.ask<desk::Status>([&](base::Caller& caller, auto done) {
        context.service().desk().status(caller, std::move(done));
    });
    if (!status)
        return context.fail(status.error());
    Service& service = context.service();
    if (context.given.json()) {
        context.io.out(statusJson(service, *status));
        return Exit::Done;
    }
    if (service.gateway())
        context.line(context.translate("relevoctl", "Running at %1 since %2")
                         .arg(service.gateway()->url(), base::toIso(status->started)));
    else
        context.line(context.translate("relevoctl", "Not running"));
    context.line(
        context.translate("relevoctl", "Data: %1 (%2)")
            .arg(service.folder(), status->isDatabaseWritable
                                       ? context.translate("relevoctl", "writable")
                                       : context.translate("relevoctl", "cannot be written")));
    if (!status->databaseDetail.isEmpty())
        context.line(context.translate("relevoctl", "Attention: %1").arg(status->databaseDetail));
    context.line(
        context
            .translate("relevoctl",
                       "Open conversations: %1, waiting for a person: %2, customers connected: %3")
            .arg(status->activeConversations)
            .arg(status->waitingCustomers)
            .arg(status->connectedCustomers));
    context.line(context.translate("relevoctl", "Since the start: messages %1, errors %2")
                     .arg(status->messages)
                     .arg(status->errors));
    context.line(context.translate("relevoctl", "Last verified backup: %1")
                     .arg(status->lastBackup ? base::toIso(*status->lastBackup)
                                             : context.translate("relevoctl", "none yet")));
    return Exit::Done;
}

QString sourceText(const CommandContext& context, base::Source source)
{
    switch (source) {
    case base::Source::Default: return context.translate("relevoctl", "default");
    case base::Source::Settings: return context.translate("relevoctl", "settings");
    case base::Source::Environment: return context.translate("relevoctl", "environment");
    case base::Source::CommandLine: break;
    }
    return context.translate("relevoctl", "command line");
}

Exit config(CommandContext& context)
{
    const auto effective = context.service().config().effective();
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject();
        for (auto it = effective.begin(); it != effective.end(); ++it)
            json.key(it.key().toStdString())
                .beginObject()
                .member("value", it->text)
                .member("source", base::sourceName(it->source))
                .endObject();
        json.endObject();
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
        return Exit::Done;
    }
    for (auto it = effective.begin(); it != effective.end(); ++it)
        context.line(QStringLiteral("%1 = %2  (%3)")
                         .arg(it.key(), -28)
                         .arg(it->text, sourceText(context, it->source)));
    return Exit::Done;
}

} // namespace

std::vector<Command> serviceCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {
        // `serve` needs the event loop, so relevoctl's main runs it itself.
        {s("serve"),
         s("[--listen HOST:PORT]"),
         QT_TRANSLATE_NOOP("relevoctl", "Serves customers without a window, until Ctrl-C"),
         {{s("listen"), true}},
         Needs::ClosedData,
         0,
         0,
         {}},
        {s("status"),
         {},
         QT_TRANSLATE_NOOP("relevoctl", "Tells whether Relevo runs, where, and who waits"),
         {},
         Needs::Data,
         0,
         0,
         status},
        {s("config"),
         {},
         QT_TRANSLATE_NOOP("relevoctl", "Shows every setting in force and where it comes from"),
         {},
         Needs::Data,
         0,
         0,
         config},
    };
}

} // namespace app
