// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/bulkhead.h"
#include "ai/policy/steady.h"
#include "base/manual_clock.h"
#include "support/runner.h"

#include <random>
#include <vector>

using namespace std::chrono_literals;
using ai::Bulkhead;
using ai::BulkheadPlace;
using ai::Priority;

/// Callers with a name; remembers who was let in, in order.
struct BulkheadBench {
    explicit BulkheadBench(Bulkhead::Config config = {}) : bulkhead(clock, config) {}
    ~BulkheadBench() { bulkhead.setConfig({.inFlight = 0}); } // nobody is let in meanwhile

    bool enter(int name, Priority priority = Priority::Interactive,
               base::milliseconds patience = 1h)
    {
        auto entry =
            bulkhead.enter(priority, clock.steady() + patience, [this, name](BulkheadPlace p) {
                order.push_back(name);
                places.push_back(std::move(p));
            });
        if (auto* const place = std::get_if<BulkheadPlace>(&entry)) {
            order.push_back(name);
            places.push_back(std::move(*place));
        }
        if (const auto* const queued = std::get_if<Bulkhead::Queued>(&entry))
            last = queued->id;
        return !std::holds_alternative<Bulkhead::Full>(entry);
    }
    /// The one that came in first leaves.
    void leave()
    {
        BulkheadPlace place = std::move(places.front());
        places.erase(places.begin());
    }
    void fill()
    {
        for (int i = 0; i < 4; ++i)
            QVERIFY(enter(-1));
        order.clear();
    }

    base::ManualClock clock;
    Bulkhead bulkhead;
    std::vector<BulkheadPlace> places;
    std::vector<int> order;
    Bulkhead::WaiterId last = 0;
};

class BulkheadTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s70_neverMoreThanAllowedAndEveryPlaceComesBack()
    {
        BulkheadBench b;
        std::mt19937 rng(70);
        for (int i = 0; i < 20'000; ++i) {
            if (rng() % 2 == 0)
                std::ignore =
                    b.enter(i, rng() % 2 == 0 ? Priority::Interactive : Priority::Background,
                            base::milliseconds(rng() % 1'000));
            else if (!b.places.empty())
                b.leave();
            if (rng() % 5 == 0)
                b.bulkhead.giveUp(b.last);
            b.clock.advance(base::milliseconds(rng() % 50));
            QVERIFY(b.bulkhead.inFlight() <= 4);
            QCOMPARE(std::size_t(b.bulkhead.inFlight()), b.places.size());
            QVERIFY(b.bulkhead.waiting() <= 16);
        }
        while (!b.places.empty())
            b.leave();
        QCOMPARE(b.bulkhead.inFlight(), 0);
        QCOMPARE(b.bulkhead.waiting(), 0);
    }

    void s71_aFullQueueRefusesAtOnce()
    {
        BulkheadBench b;
        b.fill();
        for (int i = 0; i < 16; ++i)
            QVERIFY(b.enter(i));
        QVERIFY(!b.enter(16));
        b.leave();
        QVERIFY(b.enter(17));
    }

    void s71_whoWaitedTooLongMakesRoom()
    {
        BulkheadBench b;
        b.fill();
        for (int i = 0; i < 16; ++i)
            QVERIFY(b.enter(i, Priority::Interactive, i < 8 ? 1s : 1h));
        b.clock.advance(1s);
        QVERIFY(b.enter(16));
        QCOMPARE(b.bulkhead.waiting(), 9);
        b.leave();
        QCOMPARE(b.order, std::vector<int>{8});
    }

    void s71_firstComeFirstServedAndInteractiveBeforeBackground()
    {
        BulkheadBench b;
        b.fill();
        QVERIFY(b.enter(10, Priority::Background));
        QVERIFY(b.enter(11, Priority::Background));
        QVERIFY(b.enter(1));
        QVERIFY(b.enter(2));
        for (int i = 0; i < 4; ++i)
            b.leave();
        QCOMPARE(b.order, (std::vector<int>{1, 2, 10, 11}));
    }

    void s71_theBackgroundDoesNotStarve()
    {
        BulkheadBench b;
        b.fill();
        QVERIFY(b.enter(100, Priority::Background));
        QVERIFY(b.enter(101, Priority::Background));
        for (int i = 0; i < 12; ++i) {
            QVERIFY(b.enter(i)); // somebody is always there before it
            QVERIFY(b.enter(i));
            b.leave();
            b.places.back().leave();
        }
        const auto first = std::ranges::find(b.order, 100) - b.order.begin();
        const auto second = std::ranges::find(b.order, 101) - b.order.begin();
        QCOMPARE(first, 4);
        QCOMPARE(second, 9);
    }

    void s72_shrinkingLetsCallsFinish()
    {
        BulkheadBench b;
        b.fill();
        QVERIFY(b.enter(1));
        b.bulkhead.setConfig({.inFlight = 2});
        b.leave();
        b.leave();
        QCOMPARE(b.bulkhead.inFlight(), 2);
        QVERIFY(b.order.empty());
        b.leave();
        QCOMPARE(b.order, std::vector<int>{1});
        b.bulkhead.setConfig({.inFlight = 8});
        QVERIFY(b.enter(2));
        QCOMPARE(b.order.back(), 2);
    }

    void givingUpTwiceIsHarmless()
    {
        BulkheadBench b;
        b.fill();
        QVERIFY(b.enter(1));
        b.bulkhead.giveUp(b.last);
        b.bulkhead.giveUp(b.last);
        b.leave();
        QVERIFY(b.order.empty());
        QCOMPARE(b.bulkhead.inFlight(), 3);
    }
};

RELEVO_TEST(BulkheadTest)
#include "bulkhead_test.moc"
