// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "support/runner.h"

#include <QApplication>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    app::initTranslations();
    return support::runTests(QApplication::arguments());
}
