// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "probes/plan/fill.h"
#include "probes/plan/json_path.h"
#include "support/runner.h"

#include <QJsonArray>
#include <QTemporaryFile>

using probes::CheckKind;
using probes::fillIn;
using probes::Where;

class PlanTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fillsInEveryText()
    {
        const QHash<QString, QString> values{
            {QStringLiteral("host"), QStringLiteral("chat.example//")},
            {QStringLiteral("session"), QStringLiteral("{host}")}};
        const auto plan = json("{\"url\": \"{host}/api/{session}\", \"n\": 7,"
                               "\"body\": {\"{host}\": [\"{session}\", {\"a\": \"{}\"}]},"
                               "\"other\": \"{a b} {A} { {host} }{\"}");
        const auto filled = fillIn(plan, values);
        QCOMPARE(filled.missing, QString());
        QCOMPARE(filled.parameters, json("{\"url\": \"chat.example/api/{host}\", \"n\": 7,"
                                         "\"body\": {\"{host}\": [\"{host}\", {\"a\": \"{}\"}]},"
                                         "\"other\": \"{a b} {A} { chat.example }{\"}"));
    }

    void namesWhatIsMissing()
    {
        QCOMPARE(fillIn(json(R"({"a":"{host}{session}"})"), {}).missing, QStringLiteral("host"));
        QCOMPARE(fillIn(json(R"({"a":"{host}"})"), {{QStringLiteral("host"), QString()}}).missing,
                 QStringLiteral("host"));
        QCOMPARE(fillIn(json(R"({"a":"{host}"})"), {{QStringLiteral("host"), QStringLiteral("/")}})
                     .missing,
                 QStringLiteral("host"));
        ProbeFixture fixture;
        QCOMPARE(s(fixture.run(CheckKind::Http, json(R"({"url":"{host}/api/health"})"))),
                 QStringLiteral("could_not_run missing_parameter host"));
    }

    void findsByPath()
    {
        const QJsonValue root(json(R"({"a":{"b":[1,{"c":"x"}]},"d":null,"0":"zero"})"));
        const auto at = [&](const char* path) {
            return probes::atPath(root, QString::fromLatin1(path));
        };
        QCOMPARE(at("a.b.0").toInt(), 1);
        QCOMPARE(at("a.b.1.c").toString(), QStringLiteral("x"));
        QCOMPARE(at("0").toString(), QStringLiteral("zero"));
        QVERIFY(at("d").isNull());
        for (const char* none : {"", "a.", "a.b.2", "a.b.-1", "a.b.x", "a.b.0.c", "e", ".a"})
            QVERIFY2(at(none).isUndefined(), none);
        QCOMPARE(probes::textOf(at("a.b.0")), QStringLiteral("1"));
        QCOMPARE(probes::textOf(at("a.b.1")), QStringLiteral(R"({"c":"x"})"));
    }

    void whereAKindMayRun()
    {
        const QList<CheckKind> everywhere{CheckKind::Http, CheckKind::Tcp, CheckKind::Tls,
                                          CheckKind::Metric};
        for (std::size_t i = 0; i < release::Names<CheckKind>::kAll.size(); ++i) {
            const auto kind = static_cast<CheckKind>(i);
            QVERIFY(probes::mayRun(kind, Where::Person));
            QVERIFY(probes::mayRun(kind, Where::CommandLine));
            QCOMPARE(probes::mayRun(kind, Where::Schedule), everywhere.contains(kind));
        }
    }

    void aScheduleRunsNothingOfThisMachine()
    {
        ProbeFixture fixture;
        const auto at = [&](CheckKind kind, const char* plan) {
            return s(fixture.run(kind, json(plan), {}, Where::Schedule));
        };
        QCOMPARE(at(CheckKind::Command, R"({"arguments":["/bin/true"]})"),
                 QStringLiteral("could_not_run not_allowed_here command"));
        QCOMPARE(at(CheckKind::FileAge, R"({"path":"/etc/hosts","maxAgeMinutes":1})"),
                 QStringLiteral("could_not_run not_allowed_here file_age"));
        QCOMPARE(at(CheckKind::Redis, R"({"url":"127.0.0.1"})"),
                 QStringLiteral("could_not_run not_allowed_here redis"));
    }

    void aFilesAge()
    {
        ProbeFixture fixture;
        QTemporaryFile file;
        QVERIFY(file.open());
        const QJsonObject plan{{QStringLiteral("path"), file.fileName()},
                               {QStringLiteral("maxAgeMinutes"), 60}};
        const auto age = [&] { return s(fixture.run(CheckKind::FileAge, plan)); };
        QCOMPARE(age(), QStringLiteral("passed"));
        fixture.clock.setAhead(std::chrono::minutes(90));
        QCOMPARE(age(), QStringLiteral("failed file_too_old 90 60"));
        fixture.clock.setAhead(-std::chrono::minutes(30));
        QCOMPARE(age(), QStringLiteral("failed file_from_future 30"));
        QCOMPARE(
            s(fixture.run(CheckKind::FileAge, json(R"({"path":"/no/such","maxAgeMinutes":1})"))),
            QStringLiteral("failed file_missing /no/such"));
        QCOMPARE(s(fixture.run(CheckKind::FileAge, json(R"({"path":"/no/such"})"))),
                 QStringLiteral("could_not_run bad_plan maxAgeMinutes"));
    }

    void evidenceOfAFinding()
    {
        ProbeFixture fixture;
        auto plan = planOf("echo", CheckKind::Command, json(R"({"arguments":["/bin/echo","x"]})"));
        plan.title = QStringLiteral("Echo");
        const auto finding = fixture.run({.checks = {plan}, .where = Where::CommandLine}).front();
        const auto evidence = probes::evidenceOf(finding, plan);
        QVERIFY(evidence.has_value());
        QCOMPARE(evidence->kind, release::EvidenceKind::Check);
        QCOMPARE(evidence->outcome, release::Outcome::Passed);
        QCOMPARE(evidence->title, QStringLiteral("Echo"));
        QCOMPARE(evidence->text, QStringLiteral("x\n"));
        QCOMPARE(evidence->run.checkId, QStringLiteral("echo"));
        QVERIFY(evidence->at > base::WallTime{});
        QVERIFY(!probes::evidenceOf(fixture.run(CheckKind::Http, {}), plan));
    }
};

RELEVO_TEST(PlanTest)
#include "plan_test.moc"
