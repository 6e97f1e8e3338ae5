// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar/business_hours.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QDateTime>

using calendar::BusinessHours;

namespace {
const QByteArray kShop = R"({"tz":"America/Argentina/Buenos_Aires",
    "mon":[["16:00","20:00"],["09:00","13:00"]],"tue":[["09:00","13:00"],["16:00","20:00"]],
    "sat":[["09:00","24:00"]]})";

base::WallTime at(const char* iso)
{
    return base::fromMs(
        QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toMSecsSinceEpoch());
}
} // namespace

class BusinessHoursTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void openMeansInsideASpanOfTheShopsOwnZone()
    {
        const auto hours = BusinessHours::fromJson(kShop);
        QVERIFY(hours);
        // Monday 23 November 2026; Buenos Aires is UTC-3.
        QVERIFY(hours->isOpen(at("2026-11-23T12:00:00Z")));
        QVERIFY(!hours->isOpen(at("2026-11-23T11:59:00Z")));
        QVERIFY(!hours->isOpen(at("2026-11-23T16:00:00Z")));
        QVERIFY(hours->isOpen(at("2026-11-23T22:59:00Z")));
        QVERIFY(!hours->isOpen(at("2026-11-22T15:00:00Z")));
        QVERIFY(hours->isOpen(at("2026-11-29T02:59:00Z"))); // still Saturday there
    }

    void withoutHoursItIsAlwaysOpen()
    {
        const auto hours = BusinessHours::fromJson({});
        QVERIFY(hours);
        QVERIFY(!hours->isSet());
        QVERIFY(hours->isOpen(at("2026-11-22T03:00:00Z")));
        QVERIFY(hours->describe(QStringLiteral("es-AR")).isEmpty());
    }

    void describesLikeDaysTogether()
    {
        const auto hours = BusinessHours::fromJson(kShop);
        QCOMPARE(hours->describe(QStringLiteral("es-AR")),
                 QStringLiteral("lun a mar 09:00–13:00 y 16:00–20:00; sáb 09:00–24:00"));
        QCOMPARE(hours->describe(QStringLiteral("en")),
                 QStringLiteral("Mon to Tue 09:00–13:00 and 16:00–20:00; Sat 09:00–24:00"));
    }

    void roundTripKeepsEverything()
    {
        const auto hours = BusinessHours::fromJson(kShop);
        const auto again = BusinessHours::fromJson(hours->toJson());
        QVERIFY(again);
        for (int day = 0; day < 7; ++day)
            QCOMPARE(again->day(day), hours->day(day));
        QCOMPARE(again->zone(), hours->zone());
    }

    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("zone") << QByteArray(R"({"tz":"Mars/Olympus"})");
        QTest::newRow("day") << QByteArray(R"({"lunes":[]})");
        QTest::newRow("time") << QByteArray(R"({"mon":[["9","13:00"]]})");
        QTest::newRow("backwards") << QByteArray(R"({"mon":[["13:00","09:00"]]})");
        QTest::newRow("overlap") << QByteArray(R"({"mon":[["09:00","13:00"],["12:00","14:00"]]})");
        QTest::newRow("span") << QByteArray(R"({"mon":["09:00"]})");
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, json);
        const auto hours = BusinessHours::fromJson(json);
        QVERIFY(!hours);
        QCOMPARE(hours.error().code, base::Code::Invalid);
        QVERIFY(!hours.error().detail.isEmpty());
    }
};

RELEVO_TEST(BusinessHoursTest)
RELEVO_TEST_MAIN(QCoreApplication)
#include "business_hours_test.moc"
