// SPDX-License-Identifier: GPL-3.0-or-later
// One breaker alone: how it counts, opens, probes and closes. Numbers are those of the hundred scenarios of the AI client.
#include "breaker_bench.h"
#include "support/runner.h"

#include <algorithm>
#include <vector>

using namespace std::chrono_literals;
using namespace breaker_test;
using ai::BreakerEvent;
using ai::BreakerPermit;
using ai::BreakerState;
using ai::CallResult;
using ai::TripCause;

class BreakerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s01_belowMinimumCallsNothingOpens()
    {
        BreakerBench b;
        b.calls(4, CallResult::Failure);
        QCOMPARE(b.state(), BreakerState::Closed);
        QVERIFY(b.events.empty());
    }

    void s02_atTheThresholdItOpensOnce()
    {
        BreakerBench b({.failuresInARow = 0});
        b.calls(3, CallResult::Success);
        b.calls(2, CallResult::Failure);
        QCOMPARE(b.state(), BreakerState::Closed); // 40 %
        b.call(CallResult::Failure);               // 3 of 6: 50 %
        QCOMPARE(b.state(), BreakerState::Open);
        QCOMPARE(b.events.size(), 1U);
        QCOMPARE(b.events[0].cause, TripCause::FailureRate);
        QCOMPARE(b.events[0].counts, (ai::CallCounts{.calls = 6, .failures = 3}));
        QCOMPARE(b.breaker.status().lastError, "503");
    }

    void s03_failuresInARowOpenAlthoughTheRateIsLow()
    {
        BreakerBench b;
        b.calls(100, CallResult::Success);
        b.calls(4, CallResult::Failure);
        QCOMPARE(b.state(), BreakerState::Closed);
        b.call(CallResult::Failure);
        QCOMPARE(b.state(), BreakerState::Open);
        QCOMPARE(b.events[0].cause, TripCause::FailuresInARow);
    }

    void s03_aSuccessBetweenBreaksTheRow()
    {
        BreakerBench b;
        b.calls(100, CallResult::Success);
        b.calls(4, CallResult::Failure);
        b.call(CallResult::Success);
        b.calls(4, CallResult::Failure);
        QCOMPARE(b.state(), BreakerState::Closed);
    }

    void s03_aRowThatTookMoreThanItsMinuteDoesNotOpen()
    {
        for (const auto& [step, opens] : {std::pair{15'000ms, true}, std::pair{15'001ms, false}}) {
            BreakerBench b({.minimumCalls = 1'000});
            for (int i = 0; i < 5; ++i) {
                b.call(CallResult::Failure);
                if (i < 4)
                    b.clock.advance(step);
            }
            QCOMPARE(b.state() == BreakerState::Open, opens);
        }
    }

    void s04_whatIsOlderThanTheWindowDoesNotCount()
    {
        // Buckets begin at whole seconds; the manual clock does too.
        for (const auto& [wait, opens] : {std::pair{59'999ms, true}, std::pair{60'000ms, false}}) {
            BreakerBench b({.failuresInARow = 0});
            b.calls(4, CallResult::Failure);
            b.clock.advance(wait);
            b.call(CallResult::Failure);
            QCOMPARE(b.state() == BreakerState::Open, opens);
        }
    }

    void s04_aBucketEdgeIsExact()
    {
        BreakerBench b({.failuresInARow = 0});
        b.clock.advance(999ms);
        b.calls(2, CallResult::Failure); // the last millisecond of a bucket
        b.clock.advance(1ms);
        b.calls(2, CallResult::Failure); // the first of the next
        b.clock.advance(58'999ms);
        QCOMPARE(b.breaker.status().now.failures, 4);
        b.clock.advance(1ms);
        QCOMPARE(b.breaker.status().now.failures, 2);
        b.clock.advance(999ms);
        QCOMPARE(b.breaker.status().now.failures, 2);
        b.clock.advance(1ms);
        QCOMPARE(b.breaker.status().now.failures, 0);
    }

    void s05_whileOpenItRefusesWithCauseAndWait()
    {
        BreakerBench b({.jitterPercent = 0});
        b.trip();
        b.clock.advance(3s);
        const auto refused = b.breaker.acquire(kLease);
        QVERIFY(!refused);
        QCOMPARE(refused.error().state, BreakerState::Open);
        QCOMPARE(refused.error().cause, TripCause::FailuresInARow);
        QCOMPARE(refused.error().remaining, 7'000ms);
    }

    void s06_onlyOneProbeOfFifty()
    {
        BreakerBench b;
        b.trip();
        b.waitOpen();
        int through = 0;
        for (int i = 0; i < 50; ++i)
            through += b.breaker.acquire(kLease) ? 1 : 0;
        QCOMPARE(through, 1);
        QCOMPARE(b.state(), BreakerState::HalfOpen);
    }

    void s07_enoughProbesCloseItAsNew()
    {
        BreakerBench b;
        b.trip();
        b.waitOpen();
        b.call(CallResult::Success);
        QCOMPARE(b.state(), BreakerState::HalfOpen);
        b.call(CallResult::Success);
        QCOMPARE(b.state(), BreakerState::Closed);
        const auto status = b.breaker.status();
        QCOMPARE(status.now, ai::CallCounts{});
        QCOMPARE(status.trips, 0);
        QCOMPARE(status.lastError, "");
        b.calls(4, CallResult::Failure); // none left over from before
        QCOMPARE(b.state(), BreakerState::Closed);
    }

    void s08_aFailedProbeOpensForLonger()
    {
        BreakerBench b;
        b.trip();
        base::milliseconds longest = 0ms;
        for (int n = 0; n < 10; ++n) {
            const auto wait = b.breaker.status().nextProbe;
            const auto whole = std::min<base::milliseconds>(10s * (1 << n), 5min);
            QVERIFY2(wait >= whole * 8 / 10 && wait <= whole * 12 / 10,
                     qPrintable(QString::number(n)));
            QVERIFY(wait <= 5min);
            longest = std::max(longest, wait);
            b.waitOpen();
            b.call(CallResult::Failure);
            QCOMPARE(b.breaker.status().cause, TripCause::ProbeFailed);
        }
        QVERIFY(longest > 4min);
    }

    void s08_theWaitIsJittered()
    {
        std::vector<base::milliseconds> waits;
        for (quint64 seed = 0; seed < 20; ++seed) {
            base::ManualClock clock;
            base::SeededRandom random(seed);
            ai::Breaker breaker({}, clock, random);
            for (int i = 0; i < 5; ++i)
                breaker.report(*breaker.acquire(kLease), CallResult::Failure);
            waits.push_back(breaker.status().nextProbe);
        }
        std::ranges::sort(waits);
        QVERIFY(waits.front() < 9s && waits.back() > 11s);
    }

    void s08_aFlatWaitStaysTheSame()
    {
        BreakerBench b(ai::flatFiveMinutes());
        b.trip();
        for (int n = 0; n < 3; ++n) {
            QCOMPARE(b.breaker.status().nextProbe, 300'000ms);
            b.waitOpen();
            b.call(CallResult::Failure);
        }
    }

    void s09_aCancelledProbeGivesItsPermitBack()
    {
        BreakerBench b;
        b.trip();
        b.waitOpen();
        const auto probe = b.breaker.acquire(kLease);
        QVERIFY(probe && probe->probe != 0);
        QVERIFY(!b.breaker.acquire(kLease));
        b.breaker.report(*probe, CallResult::Ignored);
        QCOMPARE(b.state(), BreakerState::HalfOpen);
        QVERIFY(!b.breaker.status().hasProbe);
        QVERIFY(b.breaker.acquire(kLease)->probe != 0);
    }

    void s09_aCancelledProbeIsNoSuccess()
    {
        BreakerBench b;
        b.trip();
        b.waitOpen();
        b.call(CallResult::Success);
        b.calls(3, CallResult::Ignored);
        QCOMPARE(b.state(), BreakerState::HalfOpen);
        b.call(CallResult::Success);
        QCOMPARE(b.state(), BreakerState::Closed);
    }

    void s10_aProbeThatNeverAnswersFailsAtItsLease()
    {
        BreakerBench b({.jitterPercent = 0});
        b.trip();
        b.waitOpen();
        const auto probe = b.breaker.acquire(30s);
        QVERIFY(probe);
        b.clock.advance(29'999ms);
        QVERIFY(!b.breaker.acquire(kLease));
        QCOMPARE(b.state(), BreakerState::HalfOpen);
        b.clock.advance(1ms);
        QCOMPARE(b.state(), BreakerState::Open);
        QCOMPARE(b.breaker.status().cause, TripCause::ProbeExpired);
        QCOMPARE(b.breaker.status().nextProbe, 20'000ms);
        b.breaker.report(*probe, CallResult::Success); // too late to mean anything
        QCOMPARE(b.state(), BreakerState::Open);
        b.waitOpen();
        QVERIFY(b.breaker.acquire(kLease)); // not wedged
    }

    void s10_lookingLateAtALeaseIsAsGoodAsATimer()
    {
        BreakerBench b({.jitterPercent = 0});
        b.trip();
        b.waitOpen();
        QVERIFY(b.breaker.acquire(30s));
        b.clock.advance(30s + 20s); // the lease, and then the whole of the second opening
        QVERIFY(b.breaker.acquire(kLease));
        QCOMPARE(b.state(), BreakerState::HalfOpen);
    }

    void s11_anIgnoredResultOfAProbeDecidesNothing()
    {
        BreakerBench b;
        b.trip();
        b.waitOpen();
        b.calls(20, CallResult::Ignored);
        QCOMPARE(b.state(), BreakerState::HalfOpen);
        QCOMPARE(b.events.size(), 2U); // closed -> open -> half-open
    }

    void s12_aLateSuccessFromBeforeTheTripChangesNothing()
    {
        BreakerBench b;
        const auto early = b.breaker.acquire(kLease);
        b.trip();
        b.breaker.report(*early, CallResult::Success);
        QCOMPARE(b.state(), BreakerState::Open);
        b.waitOpen();
        QVERIFY(b.breaker.acquire(kLease));
        QCOMPARE(b.state(), BreakerState::HalfOpen);
        b.breaker.report(*early, CallResult::Success);
        b.breaker.report(*early, CallResult::Failure);
        QCOMPARE(b.state(), BreakerState::HalfOpen);
        QVERIFY(b.breaker.status().hasProbe);
    }

    void s13_aLateProbeOfAnEarlierGenerationFreesNoPlace()
    {
        BreakerBench b;
        b.trip();
        b.waitOpen();
        const auto first = b.breaker.acquire(1s);
        b.clock.advance(1s); // its lease: open again
        b.waitOpen();
        const auto second = b.breaker.acquire(kLease);
        QVERIFY(second && second->generation > first->generation);
        b.breaker.report(*first, CallResult::Success);
        b.breaker.report(*first, CallResult::Failure);
        QCOMPARE(b.state(), BreakerState::HalfOpen);
        QVERIFY(b.breaker.status().hasProbe);
        QVERIFY(!b.breaker.acquire(kLease));
    }

    void s13_aProbeReportedTwiceCountsOnce()
    {
        BreakerBench b;
        b.trip();
        b.waitOpen();
        const auto probe = b.breaker.acquire(kLease);
        b.breaker.report(*probe, CallResult::Success);
        b.breaker.report(*probe, CallResult::Success);
        QCOMPARE(b.state(), BreakerState::HalfOpen);
    }

    void s14_aWallClockThatJumpsChangesNoWait()
    {
        BreakerBench b({.jitterPercent = 0});
        b.trip();
        b.clock.setWall(b.clock.wall() + 24h);
        QCOMPARE(b.breaker.status().nextProbe, 10'000ms);
        b.clock.setWall(b.clock.wall() - 48h);
        QCOMPARE(b.breaker.status().nextProbe, 10'000ms);
        QVERIFY(!b.breaker.acquire(kLease));
    }

    void s15_afterALongSleepThereIsOneProbe()
    {
        BreakerBench b;
        b.trip();
        b.clock.advance(1h);
        QVERIFY(b.breaker.acquire(kLease));
        for (int i = 0; i < 50; ++i)
            QVERIFY(!b.breaker.acquire(kLease));
        QCOMPARE(b.events.size(), 2U);
    }

    void s16_hugeDurationsDoNotOverflow()
    {
        constexpr auto kMost = base::milliseconds::max();
        BreakerBench b({.openFor = kMost, .openAtMost = kMost});
        b.trip();
        QCOMPARE(b.state(), BreakerState::Open);
        QVERIFY(b.breaker.status().nextProbe > 24h * 365);
        b.breaker.reset();
        BreakerBench c;
        c.trip();
        c.waitOpen();
        QVERIFY(c.breaker.acquire(kMost));
        c.clock.advance(24h * 365);
        QCOMPARE(c.state(), BreakerState::HalfOpen);
    }

    void s16_theCapHoldsAfterAThousandTrips()
    {
        BreakerBench b;
        b.trip();
        for (int i = 0; i < 1'000; ++i) {
            b.waitOpen();
            b.call(CallResult::Failure);
            const auto wait = b.breaker.status().nextProbe;
            QVERIFY(wait > 0ms && wait <= 5min);
        }
        QVERIFY(b.breaker.status().nextProbe >= 4min);
        QCOMPARE(b.breaker.status().trips, 1'001);
    }
};

RELEVO_TEST(BreakerTest)
#include "breaker_test.moc"
