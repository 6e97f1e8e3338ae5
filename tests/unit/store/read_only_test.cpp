// SPDX-License-Identifier: GPL-3.0-or-later
// Scenario 8: a folder, a file or a file system that can be read and not written.
#include "store_fixture.h"
#include "support/child_process.h"
#include "support/read_only_folder.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSet>

#include <chrono>
#include <thread>

using namespace std::chrono_literals;
using namespace store_test;
using base::Code;
using support::ReadOnlyFolder;

namespace {

constexpr int kTurnsInLog = 5;

/// A folder whose program ended in peace, with one conversation that the search index has seen.
base::ConversationId makeIndexedFolder(StoreFixture& f)
{
    if (!f.open())
        return {};
    const auto first = f.commit(newTurn(ulid(1), QStringLiteral("impresora")));
    if (!first || !f.waitForIndex())
        return {};
    f.close();
    return first->conversation;
}

/// A folder whose program was killed: the newest turns stand in the write-ahead log.
base::ConversationId makeFolderWithLog(const QString& folder)
{
    StoreFixture f;
    const auto id = makeIndexedFolder(f);
    if (!f.open())
        return {};
    auto last = f.commit(nextTurn({.conversation = id, .last = {3}}));
    for (int i = 2; last && i < kTurnsInLog; ++i)
        last = f.commit(nextTurn(*last));
    QDir().mkpath(folder);
    for (const QString& name : QDir(f.folder()).entryList(QDir::Files))
        QFile::copy(f.path(name), folder + u'/' + name);
    return last ? id : base::ConversationId{};
}

/// Every file with its bytes.
QMap<QString, QByteArray> filesOf(const QString& folder)
{
    QMap<QString, QByteArray> content;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        content.insert(name, fileBytes(dir.filePath(name)));
    return content;
}

int timesLogged(StoreFixture& f, std::string_view event)
{
    f.log().flush();
    const auto lines = f.logged();
    return static_cast<int>(std::ranges::count_if(
        lines, [&](const std::string& line) { return line.find(event) != std::string::npos; }));
}

} // namespace

