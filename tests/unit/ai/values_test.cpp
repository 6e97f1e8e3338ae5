// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/ai.h"
#include "ai/wire/headers.h"
#include "support/runner.h"

#include <QCoreApplication>

using namespace std::chrono_literals;

class AiValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOutcomeHasItsName()
    {
        QCOMPARE(ai::outcomeName(ai::Completed{}), "completed");
        QCOMPARE(ai::outcomeName(ai::TimedOut{}), "timed_out");
        QCOMPARE(ai::outcomeName(ai::OverBudget{}), "over_budget");
    }

    void aTurnsDeadlinesAreShort()
    {
        QCOMPARE(ai::deadlinesOfTurn().callFirstContent, std::optional(base::milliseconds(1'800)));
        QCOMPARE(ai::deadlinesOfTurn().total, base::milliseconds(8s));
        QCOMPARE(ai::deadlinesWithImages().firstContent, base::milliseconds(60s));
        QCOMPARE(ai::Deadlines{}.total, base::milliseconds(120s));
    }

    void findsHeadersWhateverTheirCase()
    {
        const ai::Headers headers{{"Retry-After", "1"}, {"X-A", "a"}, {"x-a", "b"}};
        QCOMPARE(ai::headerValue(headers, "retry-after"), std::optional<std::string_view>("1"));
        QVERIFY(!ai::headerValue(headers, "x-a"));
        QVERIFY(!ai::headerValue(headers, "retry"));
    }
};

RELEVO_TEST(AiValuesTest)
RELEVO_TEST_MAIN(QCoreApplication)
#include "values_test.moc"
