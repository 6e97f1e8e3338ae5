// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "probes/command/process_tree.h"
#include "support/runner.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

#include <csignal>

using probes::CheckKind;
using probes::Verdict;
using probes::Where;

namespace {

QJsonObject shell(const char* script, int timeoutMs = 5'000)
{
    return {{QStringLiteral("arguments"), QJsonArray{QString::fromUtf8(script)}},
            {QStringLiteral("shell"), true},
            {QStringLiteral("timeoutMs"), timeoutMs}};
}

QJsonObject command(const QStringList& words)
{
    return {{QStringLiteral("arguments"), QJsonArray::fromStringList(words)}};
}

probes::Limits hasty()
{
    return {.grace = base::milliseconds(150), .livePause = base::milliseconds(10)};
}

bool isAlive(pid_t pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    return file.open(QIODevice::ReadOnly) && !file.readAll().contains(") Z ");
}

} // namespace

class CommandProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsAnArgumentListWithoutAShell()
    {
        ProbeFixture fixture;
        const auto finding =
            fixture.run(CheckKind::Command,
                        command({QStringLiteral("/bin/echo"), QStringLiteral("a  b"),
                                 QStringLiteral("$HOME;ls"), QStringLiteral("{who}")}),
                        {{QStringLiteral("who"), QStringLiteral("'x' \"y\"")}});
        QCOMPARE(s(finding), QStringLiteral("passed"));
        QCOMPARE(finding.output, QStringLiteral("a  b $HOME;ls 'x' \"y\"\n"));
        QVERIFY(!finding.run.host.isEmpty());
    }

    void aShellGetsParametersAsVariablesOnly()
    {
        ProbeFixture fixture;
        const auto finding = fixture.run(
            CheckKind::Command, shell("echo \"$CHECK_HOST\" {host} ${CHECK_LOG_TOKEN-}"),
            {{QStringLiteral("host"), QStringLiteral("$(touch /tmp/never)")},
             {QStringLiteral("log_token"), QStringLiteral("secret-token")}});
        QCOMPARE(finding.output, QStringLiteral("$(touch /tmp/never) {host}\n"));
    }

    void tellsTheExitCode()
    {
        ProbeFixture fixture;
        const auto finding = fixture.run(CheckKind::Command, shell("echo no >&2; exit 3"));
        QCOMPARE(s(finding), QStringLiteral("failed exit_code 3"));
        QCOMPARE(finding.run.exitCode, 3);
        QCOMPARE(finding.output, QStringLiteral("no\n"));
        QCOMPARE(s(fixture.run(CheckKind::Command, shell("kill -9 $$"))),
                 QStringLiteral("failed killed 9"));
    }

    void aProgramThatIsNotThere()
    {
        ProbeFixture fixture;
        const auto finding = fixture.run(CheckKind::Command, command({QStringLiteral("/no/such")}));
        QVERIFY2(s(finding).startsWith(QLatin1String("could_not_run cannot_start /no/such")),
                 qPrintable(s(finding)));
    }

    void runsInItsFolderWithFewVariables()
    {
        qputenv("RELEVO_TEST_NOT_PASSED", "1");
        qputenv("RELEVO_TEST_PASSED", "yes");
        const QTemporaryDir folder;
        ProbeFixture fixture;
        auto plan = shell("pwd; echo ${RELEVO_TEST_NOT_PASSED-none} $RELEVO_TEST_PASSED");
        plan.insert(QStringLiteral("folder"), folder.path());
        plan.insert(QStringLiteral("environment"),
                    QJsonArray{QStringLiteral("RELEVO_TEST_PASSED")});
        QCOMPARE(fixture.run(CheckKind::Command, plan).output,
                 QDir(folder.path()).canonicalPath() + QStringLiteral("\nnone yes\n"));
        plan.insert(QStringLiteral("folder"), QStringLiteral("/no/such"));
        QCOMPARE(s(fixture.run(CheckKind::Command, plan)),
                 QStringLiteral("could_not_run bad_plan folder"));
    }

