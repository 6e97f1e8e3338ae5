// SPDX-License-Identifier: GPL-3.0-or-later
#include "hosted_service.h"
#include "support/runner.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("-host"))
        return crash::hostUntilKilled(arguments.value(2));
    return support::runTests(arguments);
}
