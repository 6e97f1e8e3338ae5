// SPDX-License-Identifier: GPL-3.0-or-later
// The smoke calls of the deployment's template, run by probes against this very gateway.
#include "base/threads/qt_home.h"
#include "gateway_fixture.h"
#include "probes/runner.h"
#include "release/template_loader.h"
#include "support/runner.h"

#include <QFile>
#include <QMap>

#include <algorithm>

namespace {

std::vector<release::CheckPlan> checksOf(const char* item)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/releases/deployment.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no template");
    const auto templates = release::loadTemplates(file.readAll(), QStringLiteral("es"));
    if (!templates)
        qFatal("template: %s", qPrintable(templates.error().detail));
    const auto& items = templates->front().items;
    const auto found = std::ranges::find(items, release::ItemId{QString::fromLatin1(item)},
                                         &release::ItemPlan::id);
    return found == items.end() ? std::vector<release::CheckPlan>() : found->checks;
}

/// What came of each check, by its id.
using Outcomes = QMap<QString, QString>;

class SmokeRun
{
public:
    explicit SmokeRun(const GatewayFixture& fixture, const QString& token = {})
    {
        m_values.insert(s("host"), s("http://127.0.0.1:%1/").arg(fixture.port));
        if (!token.isEmpty())
            m_values.insert(s("log_token"), token);
    }

    Outcomes run(const char* item)
    {
        Outcomes outcomes;
        bool isDone = false;
        findings.clear();
        m_runner.run({.checks = checksOf(item),
                      .parameters = {.values = m_values, .own = {QUrl(m_values[s("host")])}},
                      .where = probes::Where::Schedule},
                     {.found =
                          [&](const probes::Finding& finding) {
                              outcomes.insert(finding.checkId, probes::summaryOf(finding));
                              findings.push_back(finding);
                          },
                      .done = [&] { isDone = true; }});
        return QTest::qWaitFor([&] { return isDone; }, 20'000) ? outcomes : Outcomes();
    }

    std::vector<probes::Finding> findings;

private:
    QHash<QString, QString> m_values;
    base::SystemClock m_clock;
    base::QtHome m_home{m_clock};
    probes::Runner m_runner{
        {.home = m_home.home(), .timers = m_home, .clock = m_clock, .mask = {}, .subjects = {}}};
};

/// Those of the eight that this program has a part for; images and tickets have none yet.
Outcomes expectedNow()
{
    return {
        {s("health"), s("passed")},       {s("greeting"), s("passed")},
        {s("session"), s("passed")},      {s("chat"), s("passed")},
        {s("chat-ai-down"), s("passed")}, {s("image"), s("could_not_run not_offered images")},
        {s("logs"), s("passed")},         {s("ticket"), s("could_not_run not_offered tickets")}};
}

} // namespace

class SmokeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theEightCallsOfTheTemplate()
    {
        const GatewayFixture fixture;
        SmokeRun smoke(fixture);
        QCOMPARE(smoke.run("smoke-staging"), expectedNow());
    }

    void theyAreAnsweredWithAiDown()
    {
        const GatewayFixture fixture;
        const desk::AiServer down{.name = s("Taller"),
                                  .profile = s("openai"),
                                  .address = s("http://127.0.0.1:9"),
                                  .model = s("m")};
        fixture.desk.desk->configureAi({.endpoints = {desk::aiEndpointOf(down)}});
        SmokeRun smoke(fixture);
        QCOMPARE(smoke.run("smoke-staging"), expectedNow());
        for (const auto& finding : smoke.findings)
            QVERIFY(finding.run.duration < std::chrono::seconds(2));
    }

    void noSessionAndNoTokenIsKept()
    {
        const QString token = s("a-token-of-more-than-32-characters-000");
        gateway::Options options;
        options.logToken = token;
        const GatewayFixture fixture(std::move(options));
        SmokeRun smoke(fixture, token);
        std::ignore = smoke.run("smoke-staging");
        const auto greeting =
            std::ranges::find(smoke.findings, s("greeting"), &probes::Finding::checkId);
        QVERIFY(greeting != smoke.findings.end());
        for (const char* kept : {"\"sessionId\":\"{session}\"", "\"csrfToken\":\"{csrf}\"",
                                 "\"customerId\":\"{customer}\""})
            QVERIFY2(greeting->output.contains(QLatin1String(kept)), kept);
        QCOMPARE(smoke.run("metrics-exposed").value(s("metrics")), s("passed"));
        QCOMPARE(smoke.findings.front().run.httpStatus, 200);
        for (const auto& finding : smoke.findings)
            QVERIFY(!finding.output.contains(token));
    }

    void theChecksAfterARelease()
    {
        const GatewayFixture fixture;
        SmokeRun smoke(fixture);
        QCOMPARE(smoke.run("after-release"), expectedNow());
    }
};

RELEVO_TEST(SmokeTest)
#include "smoke_test.moc"