    void showsItsOutputWhileItRuns()
    {
        ProbeFixture fixture({}, hasty());
        bool sawFirst = false;
        bool isDone = false;
        fixture.runner->run(
            {.checks = {planOf("it", CheckKind::Command,
                               shell("echo first; sleep 0.3; echo ana@example.com"))},
             .where = Where::CommandLine},
            {.output =
                 [&](const probes::Piece& piece) {
                     sawFirst = sawFirst || (piece.text == QLatin1String("first\n") && !isDone);
                     fixture.pieces << piece.text;
                 },
             .found = [&](const probes::Finding&) { isDone = true; }});
        QVERIFY(ProbeFixture::waitFor([&] { return isDone; }));
        QVERIFY(sawFirst);
        QCOMPARE(fixture.pieces.join(QString()), QStringLiteral("first\n[EMAIL]\n"));
    }

    void oneThatNeverEndsIsEnded()
    {
        ProbeFixture fixture({}, hasty());
        QElapsedTimer timer;
        timer.start();
        const auto finding =
            fixture.run(CheckKind::Command, shell("echo begun; exec sleep 1000", 200));
        QCOMPARE(s(finding), QStringLiteral("failed timed_out 200"));
        QCOMPARE(finding.output, QStringLiteral("begun\n"));
        QVERIFY(timer.elapsed() < 2'000);
    }

    void oneThatIgnoresItsEndIsKilled()
    {
        ProbeFixture fixture({}, hasty());
        QElapsedTimer timer;
        timer.start();
        const auto finding = fixture.run(
            CheckKind::Command, shell("trap '' TERM INT HUP; while :; do sleep 0.05; done", 200));
        QCOMPARE(s(finding), QStringLiteral("failed timed_out 200"));
        QVERIFY(timer.elapsed() < 3'000);
        QVERIFY(finding.run.duration >= base::milliseconds(350));
    }

    void oneThatPrintsForEverKeepsItsTail()
    {
        ProbeFixture fixture({}, hasty());
        const auto finding = fixture.run(
            CheckKind::Command,
            shell("i=0; yes 0123456789012345678901234567890123456789 & sleep 0.4; kill $!; wait; "
                  "echo the end; exit 1"));
        QCOMPARE(s(finding), QStringLiteral("failed exit_code 1"));
        QVERIFY(finding.isCut);
        QVERIFY(finding.output.toUtf8().size() <= 1'048'576);
        QVERIFY(finding.output.toUtf8().size() > 1'000'000);
        QVERIFY(finding.output.contains(QLatin1String("the end")));
        QVERIFY(finding.output.startsWith(QLatin1String("0123")));
        const auto endless = fixture.run(CheckKind::Command, shell("yes for ever", 300));
        QCOMPARE(s(endless), QStringLiteral("failed timed_out 300"));
        QVERIFY(endless.output.toUtf8().size() <= 1'048'576);
    }

    void itsChildrenDieWithIt()
    {
        // One in its group; one in a session of its own that lost its parent as well.
        ProbeFixture fixture({}, hasty());
        const auto finding = fixture.run(
            CheckKind::Command,
            shell("sleep 1000 & echo $!; (setsid sh -c 'echo $$; exec sleep 1000' &); sleep 1000",
                  500));
        QCOMPARE(s(finding), QStringLiteral("failed timed_out 500"));
        const auto pids = finding.output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(pids.size(), 2);
        for (const QString& pid : pids)
            QVERIFY(ProbeFixture::waitFor([&] { return !isAlive(pid.toInt()); }));
    }

    void whatItLeavesBehindDiesWithIt()
    {
        ProbeFixture fixture({}, hasty());
        QElapsedTimer timer;
        timer.start();
        const auto finding = fixture.run(
            CheckKind::Command,
            shell("(trap '' TERM; setsid sh -c 'echo $$; exec sleep 1000' &); sleep 0.2; exit 0"));
        QCOMPARE(s(finding), QStringLiteral("passed"));
        QVERIFY(timer.elapsed() < 3'000);
        const pid_t pid = finding.output.trimmed().toInt();
        QVERIFY(pid > 1);
        QVERIFY(ProbeFixture::waitFor([&] { return !isAlive(pid); }));
    }

    void noneOfThemEscapes_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::newRow("in the group") << QByteArray("env -i sleep 999 & echo $!");
        QTest::newRow("in a session of its own")
            << QByteArray("env -i setsid sh -c 'echo $$; exec sleep 999' & sleep 0.2");
        QTest::newRow("forked twice")
            << QByteArray("env -i setsid sh -c '(setsid sh -c \"echo \\$\\$; trap : TERM HUP; "
                          "while :; do sleep 0.1; done\" &) ; exit 0'; sleep 0.2");
        QTest::newRow("after its supervisor")
            << QByteArray("sleep 999 & echo $!; kill -9 $PPID; sleep 0.2");
    }

    // Neither its group, nor its session, nor its environment says whose they are.
    void noneOfThemEscapes()
    {
        QFETCH(QByteArray, script);
        for (const char* end : {"; exit 0", "; exec sleep 999"}) {
            ProbeFixture fixture({}, hasty());
            const auto finding =
                fixture.run(CheckKind::Command, shell((script + end).constData(), 1'000));
            const pid_t pid = finding.output.trimmed().toInt();
            QVERIFY2(pid > 1, qPrintable(finding.output));
            QVERIFY(ProbeFixture::waitFor([&] { return !isAlive(pid); }));
        }
    }

    void oneThatStopsItsSupervisorIsEnded()
    {
        ProbeFixture fixture({}, hasty());
        const auto finding = fixture.run(CheckKind::Command,
                                         shell("kill -STOP $PPID; echo $$; exec sleep 999", 300));
        QCOMPARE(s(finding), QStringLiteral("failed timed_out 300"));
        QVERIFY(ProbeFixture::waitFor([&] { return !isAlive(finding.output.trimmed().toInt()); }));
    }

    void itHasNoTerminalAndNoInput()
    {
        ProbeFixture fixture;
        const auto finding =
            fixture.run(CheckKind::Command, shell("read line; echo \"got $?\"; cat | wc -c"));
        QCOMPARE(finding.output, QStringLiteral("got 1\n0\n"));
    }

    void cancelledItEndsAndSaysSo()
    {
        ProbeFixture fixture({}, hasty());
        QStringList found;
        bool isDone = false;
        const auto plan = shell("echo here; sleep 1000");
        const auto run = fixture.runner->run(
            {.checks = {planOf("a", CheckKind::Command, plan),
                        planOf("b", CheckKind::Command, plan)},
             .where = Where::CommandLine},
            {.output = [&](const probes::Piece& piece) { fixture.pieces << piece.text; },
             .found = [&](const probes::Finding& finding) { found << s(finding); },
             .done = [&] { isDone = true; }});
        QVERIFY(ProbeFixture::waitFor([&] { return !fixture.pieces.isEmpty(); }));
        fixture.runner->cancel(run);
        QVERIFY(!isDone);
        QVERIFY(ProbeFixture::waitFor([&] { return isDone; }));
        QCOMPARE(found, QStringList({QStringLiteral("could_not_run cancelled"),
                                     QStringLiteral("could_not_run cancelled")}));
    }

    void theRunnersEndIsTheirEnd()
    {
        pid_t pid = 0;
        QElapsedTimer timer;
        {
            ProbeFixture fixture({}, hasty());
            fixture.runner->run(
                {.checks = {planOf(
                     "a", CheckKind::Command,
                     shell("trap '' TERM; setsid sh -c 'echo $$; sleep 1000' & wait"))},
                 .where = Where::CommandLine},
                {.output = [&](const probes::Piece& piece) { pid = piece.text.toInt(); }});
            QVERIFY(ProbeFixture::waitFor([&] { return pid > 1; }));
            timer.start();
        }
        QVERIFY(timer.elapsed() < 2'000);
        QVERIFY(!isAlive(pid));
    }

    void aClockSetBackChangesNothing()
    {
        ProbeFixture fixture({}, hasty());
        fixture.home.after(base::milliseconds(50),
                           [&] { fixture.clock.setAhead(-std::chrono::hours(24)); });
        const auto finding = fixture.run(CheckKind::Command, shell("exec sleep 1000", 250));
        QCOMPARE(s(finding), QStringLiteral("failed timed_out 250"));
        QVERIFY(finding.run.duration >= base::milliseconds(250));
        QVERIFY(finding.run.duration < base::milliseconds(2'000));
    }
};

RELEVO_TEST(CommandProbeTest)
#include "command_test.moc"
