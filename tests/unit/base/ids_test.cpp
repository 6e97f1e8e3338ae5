// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"
#include "base/random.h"
#include "support/runner.h"

#include <QSet>

class IdsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void codesLookAsPeopleReadThem()
    {
        const auto code = base::conversationCode(base::ConversationId{1});
        QCOMPARE(code.size(), 7);
        QVERIFY(code[0].isUpper() && code[1].isUpper());
        QCOMPARE(code[2], QChar(u'-'));
    }

    void codeAndIdAreOneToOne()
    {
        QSet<QString> seen;
        for (qint64 id = 1; id <= 20'000; ++id)
            seen.insert(base::conversationCode({id}));
        QCOMPARE(seen.size(), 20'000);
        for (const qint64 id : {1LL, 2LL, 9'999LL, 10'000LL, 6'760'000LL, 6'760'001LL,
                                182'520'000LL, 182'520'001LL, 4'000'000'000LL}) {
            const auto code = base::conversationCode({id});
            const auto back = base::conversationOfCode(code.toLower());
            QVERIFY2(back, qPrintable(code));
            QCOMPARE(back->value, id);
        }
        QCOMPARE(base::conversationCode({6'760'000}).size(), 7);
        QCOMPARE(base::conversationCode({6'760'001}).size(), 8);
    }

    void whatIsNoCodeIsRefused()
    {
        for (const auto* text : {u"", u"A-0000", u"AB-000", u"AB-00000", u"AB0000", u"Á1-0000",
                                 u"AB-00x0", u"ABCDEFGHIJ-0000"})
            QVERIFY(!base::conversationOfCode(text));
    }

    void ulidsSortByTimeAndAreKnownValues()
    {
        base::SeededRandom random(1);
        const auto early = base::makeUlid(base::fromMs(1'469'918'176'385), random);
        const auto late = base::makeUlid(base::fromMs(1'469'918'176'386), random);
        QCOMPARE(early.size(), 26);
        QCOMPARE(early.left(10), QStringLiteral("01ARYZ6S41")); // the specification's example
        QVERIFY(early < late);
    }

    void hexIdsAre32LowerCaseDigits()
    {
        base::SystemRandom random;
        const auto id = base::randomHex(random);
        QVERIFY(base::isHexId(id));
        QVERIFY(id != base::randomHex(random));
        QVERIFY(!base::isHexId(id.toUpper() + QStringLiteral("A")));
        QVERIFY(!base::isHexId(u"../../../../../../../../../etc/pa"));
    }
};

RELEVO_TEST(IdsTest)
#include "ids_test.moc"
