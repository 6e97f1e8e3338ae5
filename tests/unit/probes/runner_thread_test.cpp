// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/blocking_home.h"
#include "probe_fixture.h"
#include "probes/runner_thread.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QThread>

using namespace std::chrono_literals;
using probes::CheckKind;
using probes::Finding;
using probes::Piece;
using probes::RunnerThread;

namespace {

probes::Order ordered(const char* script)
{
    QJsonObject plan = json(R"({"shell":true})");
    plan.insert(QStringLiteral("arguments"), QString::fromLatin1(script));
    return {.checks = {planOf("it", CheckKind::Command, plan)},
            .where = probes::Where::CommandLine};
}

/// Who asks from a thread without an event loop.
struct Asker {
    base::Ear<Piece> output()
    {
        return home.caller().ear<Piece>([this](const Piece& piece) { pieces << piece.text; });
    }
    base::Ear<Finding> found()
    {
        return home.caller().ear<Finding>(
            [this](const Finding& finding) { findings << s(finding); });
    }
    base::Reply<void> done()
    {
        return home.caller().expect<void>([this](base::Result<void> result) { end = result; });
    }
    bool waitForOutput()
    {
        return home.runUntil([this] { return !pieces.isEmpty(); }, 10s);
    }
    bool waitForEnd()
    {
        return home.runUntil([this] { return end.has_value(); }, 10s);
    }

    QStringList pieces, findings;
    std::optional<base::Result<void>> end;
    base::BlockingHome home;
};

} // namespace

class RunnerThreadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhoeverLivesElsewhere()
    {
        const base::SystemClock clock;
        const QThread* maskedOn = nullptr;
        RunnerThread thread(clock, {.mask = [&maskedOn](const QString& text) {
                                maskedOn = QThread::currentThread();
                                return text.toUpper();
                            }});
        Asker asker;
        thread.run(ordered("echo one; exit 2"), asker.output(), asker.found(), asker.done());
        QVERIFY(asker.waitForEnd());
        QVERIFY(asker.end->has_value());
        QCOMPARE(asker.pieces.join(QString()), QStringLiteral("ONE\n"));
        QCOMPARE(asker.findings, QStringList{QStringLiteral("failed exit_code 2")});
        thread.stop();
        QVERIFY(maskedOn && maskedOn != QThread::currentThread());
        QVERIFY(thread.isOffered({.kind = CheckKind::Http}));
        QVERIFY(!thread.isOffered({.kind = CheckKind::Backup}));
    }

    void cancelsFromElsewhere()
    {
        const base::SystemClock clock;
        RunnerThread thread(clock, {.limits = {.grace = 100ms}});
        Asker asker;
        const auto run = thread.run(ordered("sleep 1000"), {}, asker.found(), asker.done());
        thread.cancel(run);
        QVERIFY(asker.waitForEnd());
        QCOMPARE(asker.findings, QStringList{QStringLiteral("could_not_run cancelled")});
    }

    void itsEndAnswersWhoWaits()
    {
        const base::SystemClock clock;
        RunnerThread thread(clock, {});
        Asker asker;
        thread.run(ordered("trap '' TERM; echo up; sleep 1000"), asker.output(), asker.found(),
                   asker.done());
        QVERIFY(asker.waitForOutput());
        QElapsedTimer timer;
        timer.start();
        thread.stop();
        thread.stop();
        QVERIFY(timer.elapsed() < 2'000);
        QVERIFY(asker.waitForEnd());
        QCOMPARE(asker.end->error().code, base::Code::Cancelled);
        Asker late;
        thread.run(ordered("true"), {}, {}, late.done());
        QVERIFY(late.waitForEnd());
        QVERIFY(!late.end->has_value());
    }

    void whoWentIsNotTold()
    {
        const base::SystemClock clock;
        RunnerThread thread(clock, {});
        {
            Asker gone;
            thread.run(ordered("sleep 0.1; echo a"), gone.output(), gone.found(), gone.done());
        }
        Asker asker;
        thread.run(ordered("sleep 0.2"), {}, {}, asker.done());
        QVERIFY(asker.waitForEnd());
        QVERIFY(asker.end->has_value());
    }
};

RELEVO_TEST(RunnerThreadTest)
#include "runner_thread_test.moc"
