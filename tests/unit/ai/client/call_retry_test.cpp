// SPDX-License-Identifier: GPL-3.0-or-later
// Whole calls: what is sent again, how often, and what is not.
#include "client_bench.h"
#include "support/runner.h"

#include <set>

using namespace std::chrono_literals;
using ai::WireEnd;
using ai_test::answers;
using ai_test::Bench;
using ai_test::ends;
using ai_test::Heard;
using ai_test::refuses;
using ai_test::Sent;

namespace {
constexpr const char* kNoCredit =
    R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}})";

ai::ClientConfig twoEndpoints()
{
    return {.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}};
}
} // namespace

class ClientRetryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPlainCallIsAnswered()
    {
        Bench b;
        b.wire.always = answers("Hola, ¿qué tal?");
        Heard& heard = b.call();
        QVERIFY(!heard.hasEnded()); // nothing inside start()
        QVERIFY(b.wire.sent.empty());
        b.settle();
        const auto* const done = heard.as<ai::Completed>();
        QVERIFY(done);
        QCOMPARE(done->text, "Hola, ¿qué tal?");
        QCOMPARE(heard.text, done->text);
        QCOMPARE(done->finish, "stop");
        QCOMPARE(done->usage, (ai::Usage{10, 5}));
        QCOMPARE(heard.hops(), std::vector<std::string>{"main:answered"});
        QVERIFY(!heard.report().isAnsweredWithoutAi());
        QCOMPARE(b.traced.size(), 1U);
        QCOMPARE(b.client.callCount(), 0U);
    }

    void s26_attemptsAreOneAndTheRetries()
    {
        for (const int most : {1, 2, 3, 5}) {
            Bench b({.maxAttempts = most});
            b.wire.always = refuses(503);
            Heard& heard = b.call();
            b.advance(60s);
            QCOMPARE(int(b.wire.sent.size()), most);
            QCOMPARE(int(heard.report().attempts.size()), most);
            QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::ServerError);
        }
    }

    void s27_whatIsSentAgainAndWhatIsNot()
    {
        for (const int status : {408, 409, 425, 429, 500, 502, 503, 504, 529}) {
            Bench b;
            b.wire.next = {refuses(status), answers("bien")};
            Heard& heard = b.call();
            b.advance(60s);
            QVERIFY2(heard.as<ai::Completed>(), qPrintable(QString::number(status)));
            QCOMPARE(b.wire.sent.size(), 2U);
        }
        for (const int status : {400, 401, 403, 404, 413, 422, 501}) {
            Bench b;
            b.wire.always = refuses(status);
            Heard& heard = b.call();
            b.advance(60s);
            QVERIFY(heard.hasEnded());
            QVERIFY2(b.wire.sent.size() == 1, qPrintable(QString::number(status)));
        }
    }

    void s27_endsBeforeAnyAnswerAreSentAgain()
    {
        for (const auto end : {WireEnd::ConnectFailed, WireEnd::Reset}) {
            Bench b;
            b.wire.next = {ends(end), answers("bien")};
            Heard& heard = b.call();
            b.advance(60s);
            QVERIFY2(heard.as<ai::Completed>(), ai::wireEndName(end));
        }
    }

    void s28_withoutCreditItGoesStraightToTheNext()
    {
        Bench b(twoEndpoints());
        b.wire.next = {refuses(429, kNoCredit)};
        b.wire.always = answers("bien");
        Heard& heard = b.call();
        b.settle();
        QVERIFY(heard.as<ai::Completed>());
        QCOMPARE(heard.hops(), (std::vector<std::string>{"main:429", "spare:answered"}));
        Heard& second = b.call(); // the account is left alone for a while
        b.settle();
        QCOMPARE(second.hops(), (std::vector<std::string>{"main:quota", "spare:answered"}));
        QCOMPARE(b.wire.sent.size(), 3U);
    }

    void s28_withoutCreditAnywhereTheCauseIsClear()
    {
        for (const auto& script : {refuses(429, kNoCredit), refuses(402)}) {
            Bench b;
            b.wire.always = script;
            Heard& heard = b.call();
            b.advance(60s);
            QCOMPARE(b.wire.sent.size(), 1U);
            QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::Quota);
            QVERIFY(heard.as<ai::Unavailable>()->until);
        }
    }

    void s29_theServerDecides()
    {
        Bench no;
        no.wire.always = refuses(503, "{}", {{"x-should-retry", "false"}});
        no.call();
        no.advance(60s);
        QCOMPARE(no.wire.sent.size(), 1U);
        Bench yes;
        yes.wire.next = {refuses(400, "{}", {{"x-should-retry", "true"}}), answers("bien")};
        Heard& heard = yes.call();
        yes.advance(60s);
        QVERIFY(heard.as<ai::Completed>());
    }

    void s31_aWaitThatPassesTheDeadlineIsNotBegun()
    {
        Bench b;
        b.wire.always = refuses(503, "{}", {{"Retry-After", "5"}, {"x-request-id", "r-1"}});
        auto request = Bench::question();
        request.deadlines.total = 4s;
        Heard& heard = b.call(request);
        b.settle();
        QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::ServerError); // the real error, now
        QCOMPARE(b.wire.sent.size(), 1U);
    }

    void s32_cancellingDuringTheWaitEndsItAtOnce()
    {
        Bench b;
        b.wire.always = refuses(503, "{}", {{"Retry-After", "10"}});
        Heard& heard = b.call();
        b.settle();
        QVERIFY(!heard.hasEnded());
        b.handles[0].cancel();
        QVERIFY(heard.as<ai::Cancelled>());
        b.advance(1min);
        QCOMPARE(b.wire.sent.size(), 1U);
        QCOMPARE(heard.ends.size(), 1U);
    }

    void s33_anEmptyBudgetLeavesFirstAttempts()
    {
        Bench b({.breaker = {.failuresInARow = 0, .minimumCalls = 100'000}});
        b.wire.always = refuses(503);
        for (int i = 0; i < 5; ++i) {
            b.call();
            b.advance(5s);
        }
        QVERIFY(b.exhausted.empty());
        for (int i = 0; i < 10; ++i) {
            b.call();
            b.advance(5s);
        }
        QVERIFY(!b.exhausted.empty());
        QCOMPARE(b.exhausted[0], "main");
        const auto before = b.wire.sent.size();
        Heard& heard = b.call();
        b.advance(5s);
        QCOMPARE(b.wire.sent.size(), before + 1);
        QVERIFY(heard.hasEnded());
    }

    void s34_aThousandCallsToADeadServerAreHardlyMultiplied()
    {
        Bench off({.breaker = {.failuresInARow = 0, .minimumCalls = 100'000}});
        off.wire.always = refuses(503);
        for (int i = 0; i < 1'000; ++i) {
            off.call();
            off.advance(100ms);
        }
        off.advance(1min);
        QVERIFY2(off.wire.sent.size() <= 1'100 + 10,
                 qPrintable(QString::number(off.wire.sent.size())));
        Bench on;
        on.wire.always = refuses(503);
        for (int i = 0; i < 1'000; ++i) {
            on.call();
            on.advance(100ms);
        }
        on.advance(1min);
        QVERIFY2(on.wire.sent.size() < 50, qPrintable(QString::number(on.wire.sent.size())));
        for (const Heard& heard : on.heards)
            QCOMPARE(heard.ends.size(), 1U);
    }

    void s35_theBudgetComesBackWithHealth()
    {
        Bench b({.breaker = {.failuresInARow = 0, .minimumCalls = 100'000}});
        b.wire.always = refuses(503);
        for (int i = 0; i < 20; ++i) {
            b.call();
            b.advance(5s);
        }
        QVERIFY(!b.exhausted.empty());
        b.wire.always = answers("bien");
        for (int i = 0; i < 60; ++i) {
            b.call();
            b.advance(1s);
        }
        b.exhausted.clear();
        b.wire.next = {refuses(503), refuses(503), answers("bien")};
        Heard& heard = b.call();
        b.advance(30s);
        QVERIFY(heard.as<ai::Completed>());
        QVERIFY(b.exhausted.empty());
    }

    void s36_cancelledCallsLeaveTheBudgetAlone()
    {
        Bench b({.breaker = {.failuresInARow = 0, .minimumCalls = 100'000}});
        for (int i = 0; i < 100; ++i) {
            b.call();
            b.settle();
            b.handles.back().cancel();
        }
        b.wire.next = {refuses(503), refuses(503), answers("bien")};
        Heard& heard = b.call();
        b.advance(30s);
        QVERIFY(heard.as<ai::Completed>());
        QVERIFY(b.exhausted.empty());
    }

    void s37_aRetryIsTheSameBytesUnderTheSameKey()
    {
        Bench b;
        b.wire.next = {refuses(503), ends(WireEnd::Reset), answers("bien")};
        b.call();
        b.advance(60s);
        QCOMPARE(b.wire.sent.size(), 3U);
        std::set<std::string> keys;
        for (const auto& sent : b.wire.sent) {
            keys.insert(sent->header("idempotency-key"));
            QCOMPARE(*sent->request().body, *b.wire.sent[0]->request().body);
        }
        QCOMPARE(keys.size(), 1U);
        QVERIFY(!keys.contains(""));
        b.wire.always = answers("bien");
        b.call();
        b.settle();
        QVERIFY(!keys.contains(b.wire.last().header("idempotency-key"))); // a new action, a new key
    }

    void s38_nothingIsSentAgainOnceContentWasDelivered()
    {
        Bench b(twoEndpoints());
        b.wire.next = {
            [](Sent& sent) { sent.accept().head(200).delta("Primero").end(WireEnd::Reset); }};
        b.wire.always = answers("no");
        Heard& heard = b.call();
        b.advance(60s);
        QCOMPARE(heard.as<ai::Truncated>()->partial, "Primero");
        QCOMPARE(b.wire.sent.size(), 1U);
        QVERIFY(!heard.report().isAnsweredWithoutAi());
    }

    void s39_aStaleConnectionIsSentAgainOnceOutsideAllCounts()
    {
        Bench b({.maxAttempts = 1});
        b.wire.next = {ends(WireEnd::ClosedBeforeAnyByte), answers("bien")};
        Heard& heard = b.call();
        b.settle(); // no wait at all
        QVERIFY(heard.as<ai::Completed>());
        QCOMPARE(heard.reasons(), (std::vector<std::string>{"stale_connection", "ok"}));
        QCOMPARE(b.client.breakers().at({"main", "small"}).status().now.calls, 1);
        QCOMPARE(b.wire.sent[0]->header("idempotency-key"),
                 b.wire.sent[1]->header("idempotency-key"));
    }

    void s39_theSecondTimeItIsAFailureLikeAnyOther()
    {
        Bench b({.maxAttempts = 1});
        b.wire.always = ends(WireEnd::ClosedBeforeAnyByte);
        Heard& heard = b.call();
        b.advance(30s);
        QCOMPARE(b.wire.sent.size(), 2U);
        QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::ServerError);
        QCOMPARE(b.client.breakers().at({"main", "small"}).status().now.failures, 1);
    }

    void s41_theReportNamesEveryAttemptAndNoSecret()
    {
        Bench b(twoEndpoints());
        b.wire.next = {
            refuses(500, R"({"error":"¿Qué hago? sk-secret"})", {{"x-request-id", "r-1"}})};
        b.wire.always = [&](Sent& sent) {
            sent.refuse(400, R"({"error":{"message":"no"}})", {{"X-Request-Id", "r-2"}});
        };
        Heard& heard = b.call();
        b.advance(60s);
        QCOMPARE(heard.name(), "bad_request");
        const std::string line = ai::summary(heard.report());
        for (const char* part : {"main/small 500", "id r-1", "400", "id r-2", " ms"})
            QVERIFY2(line.find(part) != std::string::npos, line.c_str());
        for (const char* secret : {"sk-", "hago", "secret"})
            QVERIFY2(line.find(secret) == std::string::npos, line.c_str());
    }
};

RELEVO_TEST(ClientRetryTest)
#include "call_retry_test.moc"
