// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keeping/exchange_format.h"
#include "desk/search_words.h"
#include "support/runner.h"

class ExchangeFormatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void badLinesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("array") << QByteArray("[]");
        QTest::newRow("no id") << QByteArray(R"({"turns":[{"role":"bot","text":"x"}]})");
        QTest::newRow("no turns") << QByteArray(R"({"id":"a","turns":[]})");
        QTest::newRow("role") << QByteArray(R"({"id":"a","turns":[{"role":"god","text":"x"}]})");
        QTest::newRow("text") << QByteArray(R"({"id":"a","turns":[{"role":"bot","text":5}]})");
        QTest::newRow("time") << QByteArray(
            R"({"id":"a","turns":[{"role":"bot","text":"x","time":"ayer"}]})");
        QTest::newRow("nested") << QByteArray(20'000, '[');
    }
    void badLinesAreNamed()
    {
        QFETCH(QByteArray, line);
        const auto read = desk::readExchangeLine(line, base::fromMs(1));
        QVERIFY(!read);
        QCOMPARE(read.error().code, base::Code::Invalid);
        QVERIFY(!read.error().detail.isEmpty());
    }

    void timesNeverRunBackwards()
    {
        const auto read = desk::readExchangeLine(
            R"({"id":"a","turns":[{"role":"bot","text":"1","time":2000},{"role":"bot","text":"2","time":1000},{"role":"bot","text":"3"}]})",
            base::fromMs(5));
        QVERIFY(read);
        QCOMPARE(base::toMs(read->times[0]), qint64(2000));
        QCOMPARE(base::toMs(read->times[1]), qint64(2000));
        QCOMPARE(base::toMs(read->times[2]), qint64(2001));
    }

    void searchFiltersAreTakenOutAndTheRestStays()
    {
        const auto query =
            desk::parseSearch(QStringLiteral("de:cliente \"no prende\" antes:2026-01-02 hora:10"));
        QCOMPARE(query.from, QStringLiteral("customer"));
        QCOMPARE(query.words, QStringLiteral("\"no prende\" hora:10"));
        QVERIFY(query.before);
    }
};

RELEVO_TEST(ExchangeFormatTest)
#include "exchange_format_test.moc"
