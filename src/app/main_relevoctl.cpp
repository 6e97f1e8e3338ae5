// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/command_lists.h"
#include "app/commands/local_io.h"
#include "app/config_keys.h"
#include "app/control/control_client.h"
#include "app/control/control_server.h"
#include "app/control/data_folder.h"
#include "app/service.h"
#include "app/unix_signals.h"
#include "base/memory.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QLocale>

#include <thread>

namespace {

using app::Exit;

QString languageHere()
{
    return QLocale().language() == QLocale::Spanish ? QStringLiteral("es") : QStringLiteral("en");
}

base::Result<base::Config> configHere(const app::Invocation& given)
{
    base::Config config = app::makeConfig();
    if (const auto read = config.readEnvironment(QProcessEnvironment::systemEnvironment()); !read)
        return base::fail(read.error());
    const QString listen = given.options.value(QStringLiteral("listen"));
    if (!listen.isEmpty()) {
        const auto colon = listen.lastIndexOf(u':');
        QString host = listen.left(colon);
        if (host.startsWith(u'[') && host.endsWith(u']'))
            host = host.mid(1, host.size() - 2);
        const auto okHost =
            config.set(base::Source::CommandLine, QStringLiteral("gateway.host"), host);
        const auto okPort = config.set(base::Source::CommandLine, QStringLiteral("gateway.port"),
                                       listen.mid(colon + 1));
        if (colon <= 0 || !okHost || !okPort)
            return base::fail(base::Code::Invalid, QStringLiteral("--listen ") + listen);
    }
    return config;
}

Exit failToListen(app::CommandContext& context, const base::Error& error)
{
    if (error.code != base::Code::Busy)
        return context.fail(error);
    context.complain(context
                         .translate("relevoctl",
                                    "Another program already listens there (%1). End it, or choose "
                                    "another port with --listen HOST:PORT.")
                         .arg(error.detail));
    return Exit::CouldNot;
}

Exit serve(QCoreApplication& application, app::CommandContext& context, const QString& folder,
           const base::Config& config)
{
    app::FolderPatience patience;
    base::Result<std::unique_ptr<app::Service>> service;
    do {
        service = app::Service::start({.folder = folder, .config = config, .logsToStderr = true});
    } while (!service && patience.isWorthAnother(service.error()));
    if (!service)
        return context.fail(service.error());
    if (!(*service)->gateway())
        return failToListen(context, (*service)->gatewayError());
    app::ControlServer control(**service, folder);
    // Without the socket, commands open the folder beside us, as they may where it is only read.
    if ((*service)->isReadOnly())
        context.complain(context.translate(
            "relevoctl",
            "The data cannot be written, so it is open for reading only. Customers are "
            "asked to try again later. Start again once it can be written."));
    else if (const auto listening = control.listen(); !listening)
        return context.fail(listening.error());
    app::UnixSignals signals([&application] { application.quit(); });
    context.line(
        context.translate("relevoctl", "Try the chat at %1").arg((*service)->gateway()->url()));
    context.line(context.translate("relevoctl", "Data: %1. End with Ctrl-C.").arg(folder));
    QCoreApplication::exec();
    return Exit::Done;
}

// A command that waits for the desk runs beside the event loop, as it would inside a program.
Exit runHere(const app::Command& command, app::CommandContext& context)
{
    Exit exit = Exit::CouldNot;
    QEventLoop loop;
    std::thread thread([&] {
        exit = command.run(context);
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    thread.join();
    return exit;
}

Exit runOnData(const app::Command& command, app::Invocation given, const QStringList& arguments,
               app::LocalIo& io)
{
    const QString folder = given.options.value(QStringLiteral("data"), app::defaultDataFolder());
    given.options.insert(QStringLiteral("data"), QDir(folder).absolutePath());
    app::CommandContext closed(given, io, nullptr);
    const auto config = configHere(given);
    if (!config)
        return closed.fail(config.error());
    app::FolderPatience patience;
    base::Result<std::unique_ptr<app::Service>> service;
    do {
        if (const auto exit = app::runThere(folder, arguments, given.language, io))
            return *exit;
        if (command.needs == app::Needs::ClosedData)
            return runHere(command, closed);
        service = app::Service::start({.folder = folder, .config = *config, .listens = false});
    } while (!service && patience.isWorthAnother(service.error()));
    if (!service)
        return closed.fail(service.error());
    app::CommandContext context(given, io, service->get());
    return runHere(command, context);
}

} // namespace

int main(int argc, char** argv)
{
    app::keepStreamsApart();
    base::keepLargeBlocksApart();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("relevo"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RELEVO_VERSION));
    app::LocalIo io;
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    auto parsed = app::parseCommand(arguments);
    app::Invocation given = parsed ? parsed->second : app::Invocation{};
    given.folder = QDir::currentPath();
    given.language = languageHere();
    app::CommandContext context(given, io, nullptr);
    if (!parsed) {
        if (app::isBeginning(parsed.error().detail))
            io.err(app::helpText(parsed.error().detail, context).toUtf8());
        else
            context.complain(
                context
                    .translate("relevoctl",
                               "Cannot be understood: %1. relevoctl --help lists what can.")
                    .arg(parsed.error().detail));
        return static_cast<int>(Exit::CouldNot);
    }
    const app::Command* command = parsed->first;
    if (!command || given.has(QStringLiteral("help"))) {
        const QString asked = command ? command->name : given.words.join(u' ');
        io.out(app::helpText(asked, context).toUtf8());
        const auto finished = io.finishOutput();
        return static_cast<int>(finished ? Exit::Done : context.fail(finished.error()));
    }
    if (const QString output = given.options.value(QStringLiteral("output")); !output.isEmpty()) {
        if (const auto redirected = io.redirectOutput(output); !redirected)
            return static_cast<int>(context.fail(redirected.error()));
    }
    Exit exit = Exit::CouldNot;
    if (command->name == QLatin1String("serve")) {
        auto config = configHere(given);
        const QString folder =
            given.options.value(QStringLiteral("data"), app::defaultDataFolder());
        exit = config ? serve(application, context, QDir(folder).absolutePath(), *config)
                      : context.fail(config.error());
        return static_cast<int>(exit);
    }
    app::catchInterrupts();
    exit = app::needsOf(*command, given) == app::Needs::Nothing
               ? runHere(*command, context)
               : runOnData(*command, given, arguments, io);
    if (io.isCancelled() && !command->mayBeEnded) // what was written is not the whole
        exit = Exit::CouldNot;
    if (exit != Exit::CouldNot) {
        if (const auto finished = io.finishOutput(); !finished)
            return static_cast<int>(context.fail(finished.error()));
    }
    return static_cast<int>(exit);
}
