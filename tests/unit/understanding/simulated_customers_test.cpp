// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated customers against what ships, understood as the program does it: classifier, flow and
// catalogue together. RELEVO_CUSTOMERS and RELEVO_SEED ask for more of them, and for others.
#include "engine/study/customers.h"
#include "support/runner.h"
#include "unit/engine/talk.h"
#include "unit/understanding/classifier.h"

class SimulatedCustomersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachIsHelpedOrFindsAPersonOrLeavesByChoice()
    {
        const auto report = simulate();
        QVERIFY2(report.offence.isEmpty(), qPrintable(QStringLiteral("%1, seed %2\n%3")
                                                          .arg(report.offence)
                                                          .arg(report.offender)
                                                          .arg(report.transcript)));
        for (const auto& [end, times] : report.ends.asKeyValueRange())
            qInfo("%s %lld", qPrintable(end), times);
        QCOMPARE(report.skills.size(), 3);
        for (const auto* end : {"solved", "answered", "person", "contact", "closed", "idle"})
            QVERIFY2(report.ends.value(QLatin1StringView(end)) > 0, end);
        for (const auto* manner :
             {"repeat", "typo", "anger", "refusal", "change of mind", "silence"})
            QVERIFY2(report.manners.value(QLatin1StringView(manner)) > 0, manner);
        const auto shareOf = [&](const char* manner) {
            return double(report.manners.value(QLatin1StringView(manner))) / double(report.said);
        };
        QVERIFY(shareOf("repeat") > 0.1 && shareOf("typo") > 0.08);
        qInfo("%lld messages in %lld turns, %.3f of them moved on", report.said, report.turns,
              report.movedOnShare());
        QVERIFY(report.movedOnShare() > 0.9);
    }

private:
    [[nodiscard]] engine::CustomersReport simulate() const
    {
        constexpr int kUsual = 1'000;
        const int wanted = qEnvironmentVariableIntValue("RELEVO_CUSTOMERS");
        const bool isSeeded = qEnvironmentVariableIsSet("RELEVO_SEED");
        const quint64 seed = isSeeded ? qEnvironmentVariable("RELEVO_SEED").toULongLong() : 1;
        qInfo("seed %llu", seed);
        engine::CustomersOptions options{.conversations = wanted > 0 ? wanted : kUsual,
                                         .seed = seed};
        options.facts.shop = {.name = QStringLiteral("Taller"), .hours = QStringLiteral("9-18")};
        options.facts.expectedWaitMinutes = 5;
        options.understand = [this](const QString& text, engine::Facts& facts) {
            m_classifier.understand(text, facts);
        };
        return engine::simulateCustomers(engine_test::shippedFlow(), options);
    }

    const understanding::Classifier m_classifier;
};

RELEVO_TEST(SimulatedCustomersTest)
#include "simulated_customers_test.moc"
