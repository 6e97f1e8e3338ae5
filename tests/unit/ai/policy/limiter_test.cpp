// SPDX-License-Identifier: GPL-3.0-or-later
// Requests and tokens a minute, and the gate that a 429 shuts for all.
#include "ai/policy/gate.h"
#include "ai/policy/limiter.h"
#include "ai/policy/steady.h"
#include "base/manual_clock.h"
#include "support/runner.h"

#include <random>
#include <vector>

using namespace std::chrono_literals;
using ai::Limiter;
using ai::TokenBucket;

class LimiterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s52_aMillionStepsWithoutDrift()
    {
        base::ManualClock clock;
        constexpr std::int64_t kRate = 7'919; // a minute: no whole number of milliseconds each
        constexpr std::int64_t kBurst = 100;
        TokenBucket bucket(kRate, kBurst, clock.steady());
        std::mt19937_64 rng(52);
        bucket.take(kBurst, clock.steady());
        std::int64_t taken = kBurst;
        std::int64_t passed = 0;
        bool isBounded = true;
        for (int i = 0; i < 1'000'000; ++i) {
            const auto step = std::int64_t(rng() % 16);
            clock.advance(base::milliseconds(step));
            passed += step;
            while (bucket.waitFor(1, clock.steady()) == 0ms) {
                bucket.take(1, clock.steady());
                ++taken;
            }
            isBounded = isBounded && taken <= kBurst + passed * kRate / 60'000 + 1;
        }
        QVERIFY(isBounded);
        const std::int64_t allowed = kBurst + passed * kRate / 60'000;
        QVERIFY2(std::abs(allowed - taken) <= 1, qPrintable(QString::number(allowed - taken)));
    }

    void s52_neverMoreThanTheBurstAtOnce()
    {
        base::ManualClock clock;
        TokenBucket bucket(60, 5, clock.steady());
        clock.advance(24h * 365);
        QCOMPARE(bucket.level(clock.steady()), 5);
        bucket.take(5, clock.steady());
        QCOMPARE(bucket.waitFor(1, clock.steady()), 1'000ms);
        clock.setWall(clock.wall() + 24h); // means nothing here
        QCOMPARE(bucket.waitFor(1, clock.steady()), 1'000ms);
        clock.advance(999ms);
        QCOMPARE(bucket.waitFor(1, clock.steady()), 1ms);
        clock.advance(1ms);
        QCOMPARE(bucket.waitFor(1, clock.steady()), 0ms);
    }

    void s52_moreThanABurstWaitsForAFullOneAndIsPaidLater()
    {
        base::ManualClock clock;
        TokenBucket bucket(60, 5, clock.steady());
        QCOMPARE(bucket.waitFor(8, clock.steady()), 0ms);
        bucket.take(8, clock.steady());
        QCOMPARE(bucket.waitFor(1, clock.steady()), 4'000ms);
    }

    void s52_hugeFiguresDoNotOverflow()
    {
        base::ManualClock clock;
        constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
        TokenBucket bucket(1, kMost, clock.steady());
        for (int i = 0; i < 10; ++i)
            bucket.take(kMost, clock.steady());
        QVERIFY(bucket.waitFor(kMost, clock.steady()) > 24h);
        bucket.give(kMost, clock.steady());
        clock.advance(24h * 3650);
        QVERIFY(bucket.waitFor(1, clock.steady()) >= 0ms);
    }

    void s49_nothingIsSentBeforeTheReset()
    {
        base::ManualClock clock;
        Limiter limiter({}, clock);
        limiter.learn({.requests = {.remaining = 0, .reset = 6min}});
        QCOMPARE(limiter.take({10, 10}, 1h).wait, 360'000ms);
        clock.advance(6min);
        QCOMPARE(limiter.take({10, 10}, 1h).wait, 0ms);
    }

    void s49_whatIsLeftIsCountedDown()
    {
        base::ManualClock clock;
        Limiter limiter({}, clock);
        limiter.learn({.requests = {.remaining = 2, .reset = 10s}});
        QCOMPARE(limiter.take({1, 1}, 0ms).wait, 0ms);
        QCOMPARE(limiter.take({1, 1}, 0ms).wait, 0ms);
        QCOMPARE(limiter.take({1, 1}, 0ms).wait, 10'000ms);
    }

    void s50_fewTokensLeftMeanWaitingOrAShorterAnswer()
    {
        base::ManualClock clock;
        Limiter limiter({}, clock);
        limiter.learn({.tokens = {.remaining = 1'000, .reset = 10s}});
        QCOMPARE(limiter.take({500, 1'024}, 10s).wait, 10'000ms); // patient enough
        const auto shorter = limiter.take({500, 1'024}, 2s);
        QCOMPARE(shorter.wait, 0ms);
        QCOMPARE(shorter.answer, 500);
        QCOMPARE(limiter.take({10, 1'024}, 2s).wait, 10'000ms); // nothing worth sending is left
    }

    void s51_whatIsUnknownLimitsNothing()
    {
        base::ManualClock clock;
        Limiter limiter({}, clock);
        limiter.learn({.requests = {.remaining = 0}, .tokens = {.remaining = 0}}); // until when?
        limiter.learn({});
        for (int i = 0; i < 1'000; ++i)
            QCOMPARE(limiter.take({1'000, 1'000}, 0ms).wait, 0ms);
    }

    void s55_aGuessIsCorrectedWithTheTruth()
    {
        base::ManualClock clock;
        Limiter limiter({.tokensPerMinute = 1'000}, clock);
        const auto first = limiter.take({100, 900}, 0ms);
        QCOMPARE(first.wait, 0ms);
        QVERIFY(limiter.take({50, 50}, 0ms).wait > 0ms);
        limiter.settle(first, 400);
        const auto second = limiter.take({100, 500}, 0ms);
        QCOMPARE(second.wait, 0ms);
        limiter.settle(second, 1'200); // it used more than guessed: the next ones pay
        QVERIFY(limiter.take({1, 0}, 0ms).wait > 30s);
    }

    void s55_aFailedCallThatUsedNoneGivesAllBack()
    {
        base::ManualClock clock;
        Limiter limiter({.tokensPerMinute = 1'000}, clock);
        limiter.settle(limiter.take({500, 500}, 0ms), 0);
        QCOMPARE(limiter.take({500, 500}, 0ms).wait, 0ms);
    }

    void configuredRequestsAMinuteAreKept()
    {
        base::ManualClock clock;
        Limiter limiter({.requestsPerMinute = 2}, clock);
        QCOMPARE(limiter.take({}, 0ms).wait, 0ms);
        QCOMPARE(limiter.take({}, 0ms).wait, 0ms);
        QCOMPARE(limiter.take({}, 0ms).wait, 30'000ms);
    }

    void s48_theGateLetsThemGoOneByOne()
    {
        base::ManualClock clock;
        base::SeededRandom random(48);
        ai::Gate gate(clock, random);
        QCOMPARE(gate.reserve().at, clock.steady());
        gate.close(5s);
        std::vector<base::SteadyTime> times;
        for (int i = 0; i < 10; ++i)
            times.push_back(gate.reserve().at);
        QCOMPARE(times.front(), clock.steady() + 5s);
        for (std::size_t i = 1; i < times.size(); ++i) {
            QVERIFY(times[i] - times[i - 1] >= 250ms);
            QVERIFY(times[i] - times[i - 1] <= 375ms);
        }
        clock.advance(6s); // a newcomer does not pass those who wait
        QVERIFY(gate.reserve().at > times.back());
        clock.advance(30s);
        QCOMPARE(gate.reserve().at, clock.steady());
        QCOMPARE(gate.reserve().at, clock.steady());
    }

    void s48_afterAShortPauseTheRowIsShortToo()
    {
        base::ManualClock clock;
        base::SeededRandom random(48);
        ai::Gate gate(clock, random);
        gate.close(400ms);
        base::SteadyTime last;
        for (int i = 0; i < 20; ++i) {
            const auto at = gate.reserve().at;
            QVERIFY(i == 0 || at > last);
            last = at;
        }
        QVERIFY(last <= clock.steady() + 400ms + 600ms);
    }

    void toldToWaitButNotHowLongItWaitsLongerEachTime()
    {
        base::ManualClock clock;
        base::SeededRandom random(1);
        ai::Gate gate(clock, random);
        const ai::BackoffConfig backoff{.base = 400ms, .cap = 1'000ms};
        for (const auto pause : {400ms, 800ms, 1'000ms, 1'000ms}) {
            gate.closeLonger(backoff);
            gate.closeLonger(backoff); // from an answer to what had left before
            QCOMPARE(gate.wait(), pause);
            clock.advance(pause);
            QCOMPARE(gate.wait(), 0ms);
        }
        gate.relax();
        gate.closeLonger(backoff);
        QCOMPARE(gate.wait(), 400ms);
    }

    void s48_shutAgainItSendsEverybodyBack()
    {
        base::ManualClock clock;
        base::SeededRandom random(48);
        ai::Gate gate(clock, random);
        gate.close(1s);
        const auto place = gate.reserve();
        gate.close(500ms); // sooner than it is shut for: no change
        QVERIFY(gate.stillHolds(place));
        gate.close(3s);
        QVERIFY(!gate.stillHolds(place));
        QCOMPARE(gate.reserve().at, clock.steady() + 3s);
        gate.reset();
        QCOMPARE(gate.reserve().at, clock.steady());
        gate.close(0ms);
        QCOMPARE(gate.wait(), 0ms);
    }
};

RELEVO_TEST(LimiterTest)
#include "limiter_test.moc"
