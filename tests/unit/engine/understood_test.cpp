// SPDX-License-Identifier: GPL-3.0-or-later
// What is understood beyond the phrases: the classifier's candidates, articles, more in a message.
#include "engine/recording.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QRegularExpression>

using engine::EventKind;
using engine_test::shippedFlow;
using engine_test::Talk;

class UnderstoodTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theFirstSentenceFillsAllThatItTells()
    {
        Talk talk(shippedFlow());
        talk.begin("es-AR").says("hola soy Juan, la notebook Lenovo no prende desde ayer");
        talk.taps("consent:yes").taps("lang:es-AR");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        QCOMPARE(talk.slot("name"), QStringLiteral("Juan"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
        QCOMPARE(talk.slot("brand"), QStringLiteral("lenovo"));
    }

    void aNameBeforeACommaNeedsAnIntroduction()
    {
        Talk without(shippedFlow());
        without.begin("es-AR").taps("consent:yes").taps("lang:es-AR");
        without.says("Juan, de Rosario: no me anda la impresora");
        QCOMPARE(without.slot("name"), QString());
        Talk with(shippedFlow());
        with.begin("es-AR").taps("consent:yes").taps("lang:es-AR");
        with.says("soy Juan, de Rosario: no me anda la impresora");
        QCOMPARE(with.slot("name"), QStringLiteral("Juan"));
    }

    void aCertainIntentChoosesWherePhrasesDoNot()
    {
        Talk talk(shippedFlow());
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("person"), 0.8}};
        talk.says("necesito que me contesten de carne y hueso");
        QCOMPARE(talk.state.mode, engine::Mode::Waiting);
    }

    void aClosingIntentIsAskedUnlessVeryCertain()
    {
        Talk talk(shippedFlow());
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("close"), 0.7}};
        talk.says("bueno lo dejamos por ahi entonces");
        QCOMPARE(talk.state.mode, engine::Mode::Bot);
        QCOMPARE(talk.offered().value(0), QStringLiteral("cmd:close"));
        talk.facts.candidates.clear();
        talk.says("no");
        QCOMPARE(talk.state.mode, engine::Mode::Bot);
        talk.facts.candidates = {{QStringLiteral("close"), 0.95}};
        talk.says("bueno lo dejamos por ahi entonces");
        QCOMPARE(talk.state.mode, engine::Mode::Closed);
    }

    void aClosingIntentThatIsConfirmedCloses()
    {
        Talk talk(shippedFlow());
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("close"), 0.7}};
        talk.says("bueno lo dejamos por ahi entonces");
        talk.facts.candidates.clear();
        talk.says("dale");
        QCOMPARE(talk.state.mode, engine::Mode::Closed);
    }

    void severalLikelyIntentsAreOffered()
    {
        Talk talk(shippedFlow());
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("shop_information"), 0.45},
                                 {QStringLiteral("how_to"), 0.4}};
        talk.says("quisiera averiguar por aquello");
        QCOMPARE(talk.offered(), QStringList({"need:shop", "need:howto"}));
    }

    void outOfScopeIsSaidWithAWayToAPerson()
    {
        Talk talk(shippedFlow());
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("out_of_scope"), 0.9}};
        talk.says("cual es la capital de francia");
        QVERIFY(talk.reply().contains(QStringLiteral("no te puedo ayudar")));
        QVERIFY(talk.offered().contains(QStringLiteral("cmd:person")));
        QCOMPARE(talk.stage(), QStringLiteral("need"));
    }

    void aPhraseIsStrongerThanTheClassifier()
    {
        Talk talk(shippedFlow());
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("out_of_scope"), 0.99}};
        talk.says("no prende la notebook");
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
    }

    void aQuestionAsksForArticlesOnceAndGoesOnWithoutAny()
    {
        Talk talk(shippedFlow());
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("general_question"), 0.8}};
        const auto before = talk.state;
        talk.says("conviene pasar a un disco de estado solido");
        QVERIFY(talk.decision.search);
        const auto first = talk.state;
        talk.state = before;
        talk.facts.articles = QList<engine::FoundArticle>();
        talk.says("conviene pasar a un disco de estado solido");
        QVERIFY(!talk.decision.search);
        QCOMPARE(talk.state, first);
    }

    void anArticleIsQuotedAndItsWorthTold()
    {
        Talk talk(shippedFlow());
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("general_question"), 0.8}};
        talk.facts.articles = {{.slug = QStringLiteral("ssd"),
                                .title = QStringLiteral("Pasar a un SSD"),
                                .excerpt = QStringLiteral("Arranca más rápido."),
                                .link = QStringLiteral("/kb/ssd")}};
        talk.says("conviene pasar a un disco de estado solido");
        QCOMPARE(talk.stage(), QStringLiteral("article"));
        for (const auto* part : {"Pasar a un SSD", "Arranca más rápido.", "/kb/ssd"})
            QVERIFY2(talk.reply().contains(QString::fromUtf8(part)), part);
        QCOMPARE(engine::payloadText(talk.event(EventKind::BotMessage)->payload, "article"),
                 QStringLiteral("ssd"));
        const auto quoted = talk.state;
        talk.facts.candidates.clear();
        talk.facts.articles.reset();
        talk.says("sí");
        QCOMPARE(talk.stage(), QStringLiteral("more"));
        QVERIFY(talk.event(EventKind::CustomerMessage)->payload.contains("\"articleHelped\":true"));
        talk.state = quoted;
        talk.taps("article:no");
        QCOMPARE(talk.stage(), QStringLiteral("need"));
        QVERIFY(talk.event(EventKind::OptionChosen)->payload.contains("\"articleHelped\":false"));
    }

    void twoProblemsOfTwoDevicesComeOneAfterTheOther()
    {
        Talk talk(shippedFlow());
        talk.ready().says("la notebook no prende y la impresora no imprime");
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
        QCOMPARE(talk.state.laterProblems, QStringList{QStringLiteral("no_print/printer")});
        QVERIFY(talk.reply().contains(QStringLiteral("para después")));
        talk.says("listo, se arregló");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_print"));
        QCOMPARE(talk.slot("device"), QStringLiteral("printer"));
        QVERIFY(talk.state.laterProblems.isEmpty());
    }

    void theNextProblemComesWhileAPersonIsAwaited()
    {
        Talk talk(shippedFlow());
        talk.facts.personsOnDuty = 1;
        talk.ready().says("la notebook no prende y la impresora no imprime").taps("cmd:person");
        QCOMPARE(talk.state.mode, engine::Mode::Waiting);
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_print"));
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
    }

    void aFurtherProblemInTheStepsIsKeptForLater()
    {
        Talk talk(shippedFlow());
        talk.ready().says("la notebook no prende");
        const QString step = talk.state.currentStep;
        talk.says("ah, y además la impresora no imprime");
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
        QCOMPARE(talk.state.currentStep, step);
        QCOMPARE(talk.state.laterProblems.size(), 1);
    }

    void skillIsLearntFromWordsAndSteersTheSteps()
    {
        Talk basic(shippedFlow());
        basic.ready().says("no entiendo nada de esto");
        QCOMPARE(basic.slot("skill"), QStringLiteral("basic"));
        basic.says("la notebook no prende");
        QVERIFY(basic.state.lastPrompt.startsWith(QStringLiteral("basic.step_help")));
        Talk expert(shippedFlow());
        expert.ready().says("soy programador, la notebook anda lenta");
        QCOMPARE(expert.slot("skill"), QStringLiteral("advanced"));
        QCOMPARE(expert.stage(), QStringLiteral("basic"));
        expert.says("pasos avanzados");
        QCOMPARE(expert.stage(), QStringLiteral("advanced"));
    }

    void aPersonIsWantedAtTheRatingWhateverTheProblem()
    {
        Talk talk(shippedFlow());
        talk.facts.personsOnDuty = 1;
        talk.ready().says("la notebook no prende").says("listo, ya anda");
        QCOMPARE(talk.stage(), QStringLiteral("rating"));
        talk.says("quiero hablar con una persona, la impresora no imprime");
        QCOMPARE(talk.state.mode, engine::Mode::Waiting);
    }

    // The next conversation begins with it.
    void aProblemAfterTheEndIsNoRating()
    {
        Talk talk(shippedFlow());
        talk.ready().says("la notebook no prende").says("cerrar la conversación");
        QCOMPARE(talk.stage(), QStringLiteral("rating"));
        QCOMPARE(talk.state.mode, engine::Mode::Closed);
        talk.says("no, la impresora no imprime");
        QCOMPARE(talk.code, base::Code::Refused);
        talk.says("bien");
        QCOMPARE(talk.slot("rating"), QStringLiteral("good"));
    }

    void theMinutesOfAllStepsAreTold()
    {
        Talk talk(shippedFlow());
        talk.ready().says("la notebook no prende");
        QVERIFY2(talk.reply().contains(QStringLiteral("minutos en total")),
                 qPrintable(talk.reply()));
        talk.says("sigue igual");
        QVERIFY(!talk.reply().contains(QStringLiteral("minutos en total")));
    }

    // What is announced is what is shown when nothing helps, at each level of skill.
    void theMinutesToldAreThoseOfTheStepsShown_data()
    {
        QTest::addColumn<QString>("skill");
        QTest::newRow("unknown") << QString();
        QTest::newRow("basic") << QStringLiteral("no entiendo nada de esto");
        QTest::newRow("medium") << QStringLiteral("me doy maña");
        QTest::newRow("advanced") << QStringLiteral("soy programador");
    }
    void theMinutesToldAreThoseOfTheStepsShown()
    {
        QFETCH(QString, skill);
        const auto& catalogue = shippedFlow().catalogue();
        for (const auto& problem : catalogue.terms(engine::TermKind::Problem)) {
            for (const auto& device : catalogue.servedBy(engine::StepSet::Basic, problem.code)) {
                // Where the problem implies one, another device has no button.
                if (!problem.device.isEmpty() && problem.device != device)
                    continue;
                Talk talk(shippedFlow());
                talk.ready();
                if (!skill.isEmpty())
                    talk.says(skill);
                talk.taps("need:problem").taps(QStringLiteral("problem:") + problem.code);
                if (problem.device.isEmpty())
                    talk.taps(QStringLiteral("device:") + device);
                const int told = minutesTold(talk.reply());
                int shown = 0;
                for (int i = 0; i < 20 && isAtStep(talk); ++i) {
                    shown += catalogue.step(talk.state.currentStep)->minutes;
                    talk.taps(talk.offered().constFirst().section(u':', 0, 0) +
                              QStringLiteral(":same:") + talk.state.currentStep);
                }
                QVERIFY2(shown > 0, qPrintable(problem.code + u'/' + device));
                QVERIFY2(told == shown, qPrintable(QStringLiteral("%1/%2: %3 told, %4 shown")
                                                       .arg(problem.code, device)
                                                       .arg(told)
                                                       .arg(shown)));
            }
        }
    }

    void theAdvancedStepsThatAreOfferedTellTheirOwnMinutes()
    {
        Talk talk(shippedFlow());
        talk.ready().says("la notebook no prende");
        for (int i = 0; i < 10 && talk.stage() == u"basic"; ++i)
            talk.says("sigue igual");
        QCOMPARE(talk.stage(), QStringLiteral("advanced_offer"));
        talk.taps("more:yes");
        int minutes = 0;
        for (const auto& item : *shippedFlow().catalogue().steps(
                 engine::StepSet::Advanced, QStringLiteral("no_power"), QStringLiteral("notebook")))
            minutes += item.minutes;
        QVERIFY2(talk.reply().contains(QStringLiteral("unos %1 minutos.").arg(minutes)),
                 qPrintable(talk.reply()));
    }

    void whetherTheShopIsOpenIsTold()
    {
        Talk talk(shippedFlow());
        talk.facts.shop.hours = QStringLiteral("9 a 18");
        talk.ready().says("horario");
        QVERIFY(talk.reply().contains(QStringLiteral("ahora está abierto")));
        talk.facts.isOpen = false;
        talk.taps("cmd:restart").says("horario");
        QVERIFY(talk.reply().contains(QStringLiteral("ahora está cerrado")));
    }

    void aPriceIsNotMadeUp()
    {
        Talk talk(shippedFlow());
        talk.ready().says("la notebook no prende");
        const auto stage = talk.stage();
        talk.says("cuánto sale arreglarla?");
        QVERIFY(talk.reply().contains(QStringLiteral("no tengo ese dato")));
        talk.says("sigamos");
        QCOMPARE(talk.stage(), stage);
    }

    void twoMessagesInAnotherLanguageChangeIt()
    {
        Talk talk(shippedFlow());
        talk.ready().says("what is this about");
        QCOMPARE(talk.state.language, QStringLiteral("es-AR"));
        talk.says("I have a problem with my printer");
        QCOMPARE(talk.state.language, QStringLiteral("en"));
        QVERIFY(talk.reply().contains(QStringLiteral("español")));
    }

    void anErrorCodeIsKept()
    {
        Talk talk(shippedFlow());
        talk.ready().says("pantalla azul en la pc con 0xc000021a");
        QCOMPARE(talk.slot("error_code"), QStringLiteral("0xC000021A"));
        QCOMPARE(talk.slot("problem"), QStringLiteral("blue_screen"));
    }

    void threeExclamationMarksOfTroubleAreAnger()
    {
        Talk talk(shippedFlow());
        talk.ready().says("gracias!!!");
        QCOMPARE(talk.state.frustration, 0);
        talk.says("NO PRENDE LA NOTEBOOK!!!");
        QVERIFY(talk.state.frustration > 0);
    }

    void whatIsNewSurvivesTheSnapshot()
    {
        engine::State state;
        state.stage = QStringLiteral("basic");
        state.laterProblems = QStringList{QStringLiteral("slow/notebook")};
        state.article = QStringLiteral("ssd");
        state.foreignMessages = 1;
        state.stepAt = 12;
        QCOMPARE(engine::stateFromJson(engine::stateToJson(state)), state);
    }

private:
    static bool isAtStep(const Talk& talk)
    {
        return talk.stage() == u"basic" || talk.stage() == u"advanced";
    }
    /// -1: none were.
    static int minutesTold(const QString& reply)
    {
        static const QRegularExpression figure(QStringLiteral("unos (\\d+) minutos en total"));
        const auto match = figure.match(reply);
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    }
};

RELEVO_TEST(UnderstoodTest)
#include "understood_test.moc"
