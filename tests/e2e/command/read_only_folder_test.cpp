// SPDX-License-Identifier: GPL-3.0-or-later
// Scenario 8 of the store with the real relevoctl: a data folder that can be read and not written.
#include "support/http_client.h"
#include "support/read_only_folder.h"
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <csignal>
#include <memory>
#include <optional>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int kNotPermitted = 77;

struct Outcome {
    int exit = -1;
    QByteArray out, err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

QMap<QString, QByteArray> filesIn(const QString& folder)
{
    QMap<QString, QByteArray> content;
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        QFile file(dir.filePath(name));
        content.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return content;
}

} // namespace

class ReadOnlyFolderTest : public QObject
{
    Q_OBJECT
    /// What keeps relevoctl from writing.
    enum class By { Bits, Mount };

    /// Runs in the child between fork and exec: no more than system calls.
    static void takeAwayWriting(By by, const char* folder)
    {
        const bool isDone = by == By::Bits ? support::obeyPermissionBitsAfterExec()
                                           : support::mountReadOnly(folder);
        if (!isDone)
            ::_exit(kNotPermitted);
    }

    /// Whether this system lets a test do so at all.
    static bool isPermitted(By by, const QByteArray& folder)
    {
        const pid_t child = ::fork();
        if (child == 0) {
            takeAwayWriting(by, folder.constData());
            ::_exit(0);
        }
        int status = 0;
        return ::waitpid(child, &status, 0) == child && WIFEXITED(status) &&
               WEXITSTATUS(status) == 0;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_by.reset();
        QCOMPARE(on({"demo", "load"}).exit, 0);
    }
    void cleanup()
    {
        m_bits.reset();
        m_dir.reset();
    }

    void whatReadsWorksAndWhatWritesIsRefused_data() { ways(); }
    void whatReadsWorksAndWhatWritesIsRefused()
    {
        QFETCH(int, by);
        const auto before = filesIn(data());
        if (!protect(static_cast<By>(by)))
            QSKIP("this system lets no test take away the right to write so");
        const Outcome status = on({"status", "--json"});
        QVERIFY2(status.exit == 0, status.err.constData());
        QCOMPARE(status.json()[u"databaseWritable"].toBool(true), false);
        QVERIFY(status.json()[u"databaseDetail"].toString().startsWith(
            QLatin1String("open for reading only")));
        QVERIFY(on({"status"}).out.contains("cannot be written"));
        QCOMPARE(on({"export", "conversations"}).out.count('\n'), 7);
        QCOMPARE(on({"verify"}).exit, 0);
        QCOMPARE(on({"backup", "list"}).exit, 0);
        const QString safe = m_dir->filePath(QStringLiteral("safe"));
        const Outcome saved = on({"backup", "--json", "--to", safe});
        QVERIFY2(saved.exit == 0, saved.err.constData());
        QVERIFY(saved.json()[u"verified"].toBool());
        const QString file = saved.json()[u"path"].toString();
        QCOMPARE(on({"backup", "verify", file}).exit, 0);

        for (const QStringList& writing :
             {QStringList{"backup"}, QStringList{"restore", file}, QStringList{"demo", "load"},
              QStringList{"demo", "clear"}}) {
            const Outcome refused = on(writing);
            QCOMPARE(refused.exit, 2);
            QVERIFY2(refused.err.contains("cannot be reached"), refused.err.constData());
        }
        QCOMPARE(filesIn(data()), before);
    }

    void serverStartsSaysSoAndAsksCustomersToTryAgain_data() { ways(); }
    void serverStartsSaysSoAndAsksCustomersToTryAgain()
    {
        QFETCH(int, by);
        const auto before = filesIn(data());
        if (!protect(static_cast<By>(by)))
            QSKIP("this system lets no test take away the right to write so");
        QProcess server;
        start(server, {"serve", "--listen", "127.0.0.1:0"});
        QByteArray out;
        while (!out.contains("Ctrl-C") && server.waitForReadyRead(60'000))
            out += server.readAllStandardOutput();
        const QByteArray err = server.readAllStandardError();
        QVERIFY2(err.contains("open for reading only"), err.constData());
        const auto address = QRegularExpression(QStringLiteral("127\\.0\\.0\\.1:(\\d+)"))
                                 .match(QString::fromUtf8(out));
        const int port = address.captured(1).toInt();
        QVERIFY2(port > 0, out.constData());
        const auto greeting =
            support::httpCall(port, {.method = "POST",
                                     .target = "/api/greeting",
                                     .headers = {{"Content-Type", "application/json"}},
                                     .body = R"({"locale":"es-AR"})"});
        QCOMPARE(greeting.status, 503);
        QCOMPARE(support::httpCall(port, {.target = "/api/health"}).status, 503);
        QCOMPARE(support::httpCall(port, {.target = "/"}).status, 200);
        // Whoever only reads needs no socket of the server's.
        QCOMPARE(on({"export", "conversations"}).out.count('\n'), 7);
        if (m_by == By::Mount) { // for others the folder is as it was, but somebody reads it
            m_by.reset();
            const Outcome busy = on({"restore", data() + QStringLiteral("/relevo.db")});
            QCOMPARE(busy.exit, 2);
            QVERIFY2(busy.err.contains("Close it first"), busy.err.constData());
        }
        ::kill(static_cast<pid_t>(server.processId()), SIGTERM);
        QVERIFY(server.waitForFinished(30'000));
        QCOMPARE(server.exitCode(), 0);
        QCOMPARE(filesIn(data()), before);
    }

    void folderWithoutADatabaseIsRefused()
    {
        QVERIFY(QDir(data()).removeRecursively());
        QVERIFY(QDir().mkpath(data()));
        if (!protect(By::Bits))
            QSKIP("this system lets no test take away the right to write so");
        const Outcome refused = on({"status"});
        QCOMPARE(refused.exit, 2);
        QVERIFY2(refused.err.contains("cannot write in the folder"), refused.err.constData());
    }

private:
    static void ways()
    {
        QTest::addColumn<int>("by");
        QTest::newRow("permission bits") << static_cast<int>(By::Bits);
        QTest::newRow("file system") << static_cast<int>(By::Mount);
    }
    /// From now on for every relevoctl. False: not on this system.
    bool protect(By by)
    {
        if (!isPermitted(by, QFile::encodeName(data())))
            return false;
        m_by = by;
        if (by == By::Bits)
            m_bits = std::make_unique<support::ReadOnlyFolder>(data());
        return true;
    }
    [[nodiscard]] QString data() const { return m_dir->filePath(QStringLiteral("data")); }

    void start(QProcess& process, const QStringList& arguments) const
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        const QByteArray folder = QFile::encodeName(data());
        if (m_by)
            process.setChildProcessModifier(
                [by = *m_by, folder] { takeAwayWriting(by, folder.constData()); });
        process.start(QStringLiteral(RELEVOCTL),
                      arguments + QStringList{QStringLiteral("--data"), data()});
    }
    [[nodiscard]] Outcome on(const QStringList& arguments) const
    {
        QProcess process;
        start(process, arguments);
        if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<By> m_by;
    std::unique_ptr<support::ReadOnlyFolder> m_bits;
};

RELEVO_TEST(ReadOnlyFolderTest)
#include "read_only_folder_test.moc"
