// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QCoreApplication>

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    return support::runTests(QCoreApplication::arguments());
}
