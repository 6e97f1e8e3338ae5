// SPDX-License-Identifier: GPL-3.0-or-later
// What a kill -9 cannot show, because the system's cache survives it.
#include "store/reads.h"
#include "store/sql/migrations.h"
#include "store_fixture.h"
#include "support/failing_disk.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <sqlite3.h>

using namespace store_test;
using base::Code;
using support::FailingDisk;

namespace {

quint64 drawnSeed()
{
    quint64 seed = qEnvironmentVariable("RELEVO_SEED").toULongLong();
    if (seed == 0)
        seed = QRandomGenerator::global()->generate();
    qInfo("seed %llu", static_cast<unsigned long long>(seed));
    return seed;
}

/// Every call of the recording, or about `most` of them at an even distance; always the last.
std::vector<std::size_t> cuts(const FailingDisk& disk, std::size_t most)
{
    std::vector<std::size_t> chosen;
    const std::size_t stride = std::max<std::size_t>(1, disk.calls() / most);
    for (std::size_t at = 0; at < disk.calls(); at += stride)
        chosen.push_back(at);
    chosen.push_back(disk.calls());
    return chosen;
}

std::unique_ptr<store::Connection> opened(const QString& database)
{
    auto connection = store::Connection::open(database, store::Connection::Role::Writer);
    return connection ? std::move(*connection) : nullptr;
}

/// Empty where the only conversation is whole and holds at least `turns` turns of three events.
QString whatIsWrong(const QString& database, base::ConversationId id, int turns)
{
    const auto connection = opened(database);
    if (!connection)
        return QStringLiteral("cannot be opened");
    if (connection->text("PRAGMA integrity_check").value_or(QString()) != "ok")
        return QStringLiteral("integrity");
    if (const auto chain = store::verifyChain(*connection, id); !chain)
        return chain.error().detail;
    const auto events = connection->number("SELECT count(*) FROM event").value_or(-1);
    if (events < 3 * turns)
        return QStringLiteral("%1 events where %2 turns were acknowledged").arg(events).arg(turns);
    return events % 3 == 0 ? QString() : QStringLiteral("half a turn: %1 events").arg(events);
}

} // namespace

class PowerCutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Scenarios 2 and 4: whichever call the power fails at, and whatever of the writes that were
    // not synced is on the disk, whole or torn.
    void everyAcknowledgedTurnIsThereWhereverThePowerFails()
    {
        base::SeededRandom random(drawnSeed());
        FailingDisk disk;
        StoreFixture f;
        QVERIFY(f.open());
        auto last = f.commit(newTurn(ulid(1)));
        QVERIFY(last);
        f.close();
        disk.record();
        disk.mark(1);
        int turns = 1;
        for (int start = 0; start < 3; ++start) { // each close checkpoints
            QVERIFY(f.open());
            for (int i = 0; i < 6; ++i) {
                last = f.commit(nextTurn(*last, QString(700 * i, u'x')));
                QVERIFY(last);
                disk.mark(++turns);
            }
            f.close();
        }
        disk.stopRecording();
        QVERIFY(disk.calls() > 100);
        checkImages(disk, last->conversation, random, 250);
    }

    // The test above could tell: with synchronous=NORMAL acknowledged rows do get lost. What is
    // left is then still the beginning, never a hole.
    void withoutFullSynchronisationAcknowledgedRowsGetLost()
    {
        base::SeededRandom random(drawnSeed());
        FailingDisk disk;
        QTemporaryDir dir;
        const QString path = dir.filePath("relevo.db");
        disk.record();
        {
            auto connection = store::Connection::open(path, store::Connection::Role::Index);
            QVERIFY(connection);
            QVERIFY((*connection)->execute("CREATE TABLE told (number INTEGER PRIMARY KEY)"));
            for (int i = 1; i <= 20; ++i) {
                QVERIFY((*connection)
                            ->execute("INSERT INTO told VALUES (" + QString::number(i) + u')'));
                disk.mark(i);
            }
            disk.stopRecording(); // before the checkpoint of the close
        }
        int losses = 0;
        for (const std::size_t cut : cuts(disk, 100)) {
            QTemporaryDir image;
            disk.writeImage(cut, image.path(), random);
            auto connection = opened(image.filePath("relevo.db"));
            QVERIFY(connection);
            QCOMPARE(connection->text("PRAGMA integrity_check").value_or(QString()),
                     QStringLiteral("ok"));
            const auto count = connection->number("SELECT count(*) FROM told");
            if (!count) {
                ++losses;
                continue;
            }
            QCOMPARE(*connection->number("SELECT coalesce(max(number), 0) FROM told"), *count);
            losses += *count < disk.markBefore(cut) ? 1 : 0;
        }
        QVERIFY(losses > 0);
    }

    // Scenario 3: after a failed sync the system forgets what it could not write. The group is
    // told as failed, and nothing is acknowledged on that handle any more.
    void failedSyncIsToldAndPoisonsNothingThatComesAfter()
    {
        base::SeededRandom random(drawnSeed());
        FailingDisk disk;
        StoreFixture f;
        QVERIFY(f.open());
        auto last = f.commit(newTurn(ulid(1)));
        QVERIFY(last);
        f.close();
        disk.record();
        disk.mark(1);
        QVERIFY(f.open());
        last = f.commit(nextTurn(*last));
        QVERIFY(last);
        disk.mark(2);
        disk.failSyncs("relevo.db-wal", SQLITE_IOERR_FSYNC, {.times = 1});
        const auto refused = f.commit(nextTurn(*last, QString(9000, u'x')));
        QCOMPARE(disk.failed(), 1);
        QCOMPARE(refused.error().code, Code::Offline);
        disk.heal();
        for (int turns = 3; turns < 8; ++turns) {
            last = f.commit(nextTurn(*last));
            QVERIFY(last);
            disk.mark(turns);
        }
        QTRY_VERIFY(f.store().health().isWritable);
        f.close();
        disk.stopRecording();
        checkImages(disk, last->conversation, random, 150);
    }

    // Scenarios 4 and 6: half a write, or none, at every write of a turn.
    void writeThatFailsTakesOnlyItsOwnTurnWithIt_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("disk full") << SQLITE_FULL;
        QTest::newRow("write error") << SQLITE_IOERR_WRITE;
    }
    void writeThatFailsTakesOnlyItsOwnTurnWithIt()
    {
        QFETCH(int, code);
        FailingDisk disk;
        StoreFixture f;
        QVERIFY(f.open());
        auto last = f.commit(newTurn(ulid(1)));
        QVERIFY(last);
        int failures = 0;
        for (int nth = 0; nth < 30; ++nth) {
            disk.failWrites("relevo.db-wal", code, {.after = nth, .times = 1},
                            nth % 2 == 0 ? FailingDisk::Extent::Half
                                         : FailingDisk::Extent::Nothing);
            // Long, so that its frames leave in several writes.
            const auto answer = f.commit(nextTurn(*last, QString(900'000, u'x')));
            const bool hasFailed = disk.failed() > 0;
            disk.heal();
            if (hasFailed) {
                ++failures;
                QCOMPARE(answer.error().code, Code::Offline);
                QVERIFY(f.conversation(last->conversation)); // readable meanwhile
            } else {
                QVERIFY(answer);
                last = answer;
            }
            last = f.commit(nextTurn(*last));
            QVERIFY2(last, last ? "" : qPrintable(last.error().detail));
            QVERIFY(f.verify(last->conversation));
        }
        QVERIFY(failures > 5);
        QTRY_VERIFY(f.store().health().isWritable);
        f.close();
        QCOMPARE(whatIsWrong(f.path("relevo.db"), last->conversation, 30), QString());
    }

    // Scenario 7.
    void fullDiskDuringACheckpointLeavesTheDatabaseWhole()
    {
        FailingDisk disk;
        StoreFixture f;
        QVERIFY(f.open());
        auto last = f.commit(newTurn(ulid(1)));
        for (int i = 0; i < 20; ++i)
            last = f.commit(nextTurn(*last, QString(2000, u'x')));
        for (int nth = 0; nth < 8; ++nth) {
            disk.failWrites("relevo.db", SQLITE_FULL, {.after = nth}, FailingDisk::Extent::Half);
            f.close(); // checkpoints
            QVERIFY(disk.failed() > 0);
            disk.heal();
            QVERIFY(f.open());
            QVERIFY(f.verify(last->conversation));
            last = f.commit(nextTurn(*last));
            QVERIFY(last);
        }
        QCOMPARE(last->last.value, 3 * 29);
    }

    // Scenarios 7 and 17.
    void fullDiskDuringABackupIsToldAndLeavesNothingUnfinished()
    {
        FailingDisk disk;
        StoreFixture f;
        QVERIFY(f.open());
        const auto last = f.commit(newTurn(ulid(1), QString(50'000, u'x')));
        QVERIFY(f.backup());
        for (int nth = 0; nth < 5; ++nth) {
            disk.failWrites(".part", SQLITE_FULL, {.after = nth * 3}, FailingDisk::Extent::Half);
            QCOMPARE(f.backup().error().code, Code::Offline);
            QVERIFY(disk.failed() > 0);
            disk.heal();
            const QStringList left = QDir(f.path("backups")).entryList(QDir::Files);
            QCOMPARE(left.size(), 2); // the good one and its manifest
        }
        QVERIFY(f.verify(last->conversation));
        QVERIFY(f.commit(nextTurn(*last)));
        QVERIFY(f.backup());
    }

    // Scenarios 7 and 20: the power fails at any call of a migration.
    void migrationCutAnywhereIsTheOldSchemaOrTheNewOne()
    {
        base::SeededRandom random(drawnSeed());
        FailingDisk disk;
        QTemporaryDir dir;
        StoreFixture old;
        QVERIFY(old.open());
        auto last = old.commit(newTurn(ulid(1)));
        QVERIFY(last);
        old.close();
        const QString schema = schemaWithExtra(dir.filePath("schema"));
        disk.record();
        StoreFixture next({.folder = old.folder(), .schema = schema});
        QVERIFY(next.open());
        next.close();
        disk.stopRecording();
        QSet<qint64> versions;
        for (const std::size_t cut : cuts(disk, 60)) {
            QTemporaryDir image;
            disk.writeImage(cut, image.path(), random);
            if (!QFile::exists(image.filePath("relevo.db")))
                continue; // before it was opened
            {
                const auto connection = opened(image.filePath("relevo.db"));
                QVERIFY(connection);
                const auto version = *connection->number("PRAGMA user_version");
                const auto tables = *connection->number(
                    "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'extra%'");
                const auto rows = *connection->number("SELECT max(number) FROM migration");
                QCOMPARE(rows, version);
                QCOMPARE(tables, version == shippedSchema() ? 0 : 2);
                versions.insert(version);
            }
            StoreFixture again({.folder = image.path(), .schema = schema});
            const auto started = again.open();
            QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
            QVERIFY(again.verify(last->conversation));
        }
        QCOMPARE(versions, (QSet<qint64>{shippedSchema(), shippedSchema() + 1}));
    }

    void fullDiskDuringAMigrationLeavesTheOldSchema()
    {
        FailingDisk disk;
        QTemporaryDir dir;
        StoreFixture old;
        QVERIFY(old.open());
        QVERIFY(old.commit(newTurn(ulid(1))));
        old.close();
        StoreFixture next(
            {.folder = old.folder(), .schema = schemaWithExtra(dir.filePath("schema"))});
        for (const auto extent : {FailingDisk::Extent::Nothing, FailingDisk::Extent::Half}) {
            disk.failWrites("relevo.db-wal", SQLITE_FULL, {}, extent);
            QCOMPARE(next.open().error().code, Code::Offline);
            disk.heal();
            QVERIFY2(old.open(), "the program before it still works");
            QCOMPARE(old.page({})->rows.size(), std::size_t(1));
            old.close();
        }
        QVERIFY(next.open());
    }

private:
    static QString schemaWithExtra(const QString& folder)
    {
        return schemaWithNext(folder, "CREATE TABLE extra (id {id}, name {text});\n"
                                      "CREATE TABLE extra_more (id {id});\n"
                                      "INSERT INTO extra (name) VALUES ('x');\n");
    }

    static void checkImages(const FailingDisk& disk, base::ConversationId id, base::Random& random,
                            std::size_t most)
    {
        for (const std::size_t cut : cuts(disk, most)) {
            QTemporaryDir image;
            disk.writeImage(cut, image.path(), random);
            if (!QFile::exists(image.filePath("relevo.db")))
                continue; // before it was opened
            const QString wrong =
                whatIsWrong(image.filePath("relevo.db"), id, disk.markBefore(cut));
            QVERIFY2(wrong.isEmpty(),
                     qPrintable(QStringLiteral("cut at call %1: %2").arg(cut).arg(wrong)));
        }
    }
};

RELEVO_TEST(PowerCutTest)
#include "power_cut_test.moc"
