// SPDX-License-Identifier: GPL-3.0-or-later
// Whole calls: what the breaker hears of them, and what it does to them.
#include "client_bench.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using ai::BreakerState;
using ai::Lane;
using ai::WireEnd;
using ai_test::answers;
using ai_test::Bench;
using ai_test::ends;
using ai_test::Heard;
using ai_test::refuses;
using ai_test::Sent;

namespace {

const ai::BreakerKey kCallTurn{"main", "small", Lane::Turn};
const ai::BreakerKey kCallOther{"main", "small", Lane::Other};

void openBy(Bench& b, const ai_test::FakeWire::Script& script, int calls = 5)
{
    b.wire.always = script;
    for (int i = 0; i < calls; ++i) {
        b.call();
        b.settle();
    }
}

} // namespace

class CallBreakerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s05_openNothingLeavesAndTheErrorSaysWhyAndHowLong()
    {
        Bench b({.breaker = {.jitterPercent = 0}, .maxAttempts = 1});
        openBy(b, refuses(500));
        const auto before = b.wire.sent.size();
        b.advance(3s);
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(b.wire.sent.size(), before);
        const auto* const refused = heard.as<ai::Unavailable>();
        QVERIFY(refused);
        QCOMPARE(refused->cause, ai::Cause::BreakerOpen);
        QCOMPARE(refused->until, std::optional(b.home.clock().wall() + 7s));
        QCOMPARE(heard.report().hops[0].reason, "breaker_open:failures_in_a_row");
        QCOMPARE(heard.report().duration, 0ms);
        QVERIFY(heard.report().attempts.empty());
        QVERIFY(heard.report().isAnsweredWithoutAi());
    }

    void s06_afterItsTimeOneOfFiftyLeaves()
    {
        Bench b({.maxAttempts = 1, .bulkhead = {.inFlight = 100}});
        openBy(b, refuses(500));
        b.wire.always = nullptr;
        b.advance(20s);
        const auto before = b.wire.sent.size();
        for (int i = 0; i < 50; ++i)
            b.call();
        b.settle();
        QCOMPARE(b.wire.sent.size(), before + 1);
        int refused = 0;
        for (std::size_t i = b.heards.size() - 50; i < b.heards.size(); ++i)
            refused += b.heards[i].as<ai::Unavailable>() != nullptr;
        QCOMPARE(refused, 49);
    }

    void s07_s78_trafficComesBackProbeByProbe()
    {
        Bench b(
            {.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}, .maxAttempts = 1});
        b.wire.always = [](Sent& sent) {
            sent.request().url.find("main") == std::string::npos ? sent.answer("de reserva")
                                                                 : sent.refuse(500);
        };
        for (int i = 0; i < 6; ++i) {
            b.call();
            b.settle();
        }
        QCOMPARE(b.heards[5].hops().back(), "spare:answered");
        b.advance(20s);
        b.wire.always = nullptr; // the primary is well again, slowly
        for (int i = 0; i < 10; ++i)
            b.call();
        b.settle();
        int atMain = 0;
        for (const auto& sent : b.wire.sent)
            atMain += !sent->isClosed() && sent->request().url.find("main") != std::string::npos;
        QCOMPARE(atMain, 1); // the others are at the spare meanwhile
        b.wire.always = answers("bien");
        for (const auto& sent : b.wire.sent)
            if (!sent->isClosed())
                sent->answer("bien");
        b.settle();
        b.call(); // the second probe
        b.settle();
        QCOMPARE(b.client.breakers().at(kCallOther).status().state, BreakerState::Closed);
    }

    void s09_aProbeThatIsCancelledLeavesTheNextCallToProbe()
    {
        Bench b({.maxAttempts = 1});
        openBy(b, refuses(500));
        b.wire.always = nullptr;
        b.advance(20s);
        b.call();
        b.settle();
        QVERIFY(b.client.breakers().at(kCallOther).status().hasProbe);
        b.handles.back().cancel();
        QCOMPARE(b.client.breakers().at(kCallOther).status().state, BreakerState::HalfOpen);
        const auto before = b.wire.sent.size();
        b.call();
        b.settle();
        QCOMPARE(b.wire.sent.size(), before + 1);
    }

    void s10_aProbeThatHangsIsOverWithItsCall()
    {
        Bench b({.maxAttempts = 1});
        openBy(b, refuses(500));
        b.wire.always = [](Sent& sent) { sent.accept(); };
        b.advance(20s);
        Heard& heard = b.call();
        b.advance(20s);
        QCOMPARE(heard.as<ai::TimedOut>()->limit, ai::Limit::FirstContent);
        QCOMPARE(b.client.breakers().at(kCallOther).status().state, BreakerState::Open);
    }

    void s11_aRequestsOwnFaultDecidesNothing()
    {
        for (const int status : {400, 401, 404, 422}) {
            Bench b({.maxAttempts = 1});
            openBy(b, refuses(status), 10);
            QCOMPARE(b.client.breakers().at(kCallOther).status().now.calls, 0);
            openBy(b, refuses(500));
            b.advance(20s);
            openBy(b, refuses(status), 10);
            QCOMPARE(b.client.breakers().at(kCallOther).status().state, BreakerState::HalfOpen);
            QVERIFY(!b.client.breakers().at(kCallOther).status().hasProbe);
        }
    }

    void s12_aLateAnswerFromBeforeTheTripClosesNothing()
    {
        Bench b({.maxAttempts = 1, .bulkhead = {.inFlight = 10}});
        Heard& early = b.call();
        b.settle();
        openBy(b, refuses(500));
        b.wire.sent[0]->answer("tarde");
        QVERIFY(early.as<ai::Completed>());
        QCOMPARE(b.client.breakers().at(kCallOther).status().state, BreakerState::Open);
    }

    void s17_refusalsOfOursAreNoAttempts()
    {
        Bench b({.maxAttempts = 1, .bulkhead = {.inFlight = 1, .queued = 0}});
        b.call();
        b.settle();
        for (int i = 0; i < 20; ++i)
            b.call();
        b.settle();
        QCOMPARE(b.heards.back().as<ai::Unavailable>()->cause, ai::Cause::QueueFull);
        QCOMPARE(b.client.breakers().at(kCallOther).status().now.calls, 0);
        Bench offline({.maxAttempts = 1});
        openBy(offline, ends(WireEnd::Offline), 20);
        QCOMPARE(offline.heards.back().as<ai::Unavailable>()->cause, ai::Cause::Offline);
        QCOMPARE(offline.client.breakers().at(kCallOther).status().now.calls, 0);
        QCOMPARE(offline.client.breakers().at({.endpoint = "main"}).status().now.calls, 0);
    }

    void s18_aPersonsCancelIsNeitherFailureNorSuccess()
    {
        Bench b({.maxAttempts = 1});
        for (int i = 0; i < 20; ++i) {
            b.call();
            b.settle();
            b.wire.last().accept().head(200).delta("Em");
            b.handles.back().cancel();
        }
        QCOMPARE(b.client.breakers().at(kCallOther).status().now.calls, 0);
    }

    void s19_aServerThatOnlyHangsOpensTheLaneOfTurns()
    {
        Bench b;
        b.wire.always = [](Sent& sent) { sent.accept(); };
        for (int i = 0; i < 5; ++i) {
            Heard& heard = b.call(Bench::turn());
            b.advance(1'800ms);
            QCOMPARE(heard.as<ai::TimedOut>()->limit, ai::Limit::CallFirstContent);
            QVERIFY(heard.report().isAnsweredWithoutAi());
            QCOMPARE(heard.report().hops[0].reason, "call_first_content");
        }
        const auto status = b.client.breakers().at(kCallTurn).status();
        QCOMPARE(status.state, BreakerState::Open);
        QCOMPARE(status.cause, ai::TripCause::TooSlowForTurns);
        b.wire.always = [](Sent& sent) { sent.accept().head(200).delta("Al fin").done().end(); };
        Heard& patient = b.call(); // in the other lane
        b.settle();
        QVERIFY(patient.as<ai::Completed>());
    }

    void s19_aBlackHoleOpensItToo()
    {
        Bench b;
        for (int i = 0; i < 5; ++i) { // never connects; turns are cut before the connect limit
            b.call(Bench::turn());
            b.advance(1'800ms);
        }
        QCOMPARE(b.client.breakers().at(kCallTurn).status().state, BreakerState::Open);
        QCOMPARE(b.client.breakers().at({.endpoint = "main"}).status().now.calls, 0);
    }

    void s19_aServerThatDripsOpensItByFailures()
    {
        Bench b;
        b.wire.always = [](Sent& sent) { sent.accept().head(200).delta("E"); };
        for (int i = 0; i < 5; ++i) {
            Heard& heard = b.call(Bench::turn());
            b.advance(8s);
            QCOMPARE(heard.as<ai::TimedOut>()->limit, ai::Limit::Total);
            QCOMPARE(heard.as<ai::TimedOut>()->partial, "E");
        }
        QCOMPARE(b.client.breakers().at(kCallTurn).status().state, BreakerState::Open);
        QCOMPARE(b.client.breakers().at(kCallOther).status().state, BreakerState::Closed);
    }

    void s20_slowFirstContentsOpenItAlthoughAllEndWell()
    {
        Bench b;
        for (int i = 0; i < 5; ++i) {
            Heard& heard = b.call();
            b.settle();
            b.wire.last().accept();
            b.advance(11s);
            b.wire.last().head(200).delta("Bien").done().end();
            QVERIFY(heard.as<ai::Completed>());
        }
        QCOMPARE(b.client.breakers().at(kCallOther).status().state, BreakerState::Open);
        QCOMPARE(b.client.breakers().at(kCallOther).status().cause, ai::TripCause::TooSlow);
        QCOMPARE(b.client.breakers().at(kCallTurn).status().state, BreakerState::Closed);
    }

    void s21_aStreamCountsAtItsEndAndNotAtItsHead()
    {
        Bench b;
        b.call();
        b.settle();
        b.wire.last().accept().head(200).delta("Em");
        QCOMPARE(b.client.breakers().at(kCallOther).status().now.calls, 0);
        b.wire.last().end(WireEnd::Truncated);
        QCOMPARE(b.client.breakers().at(kCallOther).status().now,
                 (ai::CallCounts{.calls = 1, .failures = 1}));
    }

    void s22_refusedConnectionsShutAllModelsOfTheEndpoint()
    {
        Bench b({.endpoints = {Bench::endpoint("main", "small"), Bench::endpoint("main", "big"),
                               Bench::endpoint("spare")},
                 .maxAttempts = 1});
        b.wire.always = [](Sent& sent) {
            sent.request().url.find("main") == std::string::npos ? sent.answer("bien")
                                                                 : sent.end(WireEnd::ConnectFailed);
        };
        for (int i = 0; i < 3; ++i) {
            b.call();
            b.settle();
        }
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.hops(), (std::vector<std::string>{"main:breaker_open:failures_in_a_row",
                                                         "main:breaker_open:failures_in_a_row",
                                                         "spare:answered"}));
    }

    void s23_forcedOpenByHandNothingLeaves()
    {
        Bench b;
        b.client.breakers().at(kCallOther).forceOpen();
        b.advance(1h);
        Heard& heard = b.call();
        b.settle();
        QCOMPARE(heard.as<ai::Unavailable>()->cause, ai::Cause::ForcedOpen);
        b.client.reset("main");
        b.wire.always = answers("bien");
        Heard& second = b.call();
        b.settle();
        QVERIFY(second.as<ai::Completed>());
        QCOMPARE(b.changes, (std::vector<std::string>{"main/small/other>forced_open",
                                                      "main/small/other>closed"}));
    }

    void whoWaitsWhenItOpensGoesOnAtOnce()
    {
        Bench b({.breaker = {.failuresInARow = 1}, .maxAttempts = 1, .bulkhead = {.inFlight = 1}});
        b.call();
        b.settle();
        Heard& waiting = b.call();
        b.settle();
        QVERIFY(!waiting.hasEnded());
        b.wire.last().refuse(500);
        b.settle();
        QCOMPARE(waiting.as<ai::Unavailable>()->cause, ai::Cause::BreakerOpen);
        QCOMPARE(b.wire.sent.size(), 1U);
    }

    void aTurnThatReachedTheSpareLateDoesNotBlameIt()
    {
        Bench b(
            {.endpoints = {Bench::endpoint("main"), Bench::endpoint("spare")}, .maxAttempts = 1});
        Heard& heard = b.call(Bench::turn());
        b.settle();
        b.advance(1'500ms);
        b.wire.last().refuse(500);
        b.settle();
        b.wire.last().accept();
        b.advance(300ms);
        QCOMPARE(heard.as<ai::TimedOut>()->limit, ai::Limit::CallFirstContent);
        QCOMPARE(b.client.breakers().at({"spare", "small", Lane::Turn}).status().now.calls, 0);
    }
};

RELEVO_TEST(CallBreakerTest)
#include "call_breaker_test.moc"
