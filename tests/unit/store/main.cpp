// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/read_only_folder.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QFile>

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

void tell(const QByteArray& line)
{
    const QByteArray bytes = line + '\n';
    [[maybe_unused]] const auto written =
        ::write(STDOUT_FILENO, bytes.constData(), static_cast<std::size_t>(bytes.size()));
}

QByteArray sentence(const base::Error& error)
{
    return QByteArray(base::codeName(error.code)) + ' ' + error.detail.toUtf8();
}

/// `test_store -open-mounted-read-only FOLDER`: tells how the folder opens, what it holds and how a
/// writing ends.
int openMountedReadOnly(const QString& folder)
{
    if (!support::mountReadOnly(QFile::encodeName(folder).constData())) {
        tell("no mounts");
        return 0;
    }
    store_test::StoreFixture f({.folder = folder});
    const auto opened = f.open();
    tell(opened ? f.store().health().detail.toUtf8() : sentence(opened.error()));
    if (!opened)
        return 1;
    tell("rows " + QByteArray::number(static_cast<qint64>(f.page({})->rows.size())));
    const auto written = f.commit(store_test::newTurn(store_test::ulid(2)));
    tell(written ? QByteArray("written") : sentence(written.error()));
    return 0;
}

/// `test_store -restore FOLDER BACKUP`
int restoreUntilKilled(const QString& folder, const QString& backup)
{
    const base::SystemClock clock;
    base::Log log(clock, {});
    tell("begins");
    return store::restore(folder, backup, clock, log) ? 0 : 1;
}

/// `test_store -hold FOLDER`: tells whether it got the folder, and keeps it until it is killed.
int holdUntilKilled(const QString& folder)
{
    store_test::StoreFixture f({.folder = folder});
    const auto opened = f.open();
    tell(opened ? QByteArray("holds") : sentence(opened.error()));
    f.home().runUntil([] { return false; }, std::chrono::seconds(60));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (application.arguments().value(1) == "-writer")
        return writeUntilKilled(application.arguments());
    const QStringList arguments = application.arguments();
    if (arguments.value(1) == "-open-mounted-read-only")
        return openMountedReadOnly(arguments.value(2));
    if (arguments.value(1) == "-restore")
        return restoreUntilKilled(arguments.value(2), arguments.value(3));
    if (arguments.value(1) == "-hold")
        return holdUntilKilled(arguments.value(2));
    return support::runTests(arguments);
}
