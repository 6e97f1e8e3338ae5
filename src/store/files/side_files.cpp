// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/side_files.h"

#include "store/files/durable.h"

#include <QFile>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

namespace store {

namespace {

QByteArray linesOf(const std::vector<ErasedIds::Line>& lines)
{
    QByteArray bytes;
    for (const auto& line : lines)
        bytes += QByteArray::number(line.number) + ' ' + line.ulid.toUtf8() + '\n';
    return bytes;
}

} // namespace

CommitCount::CommitCount(const QString& path, Access access)
    : m_descriptor(::open(QFile::encodeName(path).constData(),
                          (access == Access::Write ? O_RDWR | O_CREAT : O_RDONLY) | O_CLOEXEC,
                          0600))
{
}

CommitCount::~CommitCount()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

qint64 CommitCount::read() const
{
    qint64 bytes = 0;
    return ::pread(m_descriptor, &bytes, sizeof bytes, 0) == sizeof bytes ? qFromBigEndian(bytes)
                                                                          : 0;
}

void CommitCount::write(qint64 groups) const
{
    // A lost write only makes the detection blind for one group.
    const qint64 bytes = qToBigEndian(groups);
    [[maybe_unused]] const auto written = ::pwrite(m_descriptor, &bytes, sizeof bytes, 0);
}

qint64 ErasedIds::lastNumber() const
{
    constexpr qint64 kTail = 128;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    file.seek(std::max<qint64>(0, file.size() - kTail));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    return lines.last().split(' ').first().toLongLong();
}

QSet<QString> ErasedIds::ulids() const
{
    QSet<QString> found;
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return found;
    while (!file.atEnd()) {
        const QList<QByteArray> words = file.readLine().trimmed().split(' ');
        if (words.size() == 2)
            found.insert(QString::fromUtf8(words.at(1)));
    }
    return found;
}

base::Result<void> ErasedIds::append(const std::vector<Line>& lines) const
{
    if (lines.empty())
        return {};
    return appendDurably(m_path, linesOf(lines));
}

base::Result<void> ErasedIds::replace(const std::vector<Line>& lines) const
{
    return writeDurably(m_path, linesOf(lines));
}

} // namespace store
