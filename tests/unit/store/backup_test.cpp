// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keep/backup_files.h"
#include "store/keep/manifest.h"
#include "store/sql/migrations.h"
#include "store_fixture.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace store_test;
using base::Code;

namespace {

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

store::TurnCommit eraseTurn(const store::Committed& last)
{
    auto turn = nextTurn(last);
    turn.events = {event(engine::EventKind::Erased, engine::Actor::System, {})};
    turn.erases = true;
    return turn;
}

QByteArray evidence(StoreFixture& f, const QByteArray& bytes)
{
    const auto hash = f.ask<QByteArray>(
        [&](auto& store, auto reply) { store.saveEvidence(bytes, std::move(reply)); });
    return hash.value_or(QByteArray());
}

QString evidencePath(const QString& folder, const QByteArray& hash)
{
    return QDir(folder).filePath(QString::fromLatin1(hash.toHex()));
}

/// A folder that is not empty is removed by nobody who removes a file.
void standInTheWay(const QString& path)
{
    QFile::remove(path);
    QVERIFY(QDir().mkpath(path));
    writeFile(path + QStringLiteral("/inside"), "here");
}

QStringList backupFiles(const QString& folder)
{
    return QDir(folder).entryList({"relevo-*.db"}, QDir::Files, QDir::Name);
}

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Scenario 15.
    void backupUnderLoadIsOneMoment()
    {
        StoreFixture f;
        QVERIFY(f.open());
        for (int i = 0; i < 1500; ++i)
            f.store().commitTurn(newTurn(ulid(i), QString(600, u'a')), {});
        Load load(f, 16);
        QVERIFY(f.home().runUntil([&] { return load.done() > 50; }));
        const int before = load.done();
        const auto info = f.backup();
        QVERIFY2(info, info ? "" : qPrintable(info.error().detail));
        const int during = load.done() - before;
        load.stop();
        QVERIFY2(during > 20, "turns went on while the copy was made");
        QVERIFY(info->isVerified);
        QCOMPARE(info->reason, QStringLiteral("manual"));
        const auto manifest = store::readManifest(info->path);
        const auto found = store::examineCopy(info->path);
        QVERIFY(manifest && found);
        QVERIFY(store::compareCopy(*manifest, *found));
        QCOMPARE(manifest->rows["event"], 3 * manifest->rows["turn"]);

        StoreFixture restored;
        QVERIFY(store::restore(restored.folder(), info->path, f.clock(), f.log()));
        QVERIFY(restored.open());
        qint64 events = 0;
        store::ConversationQuery query{.limit = 1000};
        do {
            const auto page = restored.page(query);
            QVERIFY(page);
            for (const auto& row : page->rows) {
                events += row.lastSeq.value;
                if (row.id.value % 50 == 0)
                    QVERIFY(restored.verify(row.id));
            }
            query.after = page->next;
        } while (!query.after.isEmpty());
        QCOMPARE(events, manifest->rows["event"]);
    }

