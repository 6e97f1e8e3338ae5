// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/evaluation.h"
#include "nlu/model.h"
#include "phrases.h"
#include "support/labelled_set.h"
#include "support/runner.h"

#include <atomic>
#include <thread>

class ModelTest : public QObject
{
    Q_OBJECT

private:
    static QString best(QStringView text)
    {
        const auto understood = nlutest::trained().model->classify(text);
        return understood.candidates.isEmpty() ? QString() : understood.candidates.first().intent;
    }

private Q_SLOTS:
    void understandsWhatItHasNotSeen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("intent");
        const auto row = [](const char* text, const char* intent) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(intent);
        };
        row("NO PRENDEEEE la computadora", "technical_problem");
        row("la impreosra no inprime nada", "technical_problem");
        row("se me corto el internet", "connection");
        row("quiero hablar con un tecnico", "person");
        row("a qué hora cierran", "shop_information");
        row("the laptop will not start", "technical_problem");
        row("can i speak to somebody", "person");
        row("muchisimas gracias", "greeting_thanks");
    }
    void understandsWhatItHasNotSeen()
    {
        QFETCH(QString, text);
        QFETCH(QString, intent);
        QCOMPARE(best(text), intent);
    }
    void probabilitiesAreSuchAndInOrder()
    {
        const auto understood = nlutest::trained().model->classify(u"no anda el wifi", 7);
        QCOMPARE(understood.candidates.size(), 7);
        double before = 1.0, sum = 0.0;
        for (const auto& candidate : understood.candidates) {
            QVERIFY(candidate.score >= 0 && candidate.score <= before);
            before = candidate.score;
            sum += candidate.score;
        }
        QVERIFY(sum <= 1.001);
    }
    void whatIsOutOfScopeIsSaid()
    {
        const auto& model = *nlutest::trained().model;
        const auto out = model.classify(u"cual es la capital de italia");
        QVERIFY(out.isOutOfScope);
        QCOMPARE(out.candidates.first().intent, nlu::kOutOfScope);
        const auto strange = model.classify(u"xyzzy plugh frobnicate");
        QVERIFY(strange.isOutOfScope);
        QVERIFY(!model.classify(u"la notebook no prende").isOutOfScope);
    }
    void ofTwoWishesBothStandThere()
    {
        const auto understood = nlutest::trained().model->classify(
            u"la notebook no prende, y tambien quiero saber a que hora abren", 3);
        QStringList intents;
        for (const auto& candidate : understood.candidates)
            intents += candidate.intent;
        QVERIFY2(intents.first(2).contains(QStringLiteral("technical_problem")) &&
                     intents.first(2).contains(QStringLiteral("shop_information")),
                 qPrintable(intents.join(u' ')));
    }
    void nothingSaidIsNothingUnderstood()
    {
        for (const char16_t* text : {u"", u"   ", u"?!", u"\u200b"}) {
            const auto understood = nlutest::trained().model->classify(text);
            QVERIFY(understood.candidates.isEmpty());
            QVERIFY(understood.isOutOfScope);
        }
    }
    void theSameExamplesGiveTheSameModel()
    {
        const auto again = nlu::train(nlutest::phrases(), {});
        QVERIFY(again.has_value());
        QCOMPARE(again->model->serialise(), nlutest::trained().model->serialise());
        const auto other = nlu::train(nlutest::phrases(), {.seed = 2});
        QVERIFY(other->model->version() != again->model->version());
    }
    void theVersionIsKnownBeforeTraining()
    {
        QCOMPARE(nlu::versionOf(nlutest::phrases(), {}), nlutest::trained().model->version());
    }
    void twoIntentsAreEnoughAndOneIsNot()
    {
        std::vector<nlu::Example> few{{QStringLiteral("hola amigo"), QStringLiteral("a"), {}},
                                      {QStringLiteral("no prende"), QStringLiteral("b"), {}}};
        const auto two = nlu::train(few, {});
        QVERIFY(two.has_value());
        QCOMPARE(two->model->classify(u"hola").candidates.first().intent, QStringLiteral("a"));
        QCOMPARE(two->model->classify(u"no prende").candidates.first().intent, QStringLiteral("b"));
        few.pop_back();
        QCOMPARE(nlu::train(few, {}).error().code, base::Code::Invalid);
    }
    void aHeldBackPhraseStaysHeldBack()
    {
        const auto& all = nlutest::phrases();
        const auto before = nlu::heldBackOf(all, {});
        auto more = all;
        more.push_back({QStringLiteral("una frase nueva"), QStringLiteral("close"), {}});
        const auto after = nlu::heldBackOf(more, {});
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(after[i], before[i]);
    }
    void manyThreadsMayAsk()
    {
        const auto model = nlutest::trained().model;
        const auto expected = model->classify(u"no tengo internet").candidates;
        std::vector<std::thread> threads;
        std::atomic<int> different{0};
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int n = 0; n < 200; ++n)
                    different +=
                        model->classify(u"no tengo internet").candidates == expected ? 0 : 1;
            });
        }
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(different.load(), 0);
    }
    void aMadeUpLanguageIsLearnt()
    {
        const auto taught =
            support::makeLabelledSet({.intents = 20, .phrases = 1500, .outOfScope = 0.05});
        const auto asked =
            support::makeLabelledSet({.intents = 20, .phrases = 400, .outOfScope = 0.2, .seed = 2});
        const auto made = nlu::train(taught, {});
        QVERIFY(made.has_value());
        const auto figures = nlu::evaluate(*made->model, asked);
        QVERIFY2(figures.accuracy > 0.8, qPrintable(QString::number(figures.accuracy)));
        QVERIFY2(figures.outOfScopeRecall > 0.6,
                 qPrintable(QString::number(figures.outOfScopeRecall)));
    }
};

RELEVO_TEST(ModelTest)
#include "model_test.moc"
