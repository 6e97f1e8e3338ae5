// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/command_lists.h"
#include "app/commands/local_io.h"
#include "app/config_keys.h"
#include "app/control/control_client.h"
#include "app/control/data_folder.h"
#include "app/desktop/desktop.h"
#include "app/service.h"
#include "app/unix_signals.h"

#include <QApplication>
#include <QDir>
#include <QMessageBox>

namespace {

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
    app::Desktop desktop(*std::move(service));
    QObject::connect(&desktop.window(), &panels::MainWindow::quitWanted, &application,
                     &QApplication::quit, Qt::QueuedConnection);
    app::UnixSignals signals([&application] { application.quit(); });
    desktop.window().show();
    return QApplication::exec();
}
