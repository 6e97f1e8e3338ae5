// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/language.h"
#include "phrases.h"
#include "support/runner.h"

class LanguageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsShortTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("language");
        const auto row = [](const char* text, const char* language) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(language);
        };
        row("no me anda la impresora", "es");
        row("my screen does not work", "en");
        row("¿dónde están?", "es");
        row("where are you", "en");
        row("quiero que me atiendan", "es");
        row("thanks for that", "en");
        row("", "");
        row("12345 :-)", "");
    }
    void tellsShortTexts()
    {
        QFETCH(QString, text);
        QFETCH(QString, language);
        const auto guess = nlu::LanguageGuess::learn(nlutest::phrases());
        QCOMPARE(nlu::languageName(guess.of(text)), language);
    }
    void withoutPhrasesOfBothNothingIsKnown()
    {
        const std::vector<nlu::Example> one{
            {.text = QStringLiteral("hola"), .intent = {}, .language = QStringLiteral("es")},
            {.text = QStringLiteral("hello"), .intent = {}, .language = {}}};
        QVERIFY(nlu::LanguageGuess::learn(one).of(u"hola que tal") == nlu::Language::Unknown);
    }
    void phrasesNotSeenAreToldToo()
    {
        // Every third phrase is judged by what the others taught.
        std::vector<nlu::Example> taught, asked;
        for (std::size_t i = 0; i < nlutest::phrases().size(); ++i)
            (i % 3 == 0 ? asked : taught).push_back(nlutest::phrases()[i]);
        const auto guess = nlu::LanguageGuess::learn(taught);
        int wrong = 0;
        for (const auto& example : asked) {
            const QString told = nlu::languageName(guess.of(example.text));
            wrong += !told.isEmpty() && told != example.language.left(2) ? 1 : 0;
        }
        QVERIFY2(wrong * 10 <= static_cast<int>(asked.size()), qPrintable(QString::number(wrong)));
    }
};

RELEVO_TEST(LanguageTest)
#include "language_test.moc"
