// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the folder when a program starts: logs that were lost or damaged, clocks that were
// wrong, a restore that was killed.
#include "store/keep/backup_files.h"
#include "store/sql/connection.h"
#include "store_fixture.h"
#include "support/child_process.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <thread>

using namespace std::chrono_literals;
using namespace store_test;
using base::Code;

namespace {

void overwrite(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

constexpr int kTurns = 20;

/// The files of a program that was killed after twenty turns of one conversation: all of them stand
/// in the write-ahead log.
base::ConversationId makeKilledFolder(const QString& folder)
{
    StoreFixture f;
    if (!f.open())
        return {};
    f.close();
    if (!f.open())
        return {};
    auto last = f.commit(newTurn(ulid(1)));
    for (int i = 1; last && i < kTurns; ++i)
        last = f.commit(nextTurn(*last, QStringLiteral("palabra %1").arg(i)));
    QDir().mkpath(folder);
    for (const char* name : {"relevo.db", "relevo.db-wal", "commits"})
        QFile::copy(f.path(QLatin1String(name)), folder + u'/' + QLatin1String(name));
    return last ? last->conversation : base::ConversationId{};
}

bool hasLogged(StoreFixture& f, std::string_view event)
{
    f.log().flush();
    const auto lines = f.logged();
    return std::ranges::any_of(
        lines, [&](const std::string& line) { return line.find(event) != std::string::npos; });
}

} // namespace

class DamageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Scenario 11: a flipped bit in any frame costs that frame and what came after, never a hole,
    // and is told.
    void flippedBitInTheLogLosesTheEndAndIsTold()
    {
        QTemporaryDir dir;
        const QString whole = dir.filePath("whole");
        const auto id = makeKilledFolder(whole);
        QVERIFY(id.isValid());
        const QByteArray log = fileBytes(whole + "/relevo.db-wal");
        constexpr qsizetype kHeader = 32, kFrame = 24 + 4096;
        const qsizetype frames = (log.size() - kHeader) / kFrame;
        QVERIFY(frames > kTurns);
        int told = 0;
        for (qsizetype frame = 0; frame < frames; frame += std::max<qsizetype>(1, frames / 15)) {
            StoreFixture f({.folder = dir.filePath(QString::number(frame))});
            QDir().mkpath(f.folder());
            for (const char* name : {"relevo.db", "commits"})
                QFile::copy(whole + u'/' + QLatin1String(name), f.path(QLatin1String(name)));
            QByteArray damaged = log;
            const qsizetype at = kHeader + frame * kFrame + 24 + 1000;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
            overwrite(f.path("relevo.db-wal"), damaged);
            QVERIFY(f.open());
            const auto row = f.conversation(id);
            if (row) {
                QCOMPARE(row->lastSeq.value % 3, 0);
                QVERIFY(row->lastSeq.value < 3 * kTurns);
                QVERIFY(f.verify(id));
            }
            QVERIFY(hasLogged(f, "commits_lost"));
            told += f.store().health().detail.contains("were lost") ? 1 : 0;
            f.close();
        }
        QVERIFY(told >= 10);
    }

    // Scenario 10.
    void missingLogIsToldAndWhatWasCheckpointedIsThere()
    {
        QTemporaryDir dir;
        StoreFixture f({.folder = dir.filePath("data")});
        const auto id = makeKilledFolder(f.folder());
        QFile::remove(f.path("relevo.db-wal"));
        QVERIFY(f.open());
        QCOMPARE(f.conversation(id).error().code, Code::NotFound);
        QVERIFY(f.store().health().detail.contains("were lost"));
        QVERIFY(f.commit(newTurn(ulid(2))));
        QVERIFY(f.reopen());
        QVERIFY2(f.store().health().detail.isEmpty(), "it is told once");
    }

    void garbageInTheSharedIndexDoesNoHarm()
    {
        QTemporaryDir dir;
        StoreFixture f({.folder = dir.filePath("data")});
        const auto id = makeKilledFolder(f.folder());
        overwrite(f.path("relevo.db-shm"), QByteArray(32768, '\x5a'));
        QVERIFY(f.open());
        QCOMPARE(f.conversation(id)->lastSeq.value, 3 * kTurns);
        QVERIFY(f.verify(id));
    }

    // Scenarios 4 and 7: the log holds the whole of a page that the file has half of.
    void pageTornByACheckpointIsMendedFromTheLog()
    {
        QTemporaryDir dir;
        StoreFixture f({.folder = dir.filePath("data")});
        const auto id = makeKilledFolder(f.folder());
        {
            // A page is only in the log once it was changed: the first one by a schema change.
            auto other =
                store::Connection::open(f.path("relevo.db"), store::Connection::Role::Writer);
            QVERIFY(other);
            QVERIFY((*other)->execute("CREATE TABLE passing (x INTEGER)"));
            QVERIFY((*other)->execute("DROP TABLE passing"));
            QVERIFY(QFile::copy(f.path("relevo.db"), f.path("copy")));
            QVERIFY(QFile::copy(f.path("relevo.db-wal"), f.path("copy-wal")));
        }
        QByteArray torn = fileBytes(f.path("copy"));
        torn.replace(1024, 3072, QByteArray(3072, '\xff'));
        overwrite(f.path("relevo.db"), torn);
        overwrite(f.path("relevo.db-wal"), fileBytes(f.path("copy-wal")));
        const auto opened = f.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        QCOMPARE(f.conversation(id)->lastSeq.value, 3 * kTurns);
        QVERIFY(f.verify(id));
    }

