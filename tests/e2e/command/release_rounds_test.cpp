// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release check --every --for: the checks of a release again and again.
#include "release_shop.h"
#include "support/runner.h"

#include <QDir>

#include <signal.h>

namespace release_play {

/// A folder with the script that the item "tests" runs, and a release that has it.
struct Scripted {
    explicit Scripted(const Shop& shop, const QByteArray& script)
    {
        QDir(folder.path()).mkpath(QStringLiteral("packaging"));
        QFile file(folder.filePath(QStringLiteral("packaging/test.sh")));
        if (!file.open(QIODevice::WriteOnly) || file.write("#!/bin/sh\n" + script) < 0 ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            qFatal("script");
        id = shop.run({"release", "create", "4.0", "--template", "desktop", "--as", "Ana"}).id();
    }
    /// Begins, in that folder, and waits until it has printed something.
    bool begin(const Shop& shop, QProcess& process, const QStringList& options,
               const QByteArray& until, const QByteArray& input = {}) const
    {
        shop.start(process, QStringList{"release", "check", id, "tests", "--as", "Beto"} + options,
                   folder.path());
        process.write(input);
        process.closeWriteChannel();
        return QTest::qWaitFor(
            [&] {
                printed(process);
                return QByteArray(m_out).contains(until);
            },
            30'000);
    }
    const QByteArray& printed(QProcess& process) const
    {
        m_out += process.readAllStandardOutput();
        return m_out;
    }
    [[nodiscard]] qsizetype kept(const Shop& shop) const
    {
        return shop.run({"release", "show", id, "--json"}).out.count("\"kind\":\"check\"");
    }

    QTemporaryDir folder;
    QString id;

private:
    mutable QByteArray m_out;
};

inline int endedBy(QProcess& process, int signal)
{
    ::kill(static_cast<pid_t>(process.processId()), signal);
    return process.waitForFinished(20'000) && process.exitStatus() == QProcess::NormalExit
               ? process.exitCode()
               : -1;
}

} // namespace release_play

using release_play::bytesOf;
using release_play::endedBy;
using release_play::PlayEnded;
using release_play::Scripted;
using release_play::Shop;

class ReleaseRoundsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The first round fails, the second does not: one "no" is a "no".
    void itRunsUntilTheTimeIsOverAndKeepsEachRound()
    {
        const Shop shop;
        const Scripted rounds(shop, "[ -e been ] && exit 0\ntouch been\nexit 3\n");
        QProcess process;
        QVERIFY(rounds.begin(shop, process, {"--every", "10s", "--for", "10s", "--json"},
                             "\"round\":1,"));
        QVERIFY(process.waitForFinished(30'000));
        const QByteArray out = rounds.printed(process);
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(out.count('\n'), 2);
        const auto line = [&](int of) { return QJsonDocument::fromJson(out.split('\n')[of]); };
        QCOMPARE(line(0)[QLatin1String("verdict")].toString(), QStringLiteral("failed"));
        QCOMPARE(line(1)[QLatin1String("verdict")].toString(), QStringLiteral("passed"));
        QCOMPARE(line(1)[QLatin1String("round")].toInt(), 2);
        const auto at = [&](int of) {
            return QDateTime::fromString(line(of)[QLatin1String("roundAt")].toString(),
                                         Qt::ISODateWithMs);
        };
        const qint64 apart = at(0).msecsTo(at(1));
        QVERIFY2(apart >= 9'500 && apart < 15'000, QByteArray::number(apart).constData());
        QCOMPARE(rounds.kept(shop), 2);
        QCOMPARE(shop.run({"release", "verify", rounds.id}).exit, 0);
    }

    // Whoever may change an item must not run code on another's machine: not in a later round either.
    void aCommandThatIsChangedMeanwhileDoesNotRun()
    {
        const Shop shop;
        const Scripted rounds(shop, "echo first\n");
        QProcess process;
        QVERIFY(rounds.begin(shop, process, {"--every", "10s", "--for", "1h"}, ": passed, "));
        const QByteArray other = R"([{"id":"suite","title":"Suite","kind":"command",
            "parameters":{"arguments":["/bin/sh","-c","touch taken"]}}])";
        QCOMPARE(shop.does("Ana", {"item", "change", rounds.id, "tests", "--checks", "/dev/stdin"},
                           other),
                 0);
        QVERIFY(
            QTest::qWaitFor([&] { return rounds.printed(process).contains("Round 2"); }, 20'000));
        QCOMPARE(endedBy(process, SIGINT), 2);
        const QByteArray said = process.readAllStandardError();
        QVERIFY2(said.contains("its command was changed since this began"), said.constData());
        QVERIFY(!QFile::exists(rounds.folder.filePath(QStringLiteral("taken"))));
        QCOMPARE(rounds.kept(shop), 1);
    }

    void ctrlCEndsTheWaitAndWhatWasFoundCounts()
    {
        const Shop shop;
        const Scripted rounds(shop, "echo fine\n");
        QProcess process;
        const QByteArray word = "gato sobre el piano\n"; // of Beto, who waits longer than the lock
        QCOMPARE(shop.run({"people", "passphrase", "Beto", "--as", "Ana"}, word).exit, 0);
        QVERIFY(rounds.begin(shop, process, {"--every", "1h"}, ": passed, ", word)); // four hours
        QVERIFY2(rounds.printed(process).startsWith("Round 1, "),
                 rounds.printed(process).constData());
        QVERIFY(rounds.printed(process).contains("fine\n"));
        QCOMPARE(endedBy(process, SIGINT), 0);
        QCOMPARE(rounds.kept(shop), 1);
    }

    void aSignalEndsWhatRunsWithItsChildren()
    {
        const Shop shop;
        const Scripted rounds(shop, "echo $$ > pid\necho begun\nsleep 600\n");
        QProcess process;
        QVERIFY(rounds.begin(shop, process, {"--every", "1m", "--for", "5m", "--try"}, "begun\n"));
        QCOMPARE(endedBy(process, SIGTERM), 2); // nothing was found
        const QByteArray pid = bytesOf(rounds.folder.filePath(QStringLiteral("pid"))).trimmed();
        QVERIFY(pid.toInt() > 1);
        QVERIFY(QTest::qWaitFor([&] { return !QFile::exists(QStringLiteral("/proc/") + pid); }));
        QCOMPARE(rounds.kept(shop), 0);
    }

    // Without a service the command holds the data itself.
    void itRunsWithoutAServiceToo()
    {
        const Shop shop;
        const Scripted rounds(shop, "exit 1\n");
        shop.stop();
        QProcess process;
        QVERIFY(rounds.begin(shop, process, {"--for", "1h"}, ": failed")); // every five minutes
        QCOMPARE(endedBy(process, SIGINT), 1);
        QCOMPARE(rounds.kept(shop), 1);
    }

    void timesThatCannotBeAreTold()
    {
        const Shop shop;
        const Scripted rounds(shop, "touch ran\n");
        const auto refused = [&](const QStringList& options, const QByteArray& said) {
            const PlayEnded ended = shop.run(
                QStringList{"release", "check", rounds.id, "tests", "--as", "Beto"} + options, {},
                "en_GB.UTF-8", rounds.folder.path());
            return ended.exit == 2 && ended.err.contains(said) && ended.out.isEmpty();
        };
        const QByteArray least = "takes a time from 10s to 24h";
        for (const char* time :
             {"0", "0m", "-5m", "9s", "25h", "5", "m", "soon", "1e3m", "99999999999h", "2d", "5 m"})
            QVERIFY2(refused({"--every", time, "--for", "4h"}, "--every " + least), time);
        QVERIFY(refused({"--every", "5m", "--for", "3000m"}, "--for " + least));
        QVERIFY(refused({"--every", "2h", "--for", "1h"}, "--every is longer than --for"));
        QVERIFY(refused({"--every", "5h"}, "--every is longer than --for"));
        QVERIFY(!QFile::exists(rounds.folder.filePath(QStringLiteral("ran"))));
    }
};

RELEVO_TEST(ReleaseRoundsTest)
#include "release_rounds_test.moc"
