// SPDX-License-Identifier: GPL-3.0-or-later
// The whole client against a real server process: what can only be seen on the wire.
#include "support/ai_server/process.h"
#include "support/runner.h"
#include "wired_client.h"

#include <QSet>

#include <memory>
#include <vector>

using namespace std::string_literals;
using wiretest::configFor;
using wiretest::endpointAt;
using wiretest::question;
using wiretest::Told;
using wiretest::WiredClient;

class ClientWireTest : public QObject
{
    Q_OBJECT

    support::AiServer m_server;

    std::unique_ptr<Told> ask(const std::string& url, ai::ChatRequest request = question(),
                              int attempts = 1)
    {
        auto config = configFor({endpointAt(url)});
        config.maxAttempts = attempts;
        WiredClient wired(std::move(config));
        auto told = wired.run(std::move(request));
        told->handle = {}; // it must not outlive the client
        return told;
    }
    int stat(const char* name) const { return m_server.stats()[QLatin1String(name)].toInt(); }
    static std::string limitOf(const Told& told)
    {
        const auto* timedOut = std::get_if<ai::TimedOut>(&told.report().outcome);
        return timedOut ? ai::limitName(timedOut->limit) : told.outcome();
    }
    static std::string local(int port, const char* scheme = "http")
    {
        return scheme + "://127.0.0.1:"s + std::to_string(port) + "/v1";
    }

private Q_SLOTS:
    void init() { m_server.reset(); }

    void anAnswer()
    {
        const auto told = ask(m_server.url());
        QCOMPARE(told->outcome(), "completed"s);
        QCOMPARE(told->text, "Eco: hola ñandú"s);
        QCOMPARE(told->report().attempts.size(), 1U);
        QCOMPARE(told->report().attempts[0].requestId, "req-eco"s);
        QVERIFY(told->report().usage.inputTokens > 0);
    }

