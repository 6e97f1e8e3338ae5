// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/names.h"
#include "support/runner.h"

using base::Code;
using people::cleanName;
using people::nameKey;

class NamesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whiteSpaceGoes()
    {
        QCOMPARE(*cleanName(QStringLiteral("  Ana   María ")), QStringLiteral("Ana María"));
    }

    void accentsAreComposed()
    {
        QCOMPARE(*cleanName(QString::fromUtf16(u"Jose\u0301")), QString::fromUtf16(u"José"));
    }

    void namesOfAllScriptsStand()
    {
        for (const char16_t* name :
             {u"Ñandú", u"李小龍", u"Zoë-Ægir O’Neill", u"محمد", u"Ana 👩🏽‍🔧"})
            QVERIFY2(cleanName(QString::fromUtf16(name)), qPrintable(QString::fromUtf16(name)));
    }

    void lengthsAreOfCodePoints()
    {
        const QString wide = QString::fromUtf16(u"😀");
        QVERIFY(cleanName(wide.repeated(80)));
        QCOMPARE(cleanName(wide.repeated(81)).error().code, Code::Invalid);
        QVERIFY(cleanName(QStringLiteral("A")));
        for (const char16_t* name : {u"", u"   ", u"\u3000", u"\u200d"})
            QCOMPARE(cleanName(QString::fromUtf16(name)).error().code, Code::Invalid);
    }

    void whatCannotBeSeenIsRefused()
    {
        for (const char16_t* name :
             {u"Ana\u0007", u"Ana\u202eanA", u"\u2066Ana\u2069", u"A\u200ena", u"A\u00adna",
              u"Ana\nLópez", u"Ana\u2028López", u"A\ufeffna", u"A\tb", u"A\u0085b"}) {
            const auto cleaned = cleanName(QString::fromUtf16(name));
            QVERIFY2(!cleaned, qPrintable(QString::fromUtf16(name)));
            QCOMPARE(cleaned.error().code, Code::Invalid);
        }
        QVERIFY(!cleanName(QStringLiteral("Ana") + QChar(0xD83D)));
    }

    void namesAreTheSameWhateverTheirCase()
    {
        QCOMPARE(nameKey(QStringLiteral("ANA  MARÍA")), nameKey(QStringLiteral("ana maría")));
        QCOMPARE(nameKey(QString::fromUtf16(u"Straße")), nameKey(QStringLiteral("STRASSE")));
        QCOMPARE(nameKey(QString::fromUtf16(u"Ａｎａ")), nameKey(QStringLiteral("ana")));
        QVERIFY(nameKey(QStringLiteral("Jose")) != nameKey(QString::fromUtf16(u"José")));
    }
};

RELEVO_TEST(NamesTest)
#include "names_test.moc"
