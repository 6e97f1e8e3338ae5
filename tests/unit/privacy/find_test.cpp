// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of spec/privacy.md, one by one. How well it does over many texts: corpora_test.cpp.
#include "privacy/privacy.h"
#include "support/runner.h"

using privacy::Certainty;
using privacy::Kind;

namespace {

struct Masking {
    const char* row;
    QString text, masked;
};

void addRows(const std::vector<Masking>& rows)
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("masked");
    for (const auto& [row, text, masked] : rows)
        QTest::newRow(row) << text << masked;
}

void checkRow()
{
    QFETCH(QString, text);
    QFETCH(QString, masked);
    QCOMPARE(privacy::mask(text), masked);
}

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

} // namespace

class FindTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Rule 1
    void otherFormsAreFoundAndMappedBack_data()
    {
        addRows({{"full width", s("dni ３０１２３４５６!"), s("dni [DNI-1]!")},
                 {"zero width", s("dni 30\u200b123\u200b456."), s("dni [DNI-1].")},
                 {"dashes", s("20–12345678—6"), s("[CUIT-1]")},
                 {"spaces", s("4509\u00a09535\u20096623\u202f3704"), s("[CARD-1]")},
                 {"accent apart", s("mail jose\u0301@x.com"), s("mail [EMAIL-1]")},
                 {"emoji before", s("😀😀 ana@x.com 😀"), s("😀😀 [EMAIL-1] 😀")}});
    }
    void otherFormsAreFoundAndMappedBack() { checkRow(); }

    void offsetsAreThoseOfTheOriginal()
    {
        const QString text = s("😀 Ñu: 30\u200b.123.456, ana@x.com");
        const auto found = privacy::find(text);
        QCOMPARE(found.size(), std::size_t{2});
        for (const auto& entity : found)
            QCOMPARE(text.mid(entity.start, entity.end - entity.start), entity.text);
        QCOMPARE(found[0].text, s("30\u200b.123.456"));
        const auto spans = privacy::codePointSpans(text, found);
        QCOMPARE(spans[0].first, found[0].start - 1); // the emoji is one code point, two units
        QCOMPARE(spans[1].second, text.toUcs4().size());
    }

    // Rule 2
    void overlapsGoToTheLongestThenTheMostSpecific_data()
    {
        addRows({{"the account, not a card within", s("2850 5909 4009 0418 1352 01"), s("[CBU-1]")},
                 {"the IBAN, not a card within", s("ES91 2100 0418 4502 0005 1332"), s("[IBAN-1]")},
                 {"the tax number, not a phone", s("20-12345678-6"), s("[CUIT-1]")},
                 {"the key, not the password", s("clave: sk-abcdefghijklmnop1234"),
                  s("clave: [KEY-1]")},
                 {"the block, not what is in it",
                  s("-----BEGIN PRIVATE KEY-----\nQUJD30123456\n-----END PRIVATE KEY-----"),
                  s("[PEM-1]")},
                 {"credentials, not a mail", s("ftp://ana:secreto@example.com/x"),
                  s("ftp://[URL_CREDENTIALS-1]@example.com/x")},
                 {"the nearer word names it", s("mi dni 30123456 y mi cel 43215678"),
                  s("mi dni [DNI-1] y mi cel [PHONE-1]")}});
    }
    void overlapsGoToTheLongestThenTheMostSpecific() { checkRow(); }

    // Rule 3
    void aRightCheckDigitMasksAloneWhereItProves_data()
    {
        addRows({{"CUIT", s("anotá 20123456786"), s("anotá [CUIT-1]")},
                 {"CUIT, wrong", s("anotá 20123456785"), s("anotá 20123456785")},
                 {"CUIT, wrong with its word", s("cuit 20123456785"), s("cuit [CUIT-1]")},
                 {"RUT, bare", s("anotá 123456785"), s("anotá 123456785")},
                 {"RUT, punctuated", s("anotá 12.345.678-5"), s("anotá [RUT-1]")},
                 {"RUT, punctuated, wrong", s("anotá 12.345.678-4"), s("anotá 12.345.678-4")},
                 {"RUT, named", s("rut 123456785"), s("rut [RUT-1]")},
                 {"card of an issuer", s("4509953566233704"), s("[CARD-1]")},
                 {"Luhn, nobody's range", s("1234567812345670"), s("1234567812345670")},
                 {"card, wrong", s("4509953566233705"), s("4509953566233705")},
                 {"card, wrong, named", s("tarjeta 4509953566233705"), s("tarjeta [CARD-1]")},
                 {"NIT, bare", s("anotá 9001234568"), s("anotá 9001234568")},
                 {"CI, named", s("cédula 12345672"), s("cédula [CI-1]")}});
    }
    void aRightCheckDigitMasksAloneWhereItProves() { checkRow(); }

    void bothVerdictsAreTold()
    {
        const auto sure = privacy::find(u"cuit 20123456786").front();
        QCOMPARE(sure.certainty, Certainty::Sure);
        QCOMPARE(sure.checksum, std::optional(true));
        QVERIFY(sure.score >= privacy::kSureScore);
        const auto unsure = privacy::find(u"cuit 20123456785").front();
        QCOMPARE(unsure.certainty, Certainty::Unsure);
        QCOMPARE(unsure.checksum, std::optional(false));
        QVERIFY(unsure.score < privacy::kSureScore);
        QCOMPARE(privacy::find(u"dni 30123456").front().checksum, std::nullopt);
    }

    // Rule 4
    void contextWordsCountInBothLanguages_data()
    {
        addRows({{"accents", s("mi teléfono 43215678"), s("mi teléfono [PHONE-1]")},
                 {"none", s("mi telefono 43215678"), s("mi telefono [PHONE-1]")},
                 {"capitals", s("MI TELÉFONO 43215678"), s("MI TELÉFONO [PHONE-1]")},
                 {"English in Spanish", s("mi phone es 43215678"), s("mi phone es [PHONE-1]")},
                 {"behind", s("30123456 es mi DNI"), s("[DNI-1] es mi DNI")},
                 {"initials", s("D.N.I. 30123456"), s("D.N.I. [DNI-1]")},
                 {"glued", s("DNI30123456"), s("DNI[DNI-1]")},
                 {"next line", s("DNI:\n30123456"), s("DNI:\n[DNI-1]")},
                 {"too far", s("dni a b c d e 30123456"), s("dni a b c d e 30123456")}});
    }
    void contextWordsCountInBothLanguages() { checkRow(); }

    // Rule 5
    void whatFollowsEndsAToken_data()
    {
        addRows({{"full stop", s("ghp_abcdefghijklmnopqrstuvwxyz."), s("[KEY-1].")},
                 {"bracket", s("(ghp_abcdefghijklmnopqrstuvwxyz)"), s("([KEY-1])")},
                 {"quote", s("\"ghp_abcdefghijklmnopqrstuvwxyz\""), s("\"[KEY-1]\"")},
                 {"comma", s("ana@x.com,bob@x.com"), s("[EMAIL-1],[EMAIL-2]")},
                 {"emoji", s("ana@x.com😀"), s("[EMAIL-1]😀")},
                 {"ellipsis", s("dni 30.123.456..."), s("dni [DNI-1]...")},
                 {"longer number", s("dni 1230.123.456"), s("dni 1230.123.456")},
                 {"letter", s("tel 43215678x"), s("tel 43215678x")}});
    }
    void whatFollowsEndsAToken() { checkRow(); }

    // Rule 6
    void numbersOfTheProductStay_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"AB-1234", "ticket 30123456", "pedido 20123456786", "order no. 20123456786",
              "#20123456786", "$ 30.123.456", "30.123.456 pesos", "26/11/2026", "10.0.19045.3803",
              "versión 10.0.1.4", "0x80070057", "localhost:8787", "1732591200123",
              "factura 0001-00045678", "https://example.com/a/30123456", "0800-555-1234",
              "127.0.0.1", "255.255.255.0", "IMEI 490154203237518"})
            QTest::newRow(text) << s(text);
    }
    void numbersOfTheProductStay()
    {
        QFETCH(QString, text);
        QCOMPARE(privacy::mask(text), text);
    }
    void anInvoiceIsMadeOutToSomebody()
    {
        QCOMPARE(privacy::mask(u"factura a 20-12345678-6"), s("factura a [CUIT-1]"));
    }
    void aParameterOfAnAddressNamesItsNumber()
    {
        QCOMPARE(privacy::mask(u"https://example.com/?dni=30123456&x=20123456"),
                 s("https://example.com/?dni=[DNI-1]&x=20123456"));
        QCOMPARE(privacy::mask(u"https://wa.me/5491143217788"), s("https://wa.me/[PHONE-1]"));
    }

    void namesAreThoseOfTheConversation()
    {
        const privacy::Context context{{s("Marta Núñez de la Paz")}};
        privacy::Pseudonyms names;
        QCOMPARE(privacy::mask(u"soy MARTA NUÑEZ DE LA PAZ, marta", context, names),
                 s("soy [NAME-1], [NAME-2]"));
        QCOMPARE(privacy::mask(u"de la casa de Martalena", context, names),
                 s("de la casa de Martalena"));
        QCOMPARE(privacy::mask(u"soy Marta Núñez"), s("soy Marta Núñez"));
    }

    void passwordsAreToldInManyWays_data()
    {
        addRows({{"es", s("la contraseña es Perro12"), s("la contraseña es [PASSWORD-1]")},
                 {"word", s("la contraseña es perrito."), s("la contraseña es [PASSWORD-1].")},
                 {"quoted", s("password: \"mi casa 2\""), s("password: \"[PASSWORD-1]\"")},
                 {"of what", s("la clave del wifi de casa es luna99"),
                  s("la clave del wifi de casa es [PASSWORD-1]")},
                 {"no link", s("pass river95"), s("pass [PASSWORD-1]")},
                 {"JSON", s("{\"password\":\"abc123\"}"), s("{\"password\":\"[PASSWORD-1]\"}")},
                 {"pin", s("pin 4321"), s("pin [PASSWORD-1]")},
                 {"about it", s("la contraseña es incorrecta"), s("la contraseña es incorrecta")},
                 {"forgotten", s("olvidé la contraseña, error 0x80070057"),
                  s("olvidé la contraseña, error 0x80070057")},
                 {"already masked", s("la clave es [PASSWORD-1] y no anda"),
                  s("la clave es [PASSWORD-1] y no anda")}});
    }
    void passwordsAreToldInManyWays() { checkRow(); }

    void everyStepIsExplained()
    {
        const auto considered = privacy::explain(u"cuit 20123456785, pedido 30.123.456");
        const auto stepsOf = [&](Kind kind) {
            std::vector<privacy::Reason> reasons;
            for (const auto& each : considered) {
                if (each.kind == kind) {
                    for (const auto& step : each.steps)
                        reasons.push_back(step.reason);
                }
            }
            return reasons;
        };
        using enum privacy::Reason;
        QCOMPARE(stepsOf(Kind::Cuit), (std::vector{Shape, CheckWrong, ContextWord}));
        QCOMPARE(stepsOf(Kind::Dni), (std::vector{Shape, Punctuation, ProductWord}));
        for (const auto& each : considered) {
            const bool isCuit = each.kind == Kind::Cuit;
            QCOMPARE(each.outcome == privacy::Outcome::Left, !isCuit);
        }
    }

    // What an agent asks for in one message stands bare in the next.
    void whatWasSaidBeforeCounts()
    {
        const privacy::Context context{.names = {s("Marta Quiroga")},
                                       .before = s("Marta, ¿me pasás tu DNI? El mail ya lo tengo: "
                                                   "ana@x.com")};
        const privacy::Context asked{.before = s("¿Me pasás tu DNI?")};
        QCOMPARE(privacy::mask(s("30123456"), privacy::Context{}), s("30123456"));
        QCOMPARE(privacy::mask(s("30123456, gracias"), asked), s("[DNI-1], gracias"));
        QCOMPARE(privacy::mask(s("no, Marta"), context), s("no, [NAME-1]"));
        const auto found = privacy::find(s("sí: 30123456"), asked);
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found.front().start, 4);
        QCOMPARE(found.front().end, 12);
        QCOMPARE(found.front().text, s("30123456"));
        const auto considered = privacy::explain(s("30123456"), asked);
        QVERIFY(!considered.empty());
        QCOMPARE(considered.front().start, 0);
    }

    void hostileTextsAreSurvived_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("null characters") << QString(1000, QChar(0));
        QTest::newRow("lone halves") << QString(1000, QChar(0xd800));
        QTest::newRow("brackets") << QString(5000, u'[');
        QTest::newRow("ends at once") << s("dni ").repeated(500);
        QTest::newRow("a key cut off") << s("-----BEGIN PRIVATE KEY-----");
        QTest::newRow("a key never labelled") << s("-----BEGIN ").repeated(500);
        QTest::newRow("at signs") << s("@@@@@a@@").repeated(500);
        QTest::newRow("one long word") << QString(20000, u'a');
        QTest::newRow("one long number") << QString(20000, u'1');
        QTest::newRow("one long key") << s("sk-") + QString(20000, u'1');
        QTest::newRow("accents alone") << QString(5000, QChar(0x301));
    }
    void hostileTextsAreSurvived()
    {
        QFETCH(QString, text);
        const QString masked = privacy::mask(text);
        QCOMPARE(privacy::mask(masked), masked);
    }
};

RELEVO_TEST(FindTest)
#include "find_test.moc"