    // Scenario 18: killed at any moment, a restore leaves the old data or the backup's.
    void killedRestoreLeavesTheOldDataOrTheNew()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1), QString(200'000, u'x')));
        const auto info = f.backup();
        QVERIFY(info);
        QVERIFY(f.commit(newTurn(ulid(2))));
        f.close();
        for (int kill = 0; kill < 12; ++kill) {
            support::ChildProcess child(QCoreApplication::applicationFilePath(),
                                        {"-restore", f.folder(), info->path});
            QVERIFY(
                child.waitForLine([](const QByteArray& line) { return line == "begins"; }, 30s));
            std::this_thread::sleep_for(std::chrono::milliseconds(kill * 3)); // the moment drawn
            child.kill();
            const auto opened = f.open();
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
            const auto rows = f.page({});
            QVERIFY(rows->rows.size() == 1 || rows->rows.size() == 2);
            QVERIFY(f.verify(first->conversation));
            if (rows->rows.size() == 1)
                QVERIFY(f.commit(newTurn(ulid(2))));
            f.close();
            QCOMPARE(QDir(f.folder()).entryList({"*.part*"}), QStringList());
        }
    }

    // Scenario 19.
    void backupsFromTheFutureGoFirstOnceTheClockIsRight()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(1))));
        f.close();
        const auto connection =
            store::Connection::open(f.path("relevo.db"), store::Connection::Role::Writer);
        QVERIFY(connection);
        const QString folder = f.path("backups");
        const base::WallTime now = f.clock().wall();
        const auto back = [&](base::milliseconds ago) {
            const auto made = store::backupNow(**connection, folder, {"daily", now - ago, {}});
            store::rotateBackups(folder, 7, now - ago);
            return made ? made->path : QString();
        };
        QStringList right, future;
        for (int day = 9; day >= 1; --day)
            right += back(day * 24h);
        QCOMPARE(store::listBackups(folder).size(), std::size_t(7));
        for (int i = 0; i < 3; ++i)
            future += back(-24h * (365 + i)); // a clock a year ahead
        const QString today = back(0h);
        const QString sameSecond = back(0h);
        QVERIFY(QFile::exists(today) && QFile::exists(sameSecond));
        QVERIFY(today != sameSecond);
        for (int i = 0; i < 3; ++i)
            back(-1ms * (i + 1));
        const QString later = back(-10s);
        QVERIFY2(QFile::exists(later), "the newest is never the one that goes");
        QVERIFY2(!QFile::exists(future.first()), "those from the future went first");
        QCOMPARE(store::listBackups(folder).size(), std::size_t(7));
    }

    // Scenario 16: a manifest whose backup never came.
    void manifestWithoutItsBackupGoesAtTheNextStart()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto info = f.backup();
        f.close();
        overwrite(f.path("backups/relevo-20260101-000000-daily.db.json"), "{}");
        QVERIFY(f.open());
        QVERIFY(!QFile::exists(f.path("backups/relevo-20260101-000000-daily.db.json")));
        QVERIFY(QFile::exists(info->path + ".json"));
    }

    void backupIsVerifiedByItsManifest()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(1))));
        const auto info = f.backup();
        QVERIFY(store::verifyBackup(info->path));
        QCOMPARE(store::verifyBackup(f.path("nowhere.db")).error().code, Code::NotFound);
        QByteArray bytes = fileBytes(info->path);
        bytes[bytes.size() - 10] = static_cast<char>(bytes[bytes.size() - 10] ^ 1);
        overwrite(info->path, bytes);
        QCOMPARE(store::verifyBackup(info->path).error().code, Code::Corrupt);
    }

    // Scenario 22: of several processes that start at once, one holds the folder.
    void ofProcessesThatStartAtOnceOneWins()
    {
        StoreFixture f;
        QVERIFY(f.open());
        f.close();
        constexpr int kProcesses = 4;
        std::vector<std::unique_ptr<support::ChildProcess>> children;
        for (int i = 0; i < kProcesses; ++i)
            children.push_back(std::make_unique<support::ChildProcess>(
                QCoreApplication::applicationFilePath(), QStringList{"-hold", f.folder()}));
        int holders = 0, refused = 0;
        for (const auto& child : children) {
            const auto line =
                child->waitForLine([](const QByteArray& l) { return !l.isEmpty(); }, 30s);
            QVERIFY(line);
            holders += *line == "holds" ? 1 : 0;
            refused += line->startsWith("busy") ? 1 : 0;
        }
        QCOMPARE(holders, 1);
        QCOMPARE(refused, kProcesses - 1);
        children.clear(); // killed
        QVERIFY2(f.open(), "the lock of a killed process is free");
    }
};

RELEVO_TEST(DamageTest)
#include "damage_test.moc"
