// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/control/data_folder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThread>

namespace app {

namespace {

constexpr qsizetype kLongestSocketName = 100;
constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;

QString pathFile(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("control.path"));
}

bool makePrivate(const QString& folder)
{
    return QDir().mkpath(folder) && QFile::setPermissions(folder, kOwnerOnly);
}

} // namespace

QString defaultDataFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation))
        .filePath(QStringLiteral("relevo"));
}

base::Result<void> makeDataFolder(const QString& folder)
{
    const bool existed = QDir(folder).exists();
    if (!existed && !makePrivate(folder))
        return base::fail(base::Code::Offline, QStringLiteral("the data folder cannot be made"));
    return {};
}

base::Result<QString> makeControlPath(const QString& folder)
{
    QString path = QDir(folder).absoluteFilePath(QStringLiteral("control.sock"));
    if (QFile::encodeName(path).size() > kLongestSocketName) {
        const QByteArray hash =
            QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
        QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
        if (runtime.isEmpty())
            runtime = QDir::tempPath();
        const QString own =
            QDir(runtime).filePath(QStringLiteral("relevo-") + QString::fromLatin1(hash));
        if (!makePrivate(own))
            return base::fail(base::Code::Offline,
                              QStringLiteral("no place for the control socket"));
        path = own + QStringLiteral("/control.sock");
    }
    QSaveFile file(pathFile(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(path.toUtf8()) < 0 || !file.commit())
        return base::fail(base::Code::Offline, QStringLiteral("control.path cannot be written"));
    return path;
}

bool FolderPatience::isWorthAnother(const base::Error& error)
{
    constexpr int kMostAttempts = 30;
    constexpr unsigned long kPauseMs = 100;
    if (error.code != base::Code::Busy || ++m_attempts > kMostAttempts)
        return false;
    QThread::msleep(kPauseMs);
    return true;
}

QString readControlPath(const QString& folder)
{
    QFile file(pathFile(folder));
    if (!file.open(QIODevice::ReadOnly) || file.size() > 4096)
        return {};
    return QString::fromUtf8(file.readAll()).trimmed();
}

} // namespace app
