// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/customers.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

class CustomersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyIsLeftAlone()
    {
        const auto report = engine::simulateCustomers(engine_test::shippedFlow(), options(2'000));
        QVERIFY2(report.offence.isEmpty(), qPrintable(QStringLiteral("%1, seed %2\n%3")
                                                          .arg(report.offence)
                                                          .arg(report.offender)
                                                          .arg(report.transcript)));
        QCOMPARE(report.conversations, 2'000);
        QCOMPARE(report.skills.size(), 3);
        for (const auto* end : {"solved", "person", "contact", "closed", "idle"})
            QVERIFY2(report.ends.value(QLatin1StringView(end)) > 0, end);
        qInfo("moved on %.3f, longest %lld", report.movedOnShare(), report.longest);
        QVERIFY(report.movedOnShare() > 0.8);
    }

    void theSameSeedGivesTheSameReport()
    {
        const auto a = engine::simulateCustomers(engine_test::shippedFlow(), options(100));
        const auto b = engine::simulateCustomers(engine_test::shippedFlow(), options(100));
        QCOMPARE(a.ends, b.ends);
        QCOMPARE(a.turns, b.turns);
        QCOMPARE(a.movedOn, b.movedOn);
    }

private:
    static engine::CustomersOptions options(qint64 conversations)
    {
        engine::CustomersOptions options{.conversations = conversations, .seed = 4};
        options.facts.shop.hours = QStringLiteral("9-18");
        return options;
    }
};

RELEVO_TEST(CustomersTest)
#include "customers_test.moc"
