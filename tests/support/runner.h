// SPDX-License-Identifier: GPL-3.0-or-later
// One executable a module holds many test classes. A file ends with
//     RELEVO_TEST(CallerTest)
//     #include "caller_test.moc"
// and the executable runs every class, or those named with -only CallerTest.
// RELEVO_TEST_MAIN(QCoreApplication) stands in exactly one file of each executable.
#pragma once

#include <QObject>
#include <QTest>

#include <functional>
#include <memory>

namespace support {

using MakeTest = std::function<std::unique_ptr<QObject>()>;

bool registerTest(const char* name, MakeTest make);
int runTests(const QStringList& arguments);

} // namespace support

// A type needs no parentheses: NOLINTBEGIN(bugprone-macro-parentheses)
#define RELEVO_TEST(Class)                                                                         \
    [[maybe_unused]] static const bool registered##Class =                                         \
        support::registerTest(#Class, [] { return std::unique_ptr<QObject>(new Class); });

// NOLINTEND(bugprone-macro-parentheses)

#define RELEVO_TEST_MAIN(Application)                                                              \
    int main(int argc, char** argv)                                                                \
    {                                                                                              \
        Application application(argc, argv);                                                       \
        return support::runTests(application.arguments());                                         \
    }
