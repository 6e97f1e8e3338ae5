// SPDX-License-Identifier: GPL-3.0-or-later
// Whole calls: how many at once, who waits, who goes first.
#include "client_bench.h"
#include "support/runner.h"

#include <map>
#include <random>

using namespace std::chrono_literals;
using ai::WireEnd;
using ai_test::answers;
using ai_test::Bench;
using ai_test::Heard;
using ai_test::Sent;

class CallQueueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s70_neverMoreOnTheWireThanAllowed()
    {
        for (quint64 seed = 0; seed < 5; ++seed) {
            Bench b({.bulkhead = {.queued = 1'000}}, seed);
            std::mt19937_64 rng(seed);
            b.wire.always = [&rng](Sent& sent) {
                switch (rng() % 8) {
                case 0: sent.refuse(503); break;
                case 1: sent.end(WireEnd::Reset); break;
                case 2: sent.end(WireEnd::ConnectFailed); break;
                case 3: sent.accept().head(200).delta("a").end(WireEnd::Truncated); break;
                case 4: sent.accept(); break;                             // hangs
                case 5: sent.accept().head(200).delta("a").done(); break; // stays open
                default: sent.answer("bien"); break;
                }
            };
            for (int i = 0; i < 300; ++i) {
                b.call(i % 2 == 0 ? Bench::turn() : Bench::question());
                b.advance(base::milliseconds(rng() % 300));
                if (rng() % 4 == 0)
                    b.handles[rng() % b.handles.size()].cancel();
            }
            b.advance(10min);
            QCOMPARE(b.wire.open(), 0);
            QVERIFY(b.wire.mostOpen() <= 4);
            QCOMPARE(b.client.callCount(), 0U);
            for (const Heard& heard : b.heards)
                QCOMPARE(heard.ends.size(), 1U); // exactly one outcome each
            QVERIFY(!static_cast<base::TimerQueue&>(b.home.timers()).nextDeadline());
        }
    }

    void s71_aFullQueueIsATypedRefusalAtOnce()
    {
        Bench b;
        for (int i = 0; i < 4 + 16; ++i)
            b.call();
        b.settle();
        Heard& refused = b.call();
        b.settle();
        QCOMPARE(refused.as<ai::Unavailable>()->cause, ai::Cause::QueueFull);
        QCOMPARE(b.wire.sent.size(), 4U);
        QVERIFY(refused.report().isAnsweredWithoutAi());
    }

    void s71_whoKeepsSomebodyWaitingGoesFirst()
    {
        Bench b({.bulkhead = {.inFlight = 1}});
        b.call();
        b.settle();
        auto background = Bench::question();
        background.priority = ai::Priority::Background;
        background.messages[0].text = "background";
        b.call(background);
        auto interactive = Bench::question();
        interactive.messages[0].text = "interactive";
        b.call(interactive);
        b.settle();
        b.wire.last().answer("bien");
        b.settle();
        QVERIFY(b.wire.last().request().body->find("interactive") != std::string::npos);
        b.wire.last().answer("bien");
        b.settle();
        QVERIFY(b.wire.last().request().body->find("background") != std::string::npos);
    }

    void s73_aCallIsNeverOnTheWireTwice()
    {
        Bench b({.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}});
        b.wire.always = [](Sent& sent) { sent.accept(); };
        b.call();
        for (int i = 0; i < 130; ++i) {
            b.advance(1s);
            QVERIFY(b.wire.open() <= 1);
        }
        QCOMPARE(b.wire.mostOpen(), 1);
    }

    void s97_theSameActionTwiceIsOneRequest()
    {
        Bench b;
        auto request = Bench::question();
        request.idempotencyKey = "action-1";
        Heard& first = b.call(request);
        Heard& second = b.call(request); // a double click
        b.settle();
        QCOMPARE(second.as<ai::Refused>()->policy, "duplicate");
        QVERIFY(!second.report().isAnsweredWithoutAi()); // the first one will answer
        Heard& third = b.call(request);
        b.settle();
        QVERIFY(third.as<ai::Refused>());
        QCOMPARE(b.wire.sent.size(), 1U);
        QCOMPARE(b.wire.last().header("idempotency-key"), "action-1");
        b.wire.last().answer("bien");
        QVERIFY(first.as<ai::Completed>());
        b.settle();
        b.call(request); // after a restart: the same key tells the server
        b.settle();
        QCOMPARE(b.wire.sent.size(), 2U);
        QCOMPARE(b.wire.last().header("idempotency-key"), "action-1");
    }

    void s15_afterALongSleepNoBurst()
    {
        Bench b({.bulkhead = {.inFlight = 1}});
        b.wire.always = [](Sent& sent) { sent.accept(); };
        for (int i = 0; i < 10; ++i)
            b.call();
        b.settle();
        b.home.clock().advance(1h); // every timer is overdue at once
        b.settle();
        b.advance(1s);
        QVERIFY(b.wire.sent.size() <= 2U);
        for (const Heard& heard : b.heards)
            QCOMPARE(heard.ends.size(), 1U);
    }
};

RELEVO_TEST(CallQueueTest)
#include "call_queue_test.moc"
