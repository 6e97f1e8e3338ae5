// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/side_files.h"
#include "store/sql/migrations.h"
#include "store_fixture.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace store_test;
using base::Code;

namespace {

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

int modeOf(const QString& path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0
               ? static_cast<int>(status.st_mode & 0777)
               : -1;
}

/// A folder whose store was closed properly.
void makeClosedStore(StoreFixture& f)
{
    QVERIFY(f.open());
    QVERIFY(f.commit(newTurn(ulid(1))));
    f.close();
}

/// The database as another SQLite program would change it.
void edit(const QString& path, const QStringList& statements)
{
    auto connection = store::Connection::open(path, store::Connection::Role::Create);
    QVERIFY(connection);
    for (const QString& statement : statements)
        QVERIFY((*connection)->execute(statement));
}

} // namespace

class FilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newFolderAndFilesAreClosedToOthers()
    {
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(1))));
        QVERIFY(f.waitForIndex());
        QVERIFY(f.backup());
        QCOMPARE(modeOf(f.folder()), 0700);
        QCOMPARE(modeOf(f.path("backups")), 0700);
        const QDir dir(f.folder());
        for (const QString& name : dir.entryList(QDir::Files))
            QCOMPARE(modeOf(dir.filePath(name)), 0600);
        for (const QString& name : QDir(f.path("backups")).entryList(QDir::Files))
            QCOMPARE(modeOf(f.path("backups/" + name)), 0600);
        QVERIFY(QFile::exists(f.path("relevo.db-wal")));
        f.close();
        QVERIFY2(!QFile::exists(f.path("relevo.db-wal")), "the last one to close checkpoints");
    }

    // Scenario 22.
    void secondStoreOnTheFolderIsBusyUntilTheFirstHasGone()
    {
        StoreFixture first;
        QVERIFY(first.open());
        StoreFixture second({.folder = first.folder()});
        const auto refused = second.open();
        QCOMPARE(refused.error().code, Code::Busy);
        QVERIFY(refused.error().detail.contains(QString::number(::getpid())));
        QVERIFY(first.commit(newTurn(ulid(1))));
        first.close();
        QVERIFY(second.open());
    }

    void lockOfAProcessThatDiedIsTakenOver()
    {
        StoreFixture f;
        QVERIFY(f.open());
        f.close();
        put(f.path("relevo.lock"), "1\n");
        QVERIFY(f.open());
    }

    // Scenario 9.
    void whatIsNoDatabaseOfOursIsRefusedAndUntouched_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("code");
        QTest::newRow("zero bytes") << "zero" << int(Code::Corrupt);
        QTest::newRow("text file") << "text" << int(Code::Corrupt);
        QTest::newRow("folder") << "folder" << int(Code::Corrupt);
        QTest::newRow("symbolic link loop") << "loop" << int(Code::Corrupt);
        QTest::newRow("dangling link") << "dangling" << int(Code::Corrupt);
        QTest::newRow("pipe") << "pipe" << int(Code::Corrupt);
        QTest::newRow("foreign database") << "foreign" << int(Code::Corrupt);
        QTest::newRow("cut off") << "cut" << int(Code::Corrupt);
        QTest::newRow("schema page damaged") << "schema" << int(Code::Corrupt);
        QTest::newRow("newer schema") << "newer" << int(Code::Refused);
    }
    void whatIsNoDatabaseOfOursIsRefusedAndUntouched()
    {
        QFETCH(QString, kind);
        QFETCH(int, code);
        StoreFixture f;
        const QString path = f.path("relevo.db");
        makeBroken(f, kind);
        const QByteArray before = fileBytes(path);
        QStringList filesBefore =
            QDir(f.folder()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        const auto refused = f.open();
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), code);
        QVERIFY2(!s_details.contains(refused.error().detail), qPrintable(refused.error().detail));
        s_details.insert(refused.error().detail);
        QCOMPARE(fileBytes(path), before);
        QStringList filesAfter =
            QDir(f.folder()).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
        filesAfter.removeAll("relevo.lock");
        filesBefore.removeAll("relevo.lock");
        QCOMPARE(filesAfter, filesBefore);
    }

    void newerSchemaThatIsCompatibleOpens()
    {
        StoreFixture f;
        makeClosedStore(f);
        edit(f.path("relevo.db"),
             {"INSERT INTO migration VALUES (9, 1, 0)", "PRAGMA user_version=9"});
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(2))));
    }

    // Scenario 10.
    void logWithoutItsDatabaseIsKeptAside()
    {
        StoreFixture f;
        makeClosedStore(f);
        QFile::remove(f.path("relevo.db"));
        put(f.path("relevo.db-wal"), QByteArray(5000, 'w'));
        QVERIFY(f.open());
        const QStringList kept = QDir(f.folder()).entryList({"relevo.db-wal.orphan-*"});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(fileBytes(f.path(kept.first())), QByteArray(5000, 'w'));
        QCOMPARE(f.page({})->rows.size(), std::size_t(0));
    }

    // Scenario 10: the log is a valid one, but another database's, or this one's of long ago.
    void logOfAnotherDatabaseIsNotAppliedAndKeptAside_data()
    {
        QTest::addColumn<bool>("isOwn");
        QTest::newRow("another database") << false;
        QTest::newRow("the same, older") << true;
    }
    void logOfAnotherDatabaseIsNotAppliedAndKeptAside()
    {
        QFETCH(bool, isOwn);
        StoreFixture f;
        QVERIFY(f.open());
        QVERIFY(f.commit(newTurn(ulid(1), QStringLiteral("mine"))));
        StoreFixture other;
        QVERIFY(other.open());
        for (int i = 10; i < 30; ++i)
            QVERIFY(other.commit(newTurn(ulid(i), QStringLiteral("theirs"))));
        const QByteArray log = fileBytes((isOwn ? f : other).path("relevo.db-wal"));
        QVERIFY(log.size() > 4096);
        for (int i = 2; i < 5; ++i)
            QVERIFY(f.commit(newTurn(ulid(i), QStringLiteral("mine"))));
        f.close();
        put(f.path("relevo.db-wal"), log);
        const auto opened = f.open();
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().detail));
        const auto page = f.page({});
        QCOMPARE(page->rows.size(), std::size_t(4));
        for (const auto& row : page->rows) {
            QCOMPARE(row.summary.lastText, QStringLiteral("mine"));
            QVERIFY(f.verify(row.id));
        }
        const QStringList kept = QDir(f.folder()).entryList({"relevo.db-wal.orphan-*"});
        QCOMPARE(kept.size(), 1);
        QCOMPARE(fileBytes(f.path(kept.first())), log);
    }

    // Scenarios 10 and 13: a log that is none is not applied, and the file is checked behind the
    // scenes.
    void damageIsFoundInTheBackgroundAfterAnUncleanEnd()
    {
        StoreFixture f;
        QVERIFY(f.open());
        for (int i = 0; i < 300; ++i)
            f.store().commitTurn(newTurn(ulid(i), QString(500, u'a')), {});
        f.close();
        put(f.path("relevo.db-wal"), QByteArray(4000, 'w'));
        QVERIFY(f.open());
        QCOMPARE(f.page({.limit = 1000})->rows.size(), std::size_t(300));
        QVERIFY(f.store().health().detail.isEmpty());
        f.close();
        QByteArray bytes = fileBytes(f.path("relevo.db"));
        bytes.replace(bytes.size() / 2 / 4096 * 4096, 4096, QByteArray(4096, '\xff'));
        put(f.path("relevo.db"), bytes);
        put(f.path("relevo.db-wal"), QByteArray(4000, 'w'));
        QVERIFY(f.open());
        QTRY_COMPARE(f.store().health().detail, QStringLiteral("the database file is damaged"));
    }

    // Scenario 5: commits that the database has lost are noticed.
    void lostCommitsAreNoticed()
    {
        StoreFixture f;
        makeClosedStore(f);
        store::CommitCount(f.path("commits")).write(1000);
        QVERIFY(f.open());
        f.log().flush();
        const auto lines = f.logged();
        QVERIFY(std::any_of(lines.begin(), lines.end(), [](const std::string& l) {
            return l.find("commits_lost") != std::string::npos;
        }));
    }

    // The file size limit stands in for a full disk.
    void evidenceThatCannotBeWrittenLeavesNothing()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto keep = [&f](const QByteArray& bytes) {
            return f.ask<QByteArray>(
                [&](store::Store& s, auto r) { s.saveEvidence(bytes, std::move(r)); });
        };
        QVERIFY(keep("small"));
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
        rlimit small = limit;
        small.rlim_cur = 1000;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto refused = keep(QByteArray(5000, 'x'));
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        QCOMPARE(refused.error().code, Code::Offline);
        const QDir folder(f.path("evidence"));
        QCOMPARE(folder.entryList(QDir::Files).size(), 1);
        QVERIFY(keep(QByteArray(5000, 'x')));
    }

    // It was killed in the middle of writing.
    void halfWrittenEvidenceIsSweptAtTheStart()
    {
        StoreFixture f;
        makeClosedStore(f);
        const QString half = QString(64, u'a') + QStringLiteral(".part");
        for (const char* folder : {"evidence/", "backups/evidence/"}) {
            QVERIFY(QDir().mkpath(f.path(folder)));
            put(f.path(folder + half), "half");
            put(f.path(folder + QStringLiteral("notes.part")), "not ours");
        }
        QVERIFY(f.open());
        for (const char* folder : {"evidence/", "backups/evidence/"}) {
            QVERIFY(!QFile::exists(f.path(folder + half)));
            QVERIFY(QFile::exists(f.path(folder + QStringLiteral("notes.part"))));
        }
    }

    // Scenario 6: no room. The file size limit stands in for a full disk.
    void fullDiskSaysOfflineAndWritesResumeByThemselves()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1)));
        QVERIFY(first);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
        rlimit small = limit;
        small.rlim_cur = static_cast<rlim_t>(QFileInfo(f.path("relevo.db-wal")).size()) + 2000;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto refused = f.commit(nextTurn(*first));
        const auto again = f.commit(nextTurn(*first));
        const bool isWritable = f.store().health().isWritable;
        const auto read = f.conversation(first->conversation);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        QCOMPARE(refused.error().code, Code::Offline);
        QCOMPARE(again.error().code, Code::Offline);
        QVERIFY(!isWritable);
        QVERIFY(read);
        QTRY_VERIFY(f.store().health().isWritable); // nobody writes meanwhile
        const auto second = f.commit(nextTurn(*first));
        QVERIFY(second);
        QCOMPARE(second->first.value, 4);
        QVERIFY(f.verify(first->conversation));
    }

    // Scenario 1, in small: what was acknowledged is there, once, after kill -9 in the middle.
    void killedWriterLosesNothingAcknowledged()
    {
        StoreFixture f;
        constexpr int kCycles = 4;
        QSet<QString> acknowledged;
        for (int cycle = 0; cycle < kCycles; ++cycle)
            acknowledged += loadAndKill(f.folder(), cycle);
        QVERIFY(acknowledged.size() > 100);
        QVERIFY(f.open());
        QMap<QString, int> found;
        store::ConversationQuery query{.limit = 1000};
        do {
            const auto page = f.page(query);
            QVERIFY(page);
            for (const auto& row : page->rows) {
                ++found[row.ulid];
                QVERIFY(f.verify(row.id));
            }
            query.after = page->next;
        } while (!query.after.isEmpty());
        for (const QString& ulid : acknowledged)
            QCOMPARE(found.value(ulid), 1);
    }

