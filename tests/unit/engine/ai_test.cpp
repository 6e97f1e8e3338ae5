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
