// SPDX-License-Identifier: GPL-3.0-or-later
// Whole calls: time-outs, cancelling at every point, and what remains afterwards.
#include "client_bench.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using ai::Limit;
using ai::WireEnd;
using ai_test::answers;
using ai_test::Bench;
using ai_test::Heard;
using ai_test::refuses;
using ai_test::Sent;

namespace {

/// A server that does not time out is asked once.
ai::ClientConfig onlyOnce()
{
    return {.maxAttempts = 1};
}

bool endsAfter(Bench& b, Heard& heard, base::milliseconds time, Limit limit)
{
    b.advance(time - 1ms);
    if (heard.hasEnded())
        return false;
    b.advance(1ms);
    const auto* const timedOut = heard.as<ai::TimedOut>();
    return timedOut && timedOut->limit == limit && b.wire.last().isAborted();
}

} // namespace

class CallDeadlinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s56_s57_connectingHasItsLimit()
    {
        Bench b(onlyOnce());
        Heard& heard = b.call(); // neither SYN nor TLS handshake is answered
        QVERIFY(endsAfter(b, heard, 5s, Limit::Connect));
        QCOMPARE(b.client.breakers().at({.endpoint = "main"}).status().now.failures, 1);
    }

    void s58_acceptedAndNeverAnswered()
    {
        Bench b(onlyOnce());
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept();
        QVERIFY(endsAfter(b, heard, 20s, Limit::FirstContent));
    }

    void s58_imagesHaveAMinute()
    {
        Bench b(onlyOnce());
        auto request = Bench::question();
        request.deadlines = ai::deadlinesWithImages();
        request.deadlines.bytesIdle = 10min;
        Heard& heard = b.call(request);
        b.settle();
        b.wire.last().accept();
        QVERIFY(endsAfter(b, heard, 60s, Limit::FirstContent));
    }

    void s59_keepAlivesAndEmptyDeltasAreNoContent()
    {
        Bench b(onlyOnce());
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept().head(200);
        b.wire.last().bytes(
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}}]}\n\n");
        for (int i = 0; i < 19; ++i) {
            b.advance(1s);
            b.wire.last().bytes(": keep-alive\n\n").delta("");
        }
        QVERIFY(endsAfter(b, heard, 1s, Limit::FirstContent));
    }

    void s60_aStallAfterSomeContentKeepsThatContent()
    {
        Bench b(onlyOnce());
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept().head(200).delta("Probá ").delta("reiniciar");
        QVERIFY(endsAfter(b, heard, 30s, Limit::ContentIdle));
        QCOMPARE(heard.as<ai::TimedOut>()->partial, "Probá reiniciar");
        QCOMPARE(heard.text, "Probá reiniciar");
    }

    void s61_whoDripsForEverIsEndedByTheTotal()
    {
        Bench b(onlyOnce());
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept().head(200);
        for (int i = 0; i < 23; ++i) {
            b.advance(5s);
            b.wire.last().delta("a");
        }
        QVERIFY(endsAfter(b, heard, 5s, Limit::Total));
    }

    void s62_theQueueIsInsideTheDeadline()
    {
        Bench b({.maxAttempts = 1, .bulkhead = {.inFlight = 1}});
        b.wire.always = [](Sent& sent) { sent.accept(); };
        b.call();
        auto request = Bench::question();
        request.deadlines.total = 10s;
        Heard& waiting = b.call(request);
        b.advance(9'999ms);
        QVERIFY(!waiting.hasEnded());
        b.advance(1ms);
        QCOMPARE(waiting.as<ai::TimedOut>()->limit, Limit::Total);
        QVERIFY(waiting.report().attempts.empty());
    }

    void s62_aTurnWaitsNoLongerThanToItsFirstContent()
    {
        Bench b({.bulkhead = {.inFlight = 1}});
        b.call();
        Heard& waiting = b.call(Bench::turn());
        b.advance(1'800ms);
        QCOMPARE(waiting.as<ai::TimedOut>()->limit, Limit::CallFirstContent);
    }

    void s63_aDeadlineThatIsOverOpensNoSocket()
    {
        Bench b;
        auto request = Bench::question();
        request.deadlines.total = 0ms;
        Heard& heard = b.call(request);
        b.settle();
        QCOMPARE(heard.as<ai::TimedOut>()->limit, Limit::Total);
        QVERIFY(b.wire.sent.empty());
    }

    void s64_cancellingAtEveryPoint()
    {
        using Step = std::function<void(Bench&)>;
        const std::vector<Step> steps{
            [](Bench&) {},                             // before anything
            [](Bench& b) { b.settle(); },              // connecting
            [](Bench& b) { b.wire.last().connect(); }, // uploading
            [](Bench& b) { b.wire.last().accept(); },  // waiting
            [](Bench& b) { b.wire.last().head(200); },
            [](Bench& b) { b.wire.last().delta("Em"); }, // mid-stream
        };
        for (std::size_t upTo = 0; upTo < steps.size(); ++upTo) {
            Bench b;
            Heard& heard = b.call();
            for (std::size_t i = 0; i <= upTo; ++i)
                steps[i](b);
            b.handles[0].cancel();
            QVERIFY(heard.as<ai::Cancelled>());
            QCOMPARE(b.wire.open(), 0);
            b.handles[0].cancel(); // s65
            b.advance(5min);
            QCOMPARE(heard.ends.size(), 1U);
            QVERIFY(!heard.report().isAnsweredWithoutAi());
            QCOMPARE(b.client.callCount(), 0U);
        }
    }

    void s64_cancellingWhileTheSpareAnswers()
    {
        Bench b(
            {.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}, .maxAttempts = 1});
        b.wire.next = {refuses(500)};
        Heard& heard = b.call();
        b.settle();
        b.handles[0].cancel();
        QVERIFY(heard.as<ai::Cancelled>());
        QCOMPARE(b.wire.open(), 0);
    }

    void s64_tenThousandCancelsLeaveNothing()
    {
        Bench b;
        Heard heard;
        for (int i = 0; i < 10'000; ++i) {
            auto handle = b.start(heard);
            if (i % 4 > 0)
                b.settle();
            if (i % 4 > 1)
                b.wire.last().accept().head(200).delta("E");
            handle.cancel();
            b.wire.sent.clear();
            b.traced.clear();
        }
        b.settle();
        QCOMPARE(heard.ends.size(), 10'000U);
        QCOMPARE(b.client.callCount(), 0U);
        QVERIFY(!static_cast<base::TimerQueue&>(b.home.timers()).nextDeadline());
    }

    void s65_cancellingAfterTheEndIsNothing()
    {
        Bench b;
        b.wire.always = answers("bien");
        Heard& heard = b.call();
        b.settle();
        b.handles[0].cancel();
        b.handles.clear();
        QCOMPARE(heard.ends.size(), 1U);
        QVERIFY(heard.as<ai::Completed>());
    }

    void s65_aDroppedHandleTellsNothingButIsTraced()
    {
        Bench b;
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept().head(200);
        b.handles.clear();
        QVERIFY(!heard.hasEnded());
        QCOMPARE(b.wire.open(), 0);
        QCOMPARE(b.traced.size(), 1U);
        QVERIFY(std::holds_alternative<ai::Cancelled>(b.traced[0].outcome));
    }

    void s65_aListenerMayDropItsCallWhileItHears()
    {
        Bench b;
        std::optional<ai::CallHandle> handle;
        int deltas = 0;
        int ended = 0;
        handle = b.client.start(Bench::question(), {.delta =
                                                        [&](std::string_view) {
                                                            ++deltas;
                                                            handle.reset();
                                                        },
                                                    .ended = [&](const auto&) { ++ended; }});
        b.wire.always = [](Sent& sent) {
            sent.accept().head(200).delta("a").delta("b").done().end();
        };
        b.settle();
        QCOMPARE(deltas, 1);
        QCOMPARE(ended, 0);
        QCOMPARE(b.traced.size(), 1U);
    }

    void s66_quittingWithTwentyStreamsOpenEndsAll()
    {
        Bench b({.bulkhead = {.inFlight = 20}});
        b.wire.always = [](Sent& sent) { sent.accept().head(200).delta("a"); };
        for (int i = 0; i < 25; ++i)
            b.call();
        b.settle();
        QCOMPARE(b.wire.open(), 20);
        b.client.shutDown();
        QCOMPARE(b.wire.open(), 0);
        for (const Heard& heard : b.heards)
            QVERIFY(heard.as<ai::Cancelled>());
        Heard& late = b.call();
        b.settle();
        QCOMPARE(late.as<ai::Unavailable>()->cause, ai::Cause::ShuttingDown);
    }

    void s66_aClientThatGoesTakesItsCallsWithIt()
    {
        support::ManualHome home;
        base::SeededRandom random(1);
        ai_test::FakeWire wire(home.timers());
        const ai::ChatProtocol protocol;
        const ai::NoMasking masking;
        Heard heard;
        {
            ai::Client client(
                {home.clock(), home.timers(), random, wire, protocol, masking,
                 [](const std::string&) { return std::string("k"); }},
                {.endpoints = {Bench::endpoint("main")}, .bulkhead = {.inFlight = 2}});
            std::vector<ai::CallHandle> handles;
            for (int i = 0; i < 5; ++i)
                handles.push_back(client.start(
                    Bench::question(),
                    {.ended = [&](const ai::CallReport& r) { heard.ends.push_back(r); }}));
            home.advance(0ms);
            QCOMPARE(wire.open(), 2);
        }
        QCOMPARE(wire.open(), 0);
        QVERIFY(!heard.hasEnded());
        home.advance(10min);
    }

    void s67_whileTheReaderIsSlowTheServerIsNotBlamed()
    {
        Bench b(onlyOnce());
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept().head(200).delta("Uno ");
        b.handles[0].setPaused(true);
        QVERIFY(b.wire.last().isPaused());
        b.advance(100s);
        QVERIFY(!heard.hasEnded());
        b.handles[0].setPaused(false);
        QVERIFY(!b.wire.last().isPaused());
        b.wire.last().delta("dos").done().end();
        QCOMPARE(heard.as<ai::Completed>()->text, "Uno dos");
    }

    void s67_evenThenTheTotalHolds()
    {
        Bench b(onlyOnce());
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept().head(200).delta("Uno");
        b.handles[0].setPaused(true);
        b.advance(120s);
        QCOMPARE(heard.as<ai::TimedOut>()->limit, Limit::Total);
        QCOMPARE(b.client.breakers().at({"main", "small"}).status().now.calls, 0);
    }

    void s69_earlyHintsStopNoTimer()
    {
        Bench b(onlyOnce());
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept();
        b.advance(10s);
        b.wire.last().head(100, {}).head(103, {});
        QVERIFY(endsAfter(b, heard, 10s, Limit::FirstContent));
        QCOMPARE(heard.report().attempts[0].status, 0);
    }

    void s86_doneEndsTheCallThoughTheConnectionStaysOpen()
    {
        Bench b;
        Heard& heard = b.call();
        b.settle();
        b.wire.last().accept().head(200).delta("Listo").done();
        QVERIFY(heard.as<ai::Completed>());
        QVERIFY(!b.wire.last().isClosed()); // it may end by itself, to be used again
        b.wire.last().delta("más");
        QCOMPARE(heard.text, "Listo");
        b.advance(1s);
        QVERIFY(b.wire.last().isAborted());
        QVERIFY(!static_cast<base::TimerQueue&>(b.home.timers()).nextDeadline());
    }
};

RELEVO_TEST(CallDeadlinesTest)
#include "call_deadlines_test.moc"
