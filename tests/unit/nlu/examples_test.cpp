// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/examples.h"
#include "support/runner.h"

class ExamplesTest : public QObject
{
    Q_OBJECT

private:
    static nlu::Example example(const char* text, const char* intent)
    {
        return {.text = QString::fromUtf8(text), .intent = QString::fromUtf8(intent)};
    }

private Q_SLOTS:
    void readsCsvWithQuotesAndWithoutHeader()
    {
        const auto read = nlu::readLabelled(
            "no prende,problem\r\n\"dice \"\"error\"\", y\nnada\",problem\n\nchau,close");
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 3U);
        QCOMPARE((*read)[0], example("no prende", "problem"));
        QCOMPARE((*read)[1], example("dice \"error\", y\nnada", "problem"));
        QCOMPARE((*read)[2], example("chau", "close"));
    }
    void aHeaderNamesTheColumns()
    {
        const auto read = nlu::readLabelled("\xEF\xBB\xBFid,Category,Text\n1,close,chau\n");
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 1U);
        QCOMPARE(read->front(), example("chau", "close"));
    }
    void readsJsonLines()
    {
        const auto read =
            nlu::readLabelled("\n{\"text\":\"adiós\",\"intent\":\"close\",\"language\":\"es\"}\n{"
                              "\"text\":\"pi?\",\"label\":\"oos\"}\n");
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 2U);
        QCOMPARE(read->front().language, QStringLiteral("es"));
        QCOMPARE(read->back().intent, nlu::kOutOfScope);
    }
    void saysWhichLineIsWrong_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("begin");
        QTest::newRow("fields") << QByteArray("a,b\nc\n") << QStringLiteral("line 2: 1 fields");
        QTest::newRow("quote") << QByteArray("a,b\nc,d\n\"e,f\n")
                               << QStringLiteral("line 3: a quote");
        QTest::newRow("after") << QByteArray("\"a\"b,c\n") << QStringLiteral("line 1: something");
        QTest::newRow("text") << QByteArray("text,label\n ,c\n")
                              << QStringLiteral("line 2: the text");
        QTest::newRow("label") << QByteArray("a,b\nc,\n") << QStringLiteral("line 2: the label");
        QTest::newRow("json") << QByteArray("{\"text\":\"a\",\"intent\":\"b\"}\n{\"text\":\n")
                              << QStringLiteral("line 2: ");
        QTest::newRow("member") << QByteArray("{\"text\":\"a\"}\n")
                                << QStringLiteral("line 1: an object");
        QTest::newRow("empty") << QByteArray("\n\n") << QStringLiteral("no labelled phrase");
        QTest::newRow("bytes") << QByteArray("a\xFF,b\n") << QStringLiteral("not UTF-8");
    }
    void saysWhichLineIsWrong()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, begin);
        const auto read = nlu::readLabelled(bytes);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, base::Code::Invalid);
        QVERIFY2(read.error().detail.startsWith(begin), qPrintable(read.error().detail));
    }
    void readsAnIntentFile()
    {
        const QByteArray json = R"({"schema":"relevo.intent/1","intent":"close","phrases":
            {"es-AR":["chau"],"en":["bye","see you"]}})";
        const auto read = nlu::readIntentFile(json);
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 3U);
        QCOMPARE(read->back().language, QStringLiteral("en"));
        QVERIFY(!nlu::readIntentFile("{}").has_value());
        QVERIFY(!nlu::readIntentFiles({json, "["}).has_value());
    }
};

RELEVO_TEST(ExamplesTest)
#include "examples_test.moc"
