// SPDX-License-Identifier: GPL-3.0-or-later
// What may be sent again, after how long, and how often.
#include "ai/policy/retry.h"
#include "ai/policy/retry_budget.h"
#include "base/manual_clock.h"
#include "support/runner.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

using namespace std::chrono_literals;
using ai::ErrorClass;
using ai::mayRetry;
using ai::WireEnd;

class RetryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s27_statusesThatMayBeSentAgain()
    {
        for (const int status : {408, 409, 425, 429, 500, 502, 503, 504, 529})
            QVERIFY2(mayRetry({.status = status}), qPrintable(QString::number(status)));
        for (const int status :
             {200, 204, 301, 400, 401, 403, 404, 405, 410, 413, 415, 422, 501, 505})
            QVERIFY2(!mayRetry({.status = status}), qPrintable(QString::number(status)));
    }

    void s27_endsBeforeAnyAnswerMayBeSentAgain()
    {
        for (const auto end : {WireEnd::ConnectFailed, WireEnd::NameNotFound, WireEnd::Reset,
                               WireEnd::ClosedBeforeAnyByte})
            QVERIFY2(mayRetry({.end = end}), ai::wireEndName(end));
        for (const auto end : {WireEnd::TlsFailed, WireEnd::Offline, WireEnd::RedirectRefused,
                               WireEnd::Failed, WireEnd::Clean})
            QVERIFY2(!mayRetry({.end = end}), ai::wireEndName(end));
        QVERIFY(!mayRetry({.end = WireEnd::Reset, .status = 200}));
        QVERIFY(!mayRetry({.end = WireEnd::Truncated, .status = 200}));
    }

    void s28_withoutCreditThereIsNoRetry()
    {
        QVERIFY(!mayRetry({.status = 429, .error = ErrorClass::Quota}));
        QVERIFY(!mayRetry({.status = 402}));
        QVERIFY(!mayRetry({.status = 402, .told = true}));
    }

    void s29_whatTheServerTellsWins()
    {
        QVERIFY(mayRetry({.status = 400, .told = true}));
        QVERIFY(!mayRetry({.status = 503, .told = false}));
        QCOMPARE(ai::shouldRetryHeader({{"X-Should-Retry", "true"}}), std::optional(true));
        QCOMPARE(ai::shouldRetryHeader({{"x-should-retry", "false"}}), std::optional(false));
        for (const char* other : {"", "TRUE", "1", "maybe"})
            QVERIFY(!ai::shouldRetryHeader({{"x-should-retry", other}}));
        QVERIFY(!ai::shouldRetryHeader({}));
    }

    void s38_deliveredContentIsNeverAskedForAgain()
    {
        QVERIFY(!mayRetry({.status = 503, .isDelivered = true}));
        QVERIFY(!mayRetry({.status = 200, .told = true, .isDelivered = true}));
    }

    void anErrorInsideAnAnswerGoesByItsClass()
    {
        for (const auto error :
             {ErrorClass::RateLimited, ErrorClass::Server, ErrorClass::Overloaded})
            QVERIFY(mayRetry({.status = 200, .error = error}));
        for (const auto error : {ErrorClass::BadRequest, ErrorClass::ContentFilter,
                                 ErrorClass::TooLong, ErrorClass::Protocol, ErrorClass::Auth})
            QVERIFY(!mayRetry({.status = 200, .error = error}));
    }

    void s30_theCapDoublesUpToItsMost()
    {
        const ai::BackoffConfig config;
        constexpr std::array<int, 7> kCaps{400, 800, 1'600, 3'200, 6'400, 8'000, 8'000};
        for (std::size_t i = 0; i < kCaps.size(); ++i)
            QCOMPARE(ai::longestBackoff(config, int(i)).count(), kCaps.at(i));
        QCOMPARE(ai::longestBackoff(config, std::numeric_limits<int>::max()), 8'000ms);
        const ai::BackoffConfig huge{base::milliseconds::max(), base::milliseconds::max()};
        QVERIFY(ai::longestBackoff(huge, 100) > 0ms);
    }

    void s30_fullJitterIsUniform()
    {
        base::SeededRandom random(30);
        constexpr int kSamples = 10'000;
        constexpr std::size_t kCells = 10;
        std::array<int, kCells> cells{};
        base::milliseconds least = 1h;
        base::milliseconds most = 0ms;
        for (int i = 0; i < kSamples; ++i) {
            const auto wait = ai::fullJitter({}, 1, random); // [0, 800]
            least = std::min(least, wait);
            most = std::max(most, wait);
            ++cells.at(std::min(kCells - 1, std::size_t(wait.count()) * kCells / 801));
        }
        QVERIFY(least >= 0ms && least < 10ms);
        QVERIFY(most <= 800ms && most > 790ms);
        // Chi-squared with 9 degrees of freedom: 27.9 is passed once in a thousand.
        double chi = 0;
        for (const int count : cells)
            chi += (count - 1'000.0) * (count - 1'000.0) / 1'000.0;
        QVERIFY2(chi < 27.9, qPrintable(QString::number(chi)));
    }

    void s30_clientsWithDifferentSeedsDoNotSynchronise()
    {
        base::SeededRandom one(1);
        base::SeededRandom two(2);
        int same = 0;
        for (int i = 0; i < 1'000; ++i)
            same += ai::fullJitter({}, 5, one) == ai::fullJitter({}, 5, two);
        QVERIFY(same < 10);
    }

    void s44_toldToComeAtOnceItStillWaitsHalfABase()
    {
        base::SeededRandom random(44);
        for (int i = 0; i < 1'000; ++i) {
            const auto wait = ai::waitAsTold({}, 0ms, random);
            QVERIFY(wait >= 200ms && wait <= 400ms);
            QVERIFY(ai::waitAsTold({}, 3s, random) >= 3'200ms);
        }
    }

    void s33_anEmptyBudgetGivesNoRetry()
    {
        base::ManualClock clock;
        ai::RetryBudget budget(clock);
        for (int i = 0; i < 10; ++i)
            QVERIFY(budget.takeRetry());
        QVERIFY(!budget.takeRetry());
    }

    void s33_aTimeoutCostsTwo()
    {
        base::ManualClock clock;
        ai::RetryBudget budget(clock);
        for (int i = 0; i < 4; ++i)
            budget.onTimeout();
        QCOMPARE(budget.tenths(), 20);
        budget.onTimeout();
        budget.onTimeout();
        QCOMPARE(budget.tenths(), 0); // never below
        QVERIFY(!budget.takeRetry());
    }

    void s35_itRefillsBySuccessesAndTime()
    {
        base::ManualClock clock;
        ai::RetryBudget budget(clock);
        while (budget.takeRetry()) {
        }
        for (int i = 0; i < 9; ++i)
            budget.onSuccess();
        QVERIFY(!budget.takeRetry());
        budget.onSuccess();
        QVERIFY(budget.takeRetry());
        clock.advance(9'999ms);
        QVERIFY(!budget.takeRetry());
        clock.advance(1ms);
        QVERIFY(budget.takeRetry());
    }

    void s35_withinAMinuteOfHealthItIsBack()
    {
        base::ManualClock clock;
        ai::RetryBudget budget(clock);
        while (budget.takeRetry()) {
        }
        budget.onFailure();
        for (int i = 0; i < 60; ++i) {
            clock.advance(1s);
            budget.onSuccess(); // one call a second
        }
        QCOMPARE(budget.tenths(), 100);
    }

    void s35_aFailureBeginsTheQuietAnew()
    {
        base::ManualClock clock;
        ai::RetryBudget budget(clock);
        while (budget.takeRetry()) {
        }
        for (int i = 0; i < 100; ++i) {
            clock.advance(9s);
            budget.onFailure();
        }
        QCOMPARE(budget.tenths(), 0);
    }

    void s35_timeNeverFillsItBeyondItsMost()
    {
        base::ManualClock clock;
        ai::RetryBudget budget(clock);
        clock.advance(24h * 365);
        QCOMPARE(budget.tenths(), 100);
        budget.onSuccess();
        QCOMPARE(budget.tenths(), 100);
    }
};

RELEVO_TEST(RetryTest)
#include "retry_test.moc"
