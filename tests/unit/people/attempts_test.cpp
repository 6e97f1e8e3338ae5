// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/attempts.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using people::Attempts;

class AttemptsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSlipOrTwoCostNothing()
    {
        Attempts attempts;
        const base::SteadyTime now{1h};
        for (int i = 1; i < Attempts::kFreeAttempts; ++i) {
            attempts.wasWrong(now);
            QCOMPARE(attempts.wait(now), 0ms);
        }
        attempts.wasWrong(now);
        QCOMPARE(attempts.wait(now), 1s);
        QCOMPARE(attempts.wait(now + 999ms), 1ms);
        QCOMPARE(attempts.wait(now + 1s), 0ms);
    }

    void eachFurtherOneDoublesTheWait()
    {
        Attempts attempts;
        base::SteadyTime now{1h};
        base::milliseconds last = 0ms;
        for (int i = 0; i < 200; ++i) {
            attempts.wasWrong(now);
            const auto wait = attempts.wait(now);
            QVERIFY(wait >= last && wait <= Attempts::kLongestWait);
            last = wait;
            now += wait;
        }
        QCOMPARE(last, base::milliseconds(Attempts::kLongestWait));
    }

    void theRightOneForgetsTheWrongOnes()
    {
        Attempts attempts;
        const base::SteadyTime now{1h};
        for (int i = 0; i < 10; ++i)
            attempts.wasWrong(now);
        attempts.wasRight();
        QCOMPARE(attempts.wait(now), 0ms);
        attempts.wasWrong(now);
        QCOMPARE(attempts.wait(now), 0ms);
    }
};

RELEVO_TEST(AttemptsTest)
#include "attempts_test.moc"
