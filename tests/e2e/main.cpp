// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QApplication>

RELEVO_TEST_MAIN(QApplication)