    void backupsAreListedNewestFirstAndRotated()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto last = f.commit(newTurn(ulid(1)));
        for (int i = 0; i < 9; ++i) {
            QVERIFY(f.backup()); // several within one second
            last = f.commit(nextTurn(*last));
        }
        QVERIFY(f.backup({}, "daily"));
        const auto all =
            f.ask<std::vector<store::BackupInfo>>([](auto& s, auto r) { s.backups(std::move(r)); });
        QCOMPARE(all->size(), std::size_t(8));
        QCOMPARE(all->front().reason, QStringLiteral("daily"));
        for (std::size_t i = 1; i < all->size(); ++i)
            QVERIFY(all->at(i - 1).time >= all->at(i).time && all->at(i).isVerified &&
                    all->at(i).bytes > 0);
        QCOMPARE(f.backup({}, "../evil").error().code, Code::Invalid);
    }

    void backupGoesToAnotherFolderToo()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(1))));
        QTemporaryDir other;
        const auto info = f.backup(other.filePath("safe/place"));
        QVERIFY(info);
        QVERIFY(info->path.startsWith(other.path()));
        QVERIFY(backupFiles(f.path("backups")).isEmpty());
        writeFile(other.filePath("file"), "x");
        QCOMPARE(f.backup(other.filePath("file/below")).error().code, Code::Offline);
    }

    // Scenario 16.
    void leftoversGoAtTheNextStart()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.backup());
        f.close();
        writeFile(f.path("backups/relevo-20260101-000000-daily.db.part"), "half");
        writeFile(f.path("relevo.db.part"), "half");
        QVERIFY(f.open());
        QVERIFY(!QFile::exists(f.path("backups/relevo-20260101-000000-daily.db.part")));
        QVERIFY(!QFile::exists(f.path("relevo.db.part")));
        QCOMPARE(backupFiles(f.path("backups")).size(), 1);
    }

    void manifestIsReadBackAndForeignOnesAreNot()
    {
        store::Manifest m{.reason = "manual",
                          .time = base::fromMs(5),
                          .schema = 1,
                          .bytes = 4096,
                          .groups = 3,
                          .sha256 = QByteArray(32, 'a'),
                          .content = QByteArray(32, 'b'),
                          .rows = {{"event", 3}},
                          .erased = {"01JD"}};
        QVERIFY(store::manifestFromJson(store::manifestToJson(m)) == m);
        for (const QByteArray bytes :
             {"", "{", "[]", "{\"format\":2}", "{\"format\":1,\"time\":1e99}"})
            QCOMPARE(store::manifestFromJson(bytes).error().code, Code::Invalid);
    }

    // Scenario 18.
    void restoreBringsBackTheBackupAndKeepsTheOldFile()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1), "antes"));
        const auto info = f.backup();
        QVERIFY(f.commit(newTurn(ulid(2), "después")));
        QCOMPARE(store::restore(f.folder(), info->path, f.clock(), f.log()).error().code,
                 Code::Busy);
        f.close();
        QVERIFY(store::restore(f.folder(), info->path, f.clock(), f.log()));
        QVERIFY(f.open());
        QCOMPARE(f.page({})->rows.size(), std::size_t(1));
        QVERIFY(f.verify(first->conversation));
        QVERIFY(f.waitForIndex());
        QVERIFY(f.search({.words = "despues"})->hits.empty());
        QCOMPARE(f.search({.words = "antes"})->hits.size(), std::size_t(2));
        const QStringList kept = QDir(f.folder()).entryList({"relevo.db.before-restore-*"});
        QCOMPARE(kept.size(), 1);
        auto old = store::Connection::open(f.path(kept.first()), store::Connection::Role::Snapshot);
        QCOMPARE(*(*old)->number("SELECT count(*) FROM conversation"), 2);
        f.log().flush();
        for (const auto& line : f.logged())
            QVERIFY(line.find("commits_lost") == std::string::npos);
    }

    void restoreRefusesWhatDoesNotVerifyAndChangesNothing_data()
    {
        QTest::addColumn<QString>("damage");
        for (const char* damage : {"bit", "cut", "no manifest", "other manifest", "text"})
            QTest::newRow(damage) << damage;
    }
    void restoreRefusesWhatDoesNotVerifyAndChangesNothing()
    {
        QFETCH(QString, damage);
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(1), QString(20'000, u'a'))));
        const auto info = f.backup();
        QVERIFY(f.commit(newTurn(ulid(2))));
        const auto second = f.backup();
        f.close();
        QByteArray bytes = fileBytes(info->path);
        if (damage == "bit")
            bytes[bytes.size() - 3000] = static_cast<char>(bytes[bytes.size() - 3000] ^ 1);
        else if (damage == "cut")
            bytes.chop(4096);
        else if (damage == "text")
            bytes = "no database";
        writeFile(info->path, bytes);
        if (damage == "no manifest")
            QVERIFY(QFile::remove(info->path + ".json"));
        if (damage == "other manifest")
            writeFile(info->path + ".json", fileBytes(second->path + ".json"));
        const QByteArray before = fileBytes(f.path("relevo.db"));
        const QStringList files = QDir(f.folder()).entryList(QDir::Files);
        QCOMPARE(store::restore(f.folder(), info->path, f.clock(), f.log()).error().code,
                 Code::Corrupt);
        QCOMPARE(fileBytes(f.path("relevo.db")), before);
        QCOMPARE(QDir(f.folder()).entryList(QDir::Files), files);
    }

    void whoWasErasedStaysErasedAfterARestore()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1), "xilofonista"));
        const auto other = f.commit(newTurn(ulid(2), "otra"));
        const auto info = f.backup();
        QVERIFY(f.commit(eraseTurn(*first)));
        f.close();
        for (int times = 0; times < 2; ++times) { // a restore must not lose the list either
            QVERIFY(store::restore(f.folder(), info->path, f.clock(), f.log()));
            for (const QString& kept : QDir(f.folder()).entryList({"relevo.db.before-restore-*"}))
                QVERIFY(QFile::remove(f.path(kept)));
            QVERIFY(!fileBytes(f.path("relevo.db")).contains("xilofonista"));
            QVERIFY(f.open());
            QVERIFY(f.conversation(first->conversation)->isErased);
            QVERIFY(f.conversation(first->conversation)->summary.name.isEmpty());
            QVERIFY(f.verify(first->conversation));
            QCOMPARE(f.events({.conversation = other->conversation})->at(0).text,
                     QStringLiteral("otra"));
            f.close();
        }
        QVERIFY(f.open());
        const auto erasedLater = f.commit(eraseTurn(*other));
        QVERIFY(erasedLater);
        QVERIFY2(fileBytes(f.path("erased.ids")).contains(ulid(2).toUtf8()),
                 "new numbers follow the restored ones");
        const auto manifest = store::readManifest(f.backup()->path);
        QCOMPARE(manifest->erased, (QSet<QString>{ulid(1), ulid(2)}));
    }

    void restoreIntoAnEmptyFolderMakesAWholeOne()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(1))));
        const auto info = f.backup();
        QTemporaryDir dir;
        StoreFixture empty({.folder = dir.filePath("new")});
        QVERIFY(store::restore(empty.folder(), info->path, f.clock(), f.log()));
        QVERIFY(empty.open());
        QCOMPARE(empty.page({})->rows.size(), std::size_t(1));
    }

    void evidenceFilesGoWithABackupAndComeBackWithIt()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = evidence(f, "first");
        const auto second = evidence(f, "second");
        const auto info = f.backup();
        QVERIFY2(info, info ? "" : qPrintable(info.error().detail));
        QCOMPARE(store::readManifest(info->path)->evidence, (QSet<QByteArray>{first, second}));
        QVERIFY(store::verifyBackup(info->path));

        StoreFixture restored;
        const auto whole = store::restore(restored.folder(), info->path, f.clock(), f.log());
        QVERIFY(whole);
        QCOMPARE(whole->evidenceMissing, 0);
        QCOMPARE(fileBytes(evidencePath(restored.path("evidence"), first)), QByteArray("first"));

        writeFile(evidencePath(f.path("backups/evidence"), first), "other");
        QVERIFY(QFile::remove(evidencePath(f.path("backups/evidence"), second)));
        QCOMPARE(store::verifyBackup(info->path).error().code, Code::Corrupt);
        StoreFixture without;
        const auto rest = store::restore(without.folder(), info->path, f.clock(), f.log());
        QVERIFY2(rest, "the data is worth having without them");
        QCOMPARE(rest->evidenceMissing, 2);
        QVERIFY(!QFile::exists(evidencePath(without.path("evidence"), first)));
        f.close();
        QCOMPARE(store::restore(f.folder(), info->path, f.clock(), f.log())->evidenceMissing, 0);
        QCOMPARE(fileBytes(evidencePath(f.path("evidence"), second)), QByteArray("second"));
    }

    void evidenceThatWasAlteredIsNeitherCopiedNorPutBack()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto kept = evidence(f, "kept");
        const auto info = f.backup();
        writeFile(evidencePath(f.path("evidence"), kept), "KEPT");
        const auto late = evidence(f, "late");
        writeFile(evidencePath(f.path("evidence"), late), "LATE");
        const auto next = f.backup();
        QVERIFY(info && next);
        QCOMPARE(store::readManifest(next->path)->evidence, QSet<QByteArray>{kept});
        QVERIFY2(store::verifyBackup(next->path), "the good copy was made before");
        f.close();
        QVERIFY(store::restore(f.folder(), next->path, f.clock(), f.log()));
        QCOMPARE(fileBytes(evidencePath(f.path("evidence"), kept)), QByteArray("kept"));
    }

    void evidenceIsAFileOfItsOwn()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto hash = evidence(f, "kept");
        const QString path = evidencePath(f.path("evidence"), hash);
        const QString elsewhere = f.path("elsewhere");
        QVERIFY(QFile::rename(path, elsewhere) && QFile::link(elsewhere, path));
        const auto read = [&] {
            return f.ask<QByteArray>(
                [&](auto& store, auto reply) { store.evidence(hash, std::move(reply)); });
        };
        QCOMPARE(read().error().code, Code::NotFound);
        QVERIFY(QFile::remove(path));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QCOMPARE(read().error().code, Code::NotFound);
    }

    // It is erased from the backups too, which miss nothing then.
    void erasedEvidenceLeavesTheBackups()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto gone = evidence(f, "gone");
        const auto shown = evidence(f, "shown");
        QVERIFY(f.ask<void>([&](store::Store& s, auto r) {
            s.saveChecklist(
                {.ulid = QStringLiteral("R1"),
                 .after = {.entries = 0, .head = QByteArray(32, 'h')},
                 .frame = "{}",
                 .items = {{QStringLiteral("a"), 0, "{\"file\":\"" + shown.toHex() + "\"}"}}},
                std::move(r));
        }));
        const auto first = f.backup();
        const auto second = f.backup();
        QVERIFY(first && second);
        const auto dropped = f.ask<store::ErasedCopies>([&](store::Store& s, auto r) {
            s.dropEvidenceCopies({gone, shown}, std::move(r));
        });
        QCOMPARE(dropped->files, 1);
        QCOMPARE(dropped->backups, 2);
        QVERIFY(!QFile::exists(evidencePath(f.path("backups/evidence"), gone)));
        QVERIFY(QFile::exists(evidencePath(f.path("backups/evidence"), shown)));
        for (const auto& backup : {*first, *second}) {
            QVERIFY(store::verifyBackup(backup.path));
            QCOMPARE(store::readManifest(backup.path)->evidence, QSet<QByteArray>{shown});
        }
    }

    void aFileThatCannotBeErasedKeepsNoOther()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QList<QByteArray> files{evidence(f, "first"), evidence(f, "second"), evidence(f, "third")};
        const QString stuck = evidencePath(f.path("evidence"), files[1]);
        standInTheWay(stuck);
        const auto drop = [&] {
            return f.ask<int>(
                [&](store::Store& s, auto r) { s.dropEvidence(files, std::move(r)); });
        };
        const auto failed = drop();
        QCOMPARE(failed.error().code, Code::Offline);
        QVERIFY2(failed.error().detail.startsWith("cannot remove "),
                 qPrintable(failed.error().detail));
        QVERIFY(!QFile::exists(evidencePath(f.path("evidence"), files[0])));
        QVERIFY(!QFile::exists(evidencePath(f.path("evidence"), files[2])));
        QVERIFY(QDir(stuck).removeRecursively());
        writeFile(stuck, "second");
        QCOMPARE(*drop(), 1);
        QCOMPARE(*drop(), 0);
    }

    void aBackupThatCannotBeChangedKeepsNoOther()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const QList<QByteArray> files{evidence(f, "first"), evidence(f, "second")};
        const auto older = f.backup();
        const auto newer = f.backup();
        QVERIFY(older && newer);
        const QString stuck = evidencePath(f.path("backups/evidence"), files[0]);
        standInTheWay(stuck);
        standInTheWay(newer->path + ".json.part"); // the newest is looked at first
        const auto drop = [&] {
            return f.ask<store::ErasedCopies>(
                [&](store::Store& s, auto r) { s.dropEvidenceCopies(files, std::move(r)); });
        };
        QCOMPARE(drop().error().code, Code::Offline);
        QVERIFY(store::readManifest(older->path)->evidence.isEmpty());
        QVERIFY(!QFile::exists(evidencePath(f.path("backups/evidence"), files[1])));
        QVERIFY(QDir(newer->path + ".json.part").removeRecursively());
        QCOMPARE(drop().error().code, Code::Offline);
        QVERIFY(store::readManifest(newer->path)->evidence.isEmpty());
        QVERIFY(QDir(stuck).removeRecursively());
        QCOMPARE(drop()->files, 0);
    }

    void evidenceGoesWithTheLastBackupThatNamesIt()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto old = evidence(f, "old");
        const auto info = f.backup();
        QVERIFY(info);
        QVERIFY(QFile::remove(evidencePath(f.path("evidence"), old)));
        const auto now = f.clock().wall();
        store::rotateBackups(f.path("backups"), 1, now);
        const QString copy = evidencePath(f.path("backups/evidence"), old);
        QVERIFY(QFile::exists(copy));
        QVERIFY(QFile::remove(info->path) && QFile::remove(info->path + ".json"));
        store::rotateBackups(f.path("backups"), 1, now);
        QVERIFY(!QFile::exists(copy));
    }

    // Scenario 20.
    void migrationSavesABackupFirst()
    {
        QTemporaryDir dir;
        const QString schema = schemaWithNext(
            dir.filePath("schema"), "CREATE TABLE extra (\n    id {id},\n    name {text}\n);\n"
                                    "INSERT INTO extra (name) VALUES ('x');\n");
        StoreFixture old({.folder = dir.filePath("data")});
        QVERIFY(old.open());
        QVERIFY(old.commit(newTurn(ulid(1))));
        old.close();
        StoreFixture next({.folder = old.folder(), .schema = schema});
        QVERIFY(next.open());
        QCOMPARE(next.page({})->rows.size(), std::size_t(1));
        const auto all = next.ask<std::vector<store::BackupInfo>>(
            [](auto& s, auto r) { s.backups(std::move(r)); });
        QCOMPARE(all->size(), std::size_t(1));
        QCOMPARE(all->front().reason, QStringLiteral("migration"));
        QCOMPARE(store::examineCopy(all->front().path)->schema, shippedSchema());
        next.close();
        QCOMPARE(old.open().error().code, Code::Refused);
        QVERIFY(next.open());
        QCOMPARE(backupFiles(next.path("backups")).size(), 1);
    }

    void failedMigrationLeavesTheOldSchema()
    {
        QTemporaryDir dir;
        const QString schema =
            schemaWithNext(dir.filePath("schema"), "CREATE TABLE extra (id {id});\nINSERT "
                                                   "INTO nowhere VALUES (1);\n");
        StoreFixture old({.folder = dir.filePath("data")});
        QVERIFY(old.open());
        QVERIFY(old.commit(newTurn(ulid(1))));
        old.close();
        StoreFixture next({.folder = old.folder(), .schema = schema});
        QVERIFY(!next.open());
        QVERIFY(old.open());
        QCOMPARE(old.page({})->rows.size(), std::size_t(1));
        old.close();
        auto connection =
            store::Connection::open(old.path("relevo.db"), store::Connection::Role::Snapshot);
        QCOMPARE(*(*connection)->number("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"),
                 0);
    }

    void migrationsNeedTheirHeaderAndOrder()
    {
        QTemporaryDir dir;
        QVERIFY(!store::readMigrations(dir.path()));
        writeFile(dir.filePath("0001_a.sql"), "CREATE TABLE a (id {id});\n");
        QVERIFY(!store::readMigrations(dir.path()));
        writeFile(dir.filePath("0001_a.sql"), "-- compatible_from: 1\nCREATE TABLE a (id {id});\n");
        QCOMPARE(store::readMigrations(dir.path())->size(), std::size_t(1));
        writeFile(dir.filePath("0003_c.sql"), "-- compatible_from: 1\nCREATE TABLE c (id {id});\n");
        QVERIFY(!store::readMigrations(dir.path()));
    }
};

RELEVO_TEST(BackupTest)
#include "backup_test.moc"
