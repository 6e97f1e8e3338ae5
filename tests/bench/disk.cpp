// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <unistd.h>
#include <vector>

namespace bench {

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
    std::nth_element(micros.begin(), micros.begin() + writes / 2, micros.end());
    return micros[static_cast<std::size_t>(writes / 2)];
}

double residentMb(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/statm").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const auto fields = file.readAll().split(' ');
    return static_cast<double>(fields.value(1).toLongLong() * ::sysconf(_SC_PAGESIZE)) / 1e6;
}

int runDisk(const QStringList& arguments)
{
    const QString folder = arguments.value(0, QDir::currentPath());
    std::printf("fdatasync of 4 KiB in %s: median %.0f us\n", qPrintable(folder),
                fdatasyncMicros(folder));
    return 0;
}

} // namespace bench