    void s26_attemptsAreCountedOnTheWire_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char* fault : {"status,code=500", "status,code=503", "reset"})
            QTest::newRow(fault) << QByteArray(fault);
    }

    void s26_attemptsAreCountedOnTheWire()
    {
        QFETCH(const QByteArray, fault);
        const auto told = ask(m_server.url(fault.toStdString()), question(), 3);
        QCOMPARE(told->outcome(), "unavailable"s);
        // A connection that is closed before any byte is tried once more, outside all counts (39).
        QCOMPARE(stat("requests"), fault == "reset" ? 4 : 3);
        QCOMPARE(told->report().attempts.size(), static_cast<std::size_t>(stat("requests")));
    }

    void s34_aFailingServerIsNotStormed()
    {
        for (const bool hasBreaker : {false, true}) {
            m_server.reset();
            auto config = configFor({endpointAt(m_server.url("status,code=500"))});
            config.maxAttempts = 3;
            config.backoff = {.base = base::milliseconds(1), .cap = base::milliseconds(5)};
            config.bulkhead = {.inFlight = 8, .queued = 2000};
            WiredClient wired(std::move(config));
            if (!hasBreaker) {
                wired.client.breakers().at({"server", "m", ai::Lane::Other}).disable();
                wired.client.breakers().at({"server"}).disable();
            }
            constexpr int kCalls = 1000;
            std::vector<std::unique_ptr<Told>> all;
            for (int i = 0; i < kCalls; ++i)
                all.push_back(wired.start(question()));
            for (const auto& told : all)
                QVERIFY(QTest::qWaitFor([&told] { return told->isOver(); }, 30'000));
            const int requests = stat("requests");
            constexpr int kBurst = 10;
            QVERIFY2(requests <= kCalls * 11 / 10 + kBurst, std::to_string(requests).c_str());
            QVERIFY2(hasBreaker ? requests < 50 : requests >= kCalls,
                     std::to_string(requests).c_str());
        }
    }

    void s37_aRetryIsTheSameBytesUnderTheSameKey()
    {
        const auto told = ask(m_server.url("status,code=500,times=2"), question(), 3);
        QCOMPARE(told->outcome(), "completed"s);
        const auto requests = m_server.requests();
        QCOMPARE(requests.size(), 3);
        QSet<QString> bodies, keys;
        for (const auto& request : requests) {
            bodies.insert(request[QLatin1String("bodySha256")].toString());
            keys.insert(
                request[QLatin1String("headers")][QLatin1String("idempotency-key")].toString());
        }
        QCOMPARE(bodies.size(), 1);
        QCOMPARE(keys.size(), 1);
        QVERIFY(!keys.contains(QString()));
    }

    void s39_aStaleConnectionIsTriedOnceMore()
    {
        auto config = configFor({endpointAt(m_server.url("stale"))});
        WiredClient wired(std::move(config));
        for (int i = 0; i < 4; ++i)
            QCOMPARE(wired.run(question())->outcome(), "completed"s);
        // Each call after the first meets a connection that closes on it.
        QCOMPARE(stat("requests"), 7);
    }

    void s56_aBlackholeIsAConnectTimeout()
    {
        QCOMPARE(limitOf(*ask(local(m_server.blackholePort()))), "connect"s);
    }

    void s57_aSilentHandshakeIsAConnectTimeout()
    {
        QCOMPARE(limitOf(*ask(local(m_server.silentPort(), "https"))), "connect"s);
    }

    void s58_s59_s60_s61_limitsOnTheWire_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QByteArray>("limit");
        const auto row = [](const char* fault, const char* limit) {
            QTest::newRow(fault) << QByteArray(fault) << QByteArray(limit);
        };
        row("hang", "first_content");
        row("pings", "first_content");
        row("role", "first_content");
        row("normal,first=30000", "first_content");
        row("stall,after=2", "content_idle");
    }

    void s58_s59_s60_s61_limitsOnTheWire()
    {
        QFETCH(const QByteArray, fault);
        QFETCH(const QByteArray, limit);
        const auto told = ask(m_server.url(fault.toStdString()));
        QCOMPARE(limitOf(*told), limit.toStdString());
        if (fault.startsWith("stall"))
            QCOMPARE(std::get<ai::TimedOut>(told->report().outcome).partial, "Eco: hola"s);
        // The peer sees it.
        QVERIFY(m_server.waitFor([](const QJsonObject& stats) {
            return stats[QLatin1String("inFlight")].toInt() == 0;
        }));
    }

    void s61_aDribbleIsEndedByTheTotal()
    {
        auto request = question();
        request.deadlines.firstContent = base::milliseconds(60'000);
        request.deadlines.total = base::milliseconds(500);
        QCOMPARE(limitOf(*ask(m_server.url("dribble,ms=50"), request)), "total"s);
        request = question();
        request.deadlines.total = base::milliseconds(700);
        const auto told = ask(m_server.url("drip,ms=50"), request);
        QCOMPARE(limitOf(*told), "total"s);
        QVERIFY(told->text.starts_with("gota "));
    }

    void s64_s66_twentyStreamsEndAtOnce()
    {
        auto config = configFor({endpointAt(m_server.url("drip,ms=10"))});
        config.bulkhead = {.inFlight = 20};
        WiredClient wired(std::move(config));
        std::vector<std::unique_ptr<Told>> all;
        for (int i = 0; i < 20; ++i)
            all.push_back(wired.start(question()));
        QVERIFY(m_server.waitFor([](const QJsonObject& stats) {
            return stats[QLatin1String("inFlight")].toInt() == 20;
        }));
        wired.client.shutDown();
        for (const auto& told : all)
            QCOMPARE(told->outcome(), "cancelled"s);
        QVERIFY(m_server.waitFor([](const QJsonObject& stats) {
            return stats[QLatin1String("inFlight")].toInt() == 0 &&
                   stats[QLatin1String("closedByPeer")].toInt() == 20;
        }));
    }

    void s68_theFirstContentIsWaitedForOnceTheBodyIsSent()
    {
        // The upload alone takes longer than the first content may.
        auto request = question(std::string(8'000'000, 'x'));
        request.deadlines.firstContent = base::milliseconds(2'500);
        request.deadlines.bytesIdle = base::milliseconds(2'000);
        const auto told = ask(m_server.url("normal,text=ok,read=3000000"), request);
        QCOMPARE(told->outcome(), "completed"s);
    }

    void s69_continueDoesNotStopTheTimers()
    {
        QCOMPARE(limitOf(*ask(m_server.url("early,times=200,every=50"))), "first_content"s);
    }

    void s70_s73_neverMoreInFlightThanAllowed()
    {
        auto config = configFor({endpointAt(m_server.url("normal,ms=5"))});
        config.bulkhead = {.inFlight = 3, .queued = 100};
        WiredClient wired(std::move(config));
        std::vector<std::unique_ptr<Told>> all;
        for (int i = 0; i < 40; ++i)
            all.push_back(wired.start(question()));
        for (const auto& told : all) {
            QVERIFY(QTest::qWaitFor([&told] { return told->isOver(); }, 30'000));
            QCOMPARE(told->outcome(), "completed"s);
        }
        QCOMPARE(stat("highWater"), 3);
        QCOMPARE(stat("requests"), 40);
    }

    void s75_theSecondServerAnswers()
    {
        const support::AiServer other;
        WiredClient wired(configFor(
            {endpointAt(m_server.url("hang"), "primary"), endpointAt(other.url(), "secondary")}));
        const auto told = wired.run(question());
        QCOMPARE(told->outcome(), "completed"s);
        QCOMPARE(told->report().hops.size(), 2U);
        QCOMPARE(told->report().hops[1].endpoint, "secondary"s);
    }

    void s86_doneEndsTheCallThoughTheConnectionStaysOpen()
    {
        auto request = question();
        request.deadlines.contentIdle = base::milliseconds(60'000);
        const auto told = ask(m_server.url("doneopen"), request);
        QCOMPARE(told->outcome(), "completed"s);
        QCOMPARE(told->text, "Eco: hola"s);
    }

    void s94_anUnknownFieldIsLeftOutAndRemembered()
    {
        auto config = configFor({endpointAt(m_server.url("unknownfield"))});
        config.maxAttempts = 3;
        WiredClient wired(std::move(config));
        QCOMPARE(wired.run(question())->outcome(), "completed"s);
        QCOMPARE(stat("requests"), 2);
        QCOMPARE(wired.run(question())->outcome(), "completed"s);
        QCOMPARE(stat("requests"), 3);
    }
};

RELEVO_TEST(ClientWireTest)
#include "client_wire_test.moc"
