// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/runner.h"

#include <QStandardPaths>

#include <map>
#include <string>

namespace support {

namespace {
std::map<std::string, MakeTest>& registeredTests()
{
    static std::map<std::string, MakeTest> tests;
    return tests;
}
} // namespace

bool registerTest(const char* name, MakeTest make)
{
    return registeredTests().emplace(name, std::move(make)).second;
}

int runTests(const QStringList& arguments)
{
    QStandardPaths::setTestModeEnabled(true);
    QStringList rest = arguments;
    QStringList only;
    for (qsizetype at = rest.indexOf(QStringLiteral("-only")); at > 0 && at + 1 < rest.size();
         at = rest.indexOf(QStringLiteral("-only"))) {
        only.append(rest.takeAt(at + 1));
        rest.removeAt(at);
    }
    int failed = 0;
    int ran = 0;
    for (const auto& [name, make] : registeredTests()) {
        if (!only.isEmpty() && !only.contains(QString::fromStdString(name)))
            continue;
        const auto test = make();
        failed += QTest::qExec(test.get(), rest);
        ++ran;
    }
    if (ran == 0) {
        qCritical("no test of that name");
        return 1;
    }
    return failed;
}

} // namespace support
