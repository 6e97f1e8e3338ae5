// SPDX-License-Identifier: GPL-3.0-or-later
// Problems that no phrase names: what a classifier makes of a message (Facts::problemCandidates).
#include "engine/recording.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QJsonDocument>
#include <QJsonObject>

using engine::ProblemCandidate;
using engine_test::shippedFlow;
using engine_test::Talk;

namespace {

ProblemCandidate likely(const char* problem, double score, int begin = 0, int end = 0)
{
    return {.problem = QString::fromLatin1(problem), .score = score, .begin = begin, .end = end};
}

Talk asked()
{
    Talk talk(shippedFlow());
    talk.ready();
    return talk;
}

const QString kTold = QStringLiteral("mi notebook parece una tortuga con reuma");

} // namespace

class LearntTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSureOneIsTakenAsTold()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("slow", 0.8), likely("freezes", 0.1)};
        talk.says(kTold);
        QCOMPARE(talk.slot("problem"), QStringLiteral("slow"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        QCOMPARE(talk.decision.record.rule, QStringLiteral("need/need:problem/classified"));
    }

    void aPhraseOfTheCatalogueComesFirst()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("slow", 0.99)};
        talk.says("la notebook no prende más de lo que prendía");
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
        QVERIFY(talk.state.laterProblems.isEmpty());
    }

    void likelyOnesAreOffered()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("slow", 0.4), likely("freezes", 0.3),
                                        likely("virus", 0.05)};
        talk.says(kTold);
        QCOMPARE(talk.stage(), QStringLiteral("need"));
        QCOMPARE(talk.offered(), (QStringList{"problem:slow", "problem:freezes"}));
        talk.facts.problemCandidates.clear();
        talk.says("la segunda");
        QCOMPARE(talk.slot("problem"), QStringLiteral("freezes"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
    }

    void aSingleLikelyOneIsAskedFor()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("slow", 0.4)};
        talk.says(kTold);
        QCOMPARE(talk.offered().value(0), QStringLiteral("problem:slow"));
        talk.facts.problemCandidates.clear();
        talk.says("sí");
        QCOMPARE(talk.slot("problem"), QStringLiteral("slow"));
    }

    void unlikelyOnesAreNotSpokenOf()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("slow", 0.15)};
        talk.says(kTold);
        QCOMPARE(talk.slot("problem"), QString());
        QVERIFY(!talk.offered().contains(QStringLiteral("problem:slow")));
    }

    void aWordOrTwoOnlyNameAPart()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("email_problem", 0.99)};
        talk.says("gmail");
        QCOMPARE(talk.slot("problem"), QString());
        QCOMPARE(talk.offered().value(0), QStringLiteral("problem:email_problem"));
    }

    void whoSurelyWantsSomethingElseTellsNoProblem()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("email_problem", 0.95)};
        talk.facts.candidates = {{QStringLiteral("configuration"), 0.95}};
        talk.says("dejame lista la casilla en el aparato de mi tía");
        QCOMPARE(talk.slot("problem"), QString());
        QCOMPARE(talk.slot("need"), QStringLiteral("howto"));
    }

    void eachClauseTellsItsOwn()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("slow", 0.5), likely("print_bad", 0.4),
                                        likely("slow", 0.9, 0, 5), likely("print_bad", 0.9, 6, 11)};
        talk.says("la notebook parece una tortuga y la impresora hace puros mamarrachos");
        QCOMPARE(talk.slot("problem"), QStringLiteral("slow"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
        QCOMPARE(talk.state.laterProblems, QStringList{QStringLiteral("print_bad/printer")});
    }

    void aClauseIsHeardBesideWhatAPhraseNames()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("no_power", 0.6), likely("no_power", 0.9, 0, 4),
                                        likely("print_bad", 0.9, 5, 10)};
        talk.says("la notebook no prende y la impresora hace puros mamarrachos");
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
        QCOMPARE(talk.state.laterProblems, QStringList{QStringLiteral("print_bad/printer")});
    }

    void atTheNamePromptAFewWordsAreAName()
    {
        Talk talk(shippedFlow());
        talk.begin("es-AR").taps("consent:yes").taps("lang:es-AR");
        talk.facts.problemCandidates = {likely("slow", 0.99)};
        talk.says("Martín Tortuga");
        QCOMPARE(talk.slot("name"), QStringLiteral("Martín Tortuga"));
        QCOMPARE(talk.slot("problem"), QString());
    }

    void aStepIsLeftOnlyForWhatIsPlainlyAnother()
    {
        auto talk = asked();
        talk.says("la notebook no prende");
        const QString step = talk.state.currentStep;
        const auto says = [&](QList<ProblemCandidate> candidates) {
            Talk next = talk;
            next.facts.problemCandidates = std::move(candidates);
            next.says("parece una tortuga con reuma la pobre");
            return next.slot("problem");
        };
        QVERIFY(!step.isEmpty());
        QCOMPARE(says({likely("slow", 0.8)}), QStringLiteral("no_power"));
        QCOMPARE(says({likely("slow", 0.91), likely("no_power", 0.06)}),
                 QStringLiteral("no_power"));
        QCOMPARE(says({likely("slow", 0.95)}), QStringLiteral("slow"));
    }

    void aProblemThatThisCatalogueDoesNotKnowIsPassedOver()
    {
        auto talk = asked();
        talk.facts.problemCandidates = {likely("haunted", 0.99), likely("slow", 0.7),
                                        likely("haunted", 0.99, 0, 7), likely("slow", 0.9, -5, 99)};
        talk.says(kTold);
        QCOMPARE(talk.slot("problem"), QStringLiteral("slow"));
    }

    void whatWasHeardIsRecorded()
    {
        engine::Facts facts;
        facts.problemCandidates = {likely("slow", 0.625), likely("noise", 0.75, 3, 6)};
        facts.problemModel = QStringLiteral("abc");
        QCOMPARE(*engine::factsFromJson(engine::factsToJson(facts)), facts);
        // A recording from before there was such a model.
        auto old = QJsonDocument::fromJson(engine::factsToJson(facts)).object();
        old.remove(QStringLiteral("problemCandidates"));
        old.remove(QStringLiteral("problemModel"));
        QCOMPARE(*engine::factsFromJson(QJsonDocument(old).toJson()), engine::Facts());
    }
};

RELEVO_TEST(LearntTest)
#include "learnt_test.moc"
