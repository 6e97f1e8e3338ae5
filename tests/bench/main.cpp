// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/machine.h"

#include <QApplication>
#include <QDateTime>
#include <QDir>
#include <QTemporaryDir>

#include <array>
#include <cstdio>

namespace {

struct Part {
    const char* name;
    void (*run)(const bench::Settings&, bench::Report&);
};
constexpr std::array kParts{
    Part{"http", bench::measureHttp},       Part{"store", bench::measureStore},
    Part{"engine", bench::measureEngine},   Part{"nlu", bench::measureNlu},
    Part{"ai", bench::measureAi},           Part{"privacy", bench::measurePrivacy},
    Part{"million", bench::measureMillion}, Part{"replay", bench::measureReplay},
    Part{"window", bench::measureWindow},   Part{"releases", bench::measureReleases}};

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStringList wanted = QApplication::arguments().mid(1);
    const QString command = QStringLiteral("build/release/bin/relevo-bench ") + wanted.join(u' ');
    QTemporaryDir folder(QDir::current().filePath(QStringLiteral("relevo-bench-XXXXXX")));
    bench::Settings settings{.folder = folder.path(),
                             .isQuick = wanted.removeAll(QStringLiteral("--quick")) > 0};
    const bool isAll = wanted.removeAll(QStringLiteral("--all")) > 0;
    if (wanted.isEmpty() != isAll) {
        std::fputs("relevo-bench [--quick] "
                   "--all|http|store|engine|nlu|ai|privacy|million|replay|window|releases ...\n",
                   stderr);
        return 2;
    }
    bench::Report report;
    report.note(QStringLiteral("%1, %2. `%3`")
                    .arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODate),
                         bench::machineText(), command));
    for (const Part& part : kParts) {
        if (isAll || wanted.contains(QLatin1String(part.name)))
            part.run(settings, report);
    }
    std::fputs(report.markdown().toUtf8().constData(), stdout);
    return report.missed() == 0 ? 0 : 1;
}
