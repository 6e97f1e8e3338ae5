// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/content_files.h"

#include "store/files/durable.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace store {

namespace {

constexpr auto kHash = QCryptographicHash::Sha256;
constexpr qsizetype kHashDigits = 64;

QString pathOf(const QString& folder, const QByteArray& hash)
{
    return folder + u'/' + QString::fromLatin1(hash.toHex());
}

/// Only a file of its own: what a link leads to was not kept here, and a pipe would never end.
bool openPlain(QFile& file, const QString& path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat what {
    };
    if (descriptor < 0 || ::fstat(descriptor, &what) != 0 || !S_ISREG(what.st_mode)) {
        if (descriptor >= 0)
            ::close(descriptor);
        return false;
    }
    return file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
}

} // namespace

base::Result<QByteArray> keepContent(const QString& folder, const QByteArray& bytes)
{
    if (auto made = makePrivateFolder(folder); !made)
        return base::fail(made.error());
    const QByteArray hash = QCryptographicHash::hash(bytes, kHash);
    if (hashNow(folder, hash) == hash)
        return hash;
    if (auto done = writeDurably(pathOf(folder, hash), bytes); !done)
        return base::fail(done.error());
    return hash;
}

base::Result<QByteArray> contentOf(const QString& folder, const QByteArray& hash)
{
    QFile file;
    if (!openPlain(file, pathOf(folder, hash)))
        return base::fail(base::Code::NotFound, "no such evidence file");
    QByteArray bytes = file.readAll();
    if (QCryptographicHash::hash(bytes, kHash) != hash)
        return base::fail(base::Code::Corrupt, "an evidence file was changed");
    return bytes;
}

base::Result<int> dropContents(const QString& folder, const QList<QByteArray>& hashes)
{
    base::Result<int> dropped = 0;
    for (const QByteArray& hash : hashes) {
        const auto was = removeFile(pathOf(folder, hash));
        if (!was && dropped)
            dropped = base::fail(was.error());
        else if (dropped)
            *dropped += *was ? 1 : 0;
    }
    return dropped;
}

void sweepContent(const QString& folder)
{
    const QDir dir(folder);
    for (const QString& name : dir.entryList({QStringLiteral("*.part")}, QDir::Files)) {
        const QByteArray digits = name.chopped(5).toLatin1();
        if (digits.size() == kHashDigits && QByteArray::fromHex(digits).toHex() == digits)
            QFile::remove(dir.filePath(name));
    }
}

std::optional<QByteArray> hashNow(const QString& folder, const QByteArray& hash)
{
    QFile file;
    QCryptographicHash sum(kHash);
    if (!openPlain(file, pathOf(folder, hash)) || !sum.addData(&file))
        return std::nullopt;
    return sum.result();
}

} // namespace store
