// SPDX-License-Identifier: GPL-3.0-or-later
// The deadlines of one attempt.
#include "ai/policy/watch.h"
#include "base/manual_clock.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using ai::Limit;
using ai::Watch;

struct WatchBench {
    void wait(base::milliseconds by) { clock.advance(by); }
    void send()
    {
        watch.connected(clock.steady());
        watch.bodySent(clock.steady());
    }
    /// The limit is passed after exactly that long.
    bool passes(Limit limit, base::milliseconds after)
    {
        const auto at = clock.steady() + after;
        return watch.next() == at && !watch.expired(at - 1ns) && watch.expired(at) == limit;
    }
    auto now() const { return clock.steady(); }

    base::ManualClock clock;
    Watch watch{ai::Deadlines{}, clock.steady()};
};

class WatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s56_connectingHasItsLimit()
    {
        WatchBench b;
        QVERIFY(b.passes(Limit::Connect, 5s));
        b.wait(3s);
        QVERIFY(b.passes(Limit::Connect, 2s));
    }

    void s58_theFirstContentHasItsLimit()
    {
        WatchBench b;
        b.wait(2s);
        b.send();
        QVERIFY(b.passes(Limit::FirstContent, 20s));
    }

    void s59_keepAlivesAreNoContent()
    {
        WatchBench b;
        b.send();
        for (int i = 0; i < 19; ++i) {
            b.wait(1s);
            b.watch.bytes(b.now());
        }
        QVERIFY(b.passes(Limit::FirstContent, 1s));
    }

    void s60_contentThatStopsHasItsLimit()
    {
        WatchBench b;
        b.send();
        b.wait(1s);
        b.watch.bytes(b.now());
        b.watch.content(b.now());
        QVERIFY(b.passes(Limit::ContentIdle, 30s));
        b.wait(29s);
        b.watch.bytes(b.now()); // a comment
        QVERIFY(b.passes(Limit::ContentIdle, 1s));
        b.watch.content(b.now());
        QVERIFY(b.passes(Limit::ContentIdle, 30s));
    }

    void bytesThatStopHaveTheirLimit()
    {
        base::ManualClock clock;
        Watch watch({.firstContent = 10min, .bytesIdle = 60s}, clock.steady());
        watch.connected(clock.steady());
        watch.bodySent(clock.steady());
        QCOMPARE(watch.expired(clock.steady() + 60s), std::optional(Limit::BytesIdle));
    }

    void s68_uploadProgressIsActivityAndTheFirstContentIsCountedFromItsEnd()
    {
        WatchBench b;
        b.watch.connected(b.now());
        for (int i = 0; i < 4; ++i) { // 200 s for 10 MB
            b.wait(50s);
            QVERIFY(!b.watch.expired(b.now()));
            b.watch.uploaded(b.now());
        }
        QVERIFY(b.passes(Limit::BytesIdle, 60s));
        b.watch.bodySent(b.now());
        QVERIFY(b.passes(Limit::FirstContent, 20s));
        b.wait(3s);
        b.watch.content(b.now());
        QCOMPARE(b.watch.timeToContent(), std::optional(3'000ms));
    }

    void s67_aSlowReaderIsNotTheServersFault()
    {
        WatchBench b;
        b.send();
        b.watch.content(b.now());
        b.watch.pause();
        QVERIFY(!b.watch.next());
        b.wait(10min);
        QVERIFY(!b.watch.expired(b.now()));
        b.watch.resume(b.now());
        QVERIFY(b.passes(Limit::ContentIdle, 30s));
    }

    void anAnswerMayBeginBeforeTheBodyHasGone()
    {
        WatchBench b;
        b.watch.connected(b.now());
        b.watch.content(b.now());
        b.watch.bodySent(b.now() + 1s);
        QCOMPARE(b.watch.timeToContent(), std::optional(0ms));
        QVERIFY(!b.watch.expired(b.now() + 29s));
    }
};

RELEVO_TEST(WatchTest)
#include "watch_test.moc"
