// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/lock_file.h"

#include <QByteArray>
#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace store {

base::Result<std::unique_ptr<LockFile>> LockFile::take(const QString& path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return base::fail(base::Code::Offline, QStringLiteral("cannot open the lock file: ") +
                                                   QString::fromUtf8(std::strerror(errno)));
    std::unique_ptr<LockFile> lock(new LockFile(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return base::fail(lock->busy());
    const QByteArray process = QByteArray::number(::getpid()) + '\n';
    if (::ftruncate(descriptor, 0) != 0 ||
        ::pwrite(descriptor, process.constData(), static_cast<std::size_t>(process.size()), 0) < 0)
        return base::fail(base::Code::Offline, "cannot write the lock file");
    return lock;
}

base::Result<std::unique_ptr<LockFile>> LockFile::share(const QString& path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor < 0)
        return nullptr;
    std::unique_ptr<LockFile> lock(new LockFile(descriptor));
    // A file system without locks has no one else either.
    if (::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return base::fail(lock->busy());
    return lock;
}

base::Error LockFile::busy() const
{
    char holder[24] = {};
    const auto n = ::pread(m_descriptor, holder, sizeof holder - 1, 0);
    return {base::Code::Busy, QStringLiteral("process %1 holds the data folder")
                                  .arg(QByteArray(holder, n > 0 ? n : 0).trimmed().toLongLong())};
}

LockFile::~LockFile()
{
    ::close(m_descriptor);
}

} // namespace store
