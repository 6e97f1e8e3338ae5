// SPDX-License-Identifier: GPL-3.0-or-later
// One breaker alone: slowness, what people set, restarts, and who listens. Numbers are those of the hundred scenarios of the AI client.
#include "breaker_bench.h"
#include "support/runner.h"

#include <stdexcept>
#include <vector>

using namespace std::chrono_literals;
using namespace breaker_test;
using ai::BreakerEvent;
using ai::BreakerPermit;
using ai::BreakerState;
using ai::CallResult;
using ai::TripCause;

class BreakerByHandTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s18_cancellingWhileClosedIsNeitherFailureNorSuccess()
    {
        BreakerBench b;
        b.calls(4, CallResult::Failure);
        b.calls(10, CallResult::Ignored);
        QCOMPARE(b.breaker.status().now.calls, 4);
        b.call(CallResult::Failure); // the row was not broken
        QCOMPARE(b.state(), BreakerState::Open);
    }

    void s19_callsCutBeforeAnyContentOpenItAsTooSlow()
    {
        BreakerBench b({}, TripCause::TooSlowForTurns);
        b.calls(4, CallResult::TooSlow);
        QCOMPARE(b.state(), BreakerState::Closed);
        b.call(CallResult::TooSlow);
        QCOMPARE(b.state(), BreakerState::Open);
        QCOMPARE(b.events[0].cause, TripCause::TooSlowForTurns);
        b.waitOpen();
        b.call(CallResult::TooSlow); // a probe that hangs too
        QCOMPARE(b.state(), BreakerState::Open);
    }

    void s20_slowFirstTokensOpenItAlthoughAllEndWell()
    {
        BreakerBench b;
        b.call(CallResult::Success);
        b.calls(3, CallResult::SlowSuccess);
        QCOMPARE(b.state(), BreakerState::Closed); // 3 of 4, too few
        b.call(CallResult::SlowSuccess);           // 4 of 5: 80 %
        QCOMPARE(b.state(), BreakerState::Open);
        QCOMPARE(b.events[0].cause, TripCause::TooSlow);
    }

    void s23_forcedOpenStaysWhateverHappens()
    {
        BreakerBench b;
        b.breaker.forceOpen();
        b.clock.advance(24h);
        QCOMPARE(b.breaker.acquire(kLease).error().state, BreakerState::ForcedOpen);
        b.breaker.reset();
        b.trip();
        b.waitOpen();
        const auto probe = b.breaker.acquire(kLease);
        b.breaker.forceOpen(); // out of half-open
        b.breaker.report(*probe, CallResult::Success);
        b.breaker.forceOpen(); // no second event
        b.clock.advance(24h);
        QVERIFY(!b.breaker.acquire(kLease));
        QCOMPARE(b.state(), BreakerState::ForcedOpen);
        QCOMPARE(b.events.back().to, BreakerState::ForcedOpen);
        QCOMPARE(b.events[b.events.size() - 2].to, BreakerState::HalfOpen);
    }

    void s23_disabledCountsNothingAndRefusesNothing()
    {
        BreakerBench b;
        b.trip();
        b.breaker.disable();
        b.calls(100, CallResult::Failure);
        QCOMPARE(b.state(), BreakerState::Disabled);
        QCOMPARE(b.breaker.status().now.calls, 0);
        b.breaker.forceOpen();
        QVERIFY(!b.breaker.acquire(kLease));
        b.breaker.disable();
        QVERIFY(b.breaker.acquire(kLease));
    }

    void s23_resetWorksInEveryState()
    {
        for (const auto state : {BreakerState::Closed, BreakerState::Open, BreakerState::HalfOpen,
                                 BreakerState::ForcedOpen, BreakerState::Disabled}) {
            BreakerBench b;
            BreakerPermit late = *b.breaker.acquire(kLease);
            b.calls(4, CallResult::Failure);
            if (state == BreakerState::Open || state == BreakerState::HalfOpen)
                b.call(CallResult::Failure);
            if (state == BreakerState::HalfOpen) {
                b.waitOpen();
                late = *b.breaker.acquire(kLease);
            }
            if (state == BreakerState::ForcedOpen)
                b.breaker.forceOpen();
            if (state == BreakerState::Disabled)
                b.breaker.disable();
            QCOMPARE(b.state(), state);
            b.breaker.reset();
            QCOMPARE(b.state(), BreakerState::Closed);
            QCOMPARE(b.breaker.status().now.calls, 0);
            b.breaker.report(late, CallResult::Failure);
            QCOMPARE(b.breaker.status().now.calls, 0);
        }
    }

    void s24_anOpenBreakerSurvivesTheRestartWithItsRemainingTime()
    {
        BreakerBench before({.jitterPercent = 0});
        before.trip();
        before.clock.advance(4s);
        const auto saved = before.breaker.snapshot();
        BreakerBench after({.jitterPercent = 0});
        after.clock.setWall(before.clock.wall() + 2s); // the restart took two seconds
        after.breaker.restore(saved);
        QCOMPARE(after.breaker.status().nextProbe, 4'000ms);
        QCOMPARE(after.breaker.status().trips, 1);
        QCOMPARE(after.breaker.status().cause, TripCause::FailuresInARow);
        QCOMPARE(after.breaker.status().atOpening.failures, 5);
        after.waitOpen();
        after.call(CallResult::Failure);
        QCOMPARE(after.breaker.status().nextProbe, 20'000ms); // the second opening
    }

    void s24_halfOpenIsNeverResumedWithATakenPermit()
    {
        BreakerBench before;
        before.trip();
        before.waitOpen();
        QVERIFY(before.breaker.acquire(kLease));
        const auto saved = before.breaker.snapshot();
        QCOMPARE(saved.state, BreakerState::Open);
        BreakerBench after;
        after.clock.setWall(before.clock.wall());
        after.breaker.restore(saved);
        QVERIFY(after.breaker.acquire(kLease)->probe != 0);
        QVERIFY(!after.breaker.acquire(kLease));
    }

    void s24_aMovedWallClockCannotHoldItOpenForLonger()
    {
        BreakerBench before;
        before.trip();
        const auto saved = before.breaker.snapshot();
        for (const auto move : {-24h * 400, 24h * 400}) {
            BreakerBench after;
            after.clock.setWall(before.clock.wall() + move);
            after.breaker.restore(saved);
            QVERIFY(after.breaker.status().nextProbe <= 5min);
        }
        BreakerBench forced;
        forced.breaker.forceOpen();
        BreakerBench again;
        again.breaker.restore(forced.breaker.snapshot());
        QCOMPARE(again.state(), BreakerState::ForcedOpen);
    }

    void s25_aListenerMayThrowAndMayCallBackIn()
    {
        BreakerBench b;
        std::vector<std::pair<BreakerState, BreakerState>> told;
        b.breaker.setListener([&](const BreakerEvent& event) {
            told.emplace_back(event.from, event.to);
            if (event.to == BreakerState::Open)
                b.breaker.forceOpen();
            if (event.to == BreakerState::ForcedOpen)
                b.breaker.reset();
            throw std::runtime_error("a listener's own affair");
        });
        b.trip();
        using enum BreakerState;
        const std::vector<std::pair<BreakerState, BreakerState>> expected{
            {Closed, Open}, {Open, ForcedOpen}, {ForcedOpen, Closed}};
        QCOMPARE(told, expected);
        QCOMPARE(b.state(), Closed);
    }

    void s25_aListenerThatForcesItOpenAtTheProbeLetsNothingThrough()
    {
        BreakerBench b;
        b.trip();
        b.waitOpen();
        b.breaker.setListener([&](const BreakerEvent& event) {
            if (event.to == BreakerState::HalfOpen)
                b.breaker.forceOpen();
        });
        QVERIFY(!b.breaker.acquire(kLease));
        QCOMPARE(b.state(), BreakerState::ForcedOpen);
    }
};

RELEVO_TEST(BreakerByHandTest)
#include "breaker_by_hand_test.moc"
