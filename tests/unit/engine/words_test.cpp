// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/turn/names.h"
#include "engine/words/normalise.h"
#include "engine/words/phrases.h"
#include "engine/words/text.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

using engine_test::defaultFlow;
using engine_test::Talk;

class WordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void normalisingKeepsOnlyTheWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::newRow("accents") << QStringLiteral("¡Qué TAL, señor Ñandú!")
                                 << QStringLiteral("que tal senor nandu");
        QTest::newRow("repeated") << QStringLiteral("holaaaa nooooo") << QStringLiteral("hola no");
        QTest::newRow("doubles stay")
            << QStringLiteral("llamame, error") << QStringLiteral("llamame error");
        QTest::newRow("emoji") << QStringLiteral("👍🏽ok❤️") << QStringLiteral("👍 ok ❤");
        QTest::newRow("apostrophes") << QStringLiteral("don't I’m") << QStringLiteral("dont im");
        QTest::newRow("invisible") << QStringLiteral("s\u200bí\u202e") << QStringLiteral("si");
        QTest::newRow("decomposed") << QStringLiteral("si\u0301") << QStringLiteral("si");
        QTest::newRow("nothing") << QStringLiteral("  ...  ") << QString();
    }
    void normalisingKeepsOnlyTheWords()
    {
        QFETCH(QString, text);
        QTEST(engine::normalise(text).text, "plain");
    }

    void soundsMeet()
    {
        const std::pair<QStringView, QStringView> pairs[] = {
            {u"kompu", u"compu"}, {u"enziende", u"enciende"}, {u"guifi", u"wifi"},
            {u"ola", u"hola"},    {u"vateria", u"bateria"},   {u"yamar", u"llamar"},
            {u"jente", u"gente"}};
        for (const auto& [a, b] : pairs)
            QCOMPARE(engine::soundOf(a), engine::soundOf(b));
    }

    void slipsToNeighbouringKeysCostLess()
    {
        QVERIFY(engine::slipDistance(u"lwnta", u"lenta", 3) <
                engine::slipDistance(u"lmnta", u"lenta", 3));
        QCOMPARE(engine::slipDistance(u"letna", u"lenta", 3), 0.6);
        QVERIFY(engine::slipDistance(u"casa", u"computadora", 1) > 1);
    }

    void swappedLettersAreFoundAtTheLimitOfAShortWord()
    {
        QCOMPARE(engine::slipDistance(u"trun", u"turn", 0.75), 0.6);
        QCOMPARE(engine::slipDistance(u"utrn", u"turn", 0.75), 0.6);
        QCOMPARE(engine::slipDistance(u"tunr", u"turn", 0.75), 0.6);
        QVERIFY(engine::slipDistance(u"trnu", u"turn", 0.75) > 0.75);
        // Rather the word that has the same letters than one with a letter of the next key.
        QVERIFY(engine::slipDistance(u"slgo", u"slog", 1) <
                engine::slipDistance(u"slgo", u"algo", 1));
    }

    void whatPeopleTypeIsUnderstood_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("problem");
        for (const auto* said :
             {"no me enciende la kompu", "no enziende", "la pc no prende", "no prendeeee",
              "mi notebook no enciende mas", "it doesn't turn on", "no encienfe"})
            QTest::newRow(said) << QString::fromUtf8(said) << QStringLiteral("no_power");
        for (const auto* said :
             {"anda re lenta", "esta muy lentaaa", "my computer is slow", "la compu anda lenta"})
            QTest::newRow(said) << QString::fromUtf8(said) << QStringLiteral("slow");
        for (const auto* said : {"no tengo internet", "sin internet", "no hay internet",
                                 "no tengo imternet", "tampoco tengo internet"})
            QTest::newRow(said) << QString::fromUtf8(said) << QStringLiteral("no_internet");
        QTest::newRow("negated") << QStringLiteral("hola que tal") << QString();
    }
    void whatPeopleTypeIsUnderstood()
    {
        QFETCH(QString, said);
        Talk talk;
        talk.ready().says(said);
        QTEST(talk.slot("problem"), "problem");
    }

    void aValidWordIsNoSlipOfAnother()
    {
        const auto& vocabulary = engine_test::shippedFlow().vocabulary();
        for (const auto* word : {u"lago", u"lata", u"toro", u"edad", u"doce", u"vale", u"form",
                                 u"ends", u"lots", u"sata", u"causa"}) {
            const auto found = vocabulary.find(QStringView(word));
            QVERIFY2(found.penalty == 0.0F, qPrintable(QStringView(word).toString()));
        }
    }

    void aNegatedWishIsNoWish()
    {
        Talk talk;
        talk.ready().says("no quiero cerrar el chat, no me anda la notebook");
        QVERIFY(talk.state.mode == engine::Mode::Bot);
        Talk other;
        other.ready().says("no, quiero hablar con una persona");
        QCOMPARE(other.state.mode, engine::Mode::Waiting);
    }

    void aPrinterIsNoLaserPrinter()
    {
        Talk talk;
        talk.ready().taps("need:problem").says("la impresora");
        QVERIFY(talk.slot("device").isEmpty() || talk.slot("device") == u"printer");
    }

    void numbersChooseWhatWasOffered_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("stage");
        for (const auto* said :
             {"1", "la primera", "opción 1", "uno", "1.", "el primero", "first", "option one"})
            QTest::newRow(said) << QString::fromUtf8(said) << QStringLiteral("problem");
        for (const auto* said : {"2", "la segunda", "2)"})
            QTest::newRow(said) << QString::fromUtf8(said) << QStringLiteral("topic");
        for (const auto* said : {"9", "0", "1 2", "12345678901234567890"})
            QTest::newRow(said) << QString::fromUtf8(said) << QStringLiteral("need");
    }
    void numbersChooseWhatWasOffered()
    {
        QFETCH(QString, said);
        Talk talk;
        talk.ready().says(said);
        QTEST(talk.stage(), "stage");
    }

    // Rule 11.
    void rule11_namesSurvive_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("name");
        const std::pair<const char*, const char*> names[] = {
            {"Juan Pablo", "Juan Pablo"},
            {"María José", "María José"},
            {"O'Neill", "O'Neill"},
            {"my name is Bob", "Bob"},
            {"me llamo Ana", "Ana"},
            {"soy Lautaro", "Lautaro"},
            {"Hola, soy Ana María", "Ana María"},
            {"I'm Sue", "Sue"},
            {"mi nombre es Juan de la Cruz", "Juan de la Cruz"},
            {"Jean-Luc", "Jean-Luc"},
            {"hola Marta", "Marta"},
            {"Ñata", "Ñata"},
            {"me dicen Tito, y no me anda la compu", "Tito"},
            {"李 小龙", "李 小龙"},
            {"Noé", "Noé"},
            {"Olga", "Olga"},
            {"juan", "juan"},
            {"Celia", "Celia"},
            {"Sol", "Sol"},
            {"Ana!", "Ana"},
            {"hola! me llamo Martín", "Martín"},
            {"this is Alice", "Alice"},
            {"Guillermo Van Dijk", "Guillermo Van Dijk"},
            {"José", "José"}};
        for (const auto& [said, name] : names)
            QTest::newRow(said) << QString::fromUtf8(said) << QString::fromUtf8(name);
    }
    void rule11_namesSurvive()
    {
        QFETCH(QString, said);
        Talk talk;
        talk.begin().taps("consent:yes").taps("lang:es-AR").says(said);
        QTEST(talk.slot("name"), "name");
        QVERIFY(talk.stage() != u"name");
    }

    void rule11_theseAreNoNames_data()
    {
        QTest::addColumn<QString>("said");
        for (const auto* said : {"hola",
                                 "buenas tardes",
                                 "pelotudo",
                                 "la concha de tu madre",
                                 "computadora",
                                 "notebook",
                                 "wifi",
                                 "123",
                                 "😀",
                                 "qué?",
                                 "no entiendo",
                                 "sí",
                                 "necesito ayuda con algo urgente",
                                 "soy cliente",
                                 "hello",
                                 "la impresora",
                                 "fuck you",
                                 "no me anda nada",
                                 "asdf",
                                 "gracias",
                                 "windows 11"})
            QTest::newRow(said) << QString::fromUtf8(said);
    }
    void rule11_theseAreNoNames()
    {
        QFETCH(QString, said);
        QCOMPARE(engine::nameIn(defaultFlow(), said).value_or(QString()), QString());
    }

    void rule11_skippingIsAllowed_data()
    {
        QTest::addColumn<QString>("said");
        for (const auto* said : {"prefiero no decirlo", "Prefiero no decir mi nombre", "no quiero",
                                 "saltar", "skip", "I'd rather not say"})
            QTest::newRow(said) << QString::fromUtf8(said);
    }
    void rule11_skippingIsAllowed()
    {
        QFETCH(QString, said);
        Talk talk;
        talk.begin().taps("consent:yes").taps("lang:es-AR").says(said);
        QCOMPARE(talk.stage(), QStringLiteral("need"));
        QVERIFY(talk.slot("name").isEmpty());
    }

    void contactsAreFoundLoosely()
    {
        QCOMPARE(
            engine::contactIn(QStringLiteral("mi mail es ana.p@ejemplo.com.ar, gracias")).value(),
            QStringLiteral("ana.p@ejemplo.com.ar"));
        QCOMPARE(engine::contactIn(QStringLiteral("llamame al +54 9 11 5555-4444")).value(),
                 QStringLiteral("+54 9 11 5555-4444"));
        QVERIFY(!engine::contactIn(QStringLiteral("no tengo")));
        QVERIFY(!engine::contactIn(QStringLiteral("12")));
        QVERIFY(!engine::contactIn(QStringLiteral("ana@")));
    }

    void emptyBlanksLeaveTheirPartOut()
    {
        const auto text = engine::Template::compile(
            QStringLiteral("Hola[[, {name}]].[[\n\nMail: {email}]]\n\nChau"));
        QVERIFY(text);
        const auto nothing = [](engine::Blank) { return QString(); };
        QCOMPARE(text->render(nothing), QStringLiteral("Hola.\n\nChau"));
        QVERIFY(!engine::Template::compile(QStringLiteral("{nope}")));
        QVERIFY(!engine::Template::compile(QStringLiteral("[[ open")));
    }

    void localesGiveALanguage()
    {
        QCOMPARE(engine::languageOf(u"es-AR"), engine::Language::EsAr);
        QCOMPARE(engine::languageOf(u"es_MX"), engine::Language::Es);
        QCOMPARE(engine::languageOf(u"en"), engine::Language::En);
        QCOMPARE(engine::languageOf(u"pt-BR"), engine::Language::EsAr);
        QCOMPARE(engine::languageOf(u""), engine::Language::EsAr);
    }

    void phrasesThatMatchEquallyWellBelongToBothLanguages()
    {
        engine::Vocabulary vocabulary;
        engine::PhraseBook book;
        const auto say = [&](const char* phrase, unsigned language) {
            book.add(vocabulary, 1, QString::fromUtf8(phrase), language);
        };
        say("no tengo internet", 1);
        say("no internet", 4);
        vocabulary.setWeak(vocabulary.exactly(u"tengo"), engine::Vocabulary::Weak::Weak);
        vocabulary.finish();
        book.finish(vocabulary);
        const auto hits = book.hits(engine::hear(vocabulary, u"Pedro: no tengo internet"));
        QCOMPARE(hits.size(), std::size_t(1));
        QCOMPARE(hits.front().languages, 5U);
    }

    void aHugeMessageIsTakenCalmly()
    {
        Talk talk;
        talk.ready().says(QStringLiteral("no anda ").repeated(500));
        QVERIFY(!talk.code);
        talk.says(QStringLiteral("x").repeated(4000));
        QVERIFY(!talk.code);
    }
};

RELEVO_TEST(WordsTest)
#include "words_test.moc"
