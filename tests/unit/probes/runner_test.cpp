// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "servers.h"
#include "support/runner.h"

#include <QDir>

#include <optional>

using probes::CheckKind;
using probes::Finding;
using probes::Judgement;
using probes::Verdict;
using Request = HttpServer::Request;

namespace {

int openDescriptors()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::System).size());
}

probes::CheckPlan httpCheck(const char* id, const QString& url, const char* more = "{}")
{
    QJsonObject plan = json(more);
    plan.insert(QStringLiteral("url"), url);
    return planOf(id, CheckKind::Http, plan);
}

} // namespace

class RunnerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void checksOfAnOrderShareWhatTheyKeep()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const Request& request) {
            if (request.target == "/greeting")
                HttpServer::say(socket, 200, R"({"sessionId":"session-0123456789"})");
            else
                HttpServer::say(socket, 200, "you are " + request.header("x-session-id"));
        });
        const auto findings = fixture.run(
            {.checks = {httpCheck("before", server.address(),
                                  R"({"headers":{"x-session-id":"{session}"}})"),
                        httpCheck("greeting", server.address() + QStringLiteral("/greeting"),
                                  R"({"keep":{"session":"sessionId"}})"),
                        httpCheck("chat", server.address(),
                                  R"({"headers":{"x-session-id":"{session}"}})")}});
        QCOMPARE(findings.size(), std::size_t{3});
        QCOMPARE(s(findings[0]), QStringLiteral("could_not_run missing_parameter session"));
        QCOMPARE(s(findings[1]), QStringLiteral("passed"));
        QCOMPARE(s(findings[2]), QStringLiteral("passed"));
        QCOMPARE(server.requests().back().header("x-session-id"), QByteArray("session-0123456789"));
        QVERIFY(findings[1].output.contains(QLatin1String(R"({"sessionId":"{session}"})")));
        QVERIFY(findings[2].output.contains(QLatin1String("you are {session}")));
    }

    void fewRunAtOnceAndAllRun()
    {
        ProbeFixture fixture({}, {.atOnce = 2});
        int most = 0;
        int answered = 0;
        HttpServer server([&](QTcpSocket& socket, const Request&) {
            fixture.home.after(base::milliseconds(30), [&, here = QPointer<QTcpSocket>(&socket)] {
                ++answered;
                if (here)
                    HttpServer::say(*here, 200, "", "Connection: close\r\n");
            });
            most = std::max(most, static_cast<int>(server.requests().size()) - answered);
        });
        int passed = 0;
        int done = 0;
        for (int i = 0; i < 10; ++i)
            fixture.runner->run(
                {.checks = {httpCheck("it", server.address())}},
                {.found = [&](const Finding& f) { passed += f.verdict == Verdict::Passed ? 1 : 0; },
                 .done = [&] { ++done; }});
        QCOMPARE(fixture.runner->underWay(), std::size_t{10});
        QVERIFY(ProbeFixture::waitFor([&] { return done == 10; }));
        QCOMPARE(passed, 10);
        QCOMPARE(most, 2);
        QCOMPARE(fixture.runner->underWay(), std::size_t{0});
    }

    void anEmptyOrderIsDone()
    {
        ProbeFixture fixture;
        bool isDone = false;
        fixture.runner->run({}, {.done = [&] { isDone = true; }});
        QVERIFY(!isDone);
        QVERIFY(ProbeFixture::waitFor([&] { return isDone; }));
    }

    void cancelledWhileItWaits()
    {
        ProbeFixture fixture({}, {.atOnce = 1});
        HttpServer server([](QTcpSocket&, const Request&) {});
        QString first;
        QString second;
        const auto hanging =
            fixture.runner->run({.checks = {httpCheck("a", server.address())}},
                                {.found = [&](const Finding& finding) { first = s(finding); }});
        const auto waiting =
            fixture.runner->run({.checks = {httpCheck("b", server.address())}},
                                {.found = [&](const Finding& finding) { second = s(finding); }});
        QVERIFY(ProbeFixture::waitFor([&] { return !server.requests().empty(); }));
        fixture.runner->cancel(waiting);
        QVERIFY(second.isEmpty());
        QVERIFY(ProbeFixture::waitFor([&] { return !second.isEmpty(); }));
        QCOMPARE(second, QStringLiteral("could_not_run cancelled"));
        QVERIFY(first.isEmpty());
        fixture.runner->cancel(hanging);
        fixture.runner->cancel(hanging);
        QVERIFY(ProbeFixture::waitFor([&] { return !first.isEmpty(); }));
        QCOMPARE(first, QStringLiteral("could_not_run cancelled"));
        fixture.runner->cancel(hanging);
    }

    void aListenerMayDestroyTheRunner_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("output") << 0;
        QTest::newRow("found") << 1;
        QTest::newRow("done") << 2;
    }

    void aListenerMayDestroyTheRunner()
    {
        QFETCH(int, which);
        ProbeFixture fixture({}, {.livePause = base::milliseconds(5)});
        const auto end = [&](int at) {
            if (at == which)
                fixture.runner.reset();
        };
        const auto plan = planOf("a", CheckKind::Command,
                                 json(R"({"arguments":["echo a; sleep 0.2"],"shell":true})"));
        fixture.runner->run({.checks = {plan}, .where = probes::Where::CommandLine},
                            {.output = [&](const probes::Piece&) { end(0); },
                             .found = [&](const Finding&) { end(1); },
                             .done = [&] { end(2); }});
        QVERIFY(ProbeFixture::waitFor([&] { return !fixture.runner; }));
        QTest::qWait(50);
    }

    void asksItsSubjects()
    {
        base::Reply<Judgement> kept;
        ProbeFixture fixture(
            {.backup =
                 [](const QJsonObject& plan, base::Reply<Judgement> reply) {
                     const bool isFresh = plan.value(QLatin1String("maxAgeMinutes")).toInt() > 30;
                     reply.answer(Judgement{isFresh ? Verdict::Passed : Verdict::Failed,
                                            QStringLiteral("40 minutes old\nmore")});
                 },
             .ledger = [](const QJsonObject&, base::Reply<Judgement>) {},
             .replay = [&](const QJsonObject&,
                           base::Reply<Judgement> reply) { kept = std::move(reply); }});
        const auto at = [&](CheckKind kind, const char* plan = "{}") {
            return s(fixture.run(kind, json(plan)));
        };
        QCOMPARE(at(CheckKind::Backup, R"({"maxAgeMinutes":60})"), QStringLiteral("passed"));
        QCOMPARE(at(CheckKind::Backup, R"({"maxAgeMinutes":20})"),
                 QStringLiteral("failed subject_failed 40 minutes old"));
        QCOMPARE(at(CheckKind::Ledger), QStringLiteral("could_not_run cancelled "));
        QCOMPARE(at(CheckKind::Replay, R"({"timeoutMs":100})"),
                 QStringLiteral("failed timed_out 100"));
        kept.answer(Judgement{Verdict::Passed, {}}); // too late: nobody waits
        QVERIFY(fixture.runner->isOffered({.kind = CheckKind::Backup}));
        QVERIFY(fixture.runner->isOffered({.kind = CheckKind::Http}));
        QVERIFY(!fixture.runner->isOffered({.kind = CheckKind::AlertRules}));
        QCOMPARE(at(CheckKind::AlertRules),
                 QStringLiteral("could_not_run not_offered alert_rules"));
    }

    void nothingIsLeftBehind()
    {
        const auto round = [](int times) {
            ProbeFixture fixture;
            HttpServer server(
                [](QTcpSocket& socket, const Request&) { HttpServer::say(socket, 200, ""); });
            const auto address = server.address();
            for (int i = 0; i < times; ++i)
                fixture.run(
                    {.checks = {httpCheck("h", address),
                                planOf("t", CheckKind::Tcp, {{QStringLiteral("host"), address}}),
                                planOf("c", CheckKind::Command,
                                       json(R"({"arguments":["/bin/true"]})"))},
                     .where = probes::Where::CommandLine});
            return ProbeFixture::waitFor([&] { return server.connections() == 0; });
        };
        QVERIFY(round(2));
        const int before = openDescriptors();
        QVERIFY(round(10));
        QVERIFY(ProbeFixture::waitFor([&] { return openDescriptors() <= before; }));
    }
};

RELEVO_TEST(RunnerTest)
#include "runner_test.moc"
