// SPDX-License-Identifier: GPL-3.0-or-later
// What a turn wishes of AI, and what of its answer counts.
#include "engine/recording.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QJsonDocument>
#include <QJsonObject>

using engine::AiHelp;
using engine::AiPurpose;
using engine::EventKind;
using engine_test::Talk;

namespace {

const QString kRiddle = QStringLiteral("la caja boba hace puf y chau");

Talk asked()
{
    Talk talk;
    talk.ready();
    talk.facts.smartMode = true;
    return talk;
}

Talk atAStep()
{
    Talk talk = asked();
    talk.says("mi notebook no enciende");
    return talk;
}

AiHelp proposing(const QStringList& steps)
{
    return {.purpose = QStringLiteral("propose"),
            .outcome = QStringLiteral("completed"),
            .steps = steps};
}

QString used(const Talk& talk)
{
    const auto* event = talk.event(EventKind::AiCall);
    return event ? engine::payloadText(event->payload, "used") : QString();
}

} // namespace

class AiTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotUnderstoodIsWishedFor()
    {
        Talk talk = asked();
        talk.says(kRiddle);
        QVERIFY(talk.decision.wish);
        QCOMPARE(talk.decision.wish->purpose, AiPurpose::Understand);
    }

    void withoutSmartModeThereIsNoWish()
    {
        Talk talk = asked();
        talk.facts.smartMode = false;
        talk.facts.noAiReason = QStringLiteral("smart mode off");
        talk.says(kRiddle);
        QVERIFY(!talk.decision.wish);
        QCOMPARE(talk.decision.record.noAiReason, QStringLiteral("smart mode off"));
    }

    void whatIsUnderstoodIsNotWishedFor()
    {
        Talk talk = asked();
        talk.says("mi notebook no enciende");
        QVERIFY(!talk.decision.wish);
        QCOMPARE(talk.decision.record.noAiReason, QStringLiteral("understood"));
    }

    void aiTellsProblemAndDevice()
    {
        Talk talk = asked();
        talk.facts.ai = AiHelp{.purpose = QStringLiteral("understand"),
                               .outcome = QStringLiteral("completed"),
                               .device = QStringLiteral("notebook")};
        talk.facts.candidates = {{QStringLiteral("technical_problem"), 0.85}};
        talk.facts.problemCandidates = {{.problem = QStringLiteral("no_power"), .score = 0.9}};
        talk.says(kRiddle);
        QVERIFY(!talk.decision.wish);
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
        QCOMPARE(used(talk), QStringLiteral("understanding"));
    }

    void aCodeThatTheCatalogueHasNotIsNotHeard()
    {
        Talk talk = asked();
        talk.facts.ai = AiHelp{.purpose = QStringLiteral("understand"),
                               .outcome = QStringLiteral("completed"),
                               .device = QStringLiteral("toaster")};
        talk.facts.problemCandidates = {{.problem = QStringLiteral("burnt_bread"), .score = 0.9}};
        talk.says(kRiddle);
        QVERIFY(talk.slot("device").isEmpty());
        QVERIFY(talk.slot("problem").isEmpty());
        QCOMPARE(used(talk), QStringLiteral("nothing"));
    }

    void anExplanationReplacesOnlyTheHelp()
    {
        Talk talk = atAStep();
        talk.says("explicame");
        QVERIFY(talk.decision.wish);
        QCOMPARE(talk.decision.wish->purpose, AiPurpose::Explain);
        const QString plain = talk.reply();

        Talk again = atAStep();
        again.facts.ai = AiHelp{.purpose = QStringLiteral("explain"),
                                .outcome = QStringLiteral("completed"),
                                .text = QStringLiteral("Fijate en la luz del costado.")};
        again.says("explicame");
        const QString reply = again.reply();
        QVERIFY2(reply.contains(QStringLiteral("Fijate en la luz del costado.")),
                 qPrintable(reply));
        QCOMPARE(reply.section(u'\n', 0, 0), plain.section(u'\n', 0, 0));
        QCOMPARE(reply.section(u'\n', -1), plain.section(u'\n', -1));
        QCOMPARE(again.offered(), talk.offered());
        QCOMPARE(used(again), QStringLiteral("words"));
    }

    void whereTheCatalogueHasNothingStepsAreWishedFor()
    {
        Talk talk = asked();
        talk.says("mi celular anda lento");
        QCOMPARE(talk.stage(), QStringLiteral("escalation"));
        QVERIFY(talk.decision.wish);
        QCOMPARE(talk.decision.wish->purpose, AiPurpose::Propose);
    }

    void proposedStepsAreGoneThroughLikeAnyOthers()
    {
        Talk talk = asked();
        talk.facts.ai = proposing({QStringLiteral("slow_notebook_b2"), QStringLiteral("nonsense"),
                                   QStringLiteral("slow_desktop_b1")});
        talk.says("mi celular anda lento");
        QVERIFY(!talk.decision.wish);
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        QCOMPARE(talk.state.currentStep, QStringLiteral("slow_notebook_b2"));
        QCOMPARE(used(talk), QStringLiteral("steps"));
        QCOMPARE(engine::stateFromJson(engine::stateToJson(talk.state)), talk.state);
        talk.facts.ai.reset();
        talk.taps("step:same:slow_notebook_b2");
        QCOMPARE(talk.state.currentStep, QStringLiteral("slow_desktop_b1"));
        talk.taps("step:same:slow_desktop_b1");
        QCOMPARE(talk.stage(), QStringLiteral("escalation"));
        QVERIFY(!talk.decision.wish); // once is enough
    }

    void onlyBasicStepsCanBeProposed()
    {
        Talk talk = asked();
        talk.facts.ai = proposing({QStringLiteral("slow_notebook_a1"), QStringLiteral("nonsense")});
        talk.says("mi celular anda lento");
        QCOMPARE(talk.stage(), QStringLiteral("escalation"));
        QVERIFY(talk.state.proposedSteps.isEmpty());
        QCOMPARE(used(talk), QStringLiteral("nothing"));
    }

    void aProposalIsForItsOwnProblemOnly()
    {
        Talk talk = asked();
        talk.facts.ai = proposing({QStringLiteral("slow_notebook_b2")});
        talk.says("mi celular anda lento");
        talk.facts.ai.reset();
        talk.taps("cmd:change_problem").says("no enciende");
        QCOMPARE(talk.slot("device"), QStringLiteral("phone"));
        QCOMPARE(talk.stage(), QStringLiteral("escalation"));
    }

    void inAToneTheWholeMessageIsWishedFor()
    {
        Talk talk = asked();
        talk.facts.tone = QStringLiteral("warm");
        talk.taps("need:problem");
        QVERIFY(talk.decision.wish);
        QCOMPARE(talk.decision.wish->purpose, AiPurpose::Word);
        QCOMPARE(talk.decision.wish->tone, QStringLiteral("warm"));
        QCOMPARE(talk.decision.wish->text, talk.reply());

        Talk again = asked();
        again.facts.tone = QStringLiteral("warm");
        again.facts.ai = AiHelp{.purpose = QStringLiteral("word"),
                                .outcome = QStringLiteral("completed"),
                                .text = QStringLiteral("Contame con calma, ¿qué le pasa?")};
        again.taps("need:problem");
        QCOMPARE(again.reply(), QStringLiteral("Contame con calma, ¿qué le pasa?"));
        QCOMPARE(again.offered(), talk.offered());
        QCOMPARE(again.state, talk.state);
        QCOMPARE(used(again), QStringLiteral("wording"));
    }

    void stepsAndDeterministicStagesAreNotWorded()
    {
        Talk talk;
        talk.facts.smartMode = true;
        talk.facts.tone = QStringLiteral("warm");
        talk.begin();
        QVERIFY(!talk.decision.wish);
        for (const char* value : {"consent:yes", "lang:es-AR"}) {
            talk.taps(value);
            QVERIFY2(!talk.decision.wish, value);
        }
        talk.says("Ana");
        QVERIFY(!talk.decision.wish);
        talk.says("mi notebook no enciende");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        QVERIFY(!talk.decision.wish);
    }

    void aCallThatFailedChangesNothingButTheRecord()
    {
        Talk without = asked();
        without.says(kRiddle);
        Talk with = asked();
        with.facts.ai =
            AiHelp{.purpose = QStringLiteral("understand"), .outcome = QStringLiteral("timed_out")};
        with.says(kRiddle);
        QCOMPARE(with.reply(), without.reply());
        QCOMPARE(with.state, without.state);
        QCOMPARE(used(with), QStringLiteral("nothing"));
        QCOMPARE(with.count(EventKind::AiCall), 1);
    }
};

RELEVO_TEST(AiTest)
#include "ai_test.moc"
