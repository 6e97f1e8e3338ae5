// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/command_lists.h"
#include "app/commands/local_io.h"
#include "app/config_keys.h"
#include "app/control/control_client.h"
#include "app/control/control_server.h"
#include "app/control/data_folder.h"
#include "app/public_url_test.h"
#include "app/service.h"
#include "app/start_at_login.h"
#include "app/unix_signals.h"
#include "base/threads/qt_home.h"
#include "panels/main_window.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

namespace {

panels::Hooks hooksOf(app::Service& service)
{
    return {
        .chatUrl = [&service] { return service.gateway() ? service.gateway()->url() : QString(); },
        .gatewayError =
            [&service] { return service.gateway() ? QString() : service.gatewayError().detail; },
        .gatewayAge =
            [&service] {
                return service.gateway() ? service.gateway()->sinceBeat() : base::milliseconds(0);
            },
        .applyGateway = [&service] { return service.restartGateway(); },
        .testPublicUrl = app::testPublicUrl,
        .setStartAtLogin = app::setStartAtLogin,
        .startsAtLogin = app::startsAtLogin,
        .dataFolder = service.folder(),
        .version = QStringLiteral(RELEVO_VERSION)};
}

int refuse(const base::Error& error)
{
    app::LocalIo io;
    app::CommandContext context({.language = QLocale().language() == QLocale::Spanish
                                                 ? QStringLiteral("es")
                                                 : QStringLiteral("en")},
                                io, nullptr);
    QMessageBox::critical(nullptr, QStringLiteral("Relevo"), app::errorSentence(context, error));
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("relevo"));
    QApplication::setApplicationVersion(QStringLiteral(RELEVO_VERSION));
    QApplication::setQuitOnLastWindowClosed(false);
    app::initTranslations();
    const QStringList arguments = QApplication::arguments();
    const auto data = arguments.indexOf(QStringLiteral("--data"));
    const QString folder =
        QDir(data > 0 ? arguments.value(data + 1) : app::defaultDataFolder()).absolutePath();

    app::LocalIo io;
    if (app::runThere(folder, {QStringLiteral("raise")}, QStringLiteral("es"), io) ==
        app::Exit::Done)
        return 0;
    base::Config config = app::makeConfig();
    if (const auto read = config.readEnvironment(QProcessEnvironment::systemEnvironment()); !read)
        return refuse(read.error());
    auto service = app::Service::start({.folder = folder, .config = std::move(config)});
    if (!service)
        return refuse(service.error());
    app::ControlServer control(**service, folder);
    if (const auto listening = control.listen(); !listening)
        (*service)->log().warning("app", "no_control_socket",
                                  {{"detail", listening.error().detail}});

    base::QtHome home((*service)->clock());
    panels::MainWindow window((*service)->desk(), home.home(), (*service)->clock(),
                              hooksOf(**service),
                              QDir(folder).filePath(QStringLiteral("window.ini")));
    control.onRaise = [&window] { window.raiseWindow(); };
    QObject::connect(&window, &panels::MainWindow::quitWanted, &application, &QApplication::quit,
                     Qt::QueuedConnection);
    app::UnixSignals signals([&application] { application.quit(); });
    window.show();
    return QApplication::exec();
}
