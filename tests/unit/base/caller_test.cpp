// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/caller.h"
#include "base/threads/qt_home.h"
#include "base/threads/worker.h"
#include "support/manual_home.h"
#include "support/runner.h"

#include <QCoreApplication>

#include <functional>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

class CallerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answerArrivesAtHomeAndNeverInsideTheAsk()
    {
        support::ManualHome home;
        base::Caller caller(home.home());
        int got = 0;
        auto reply = caller.expect<int>([&](base::Result<int> r) { got = r.value(); });
        reply.answer(7);
        QCOMPARE(got, 0);
        home.run();
        QCOMPARE(got, 7);
    }

    void replyDroppedUnansweredSaysCancelled()
    {
        support::ManualHome home;
        base::Caller caller(home.home());
        auto code = base::Code::Internal;
        {
            auto reply = caller.expect<int>([&](base::Result<int> r) { code = r.error().code; });
        }
        home.run();
        QCOMPARE(code, base::Code::Cancelled);
    }

    void onlyTheFirstAnswerCounts()
    {
        support::ManualHome home;
        base::Caller caller(home.home());
        std::vector<int> got;
        auto reply = caller.expect<int>([&](base::Result<int> r) { got.push_back(*r); });
        reply.answer(1);
        reply.answer(2);
        home.run();
        QCOMPARE(got, std::vector<int>{1});
    }

    void nothingRunsAfterTheCallerHasGone()
    {
        support::ManualHome home;
        bool ran = false;
        base::Reply<int> reply;
        base::Ear<int> ear;
        {
            base::Caller caller(home.home());
            reply = caller.expect<int>([&](base::Result<int>) { ran = true; });
            ear = caller.ear<int>([&](int) { ran = true; });
            ear.tell(1);
            reply.answer(1);
        }
        home.run();
        QVERIFY(!ran);
        QVERIFY(!ear.isOpen());
    }

    void newAskReplacesTheOldOneOfItsSlot()
    {
        support::ManualHome home;
        base::Caller caller(home.home());
        QStringList ran;
        auto first =
            caller.expect<int>([&](base::Result<int>) { ran += QStringLiteral("first"); }, "page");
        auto second =
            caller.expect<int>([&](base::Result<int>) { ran += QStringLiteral("second"); }, "page");
        auto other =
            caller.expect<int>([&](base::Result<int>) { ran += QStringLiteral("other"); }, "count");
        first.answer(1);
        second.answer(2);
        other.answer(3);
        home.run();
        QCOMPARE(ran, (QStringList{QStringLiteral("second"), QStringLiteral("other")}));
    }

    void listenerMayEndItselfWhileItHears()
    {
        support::ManualHome home;
        auto caller = std::make_unique<base::Caller>(home.home());
        int heard = 0;
        const auto ear = caller->ear<int>([&](int) {
            ++heard;
            caller.reset();
        });
        ear.tell(1);
        ear.tell(2);
        home.run();
        QCOMPARE(heard, 1);
    }

    void boundRefusesPostsButNeverAnswers()
    {
        auto home = std::make_shared<base::Home>(2, [] {});
        QVERIFY(home->mailbox().post([] {}));
        QVERIFY(home->mailbox().post([] {}));
        QVERIFY(!home->mailbox().post([] {}));
        base::Caller caller(home);
        bool answered = false;
        caller.expect<int>([&](base::Result<int>) { answered = true; }).answer(1);
        for (auto& task : home->mailbox().takeAll())
            task();
        QVERIFY(answered);
    }

    void refusedWorkAnswersCancelled()
    {
        support::ManualHome asker;
        auto closed = std::make_shared<base::Home>(2, [] {});
        closed->mailbox().close();
        base::Caller caller(asker.home());
        auto code = base::Code::Internal;
        QVERIFY(!closed->mailbox().post(
            [reply = caller.expect<int>([&](base::Result<int> r) { code = r.error().code; })] {}));
        asker.run();
        QCOMPARE(code, base::Code::Cancelled);
    }

    void workerAnswersAGroupAfterItsBatch()
    {
        const base::SystemClock clock;
        support::ManualHome home;
        base::Caller caller(home.home());
        std::vector<std::pair<int, base::Reply<int>>> group;
        int batches = 0;
        base::Worker worker(clock, {.name = "group", .afterBatch = [&] {
                                        ++batches;
                                        for (auto& [n, reply] : group)
                                            reply.answer(n);
                                        group.clear();
                                    }});
        std::vector<int> got;
        for (int i = 0; i < 100; ++i) {
            QVERIFY(worker.post([&group, i, reply = caller.expect<int>([&](base::Result<int> r) {
                got.push_back(*r);
            })]() mutable { group.emplace_back(i, std::move(reply)); }));
        }
        worker.start();
        QVERIFY(home.runUntil([&] { return got.size() == 100; }));
        QVERIFY(std::is_sorted(got.begin(), got.end()));
        worker.stop();
        QVERIFY(batches < 100);
    }

    void whatComesDuringABatchJoinsItUpToTheBound()
    {
        const base::SystemClock clock;
        constexpr int kMore = 100;
        int worked = 0;
        std::vector<int> endsOfBatches;
        base::Worker worker(
            clock, {.name = "joins", .afterBatch = [&] { endsOfBatches.push_back(worked); }});
        std::function<void()> work = [&] {
            if (++worked < kMore)
                worker.home()->mailbox().deliver([&] { work(); });
        };
        QVERIFY(worker.post([&] { work(); }));
        worker.start();
        QTRY_COMPARE(worker.home()->mailbox().depth(), std::size_t{0});
        worker.stop();
        QCOMPARE(endsOfBatches,
                 (std::vector<int>{static_cast<int>(base::Worker::kBatchBound), kMore}));
    }

    void workerFinishesAcceptedWorkAndThenRefuses()
    {
        const base::SystemClock clock;
        std::atomic<int> done{0};
        base::Worker worker(clock, {.name = "stop"});
        worker.start();
        for (int i = 0; i < 1000; ++i)
            QVERIFY(worker.post([&] { ++done; }));
        worker.stop();
        QCOMPARE(done.load(), 1000);
        QVERIFY(!worker.post([] {}));
    }

    void workerRunsItsTimers()
    {
        const base::SystemClock clock;
        std::atomic<int> fired{0};
        base::Worker worker(clock, {.name = "timers"});
        worker.start();
        QVERIFY(worker.post([&] {
            worker.timers().after(5ms, [&] { ++fired; });
            const auto cancelled = worker.timers().after(5ms, [&] { fired += 100; });
            worker.timers().cancel(cancelled);
        }));
        QTRY_COMPARE(fired.load(), 1);
        worker.stop();
    }

    void manyThreadsAskOneWorker()
    {
        const base::SystemClock clock;
        base::Worker worker(clock, {.name = "busy", .bound = 1'000'000});
        worker.start();
        std::atomic<int> answered{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                support::ManualHome home;
                base::Caller caller(home.home());
                int mine = 0;
                for (int i = 0; i < 2000; ++i) {
                    auto reply = caller.expect<int>([&mine](base::Result<int> r) { mine += *r; });
                    if (!worker.post([r = std::move(reply)]() mutable { r.answer(1); }))
                        return;
                }
                home.runUntil([&] { return mine == 2000; });
                answered += mine;
            });
        }
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(answered.load(), 8000);
    }

    void qtHomeRunsWorkAndTimersOnItsLoop()
    {
        const base::SystemClock clock;
        base::QtHome home(clock);
        base::Caller caller(home.home());
        int got = 0;
        std::thread other([reply = caller.expect<int>([&](base::Result<int> r) {
            got = *r;
        })]() mutable { reply.answer(5); });
        QTRY_COMPARE(got, 5);
        other.join();
        bool fired = false;
        home.after(1ms, [&] { fired = true; });
        QTRY_VERIFY(fired);
    }
};

RELEVO_TEST(CallerTest)
RELEVO_TEST_MAIN(QCoreApplication)
#include "caller_test.moc"
