// SPDX-License-Identifier: GPL-3.0-or-later
// All breakers together: lanes, models, endpoints, and eight threads at one home.
#include "ai/breaker/breakers.h"
#include "base/manual_clock.h"
#include "base/threads/worker.h"
#include "support/runner.h"

#include <array>
#include <future>
#include <thread>

using namespace std::chrono_literals;
using ai::BreakerKey;
using ai::BreakerState;
using ai::Lane;
using ai::Reach;
using ai::TripCause;
using ai::Verdict;

namespace {

constexpr base::milliseconds kBreakersLease = 30s;
const BreakerKey kTurn{"main", "small", Lane::Turn};
const BreakerKey kOther{"main", "small", Lane::Other};
const BreakerKey kBig{"main", "big", Lane::Turn};
const BreakerKey kElsewhere{"spare", "small", Lane::Turn};

} // namespace

struct BreakersBench {
    void calls(const BreakerKey& key, Verdict verdict, int times = 5, Reach reach = Reach::Server)
    {
        for (int i = 0; i < times; ++i) {
            auto ticket = breakers.admit(key, kBreakersLease);
            QVERIFY(ticket);
            ticket->report(verdict, reach, "x");
        }
    }
    bool isShut(const BreakerKey& key) { return breakers.wouldRefuse(key).has_value(); }

    base::ManualClock clock;
    base::SeededRandom random{1};
    ai::Breakers breakers{{}, clock, random};
};

class BreakersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void failuresCountInBothLanes()
    {
        BreakersBench b;
        b.calls(kOther, Verdict::Failed);
        QVERIFY(b.isShut(kOther));
        QVERIFY(b.isShut(kTurn));
    }

    void s19_slownessForTurnsLeavesOtherCallsAlone()
    {
        BreakersBench b;
        b.calls(kTurn, Verdict::TooSlow);
        QVERIFY(b.isShut(kTurn));
        QCOMPARE(b.breakers.wouldRefuse(kTurn)->cause, TripCause::TooSlowForTurns);
        QVERIFY(!b.isShut(kOther));
    }

    void aTurnCutAfterContentCountsInItsLaneOnly()
    {
        BreakersBench b;
        b.calls(kTurn, Verdict::FailedInLane);
        QVERIFY(b.isShut(kTurn));
        QVERIFY(!b.isShut(kOther));
    }

    void s22_aDeadModelOpensNoOther()
    {
        BreakersBench b;
        b.calls(kTurn, Verdict::Failed);
        QVERIFY(b.isShut(kTurn));
        QVERIFY(!b.isShut(kBig));
        QVERIFY(!b.isShut(kElsewhere));
    }

    void s22_refusedConnectionsShutTheEndpointForAllItsModels()
    {
        BreakersBench b;
        b.calls(kTurn, Verdict::ConnectFailed, 5, Reach::Nowhere);
        QVERIFY(b.isShut(kBig));
        QVERIFY(b.isShut(kOther));
        QVERIFY(!b.isShut(kElsewhere));
        QCOMPARE(b.breakers.at(kTurn).status().state, BreakerState::Closed);
    }

    void anAnswerOfAnyKindShowsThatTheEndpointIsThere()
    {
        BreakersBench b;
        b.calls(kBig, Verdict::AnsweredOnly, 5);
        b.calls(kTurn, Verdict::ConnectFailed, 4, Reach::Nowhere);
        b.calls(kBig, Verdict::TooSlow, 1, Reach::Nowhere); // never connected: says nothing of it
        b.calls(kBig, Verdict::Ignored, 1);
        QCOMPARE(b.breakers.at({.endpoint = "main"}).status().now,
                 (ai::CallCounts{.calls = 9, .failures = 4}));
        QCOMPARE(b.breakers.at(kBig).status().now, (ai::CallCounts{.calls = 1, .slow = 1}));
    }

    void s09_aTicketThatGoesUnreportedGivesItsPlacesBack()
    {
        BreakersBench b;
        b.calls(kTurn, Verdict::ConnectFailed, 5, Reach::Nowhere);
        b.clock.advance(20s);
        {
            const auto ticket = b.breakers.admit(kTurn, kBreakersLease);
            QVERIFY(ticket && ticket->isProbe());
            QVERIFY(!b.breakers.admit(kBig, kBreakersLease));
        }
        QVERIFY(b.breakers.admit(kBig, kBreakersLease));
        QCOMPARE(b.breakers.at({.endpoint = "main"}).status().state, BreakerState::HalfOpen);
    }

    void aShutModelCostsTheEndpointNoProbe()
    {
        BreakersBench b;
        b.calls(kBig, Verdict::Failed);
        b.calls(kTurn, Verdict::ConnectFailed, 5, Reach::Nowhere);
        b.clock.advance(20s);
        b.breakers.at(kBig).forceOpen();
        QVERIFY(!b.breakers.admit(kBig, kBreakersLease));
        QVERIFY(b.breakers.admit(kTurn, kBreakersLease)->isProbe());
    }

    void s12_anotherLanesOldFailureChangesNothing()
    {
        BreakersBench b;
        std::vector<ai::BreakerTicket> early;
        for (int i = 0; i < 5; ++i)
            early.push_back(std::move(*b.breakers.admit(kOther, kBreakersLease)));
        b.breakers.at(kTurn).reset();
        for (auto& ticket : early)
            ticket.report(Verdict::Failed);
        QVERIFY(b.isShut(kOther));
        QVERIFY(!b.isShut(kTurn));
    }

    void s24_allAreSavedAndComeBack()
    {
        BreakersBench b;
        b.calls(kTurn, Verdict::Failed);
        b.breakers.at(kBig).forceOpen();
        const auto saved = b.breakers.snapshot();
        BreakersBench after;
        after.breakers.restore(saved);
        QVERIFY(after.isShut(kTurn) && after.isShut(kOther) && after.isShut(kBig));
        QCOMPARE(after.breakers.snapshot(), saved);
        after.clock.advance(20s);
        QVERIFY(!after.isShut(kTurn));
        QVERIFY(after.isShut(kBig));
    }

    // The breakers live at one home; what comes from other threads comes through its mailbox.
    void s25_eventsAlternateUnderEightThreads()
    {
        BreakersBench b;
        std::vector<ai::BreakerEvent> events;
        b.breakers.setListener([&](const BreakerKey& key, const ai::BreakerEvent& event) {
            if (key == kTurn)
                events.push_back(event);
            throw 1;
        });
        base::Worker home(b.clock, {.name = "ai", .bound = 1'000'000});
        home.start();
        constexpr int kCalls = 2'000;
        std::vector<std::jthread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&, t] {
                base::SeededRandom random(static_cast<quint64>(t));
                for (int i = 0; i < kCalls; ++i) {
                    const bool fails = random.below(3) > 0;
                    const auto step = base::milliseconds(random.below(4'000));
                    std::ignore = home.post([&b, fails, step] {
                        b.clock.advance(step);
                        if (auto ticket = b.breakers.admit(kTurn, kBreakersLease))
                            ticket->report(fails ? Verdict::Failed : Verdict::Served);
                    });
                }
            });
        threads.clear();
        home.stop();
        QVERIFY2(events.size() > 100, qPrintable(QString::number(events.size())));
        BreakerState state = BreakerState::Closed;
        for (const auto& event : events) {
            QCOMPARE(event.from, state);
            QVERIFY(event.to != event.from);
            const bool isNext =
                (event.from == BreakerState::Closed && event.to == BreakerState::Open) ||
                (event.from == BreakerState::Open && event.to == BreakerState::HalfOpen) ||
                event.from == BreakerState::HalfOpen;
            QVERIFY(isNext);
            state = event.to;
        }
        QCOMPARE(state, b.breakers.at(kTurn).status().state);
    }
};

RELEVO_TEST(BreakersTest)
#include "breakers_test.moc"
