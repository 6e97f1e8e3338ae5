// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/machine.h"

#include "bench/report.h"

#include <QDir>
#include <QFile>
#include <QSysInfo>

#include <array>
#include <chrono>
#include <thread>
#include <unistd.h>
#include <vector>

namespace bench {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray memberOf(const QByteArray& lines, const QByteArray& name)
{
    for (const QByteArray& line : lines.split('\n')) {
        if (line.startsWith(name))
            return line.mid(line.indexOf(':') + 1).simplified();
    }
    return {};
}

} // namespace

double fdatasyncMicros(const QString& folder, int writes)
{
    QFile file(QDir(folder).filePath(QStringLiteral("fdatasync.tmp")));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return 0;
    const std::array<char, 4096> page{};
    std::vector<double> micros;
    for (int i = 0; i < writes; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        if (::pwrite(file.handle(), page.data(), page.size(), 0) < 0 ||
            ::fdatasync(file.handle()) != 0)
            return 0;
        micros.push_back(
            std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin)
                .count());
    }
    file.remove();
    return median(std::move(micros));
}

double residentMb(qint64 pid)
{
    const QByteArray status = contentOf(QStringLiteral("/proc/%1/status").arg(pid));
    return memberOf(status, "VmRSS").split(' ').value(0).toDouble() * 1024 / 1e6;
}

std::map<QString, double> threadMicros(qint64 pid)
{
    std::map<QString, double> micros;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(pid));
    for (const QString& task : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString folder = tasks.filePath(task);
        const auto name = QString::fromUtf8(contentOf(folder + "/comm").trimmed());
        micros[name] += contentOf(folder + "/schedstat").split(' ').value(0).toDouble() / 1000;
    }
    return micros;
}

QString machineText()
{
    return QStringLiteral("%1, %2 cores, %3, kernel %4, load %5")
        .arg(QString::fromUtf8(memberOf(contentOf("/proc/cpuinfo"), "model name")))
        .arg(std::thread::hardware_concurrency())
        .arg(QSysInfo::prettyProductName(), QSysInfo::kernelVersion(),
             QString::fromUtf8(contentOf("/proc/loadavg").split(' ').value(0)));
}

} // namespace bench
