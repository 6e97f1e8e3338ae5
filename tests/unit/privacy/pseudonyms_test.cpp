// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/privacy.h"
#include "support/runner.h"

using privacy::Kind;
using privacy::Pseudonyms;

class PseudonymsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameValueIsTheSameName()
    {
        Pseudonyms names;
        QCOMPARE(names.tokenOf(Kind::Dni, QStringLiteral("30.123.456")), QStringLiteral("[DNI-1]"));
        QCOMPARE(names.tokenOf(Kind::Dni, QStringLiteral("31.123.456")), QStringLiteral("[DNI-2]"));
        QCOMPARE(names.tokenOf(Kind::Dni, QStringLiteral("30123456")), QStringLiteral("[DNI-1]"));
        QCOMPARE(names.tokenOf(Kind::Email, QStringLiteral("Ana@x.com")),
                 QStringLiteral("[EMAIL-1]"));
        QCOMPARE(names.tokenOf(Kind::Email, QStringLiteral("ana@x.com")),
                 QStringLiteral("[EMAIL-1]"));
        QCOMPARE(names.tokenOf(Kind::Email, QStringLiteral("an.a@x.com")),
                 QStringLiteral("[EMAIL-2]"));
        QCOMPARE(names.tokenOf(Kind::Name, QStringLiteral("José")), QStringLiteral("[NAME-1]"));
        QCOMPARE(names.tokenOf(Kind::Name, QStringLiteral("jose")), QStringLiteral("[NAME-1]"));
        QCOMPARE(names.tokenOf(Kind::Password, QStringLiteral("Abc")),
                 QStringLiteral("[PASSWORD-1]"));
        QCOMPARE(names.tokenOf(Kind::Password, QStringLiteral("abc")),
                 QStringLiteral("[PASSWORD-2]"));
        QCOMPARE(names.size(), 7);
    }
    void theyAreStableThroughAConversation()
    {
        Pseudonyms names;
        QCOMPARE(privacy::mask(u"mail ana@example.com", privacy::Context{}, names),
                 QStringLiteral("mail [EMAIL-1]"));
        QCOMPARE(privacy::mask(u"y bob@example.com", privacy::Context{}, names),
                 QStringLiteral("y [EMAIL-2]"));
        QCOMPARE(privacy::mask(u"ana@example.com otra vez", privacy::Context{}, names),
                 QStringLiteral("[EMAIL-1] otra vez"));
    }
    void numbersThatStandThereAreNotGivenAgain()
    {
        Pseudonyms names;
        QCOMPARE(privacy::mask(u"[EMAIL-3] y ana@example.com", privacy::Context{}, names),
                 QStringLiteral("[EMAIL-3] y [EMAIL-4]"));
        QVERIFY(!names.originalOf(QStringLiteral("[EMAIL-3]")));
    }
    void onlyTheHolderRestores()
    {
        Pseudonyms names;
        const QString text = QStringLiteral("mi dni es 30.123.456, mail ana@example.com");
        const QString masked = privacy::mask(text, privacy::Context{}, names);
        QCOMPARE(masked, QStringLiteral("mi dni es [DNI-1], mail [EMAIL-1]"));
        QCOMPARE(names.restore(masked), text);
        QCOMPARE(names.restore(u"[DNI-1][DNI-2] [EMAIL-1"),
                 QStringLiteral("30.123.456[DNI-2] [EMAIL-1"));
        QCOMPARE(Pseudonyms().restore(masked), masked);
    }
    /// What an original looks like is never read again.
    void aRestoredTextIsNotRestoredTwice()
    {
        Pseudonyms names;
        std::ignore = names.tokenOf(Kind::Password, QStringLiteral("[DNI-1]"));
        std::ignore = names.tokenOf(Kind::Dni, QStringLiteral("30123456"));
        QCOMPARE(names.restore(u"[PASSWORD-1]"), QStringLiteral("[DNI-1]"));
        privacy::Restorer restorer(names);
        QCOMPARE(restorer.feed(u"[PASSWORD-1]") + restorer.finish(), QStringLiteral("[DNI-1]"));
    }
    void piecesMayBeCutEverywhere()
    {
        Pseudonyms names;
        std::ignore = names.tokenOf(Kind::Dni, QStringLiteral("30123456"));
        std::ignore = names.tokenOf(Kind::Email, QStringLiteral("ana@x.com"));
        const QString text = QStringLiteral("[a [[DNI-1] [EMAIL-1][EMAIL-2] [DNI- [DNI-1x] [DNI-1");
        const QString whole = names.restore(text);
        QVERIFY(whole.contains(QStringLiteral("[30123456 ana@x.com[EMAIL-2]")));
        for (qsizetype a = 0; a <= text.size(); ++a) {
            for (qsizetype b = a; b <= text.size(); ++b) {
                privacy::Restorer restorer(names);
                QString out = restorer.feed(text.first(a));
                out += restorer.feed(text.sliced(a, b - a));
                out += restorer.feed(text.sliced(b));
                out += restorer.finish();
                QCOMPARE(out, whole);
            }
        }
    }
    void whatCannotBeOneIsNotHeldBack()
    {
        const Pseudonyms names;
        privacy::Restorer restorer(names);
        QCOMPARE(restorer.feed(u"hola [DN"), QStringLiteral("hola "));
        QCOMPARE(restorer.feed(u"i"), QStringLiteral("[DNi"));
        QCOMPARE(restorer.feed(u"[1"), QStringLiteral("[1"));
        QCOMPARE(restorer.feed(u"[DNI-1234567"), QStringLiteral("[DNI-1234567"));
        QCOMPARE(restorer.feed(QStringLiteral("[") + QString(30, u'A')).size(), 31);
        QCOMPARE(restorer.feed(u"[DNI-1"), QString());
        QCOMPARE(restorer.finish(), QStringLiteral("[DNI-1"));
        QCOMPARE(restorer.finish(), QString());
    }
    void everyKindHasANameOfItsOwn()
    {
        QSet<QString> names, tokens;
        for (std::size_t i = 0; i < privacy::kKinds; ++i) {
            const auto kind = static_cast<Kind>(i);
            names.insert(QLatin1String(privacy::kindName(kind)));
            const QString token = QLatin1String(privacy::tokenName(kind));
            tokens.insert(token);
            QCOMPARE(privacy::kindOfToken(token), std::optional(kind));
        }
        QCOMPARE(names.size(), qsizetype(privacy::kKinds));
        QCOMPARE(tokens.size(), qsizetype(privacy::kKinds));
    }
};

RELEVO_TEST(PseudonymsTest)
#include "pseudonyms_test.moc"
