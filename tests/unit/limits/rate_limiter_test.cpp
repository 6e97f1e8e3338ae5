// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/manual_clock.h"
#include "limits/rate_limiter.h"
#include "support/runner.h"

#include <QCoreApplication>

using namespace std::chrono_literals;
using limits::parseRate;
using limits::RateLimiter;

class RateLimiterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsRates()
    {
        const auto is = [](const char* text, int count, std::chrono::milliseconds per) {
            const auto rate = parseRate(text);
            return rate && rate->count == count && rate->per == per;
        };
        QVERIFY(is("60/min", 60, 1min));
        QVERIFY(is("3/h", 3, 1h));
        QVERIFY(is("5/s", 5, 1s));
        QVERIFY(is("off", 0, 0ms));
    }

    void refusesWhatIsNoRate()
    {
        for (const char* text : {"", "60", "/min", "0/min", "-1/min", "60/day", "60 / min", "x/min",
                                 "60/min ", "6e1/min", "99999999999/min", "OFF", "on"})
            QVERIFY2(!parseRate(text), text);
    }

    void grantsAllAtOnceAndThenEvenly()
    {
        base::ManualClock clock;
        RateLimiter limiter({3, 1min}, clock);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!limiter.take("a"));
        QCOMPARE(limiter.take("a"), std::optional(20s));
        clock.advance(19s);
        QCOMPARE(limiter.take("a"), std::optional(1s));
        clock.advance(1s);
        QVERIFY(!limiter.take("a"));
        QVERIFY(limiter.take("a"));
    }

    void savesUpNoMoreThanItsCount()
    {
        base::ManualClock clock;
        RateLimiter limiter({2, 1s}, clock);
        clock.advance(24h);
        QVERIFY(!limiter.take("a"));
        clock.advance(24h);
        QVERIFY(!limiter.take("a"));
        QVERIFY(!limiter.take("a"));
        QVERIFY(limiter.take("a"));
    }

    void saysAtLeastASecondToWait()
    {
        base::ManualClock clock;
        RateLimiter limiter({1000, 1s}, clock);
        for (int i = 0; i < 1000; ++i)
            QVERIFY(!limiter.take("a"));
        QCOMPARE(limiter.take("a"), std::optional(1s));
    }

    void askingInVainCostsNothing()
    {
        base::ManualClock clock;
        RateLimiter limiter({1, 10s}, clock);
        QVERIFY(!limiter.take("a"));
        for (int i = 0; i < 9; ++i) {
            clock.advance(1s);
            QVERIFY(limiter.take("a"));
        }
        clock.advance(1s);
        QVERIFY(!limiter.take("a"));
    }

    void countsEachKeyByItself()
    {
        base::ManualClock clock;
        RateLimiter limiter({1, 1min}, clock);
        QVERIFY(!limiter.take("a"));
        QVERIFY(!limiter.take("b"));
        QVERIFY(limiter.take("a"));
        QVERIFY(limiter.take("b"));
    }

    void offGrantsEverything()
    {
        base::ManualClock clock;
        RateLimiter limiter(*parseRate("off"), clock);
        for (int i = 0; i < 10'000; ++i)
            QVERIFY(!limiter.take("a"));
    }

    void forgetsTheLongestUnusedKeyFirst()
    {
        base::ManualClock clock;
        RateLimiter limiter({1, 1h}, clock, 2);
        QVERIFY(!limiter.take("a"));
        QVERIFY(!limiter.take("b"));
        QVERIFY(limiter.take("a")); // used again, so b is the oldest now
        QVERIFY(!limiter.take("c"));
        QVERIFY(limiter.take("a"));
        QVERIFY(!limiter.take("b"));
    }

    void aWallClockThatJumpsChangesNothing()
    {
        base::ManualClock clock;
        RateLimiter limiter({1, 1min}, clock);
        QVERIFY(!limiter.take("a"));
        clock.setWall(clock.wall() + 24h);
        QVERIFY(limiter.take("a"));
    }
};

RELEVO_TEST(RateLimiterTest)
RELEVO_TEST_MAIN(QCoreApplication)
#include "rate_limiter_test.moc"