private:
    static inline QSet<QString> s_details;

    static void makeBroken(StoreFixture& f, const QString& kind)
    {
        const QString path = f.path("relevo.db");
        const QByteArray name = QFile::encodeName(path);
        makeClosedStore(f);
        if (kind == "zero" || kind == "text")
            put(path, kind == "text" ? QByteArray(5000, 'x') : QByteArray());
        if (kind == "folder" || kind == "loop" || kind == "dangling" || kind == "pipe")
            QVERIFY(QFile::remove(path));
        if (kind == "folder")
            QVERIFY(QDir().mkdir(path));
        if (kind == "loop")
            QCOMPARE(::symlink(name.constData(), name.constData()), 0);
        if (kind == "dangling")
            QCOMPARE(::symlink("/nowhere/at/all", name.constData()), 0);
        if (kind == "pipe")
            QCOMPARE(::mkfifo(name.constData(), 0600), 0);
        if (kind == "foreign")
            edit(path, {"PRAGMA application_id=7"});
        if (kind == "newer")
            edit(path, {"INSERT INTO migration VALUES (9, 9, 0)", "PRAGMA user_version=9"});
        if (kind == "cut")
            QVERIFY(QFile::resize(path, QFileInfo(path).size() / 2));
        if (kind == "schema") {
            QByteArray bytes = fileBytes(path);
            bytes.replace(100, 2000, QByteArray(2000, '\xff'));
            put(path, bytes);
        }
    }

    /// A child process commits turns as fast as it can and tells each acknowledged ULID; it is
    /// killed when enough are told.
    static QSet<QString> loadAndKill(const QString& folder, int cycle)
    {
        int pipe[2] = {};
        if (::pipe(pipe) != 0)
            return {};
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(pipe[0]);
            ::execl("/proc/self/exe", "test_store", "-writer",
                    QFile::encodeName(folder).constData(), QByteArray::number(cycle).constData(),
                    QByteArray::number(pipe[1]).constData(), nullptr);
            ::_exit(9);
        }
        ::close(pipe[1]);
        QByteArray told;
        char buffer[4096];
        const int enough = 3000 + 2000 * cycle;
        for (ssize_t n = 0;
             told.size() < enough && (n = ::read(pipe[0], buffer, sizeof buffer)) > 0;)
            told.append(buffer, n);
        ::kill(child, SIGKILL);
        for (ssize_t n = 0; (n = ::read(pipe[0], buffer, sizeof buffer)) > 0;)
            told.append(buffer, n);
        ::close(pipe[0]);
        ::waitpid(child, nullptr, 0);
        QSet<QString> ulids;
        for (const QByteArray& line : told.left(told.lastIndexOf('\n') + 1).split('\n')) {
            if (!line.isEmpty())
                ulids.insert(QString::fromUtf8(line));
        }
        return ulids;
    }
};

RELEVO_TEST(FilesTest)
#include "files_test.moc"
