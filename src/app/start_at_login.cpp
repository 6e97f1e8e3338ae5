// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start_at_login.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace app {

namespace {
QString autostartFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("autostart/relevo.desktop"));
}
} // namespace

void setStartAtLogin(bool on)
{
    if (!on) {
        QFile::remove(autostartFile());
        return;
    }
    QDir().mkpath(QFileInfo(autostartFile()).path());
    QSaveFile file(autostartFile());
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.write("[Desktop Entry]\nType=Application\nName=Relevo\nExec=\"" +
               QCoreApplication::applicationFilePath().toUtf8() +
               "\"\nX-GNOME-Autostart-enabled=true\n");
    file.commit();
}

bool startsAtLogin()
{
    return QFile::exists(autostartFile());
}

} // namespace app
