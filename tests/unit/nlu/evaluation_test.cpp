// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/evaluation.h"
#include "phrases.h"
#include "support/runner.h"

class EvaluationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWhatItSays()
    {
        // Given three phrases, of which the model knows two and could not know the third's label.
        const std::vector<nlu::Example> asked{
            {QStringLiteral("la notebook no prende"), QStringLiteral("technical_problem"), {}},
            {QStringLiteral("contame un chiste"), nlu::kOutOfScope, {}},
            {QStringLiteral("no tengo internet"), QStringLiteral("greeting_thanks"), {}}};
        const auto figures = nlu::evaluate(*nlutest::trained().model, asked);
        QCOMPARE(figures.phrases, 3);
        QCOMPARE(figures.inScope, 2);
        QCOMPARE(figures.outOfScope, 1);
        QCOMPARE(figures.accuracy, 2.0 / 3);
        QCOMPARE(figures.inScopeAccuracy, 0.5);
        QCOMPARE(figures.outOfScopeRecall, 1.0);
        QCOMPARE(figures.macroF1, 2.0 / 3);
        QCOMPARE(figures.intents.size(), 3U);
        QVERIFY(figures.microsP50 > 0 && figures.microsP50 <= figures.microsP99);
    }
    void crossValidationJudgesEveryPhraseOnce()
    {
        const auto figures = nlu::crossValidate(nlutest::phrases(), 5, {});
        QVERIFY(figures.has_value());
        QCOMPARE(figures->phrases, static_cast<int>(nlutest::phrases().size()));
        QVERIFY2(figures->accuracy > 0.55, qPrintable(QString::number(figures->accuracy)));
        QVERIFY(figures->trainSeconds > 0);
        QCOMPARE(nlu::crossValidate(nlutest::phrases(), 1, {}).error().code, base::Code::Invalid);
    }
};

RELEVO_TEST(EvaluationTest)
#include "evaluation_test.moc"
