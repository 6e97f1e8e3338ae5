// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/manual_clock.h"
#include "base/threads/timers.h"
#include "support/manual_home.h"
#include "support/runner.h"

using namespace std::chrono_literals;

class TimersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fireInOrderOfDeadline()
    {
        support::ManualHome home;
        QStringList fired;
        home.timers().after(20ms, [&] { fired += QStringLiteral("b"); });
        home.timers().after(10ms, [&] { fired += QStringLiteral("a"); });
        home.timers().after(30ms, [&] { fired += QStringLiteral("c"); });
        home.advance(25ms);
        QCOMPARE(fired, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        home.advance(5ms);
        QCOMPARE(fired.size(), 3);
    }

    void cancelledNeverFires()
    {
        support::ManualHome home;
        bool fired = false;
        base::TimerId second;
        home.timers().after(1ms, [&] { home.timers().cancel(second); });
        second = home.timers().after(1ms, [&] { fired = true; });
        home.advance(1s);
        QVERIFY(!fired);
    }

    void aTimerThatSetsItselfDoesNotStarve()
    {
        base::ManualClock clock;
        base::TimerQueue timers(clock);
        int count = 0;
        std::function<void()> again = [&] {
            ++count;
            timers.after(0ms, [&] { again(); });
        };
        timers.after(0ms, [&] { again(); });
        timers.fireDue();
        QCOMPARE(count, 1);
        timers.fireDue();
        QCOMPARE(count, 2);
    }

    void wallClockJumpsDoNotMoveTimers()
    {
        support::ManualHome home;
        bool fired = false;
        home.timers().after(1h, [&] { fired = true; });
        home.clock().setWall(home.clock().wall() + 48h);
        home.run();
        home.advance(59min);
        QVERIFY(!fired);
        home.advance(1min);
        QVERIFY(fired);
    }
};

RELEVO_TEST(TimersTest)
#include "timers_test.moc"
