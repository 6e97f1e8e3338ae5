// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/accounting.h"
#include "base/manual_clock.h"
#include "support/runner.h"

#include <limits>

using namespace std::chrono_literals;
using ai::Accounts;
using ai::costMicros;

class AccountingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s94_costsAreWholeMillionthsRoundedUp()
    {
        const ai::Price price{.inputPerMillion = 150'000, .outputPerMillion = 600'000};
        QCOMPARE(costMicros(price, {.inputTokens = 1'000, .outputTokens = 500}), 450);
        QCOMPARE(costMicros(price, {.inputTokens = 1}), 1);
        QCOMPARE(costMicros(price, {}), 0);
        QCOMPARE(costMicros({}, {.inputTokens = 1'000}), 0);
        QCOMPARE(costMicros(price, {.inputTokens = -5, .outputTokens = -5}), 0);
    }

    void s94_noFigureOverflows()
    {
        constexpr auto kMost = std::numeric_limits<std::int64_t>::max();
        QVERIFY(costMicros({kMost, kMost}, {kMost, kMost}) > 0);
        base::ManualClock clock;
        Accounts accounts(clock, std::nullopt);
        for (int i = 0; i < 3; ++i)
            accounts.settle(*accounts.reserve(kMost), kMost);
        QCOMPARE(accounts.day().spentMicros, kMost);
    }

    void guessesLeanToTheHighSide()
    {
        QCOMPARE(ai::guessTokens(std::size_t{0}), 0);
        QCOMPARE(ai::guessTokens(std::size_t{1}), 1);
        QCOMPARE(ai::guessTokens(std::size_t{300}), 100);
        QCOMPARE(ai::guessTokens(std::vector<ai::Message>{{.text = "hola", .images = {{}}}}),
                 1'106);
    }

    void s95_theCapStopsBeforeItIsPassed()
    {
        base::ManualClock clock;
        Accounts accounts(clock, 1'000);
        const auto first = accounts.reserve(600);
        QVERIFY(first);
        QVERIFY(!accounts.reserve(401)); // at the same time they would pass it together
        const auto second = accounts.reserve(400);
        QVERIFY(second);
        accounts.settle(*first, 100);
        accounts.settle(*second, 400);
        QCOMPARE(accounts.day().spentMicros, 500);
        QVERIFY(accounts.reserve(500));
        QVERIFY(!accounts.reserve(1));
        QVERIFY(accounts.reserve(0)); // what costs nothing may always go
    }

    void s95_aNewDayBeginsANew()
    {
        base::ManualClock clock;
        Accounts accounts(clock, 1'000);
        accounts.settle(*accounts.reserve(1'000), 1'000);
        QVERIFY(!accounts.reserve(1));
        clock.setWall(clock.wall() - 48h); // set back: still the same day's money
        QVERIFY(!accounts.reserve(1));
        clock.setWall(clock.wall() + 96h);
        QVERIFY(accounts.reserve(1'000));
    }

    void s95_whatWasSpentSurvivesTheRestart()
    {
        base::ManualClock clock;
        Accounts before(clock, 1'000);
        before.settle(*before.reserve(700), 700);
        Accounts after(clock, 1'000);
        after.restore(before.day());
        QVERIFY(!after.reserve(301));
        QVERIFY(after.reserve(300));
        base::ManualClock tomorrow(clock.wall() + 24h);
        Accounts later(tomorrow, 1'000);
        later.restore(before.day());
        QCOMPARE(later.day().spentMicros, 0);
    }

    void s95_withoutACapEverythingMayGo()
    {
        base::ManualClock clock;
        Accounts accounts(clock, std::nullopt);
        QVERIFY(accounts.reserve(std::numeric_limits<std::int64_t>::max()));
    }
};

RELEVO_TEST(AccountingTest)
#include "accounting_test.moc"
