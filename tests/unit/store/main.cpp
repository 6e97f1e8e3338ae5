// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/runner.h"

#include <QCoreApplication>

#include <unistd.h>

namespace {

/// `test_store -writer FOLDER CYCLE DESCRIPTOR`: commits until it is killed, and writes the ULID of
/// each acknowledged turn to the descriptor.
int writeUntilKilled(const QStringList& arguments)
{
    constexpr int kInFlight = 32;
    store_test::StoreFixture f({.folder = arguments.at(2)});
    const int first = arguments.at(3).toInt() * 1'000'000;
    const int descriptor = arguments.at(4).toInt();
    if (!f.open())
        return 1;
    int next = first;
    std::function<void()> send = [&] {
        const QString ulid = store_test::ulid(next++);
        f.store().commitTurn(store_test::newTurn(ulid),
                             f.caller().expect<store::Committed>([&, ulid](auto done) {
                                 const QByteArray line = ulid.toUtf8() + '\n';
                                 if (done && ::write(descriptor, line.constData(),
                                                     static_cast<std::size_t>(line.size())) > 0)
                                     send();
                             }));
    };
    for (int i = 0; i < kInFlight; ++i)
        send();
    f.home().runUntil([] { return false; }, std::chrono::seconds(30));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "-writer")
        return writeUntilKilled(application.arguments());
    return support::runTests(application.arguments());
}
