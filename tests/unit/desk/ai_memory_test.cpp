// SPDX-License-Identifier: GPL-3.0-or-later
// What AI's client knows outlives the process (scenario 24 and the day's spending), and servers that
// are tried on a wish.
#include "desk/smart/ai_memory.h"
#include "support/ai_server/process.h"
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QTest>

using namespace std::chrono_literals;

namespace {

desk::AiServer serverAt(const std::string& url, const QString& keyName = {})
{
    return {.name = QStringLiteral("Taller"),
            .profile = QStringLiteral("openai"),
            .address = QString::fromStdString(url),
            .model = QStringLiteral("m"),
            .keyName = keyName};
}

desk::AiConfig configOf(const desk::AiServer& server)
{
    return {.endpoints = {desk::aiEndpointOf(server)}};
}

desk::AiHealth healthOf(DeskFixture& f)
{
    return *f.ask<desk::AiHealth>(
        [&](base::Caller& c, auto done) { f.desk->aiHealth(c, std::move(done)); });
}

desk::AiTrial tried(DeskFixture& f, const desk::AiServer& server, const QString& key = {})
{
    return *f.ask<desk::AiTrial>(
        [&](base::Caller& c, auto done) { f.desk->tryAi(c, server, key, std::move(done)); });
}

} // namespace

class AiMemoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesToTextAndBack()
    {
        using namespace ai;
        const desk::AiMemory memory{
            .breakers = {{{"OpenAI", "gpt", Lane::Turn},
                          {.state = BreakerState::Open,
                           .cause = TripCause::TooSlowForTurns,
                           .trips = 3,
                           .openUntil = base::fromMs(1'700'000'000'123),
                           .atOpening = {10, 5, 2},
                           .lastError = "first_content"}},
                         {{"ñ \"x\"", "", Lane::Other},
                          {.state = BreakerState::ForcedOpen, .cause = TripCause::ByHand}}},
            .day = {std::chrono::sys_days(std::chrono::days(20'000)), 1'234}};
        QCOMPARE(desk::aiMemoryOf(desk::aiMemoryJson(memory)), memory);
    }

    void whatCannotBeReadIsForgotten()
    {
        for (const char* text :
             {"", "{", "[]", R"({"breakers":7,"day":"x"})", R"({"breakers":[1,{}]})",
              R"({"breakers":[{"endpoint":"a","state":"half_open"}]})"})
            QVERIFY2(desk::aiMemoryOf(QString::fromUtf8(text)) == desk::AiMemory(), text);
    }

    void s24_aForcedBreakerAndTheDaysSpendingOutliveARestart()
    {
        DeskFixture f;
        const desk::AiServer taller = serverAt("http://127.0.0.1:9");
        f.ai = configOf(taller);
        const desk::AiMemory spent{
            .day = {std::chrono::floor<std::chrono::days>(f.clock.wall()), 4'321}};
        QVERIFY(f.ask<void>([&](base::Caller& c, auto done) {
            f.desk->saveSetting(c, desk::kAiStateSetting, desk::aiMemoryJson(spent),
                                std::move(done));
        }));
        f.restart();
        QCOMPARE(healthOf(f).spentMicros, 4'321);
        f.desk->steerAi(taller.name, desk::AiSteer::ForceOpen);
        QTRY_VERIFY(!healthOf(f).breakers.empty());
        f.restart();
        const desk::AiHealth health = healthOf(f);
        QCOMPARE(health.spentMicros, 4'321);
        QVERIFY(!health.breakers.empty());
        for (const auto& breaker : health.breakers)
            QCOMPARE(breaker.state, QStringLiteral("forced_open"));
    }

    void theStateOutlivesAnotherChain()
    {
        DeskFixture f;
        const desk::AiServer taller = serverAt("http://127.0.0.1:9");
        f.ai = configOf(taller);
        f.restart();
        f.desk->steerAi(taller.name, desk::AiSteer::Disable);
        QTRY_VERIFY(!healthOf(f).breakers.empty());
        auto two = configOf(taller);
        two.endpoints.push_back(two.endpoints.front());
        two.endpoints.back().name = "other";
        f.desk->configureAi(two);
        f.settle();
        QTRY_VERIFY(!healthOf(f).breakers.empty());
        QCOMPARE(healthOf(f).breakers.front().state, QStringLiteral("disabled"));
    }

    void aGoodServerShowsWhatItCan()
    {
        const support::AiServer server;
        DeskFixture f;
        const desk::AiTrial trial = tried(f, serverAt(server.url()));
        QVERIFY(trial.isAnswered);
        QCOMPARE(trial.status, 200);
        QVERIFY(trial.pieces > 1);
        QCOMPARE(trial.schema, desk::AiSupport::Yes);
        QVERIFY(healthOf(f).breakers.empty()); // what is in use knows nothing of it
    }

    void aBadServerSaysWhy_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("no such key") << "status,code=401"
                                     << "unauthorized";
        QTest::newRow("busy") << "status,code=429"
                              << "rate_limited";
        QTest::newRow("broken") << "status,code=500"
                                << "unavailable";
        QTest::newRow("no such model") << "status,code=404"
                                       << "unavailable";
    }
    void aBadServerSaysWhy()
    {
        QFETCH(QString, fault);
        QFETCH(QString, outcome);
        const support::AiServer server;
        DeskFixture f;
        const desk::AiTrial trial = tried(f, serverAt(server.url(fault.toStdString())));
        QVERIFY(!trial.isAnswered);
        QCOMPARE(trial.outcome, outcome);
        QCOMPARE(server.stats().value(u"requests").toInt(1), 1); // once, without a retry
    }

    void nobodyThereIsSaid()
    {
        DeskFixture f;
        const desk::AiTrial trial = tried(f, serverAt("http://127.0.0.1:9"));
        QVERIFY(!trial.isAnswered);
        QCOMPARE(trial.outcome, QStringLiteral("unavailable"));
        QCOMPARE(trial.why, QStringLiteral("connect_failed"));
        QCOMPARE(trial.status, 0);
    }

    void aKeyThatIsMissingIsSaid()
    {
        DeskFixture f;
        const desk::AiTrial trial =
            tried(f, serverAt("http://127.0.0.1:9", QStringLiteral("TALLER_API_KEY")));
        QCOMPARE(trial.outcome, QStringLiteral("unavailable"));
        QCOMPARE(trial.why, QStringLiteral("no_key"));
    }
};

RELEVO_TEST(AiMemoryTest)
#include "ai_memory_test.moc"
