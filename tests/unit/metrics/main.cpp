// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QCoreApplication>

RELEVO_TEST_MAIN(QCoreApplication)
