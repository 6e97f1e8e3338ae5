// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/command/process_tree.h"

#include "base/clock.h"

#include <QDir>
#include <QFile>

#include <atomic>
#include <csignal>
#include <unistd.h>

namespace probes {

namespace {

constexpr int kMostRounds = 50;

bool carries(const QString& process, const QByteArray& entry)
{
    constexpr qint64 kMostEnvironment = 4'194'304;
    QFile file(QStringLiteral("/proc/%1/environ").arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // Read to the end: such a file has no size.
    const QByteArray environment = '\0' + file.read(kMostEnvironment);
    return environment.contains('\0' + entry + '\0');
}

} // namespace

QByteArray newRunMark()
{
    static std::atomic<qint64> count{0};
    const auto since = base::SystemClock().steady().time_since_epoch().count();
    return QByteArray::number(qint64{getpid()}) + '-' + QByteArray::number(qint64{since}) + '-' +
           QByteArray::number(++count);
}

std::vector<pid_t> processesMarked(const QByteArray& mark)
{
    const QByteArray entry = QByteArray(kRunMark) + '=' + mark;
    std::vector<pid_t> found;
    const QStringList names = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString& name : names) {
        bool isNumber = false;
        const pid_t pid = name.toInt(&isNumber);
        if (isNumber && carries(name, entry))
            found.push_back(pid);
    }
    return found;
}

void killMarked(const QByteArray& mark)
{
    std::size_t known = 0;
    for (int round = 0; round < kMostRounds; ++round) {
        const auto found = processesMarked(mark);
        if (found.empty())
            return;
        const bool isAll = found.size() <= known || round + 1 == kMostRounds;
        known = found.size();
        for (const pid_t pid : found)
            ::kill(pid, isAll ? SIGKILL : SIGSTOP);
    }
}

} // namespace probes
