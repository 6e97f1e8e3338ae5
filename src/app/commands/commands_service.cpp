// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/service.h"
#include "base/json.h"

#include <QCoreApplication>

namespace app {

namespace {

QString aiText(const CommandContext& context, const desk::AiOverview& ai)
{
    QStringList servers;
    for (const auto& server : ai.servers)
        servers += QStringLiteral("%1 (%2)").arg(server.name, server.model);
    if (!servers.isEmpty())
        return context.translate("relevoctl", "AI: %1").arg(servers.join(QStringLiteral(", ")));
    return context.translate("relevoctl",
                             "AI: none, and everything works without it. A key or a local server "
                             "lets the bot understand freer wording and helps agents to write.");
}

QString problemText(const CommandContext& context, const desk::AiProblem& problem)
{
    return desk::aiProblemText(
        problem, [&context](const char* text) { return context.translate("AiProblems", text); });
}

QString keyPlaceText(const CommandContext& context, desk::AiKeyPlace place)
{
    switch (place) {
    case desk::AiKeyPlace::Keychain: return context.translate("relevoctl", "keychain");
    case desk::AiKeyPlace::Environment: return context.translate("relevoctl", "environment");
    case desk::AiKeyPlace::Locked: return context.translate("relevoctl", "keychain is locked");
    case desk::AiKeyPlace::Absent: return context.translate("relevoctl", "no keychain answers");
    case desk::AiKeyPlace::Nowhere: break;
    }
    return context.translate("relevoctl", "nowhere");
}

const char* keyPlaceName(desk::AiKeyPlace place)
{
    switch (place) {
    case desk::AiKeyPlace::Keychain: return "keychain";
    case desk::AiKeyPlace::Environment: return "environment";
    case desk::AiKeyPlace::Locked: return "locked";
    case desk::AiKeyPlace::Absent: return "absent";
    case desk::AiKeyPlace::Nowhere: break;
    }
    return "nowhere";
}

bool isSet(desk::AiKeyPlace place)
{
    return place == desk::AiKeyPlace::Keychain || place == desk::AiKeyPlace::Environment;
}

desk::AiOverview aiOverview(CommandContext& context)
{
    return context
        .ask<desk::AiOverview>([&](base::Caller& caller, auto done) {
            context.service().aiOverview(caller.expect<desk::AiOverview>(std::move(done)));
        })
        .value_or(desk::AiOverview());
}

void addAi(base::JsonWriter& json, const CommandContext& context, const desk::AiOverview& ai)
{
    json.key("ai").beginObject().key("servers").beginArray();
    for (const auto& server : ai.servers)
        json.beginObject()
            .member("name", server.name)
            .member("model", server.model)
            .member("address", server.address)
            .endObject();
    json.endArray().key("problems").beginArray();
    for (const auto& problem : ai.problems)
        json.value(problemText(context, problem));
    json.endArray().endObject();
}

QByteArray statusJson(CommandContext& context, const desk::Status& status)
{
    Service& service = context.service();
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
    addAi(json, context, aiOverview(context));
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
        context.io.out(statusJson(context, *status));
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
    const desk::AiOverview ai = aiOverview(context);
    context.line(aiText(context, ai));
    for (const auto& problem : ai.problems)
        context.line(
            context.translate("relevoctl", "Attention: %1").arg(problemText(context, problem)));
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

/// With the settings as they are now, which may be newer than the start.
base::Config configNow(CommandContext& context)
{
    base::Config config = context.service().config();
    const auto settings = context.ask<QMap<QString, QString>>([&](base::Caller& caller, auto done) {
        context.service().desk().settings(caller, std::move(done));
    });
    if (settings) {
        for (auto it = settings->begin(); it != settings->end(); ++it)
            std::ignore = config.set(base::Source::Settings, it.key(), it.value());
    }
    return config;
}

Exit configAsJson(CommandContext& context, const base::Config& config, const desk::AiOverview& ai)
{
    base::JsonWriter json;
    json.beginObject();
    const auto add = [&json](const QString& key, const QString& value, const char* source) {
        json.key(key.toStdString())
            .beginObject()
            .member("value", value)
            .member("source", source)
            .endObject();
    };
    const auto effective = config.effective();
    for (auto it = effective.begin(); it != effective.end(); ++it)
        add(it.key(), it->text, base::sourceName(it->source));
    for (auto it = ai.keys.begin(); it != ai.keys.end(); ++it)
        add(QStringLiteral("ai.key.") + it.key(),
            isSet(*it) ? QStringLiteral("set") : QStringLiteral("not set"), keyPlaceName(*it));
    json.endObject();
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    return Exit::Done;
}

Exit config(CommandContext& context)
{
    const base::Config config = configNow(context);
    const desk::AiOverview ai = aiOverview(context);
    if (context.given.json())
        return configAsJson(context, config, ai);
    const auto line = [&context](const QString& key, const QString& value, const QString& source) {
        context.line(
            QStringLiteral("%1 = %2  (%3)").arg(QString(key).leftJustified(28), value, source));
    };
    const auto effective = config.effective();
    for (auto it = effective.begin(); it != effective.end(); ++it)
        line(it.key(), it->text, sourceText(context, it->source));
    for (auto it = ai.keys.begin(); it != ai.keys.end(); ++it)
        line(QStringLiteral("ai.key.") + it.key(),
             isSet(*it) ? QStringLiteral("set") : QStringLiteral("not set"),
             keyPlaceText(context, *it));
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
