// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/text/normalised.h"
#include "privacy/text/words.h"
#include "support/runner.h"

class NormalisedTest : public QObject
{
    Q_OBJECT

private:
    static QByteArray plain(QStringView text)
    {
        const privacy::Normalised normalised(text);
        return {normalised.bytes().data(), qsizetype(normalised.size())};
    }
    /// The original of the first place where `bytes` stands.
    static QString original(const QString& text, std::string_view bytes)
    {
        const privacy::Normalised normalised(text);
        const auto at = normalised.bytes().find(bytes);
        if (at == std::string_view::npos)
            return {};
        const auto begin = normalised.begin(at), end = normalised.end(at + bytes.size() - 1);
        return text.mid(begin, end - begin);
    }

private Q_SLOTS:
    void otherFormsBecomePlain()
    {
        QCOMPARE(plain(u"José Núñez, ¿AÑO?"), QByteArray("Jose Nunez, \x81"
                                                         "ANO?"));
        QCOMPARE(plain(u"１２３４"), QByteArray("1234"));
        QCOMPARE(plain(u"٣٠١٢"), QByteArray("3012"));
        QCOMPARE(plain(u"²⁰⁶ ①"), QByteArray("206 1"));
        QCOMPARE(plain(u"1️⃣2️⃣"), QByteArray("12"));
        QCOMPARE(plain(u"ﬁn ㎏ №"), QByteArray("fin kg No"));
        QCOMPARE(plain(u"ana＠gmail．com"), QByteArray("ana@gmail.com"));
        QCOMPARE(plain(u"почта 例"), QByteArray("\x80\x80\x80\x80\x80 \x80"));
    }
    void everyDashSpaceAndDotIsOne()
    {
        QCOMPARE(plain(u"1\u2010\u0032\u2011\u0033\u2012\u0034\u2013\u0035\u2014\u0036\u2015\u0037"
                       u"\u2212\u0038\uff0d9"),
                 QByteArray("1-2-3-4-5-6-7-8-9"));
        QCOMPARE(plain(u"1\u00a0\u0032\u2009\u0033\u202f\u0034\u3000\u0035\u2007\u0036"),
                 QByteArray("1 2 3 4 5 6"));
        QCOMPARE(plain(u"1\u00b7\u0032\u2024\u0033\u2022\u0034\uff0e5"), QByteArray("1.2.3.4.5"));
        QCOMPARE(plain(u"a\u2028\u0062"), QByteArray("a\nb"));
    }
    void whatHasNoWidthVanishes()
    {
        QCOMPARE(
            plain(u"30\u200b.\u200d\u0031\u2060\u0032\ufeff\u0033\u00ad.\u202e\u0034\u0035\u0036"),
            QByteArray("30.123.456"));
        QCOMPARE(plain(u"e\u0301"), QByteArray("e"));
    }
    void offsetsMapBack()
    {
        QCOMPARE(original(QStringLiteral("😀 dni 30\u200b.123.456!"), "30.123.456"),
                 QStringLiteral("30\u200b.123.456"));
        QCOMPARE(original(QStringLiteral("soy Jose\u0301 acá"), "Jose"),
                 QStringLiteral("Jose\u0301"));
        QCOMPARE(original(QStringLiteral("un ㎏ de"), "kg"), QStringLiteral("㎏"));
        QCOMPARE(original(QStringLiteral("un ㎏ de"), "g"), QStringLiteral("㎏"));
        QCOMPARE(original(QStringLiteral("x １２３ y"), "123"), QStringLiteral("１２３"));
    }
    void pseudonymsAreOneByte()
    {
        QCOMPARE(plain(u"a [EMAIL-1], [DNI-22]"), QByteArray("a \x82, \x82"));
        QCOMPARE(plain(u"[OTHER-1] [EMAIL-] [EMAIL-1234567] [email-1] [EMAIL-1"),
                 QByteArray("[OTHER-1] [EMAIL-] [EMAIL-1234567] [email-1] [EMAIL-1"));
    }
    void brokenTextIsSurvived()
    {
        const QChar high(0xd83d), low(0xde00);
        QCOMPARE(plain(QString(high)), QByteArray("\x81"));
        QCOMPARE(plain(QString(low) + QChar(u'a')), QByteArray("\x81"
                                                               "a"));
        QCOMPARE(plain(u""), QByteArray());
        QCOMPARE(plain(u"\u0080\u0081"), QByteArray("\x81\x81"));
    }
    void whatIsTakenOutIsAPseudonym()
    {
        const QString text = QStringLiteral("a 😀b c");
        const privacy::Normalised whole(text);
        const auto without = whole.without({privacy::Entity{.start = 2, .end = 5}});
        QCOMPARE(QByteArray(without.bytes().data(), qsizetype(without.size())),
                 QByteArray("a \x82 c"));
        QCOMPARE(without.begin(2), 2);
        QCOMPARE(without.end(2), 5);
        QCOMPARE(without.begin(4), 6);
    }
    void wordsAreCountedAsPeopleDo()
    {
        const privacy::Normalised text(u"mi D.N.I. es 30.123.456 ([EMAIL-1])");
        const privacy::Words words(text.bytes());
        QCOMPARE(words.all().size(), std::size_t{5});
        const auto at = text.bytes().find("30");
        const auto near = words.contextOf(privacy::Kind::Dni, at, at + 10);
        QVERIFY(near);
        QCOMPARE(near->distance, 2);
        QVERIFY(!words.contextOf(privacy::Kind::Phone, at, at + 10));
    }
    void fiveWordsBeforeAndThreeBehindCount()
    {
        const auto isNear = [](QStringView text) {
            const privacy::Normalised normalised(text);
            const privacy::Words words(normalised.bytes());
            const auto at = normalised.bytes().find("12345678");
            return words.contextOf(privacy::Kind::Dni, at, at + 8).has_value();
        };
        QVERIFY(isNear(u"dni a b c d 12345678"));
        QVERIFY(!isNear(u"dni a b c d e 12345678"));
        QVERIFY(isNear(u"12345678 a b dni"));
        QVERIFY(!isNear(u"12345678 a b c dni"));
    }
};

RELEVO_TEST(NormalisedTest)
#include "normalised_test.moc"
