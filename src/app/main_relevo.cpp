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
#include "base/memory.h"

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
    const QString sentence = app::errorSentence(context, error);
    context.complain(sentence); // for whoever started it from a terminal
    QMessageBox::critical(nullptr, QStringLiteral("Relevo"), sentence);
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    app::keepStreamsApart();
    base::keepLargeBlocksApart();
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
    base::Config config = app::makeConfig();
    if (const auto read = config.readEnvironment(QProcessEnvironment::systemEnvironment()); !read)
        return refuse(read.error());
    app::FolderPatience patience;
    base::Result<std::unique_ptr<app::Service>> service;
    do {
        if (app::runThere(folder, {QStringLiteral("raise")}, QStringLiteral("es"), io) ==
            app::Exit::Done)
            return 0;
        service = app::Service::start({.folder = folder, .config = config});
    } while (!service && patience.isWorthAnother(service.error()));
    if (!service)
        return refuse(service.error());
    app::Desktop desktop(*std::move(service));
    QObject::connect(&desktop.window(), &panels::MainWindow::quitWanted, &application,
                     &QApplication::quit, Qt::QueuedConnection);
    app::UnixSignals signals([&desktop] { desktop.window().quitNow(); });
    desktop.window().show();
    return QApplication::exec();
}
