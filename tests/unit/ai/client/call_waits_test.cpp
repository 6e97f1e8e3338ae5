// SPDX-License-Identifier: GPL-3.0-or-later
// Whole calls: waiting as the server says, and for its limits.
#include "client_bench.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using ai_test::answers;
using ai_test::Bench;
using ai_test::Heard;
using ai_test::refuses;
using ai_test::Sent;

namespace {

ai::ClientConfig chainOfTwo()
{
    return {.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}};
}

ai_test::FakeWire::Script answersWith(ai::Headers headers)
{
    headers.push_back({"Content-Type", "text/event-stream"});
    return [headers](Sent& sent) { sent.accept().head(200, headers).delta("bien").done().end(); };
}

} // namespace

class CallWaitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s42_itWaitsAsLongAsTheServerSays()
    {
        Bench b;
        b.wire.next = {refuses(503, "{}", {{"retry-after-ms", "3000"}}), answers("bien")};
        Heard& heard = b.call();
        b.advance(2'999ms);
        QCOMPARE(b.wire.sent.size(), 1U);
        b.advance(500ms);
        QVERIFY(heard.as<ai::Completed>());
    }

    void s44_toldToComeAtOnceItStillSpreads()
    {
        Bench b;
        b.wire.next = {refuses(503, "{}", {{"Retry-After", "0"}}), answers("bien")};
        b.call();
        b.advance(199ms);
        QCOMPARE(b.wire.sent.size(), 1U);
        b.advance(201ms);
        QCOMPARE(b.wire.sent.size(), 2U);
    }

    void s46_longerThanTheDeadlineItFallsBackAtOnceAndTheEndpointCools()
    {
        Bench b(chainOfTwo());
        b.wire.next = {refuses(429, "{}", {{"Retry-After", "30"}})};
        b.wire.always = answers("bien");
        Heard& heard = b.call(Bench::turn());
        b.settle();
        QCOMPARE(heard.hops(), (std::vector<std::string>{"main:429", "spare:answered"}));
        Heard& second = b.call(Bench::turn());
        b.settle();
        QCOMPARE(second.hops(), (std::vector<std::string>{"main:cooling", "spare:answered"}));
        b.advance(30s);
        Heard& third = b.call(Bench::turn());
        b.settle();
        QCOMPARE(third.hops(), std::vector<std::string>{"main:answered"});
    }

    void s46_longerThanAMinuteIsNotWaitedFor()
    {
        Bench b(chainOfTwo());
        b.wire.next = {refuses(503, "{}", {{"Retry-After", "61"}})};
        b.wire.always = answers("bien");
        Heard& heard = b.call(); // has two minutes
        b.settle();
        QCOMPARE(heard.hops(), (std::vector<std::string>{"main:503", "spare:answered"}));
    }

    void s46_aloneItSaysUntilWhen()
    {
        Bench b;
        b.wire.always = refuses(429, "{}", {{"Retry-After", "90"}});
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.as<ai::RateLimited>()->until, std::optional(b.home.clock().wall() + 90s));
        QVERIFY(heard.report().isAnsweredWithoutAi());
    }

    void s47_anErrorInsideAnAnswerIsWaitedForAlike()
    {
        Bench b;
        b.wire.next = {
            [](Sent& sent) {
                sent.accept()
                    .head(200, {{"Content-Type", "text/event-stream"}, {"Retry-After", "7"}})
                    .bytes(
                        "data: "
                        "{\"error\":{\"message\":\"busy\",\"code\":\"rate_limit_exceeded\"}}\n\n")
                    .end();
            },
            answers("bien")};
        Heard& heard = b.call();
        b.advance(6'999ms);
        QCOMPARE(b.wire.sent.size(), 1U);
        b.advance(1s);
        QVERIFY(heard.as<ai::Completed>());
    }

    void s48_afterA429AllWaitAndAreLetGoOneByOne()
    {
        Bench b({.bulkhead = {.inFlight = 20}});
        b.wire.next = {refuses(429, "{}", {{"Retry-After", "5"}})};
        b.wire.always = [](Sent& sent) { sent.accept(); };
        b.call();
        b.settle();
        for (int i = 0; i < 8; ++i)
            b.call();
        b.advance(4'900ms);
        QCOMPARE(b.wire.sent.size(), 1U);
        std::size_t before = 1;
        for (int i = 0; i < 60; ++i) {
            b.advance(100ms);
            QVERIFY2(b.wire.sent.size() <= before + 1, "two at once");
            before = b.wire.sent.size();
        }
        QCOMPARE(b.wire.sent.size(), 10U);
    }

    void whileAPauseLastsACustomerIsAnsweredAtOnce()
    {
        Bench b;
        b.wire.always = refuses(429); // and says nothing of how long
        std::size_t asked = 0;
        for (const auto pause : {400ms, 800ms, 1'600ms, 3'200ms}) {
            Heard& finding = b.call(Bench::turn());
            b.settle();
            QVERIFY(finding.as<ai::RateLimited>());
            QCOMPARE(b.wire.sent.size(), ++asked);
            b.advance(pause - 1ms);
            Heard& known = b.call(Bench::turn());
            b.settle();
            QVERIFY(known.as<ai::RateLimited>());
            QCOMPARE(known.hops(),
                     (std::vector<std::string>{"main:cooling", "deterministic:rate_limited"}));
            QCOMPARE(b.wire.sent.size(), asked);
            b.advance(1ms);
        }
        b.wire.always = answers("bien");
        Heard& healthy = b.call(Bench::turn());
        b.settle();
        QVERIFY(healthy.as<ai::Completed>());
        b.wire.always = refuses(429);
        b.call(Bench::turn());
        b.settle();
        b.advance(400ms); // as after the first
        Heard& again = b.call(Bench::turn());
        b.settle();
        QCOMPARE(again.hops(),
                 (std::vector<std::string>{"main:429", "deterministic:rate_limited"}));
    }

    void customersWhoQueueAreAnsweredWhenThePauseBegins()
    {
        Bench b({.bulkhead = {.inFlight = 1}});
        b.wire.always = [](Sent& sent) { sent.accept(); };
        Heard& first = b.call(Bench::turn());
        b.settle();
        Heard& second = b.call(Bench::turn());
        Heard& agents = b.call(); // an agent's call can wait
        b.settle();
        QVERIFY(!first.hasEnded() && !second.hasEnded());
        b.wire.last().refuse(429);
        b.settle();
        QVERIFY(first.as<ai::RateLimited>());
        QVERIFY(second.as<ai::RateLimited>());
        QVERIFY(!agents.hasEnded());
        QCOMPARE(b.wire.sent.size(), 1U);
        b.advance(400ms);
        QCOMPARE(b.wire.sent.size(), 2U);
    }

    void aPauseLeadsACustomerToTheNextEndpointAtOnce()
    {
        Bench b(chainOfTwo());
        b.wire.next = {refuses(429)};
        b.wire.always = answers("bien");
        for (const char* why : {"main:429", "main:cooling"}) {
            Heard& heard = b.call(Bench::turn());
            b.settle();
            QCOMPARE(heard.hops(), (std::vector<std::string>{why, "spare:answered"}));
        }
    }

    void s49_nothingLeavesBeforeTheReset()
    {
        Bench b;
        b.wire.next = {answersWith(
            {{"x-ratelimit-remaining-requests", "0"}, {"x-ratelimit-reset-requests", "20s"}})};
        b.wire.always = answers("bien");
        b.call();
        b.settle();
        Heard& second = b.call();
        b.advance(19'999ms);
        QCOMPARE(b.wire.sent.size(), 1U);
        b.advance(1ms);
        QVERIFY(second.as<ai::Completed>());
    }

    void s49_whoCannotWaitIsToldUntilWhen()
    {
        Bench b;
        b.wire.next = {answersWith(
            {{"x-ratelimit-remaining-requests", "0"}, {"x-ratelimit-reset-requests", "20s"}})};
        b.call();
        b.settle();
        Heard& second = b.call(Bench::turn());
        b.settle();
        QCOMPARE(second.as<ai::RateLimited>()->until, std::optional(b.home.clock().wall() + 20s));
        QCOMPARE(b.wire.sent.size(), 1U);
        QCOMPARE(b.client.breakers().at({"main", "small", ai::Lane::Turn}).status().now.calls,
                 0); // s17
    }

    void s50_withFewTokensLeftTheAnswerIsShorter()
    {
        Bench b;
        b.wire.next = {answersWith(
            {{"x-ratelimit-remaining-tokens", "600"}, {"x-ratelimit-reset-tokens", "6m0s"}})};
        b.wire.always = answers("bien");
        b.call();
        b.settle();
        Heard& second = b.call(); // wants 1,024
        b.settle();
        QVERIFY(second.as<ai::Completed>());
        const auto& body = *b.wire.last().request().body;
        QVERIFY2(body.find("1024") == std::string::npos, body.c_str());
        QVERIFY2(body.find(":59") != std::string::npos, body.c_str());
    }

    void s55_failedAndShortAnswersGiveBackWhatTheyDidNotUse()
    {
        // Each call guesses a thousand and more, and uses 15; a minute has 3,000.
        Bench b({.limits = {.tokensPerMinute = 3'000}});
        b.wire.next = {refuses(400), refuses(400), refuses(400)};
        b.wire.always = answers("bien");
        for (int i = 0; i < 20; ++i) {
            Heard& heard = b.call();
            b.settle();
            QVERIFY2(heard.hasEnded(), qPrintable(QString::number(i)));
        }
    }
};

RELEVO_TEST(CallWaitsTest)
#include "call_waits_test.moc"
