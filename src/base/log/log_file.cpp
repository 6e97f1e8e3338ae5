// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/log_file.h"

#include "base/json.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace base {

namespace {
constexpr qint64 kDayMs = 86'400'000;
const char kName[] = "relevo.log";
} // namespace

LogFile::LogFile(const Clock& clock, Options options)
    : m_clock(clock), m_options(std::move(options))
{
    QDir().mkpath(m_options.folder);
    open();
}

void LogFile::open()
{
    m_file.setFileName(QDir(m_options.folder).filePath(QLatin1String(kName)));
    const QFileInfo info(m_file.fileName());
    m_day =
        (info.exists() ? info.lastModified().toMSecsSinceEpoch() : toMs(m_clock.wall())) / kDayMs;
    if (m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void LogFile::write(const LogLine& line)
{
    const bool isNewDay = toMs(m_clock.wall()) / kDayMs != m_day;
    if (m_file.size() > 0 && (isNewDay || m_file.size() >= m_options.maxBytes))
        turnOver();
    if (!m_file.isOpen())
        open();
    QByteArray bytes(line.json.data(), static_cast<qsizetype>(line.json.size()));
    bytes += '\n';
    if (m_lost > 0) {
        JsonWriter json;
        json.beginObject()
            .member("time", toIso(m_clock.wall()))
            .member("level", "warning")
            .member("module", "log")
            .member("event", "lines_lost")
            .member("count", m_lost)
            .endObject();
        bytes.prepend(QByteArray::fromStdString(json.take()) + '\n');
    }
    if (m_file.isOpen() && m_file.write(bytes) == bytes.size())
        m_lost = 0;
    else
        ++m_lost;
}

void LogFile::flush()
{
    m_file.flush();
}

void LogFile::turnOver()
{
    m_file.close();
    const QDir folder(m_options.folder);
    const auto stamp = QDateTime::fromMSecsSinceEpoch(toMs(m_clock.wall()), Qt::UTC)
                           .toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    QFile::rename(m_file.fileName(), folder.filePath(QStringLiteral("relevo-%1.log").arg(stamp)));
    removeOld();
    open();
}

void LogFile::removeOld()
{
    const QDir folder(m_options.folder);
    const auto old = folder.entryInfoList({QStringLiteral("relevo-*.log")}, QDir::Files,
                                          QDir::Name | QDir::Reversed);
    const qint64 oldest = toMs(m_clock.wall()) - m_options.keepDays * kDayMs;
    for (qsizetype i = 0; i < old.size(); ++i) {
        if (i + 1 >= m_options.keepFiles || old[i].lastModified().toMSecsSinceEpoch() < oldest)
            QFile::remove(old[i].filePath());
    }
}

} // namespace base
