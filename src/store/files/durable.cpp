// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/durable.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace store {

namespace {

base::Result<void> offline(const char* doing, const QString& path)
{
    return base::fail(base::Code::Offline,
                      QStringLiteral("cannot %1 %2: %3")
                          .arg(QString::fromUtf8(doing), QFileInfo(path).fileName(),
                               QString::fromUtf8(std::strerror(errno))));
}

base::Result<void> syncDescriptorOf(const QString& path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return offline("open", path);
    const bool synced = ::fsync(descriptor) == 0;
    const int error = errno;
    ::close(descriptor);
    errno = error;
    return synced ? base::Result<void>{} : offline("sync", path);
}

base::Result<void> writeAll(int descriptor, const QByteArray& bytes, const QString& path)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto n = ::write(descriptor, bytes.constData() + done,
                               static_cast<std::size_t>(bytes.size() - done));
        if (n < 0 && errno != EINTR)
            return offline("write", path);
        done += n < 0 ? 0 : n;
    }
    return {};
}

base::Result<void> openAndWrite(const QString& path, int flags, const QByteArray& bytes)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), flags | O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return offline("open", path);
    auto done = writeAll(descriptor, bytes, path);
    if (done && ::fsync(descriptor) != 0)
        done = offline("sync", path);
    ::close(descriptor);
    return done;
}

} // namespace

base::Result<void> syncFile(const QString& path)
{
    return syncDescriptorOf(path, O_RDONLY);
}

base::Result<void> syncFolder(const QString& folder)
{
    return syncDescriptorOf(folder, O_RDONLY | O_DIRECTORY);
}

base::Result<void> renameDurably(const QString& from, const QString& to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return offline("rename", from);
    return syncFolder(QFileInfo(to).path());
}

base::Result<void> writeDurably(const QString& path, const QByteArray& bytes)
{
    const QString part = path + ".part";
    auto done = openAndWrite(part, O_TRUNC, bytes);
    if (done)
        done = renameDurably(part, path);
    if (!done)
        ::unlink(QFile::encodeName(part).constData());
    return done;
}

base::Result<void> appendDurably(const QString& path, const QByteArray& bytes)
{
    return openAndWrite(path, O_APPEND, bytes);
}

base::Result<void> copyDurably(const QString& from, const QString& to)
{
    constexpr qint64 kSlice = 1 << 20;
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return offline("open", from);
    const int descriptor =
        ::open(QFile::encodeName(to).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return offline("create", to);
    base::Result<void> done;
    for (QByteArray slice = source.read(kSlice); done && !slice.isEmpty();
         slice = source.read(kSlice))
        done = writeAll(descriptor, slice, to);
    if (done && (source.error() != QFileDevice::NoError || ::fsync(descriptor) != 0))
        done = offline("copy", from);
    ::close(descriptor);
    if (!done)
        ::unlink(QFile::encodeName(to).constData());
    return done;
}

base::Result<bool> removeFile(const QString& path)
{
    if (::unlink(QFile::encodeName(path).constData()) == 0)
        return true;
    if (errno == ENOENT)
        return false;
    return base::fail(offline("remove", path).error());
}

base::Result<void> makePrivateFolder(const QString& folder)
{
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return base::fail(base::Code::Offline, "the data folder's path leads to no folder");
    const bool isNew = !info.exists();
    if (isNew && !QDir().mkpath(folder))
        return base::fail(base::Code::Offline, "cannot make the data folder");
    if (isNew && ::chmod(QFile::encodeName(folder).constData(), 0700) != 0)
        return offline("close to others", folder);
    return checkWritable(folder);
}

base::Result<void> checkWritable(const QString& path)
{
    const bool isFolder = QFileInfo(path).isDir();
    // Not access(): that asks for the user who started the program, whatever its rights are now.
    if (::faccessat(AT_FDCWD, QFile::encodeName(path).constData(), isFolder ? W_OK | X_OK : W_OK,
                    AT_EACCESS) != 0)
        return offline(isFolder ? "write in the folder" : "write", path);
    return {};
}

std::optional<qint64> freeBytes(const QString& path)
{
    // Not QStorageInfo: it knows nothing where the mount table is another one's, as in a chroot.
    std::error_code failed;
    const auto disk = std::filesystem::space(QFile::encodeName(path).toStdString(), failed);
    return failed ? std::nullopt : std::optional(static_cast<qint64>(disk.available));
}

} // namespace store