class ReadOnlyTest : public QObject
{
    Q_OBJECT
    /// Each kind of writing is answered at once, and in the same words.
    static void everyWritingIsRefused(StoreFixture& f, base::ConversationId id)
    {
        const auto begun = std::chrono::steady_clock::now();
        QSet<QString> details;
        const auto note = [&](const auto& result) {
            QVERIFY(!result);
            QCOMPARE(result.error().code, Code::Offline);
            details.insert(result.error().detail);
        };
        note(f.commit(newTurn(ulid(99))));
        note(f.commit(nextTurn({.conversation = id, .last = {3}})));
        note(f.ask<void>([&](auto& s, auto r) { s.saveSession({}, std::move(r)); }));
        note(f.ask<void>([&](auto& s, auto r) { s.saveCustomer({}, std::move(r)); }));
        note(f.ask<void>([&](auto& s, auto r) { s.saveDraft({.text = "x"}, std::move(r)); }));
        note(f.ask<void>([&](auto& s, auto r) { s.saveSetting("a", "b", std::move(r)); }));
        note(f.ask<store::Person>([&](auto& s, auto r) { s.savePerson({}, {}, std::move(r)); }));
        note(f.ask<store::FlowVersion>(
            [&](auto& s, auto r) { s.saveFlowVersion({}, std::move(r)); }));
        note(f.ask<int>([&](auto& s, auto r) { s.removeDemo(std::move(r)); }));
        QCOMPARE(details.size(), 1);
        QVERIFY(!details.begin()->isEmpty());
        QVERIFY(std::chrono::steady_clock::now() - begun < 2s);
    }

private Q_SLOTS:
    void opensToReadAndLeavesTheFolderAlone_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("folder") << QStringList{};
        QTest::newRow("database") << QStringList{"relevo.db"};
        QTest::newRow("lock") << QStringList{"relevo.lock"};
        QTest::newRow("file beside it") << QStringList{"commits"};
    }
    void opensToReadAndLeavesTheFolderAlone()
    {
        QFETCH(QStringList, names);
        StoreFixture f;
        const auto id = makeIndexedFolder(f);
        QVERIFY(id.value > 0);
        QFile leftover(f.path("relevo-x.db.part"));
        QVERIFY(leftover.open(QIODevice::WriteOnly));
        leftover.close();
        const auto before = filesOf(f.folder());
        const ReadOnlyFolder readOnly(f.folder(), names);
        const auto opened = f.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        const store::Health health = f.store().health();
        QVERIFY(!health.isWritable && health.isReadOnly && !health.mayMissNewest);
        QVERIFY2(health.detail.startsWith("open for reading only: cannot write"),
                 qPrintable(health.detail));
        QCOMPARE(health.conversations, 1);

        QCOMPARE(f.page({})->rows.size(), std::size_t(1));
        QCOMPARE(f.events({.conversation = id})->size(), std::size_t(3));
        QVERIFY(f.verify(id));
        QCOMPARE(f.search({.words = "impresora"})->hits.size(),
                 std::size_t(2)); // the bot repeats it
        everyWritingIsRefused(f, id);
        const auto logged = f.logged().size();
        std::this_thread::sleep_for(1200ms); // a full disk is tried every half second
        QCOMPARE(f.logged().size(), logged);
        QCOMPARE(timesLogged(f, "read_only"), 1);
        QVERIFY(!f.store().health().isWritable);
        f.close();
        QCOMPARE(filesOf(f.folder()), before);
    }

    void onceItCanBeWrittenAgainTheNextStartDoes()
    {
        StoreFixture f;
        QVERIFY(makeIndexedFolder(f).value > 0);
        {
            const ReadOnlyFolder readOnly(f.folder());
            QVERIFY(f.open());
            QVERIFY(f.store().health().isReadOnly);
            f.close();
        }
        QVERIFY(f.open());
        QVERIFY(f.store().health().isWritable && !f.store().health().isReadOnly);
        QVERIFY(f.store().health().detail.isEmpty());
        QVERIFY(f.commit(newTurn(ulid(2))));
    }

    // The log is read where its shared index allows; else what was checkpointed, and it is told.
    void logThatWasLeftIsReadOrMissedAloud_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<bool>("hasIndex");
        QTest::addColumn<bool>("isMissing");
        QTest::newRow("folder, with the shared index") << QStringList{} << true << false;
        QTest::newRow("folder, without") << QStringList{} << false << true;
        QTest::newRow("only the file, without") << QStringList{"relevo.db"} << false << false;
    }
    void logThatWasLeftIsReadOrMissedAloud()
    {
        QFETCH(QStringList, names);
        QFETCH(bool, hasIndex);
        QFETCH(bool, isMissing);
        QTemporaryDir dir;
        StoreFixture f({.folder = dir.filePath("data")});
        const auto id = makeFolderWithLog(f.folder());
        QVERIFY(id.value > 0);
        QCOMPARE(QFile::exists(f.path("relevo.db-shm")), true);
        if (!hasIndex)
            QVERIFY(QFile::remove(f.path("relevo.db-shm")));
        const QByteArray database = fileBytes(f.path("relevo.db"));
        const QByteArray log = fileBytes(f.path("relevo.db-wal"));
        QVERIFY(!log.isEmpty());
        {
            const ReadOnlyFolder readOnly(f.folder(), names);
            const auto opened = f.open();
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            QCOMPARE(f.conversation(id)->lastSeq.value, isMissing ? 3 : 3 * kTurnsInLog);
            QVERIFY(f.verify(id));
            QCOMPARE(f.store().health().mayMissNewest, isMissing);
            QCOMPARE(f.store().health().detail.contains("newest changes may be missing"),
                     isMissing);
            everyWritingIsRefused(f, id);
            f.close();
            QCOMPARE(fileBytes(f.path("relevo.db")), database);
            QCOMPARE(fileBytes(f.path("relevo.db-wal")), log);
        }
        QFile aside(f.path("aside"));
        QVERIFY(aside.open(QIODevice::WriteOnly));
        const ReadOnlyFolder bitsCount(f.folder(),
                                       {"aside"}); // what was made meanwhile is no hindrance
        QVERIFY(f.open());
        QVERIFY2(f.store().health().detail.isEmpty(), qPrintable(f.store().health().detail));
        QCOMPARE(f.conversation(id)->lastSeq.value, 3 * kTurnsInLog);
        QVERIFY(f.commit(nextTurn({.conversation = id, .last = {3 * kTurnsInLog}})));
        QVERIFY(f.waitForIndex());
    }

    // Scenario 10 holds here too.
    void logOfAnotherDatabaseIsNotApplied()
    {
        QTemporaryDir dir;
        StoreFixture f;
        const auto id = makeIndexedFolder(f);
        QVERIFY(makeFolderWithLog(dir.filePath("other")).value > 0);
        QVERIFY(QFile::copy(dir.filePath("other/relevo.db-wal"), f.path("relevo.db-wal")));
        const auto before = filesOf(f.folder());
        const ReadOnlyFolder readOnly(f.folder());
        QVERIFY(f.open());
        QCOMPARE(f.conversation(id)->lastSeq.value, 3);
        QVERIFY(f.store().health().mayMissNewest);
        f.close();
        QCOMPARE(filesOf(f.folder()), before);
    }

    void backupGoesToAnotherFolder()
    {
        QTemporaryDir dir;
        for (const bool wasKilled : {false, true}) {
            StoreFixture f({.folder = dir.filePath(wasKilled ? "killed" : "closed")});
            QVERIFY((wasKilled ? makeFolderWithLog(f.folder()) : makeIndexedFolder(f)).value > 0);
            const ReadOnlyFolder readOnly(f.folder());
            QVERIFY(f.open());
            QCOMPARE(f.backup().error().code, Code::Offline);
            const auto info = f.backup(dir.filePath("safe"));
            QVERIFY2(info, info ? "" : qPrintable(info.error().detail));
            QVERIFY(info->isVerified);
            QVERIFY(store::verifyBackup(info->path));
            f.close();
        }
    }

    void searchThatCannotBeUsedSaysSoOnce_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("damaged") << QByteArray(10'000, 'x');
    }
    void searchThatCannotBeUsedSaysSoOnce()
    {
        QFETCH(QByteArray, index);
        StoreFixture f;
        QVERIFY(makeIndexedFolder(f).value > 0);
        QVERIFY(QFile::remove(f.path("search.db")));
        if (!index.isEmpty()) {
            QFile file(f.path("search.db"));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(index);
        }
        const ReadOnlyFolder readOnly(f.folder());
        QVERIFY(f.open());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(f.search({.words = "impresora"}).error().code, Code::Offline);
        QCOMPARE(timesLogged(f, "search_index"), 1);
        QCOMPARE(f.page({})->rows.size(), std::size_t(1));
    }

    void searchIndexThatAloneIsProtectedIsMadeAnew()
    {
        StoreFixture f;
        QVERIFY(makeIndexedFolder(f).value > 0);
        const ReadOnlyFolder readOnly(f.folder(), {"search.db"});
        QVERIFY(f.open());
        QVERIFY(f.store().health().isWritable);
        QVERIFY(f.commit(newTurn(ulid(2), QStringLiteral("impresora"))));
        QVERIFY(f.waitForIndex());
        QCOMPARE(f.search({.words = "impresora"})->hits.size(), std::size_t(4));
    }

    // What was erased after the index had last followed must not be found in it.
    void searchThatStillHoldsWhatWasErasedIsNotUsed()
    {
        StoreFixture f;
        const auto id = makeIndexedFolder(f);
        const QByteArray index = fileBytes(f.path("search.db"));
        QVERIFY(f.open());
        auto erasure = nextTurn({.conversation = id, .last = {3}});
        erasure.erases = true;
        QVERIFY(f.commit(std::move(erasure)));
        QVERIFY(f.waitForIndex());
        f.close();
        QFile file(f.path("search.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(index);
        file.close();
        const ReadOnlyFolder readOnly(f.folder());
        QVERIFY(f.open());
        QCOMPARE(f.search({.words = "impresora"}).error().code, Code::Offline);
    }

    void olderSchemaIsRefusedWithASentence()
    {
        StoreFixture old;
        QVERIFY(makeIndexedFolder(old).value > 0);
        QTemporaryDir dir;
        const QDir own(":/schema");
        for (const QString& name : own.entryList())
            QVERIFY(QFile::copy(own.filePath(name), dir.filePath(name)));
        const int next = static_cast<int>(own.entryList().size()) + 1;
        QFile file(dir.filePath(QStringLiteral("%1_extra.sql").arg(next, 4, 10, QChar(u'0'))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("-- compatible_from: 1\nCREATE TABLE extra (id {id});\n");
        file.close();
        const auto before = filesOf(old.folder());
        const ReadOnlyFolder readOnly(old.folder());
        StoreFixture newer({.folder = old.folder(), .schema = dir.path()});
        const auto refused = newer.open();
        QCOMPARE(refused.error().code, Code::Offline);
        QVERIFY2(refused.error().detail.contains(
                     QStringLiteral("must be brought to schema %1").arg(next)),
                 qPrintable(refused.error().detail));
        QCOMPARE(filesOf(old.folder()), before);
    }

    void folderWithoutADatabaseIsRefusedWithASentence()
    {
        QTemporaryDir dir;
        StoreFixture f({.folder = dir.path()});
        const ReadOnlyFolder readOnly(dir.path());
        const auto refused = f.open();
        QCOMPARE(refused.error().code, Code::Offline);
        QVERIFY2(refused.error().detail.startsWith("cannot write in the folder"),
                 qPrintable(refused.error().detail));
        QVERIFY(QDir(dir.path()).isEmpty());
    }

    // Scenario 9 holds where nothing can be written.
    void whatIsNoDatabaseOfOursIsStillToldApart()
    {
        QTemporaryDir dir;
        StoreFixture f({.folder = dir.path()});
        QFile file(f.path("relevo.db"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("my diary");
        file.close();
        const ReadOnlyFolder readOnly(dir.path());
        const auto refused = f.open();
        QCOMPARE(refused.error().code, Code::Corrupt);
        QCOMPARE(refused.error().detail, QStringLiteral("the file is no SQLite database"));
    }

    // Scenario 22: whoever reads keeps others from writing, not from reading.
    void readersShareTheFolderAndAWriterDoesNot()
    {
        StoreFixture f;
        QVERIFY(makeIndexedFolder(f).value > 0);
        StoreFixture other({.folder = f.folder()});
        QVERIFY(f.open());
        {
            const ReadOnlyFolder readOnly(f.folder());
            QCOMPARE(other.open().error().code, Code::Busy);
            f.close();
            QVERIFY(f.open());
            QVERIFY(other.open());
            f.close();
        }
        QCOMPARE(f.open().error().code, Code::Busy);
        other.close();
        QVERIFY(f.open());
    }

    void fileSystemThatIsMountedToBeRead()
    {
        StoreFixture f;
        QVERIFY(makeIndexedFolder(f).value > 0);
        const auto before = filesOf(f.folder());
        support::ChildProcess child(QCoreApplication::applicationFilePath(),
                                    {"-open-mounted-read-only", f.folder()});
        const int exit = child.wait();
        if (child.lines().contains("no mounts"))
            QSKIP("this system lets no test mount a folder");
        QCOMPARE(exit, 0);
        QCOMPARE(child.lines().value(0), QByteArray("open for reading only: cannot write in the "
                                                    "folder data: Read-only file system"));
        QCOMPARE(child.lines().value(1), QByteArray("rows 1"));
        QCOMPARE(child.lines().value(2), QByteArray("offline the data is open for reading only"));
        QCOMPARE(filesOf(f.folder()), before);
    }
};

RELEVO_TEST(ReadOnlyTest)
#include "read_only_test.moc"
