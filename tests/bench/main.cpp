// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include <QCoreApplication>

#include <cstdio>
#include <map>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const std::map<QString, int (*)(const QStringList&)> kinds{
        {QStringLiteral("disk"), bench::runDisk},
        {QStringLiteral("http"), bench::runHttp},
        {QStringLiteral("engine"), bench::runEngine},
        {QStringLiteral("store"), bench::runStore},
        {QStringLiteral("million"), bench::runMillion},
        {QStringLiteral("conversation"), bench::runConversation}};
    const QStringList arguments = QCoreApplication::arguments();
    const auto kind = kinds.find(arguments.value(1));
    if (kind == kinds.end()) {
        std::fputs("relevo-bench disk|http|engine|store|million|conversation\n", stderr);
        return 2;
    }
    return kind->second(arguments.mid(2));
}
