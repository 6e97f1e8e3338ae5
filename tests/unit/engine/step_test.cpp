// SPDX-License-Identifier: GPL-3.0-or-later
// What a conversation is made of: begin, the usual way, people, closing, erasing.
#include "engine/recording.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

using engine::Actor;
using engine::EventKind;
using engine::Input;
using engine::Mode;
using engine_test::Talk;

class StepTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void firstAnswerAsksForConsent()
    {
        Talk talk;
        talk.begin(QStringLiteral("es-AR"));
        QCOMPARE(talk.stage(), QStringLiteral("consent"));
        QVERIFY(talk.reply().contains(QStringLiteral("borrar mis datos")));
        QCOMPARE(talk.offered(),
                 (QStringList{QStringLiteral("consent:yes"), QStringLiteral("consent:no")}));
        QVERIFY(!talk.reply().contains(QStringLiteral("[[")));
    }

    void nothingButBeginBeforeBegin()
    {
        Talk talk;
        talk.says("hola");
        QCOMPARE(talk.code, base::Code::Refused);
        talk.begin().begin();
        QCOMPARE(talk.code, base::Code::Refused);
    }

    void knownNameAndLanguageAreNotAskedAgain()
    {
        Talk talk;
        talk.begin(QStringLiteral("en-US"), QStringLiteral("Bob"), QStringLiteral("en"))
            .says("yes");
        QCOMPARE(talk.stage(), QStringLiteral("need"));
        QVERIFY(talk.reply().contains(QStringLiteral("Bob")));
    }

    void aSpacesOnlyMessageIsInvalid()
    {
        Talk talk;
        talk.begin().says("   \n ");
        QCOMPARE(talk.code, base::Code::Invalid);
    }

    void refusalEndsPolitelyAndMayComeBack()
    {
        Talk talk;
        talk.facts.shop.email = QStringLiteral("hola@taller.example");
        talk.begin().says("no acepto");
        QCOMPARE(talk.stage(), QStringLiteral("refused"));
        QVERIFY(talk.reply().contains(QStringLiteral("hola@taller.example")));
        talk.says("bueno dale acepto");
        QCOMPARE(talk.stage(), QStringLiteral("language"));
    }

    void refusedAndSilentIsClosedByConsent()
    {
        Talk talk;
        talk.begin().says("no").give({.kind = Input::Kind::Idle});
        QCOMPARE(talk.state.mode, Mode::Closed);
        QVERIFY(talk.event(EventKind::Closed)->payload.contains("\"consent\""));
    }

    void takingOverSilencesTheBot()
    {
        Talk talk;
        talk.ready().agent(Input::Kind::TakeOver, 7);
        QCOMPARE(talk.state.mode, Mode::Human);
        QCOMPARE(talk.count(EventKind::TakenOver), 1);
        talk.says("hola, no me anda la compu");
        QCOMPARE(talk.count(EventKind::BotMessage), 0);
        QCOMPARE(talk.count(EventKind::CustomerMessage), 1);
    }

    void aSecondOwnerIsRefusedAndTheFirstMayRepeat()
    {
        Talk talk;
        talk.ready().agent(Input::Kind::TakeOver, 7).agent(Input::Kind::TakeOver, 8);
        QCOMPARE(talk.code, base::Code::Conflict);
        talk.agent(Input::Kind::TakeOver, 7);
        QVERIFY(!talk.code);
        QVERIFY(talk.decision.events.empty());
    }

    void onlyTheOwnerWrites()
    {
        Talk talk;
        talk.ready().agent(Input::Kind::AgentMessage, 7, QStringLiteral("hola"));
        QCOMPARE(talk.code, base::Code::Refused);
        talk.agent(Input::Kind::TakeOver, 7)
            .agent(Input::Kind::AgentMessage, 8, QStringLiteral("hola"));
        QCOMPARE(talk.code, base::Code::Conflict);
        talk.agent(Input::Kind::AgentMessage, 7, QStringLiteral("hola"));
        QCOMPARE(talk.event(EventKind::AgentMessage)->text, QStringLiteral("hola"));
        QVERIFY(talk.event(EventKind::AgentMessage)->customerSees);
    }

    void aNoteIsTakenFromAnybodyAndNeverShown()
    {
        Talk talk;
        talk.ready().agent(Input::Kind::Note, 9, QStringLiteral("cliente difícil"));
        QVERIFY(!talk.event(EventKind::Note)->customerSees);
        talk.taps("cmd:close").agent(Input::Kind::Note, 9, QStringLiteral("ya cerró"));
        QCOMPARE(talk.count(EventKind::Note), 1);
    }

    void aTransferKeepsItsSummaryFromTheCustomer()
    {
        Talk talk;
        talk.ready().agent(Input::Kind::TakeOver, 7);
        talk.give({.kind = Input::Kind::Transfer,
                   .text = QStringLiteral("es un plomo"),
                   .person = base::PersonId{7},
                   .target = base::PersonId{8}});
        QCOMPARE(talk.state.owner, base::PersonId{8});
        for (const auto& event : talk.decision.events)
            QVERIFY(!event.customerSees || !event.text.contains(QStringLiteral("plomo")));
        QCOMPARE(talk.event(EventKind::Note)->text, QStringLiteral("es un plomo"));
    }

    void aTransferToTheQueueAndALostOwnerMakeTheCustomerWait()
    {
        Talk talk;
        talk.ready().agent(Input::Kind::TakeOver, 7).agent(Input::Kind::Transfer, 7);
        QCOMPARE(talk.state.mode, Mode::Waiting);
        talk.agent(Input::Kind::TakeOver, 8)
            .agent(Input::Kind::ReturnToQueue, 0, QStringLiteral("sleep"));
        QCOMPARE(talk.state.mode, Mode::Waiting);
        QVERIFY(!talk.reply().isEmpty());
        QVERIFY(!talk.state.owner.isValid());
    }

    void givingBackSpeaksThatStagesPrompt()
    {
        Talk talk;
        talk.ready()
            .agent(Input::Kind::TakeOver, 7)
            .agent(Input::Kind::GiveBack, 7, {}, QStringLiteral("nowhere"));
        QCOMPARE(talk.code, base::Code::Invalid);
        talk.agent(Input::Kind::GiveBack, 7, {}, QStringLiteral("problem"));
        QCOMPARE(talk.stage(), QStringLiteral("problem"));
        QCOMPARE(talk.state.mode, Mode::Bot);
        QVERIFY(talk.event(EventKind::GivenBack)->customerSees);
        QVERIFY(!talk.reply().isEmpty());
    }

    void anAgentsCloseClosesAtOnceAndAsksForTheRating()
    {
        Talk talk;
        talk.ready().agent(Input::Kind::TakeOver, 7).agent(Input::Kind::Close, 7);
        QCOMPARE(talk.state.mode, Mode::Closed);
        QCOMPARE(talk.stage(), QStringLiteral("rating"));
        talk.says("👎");
        QCOMPARE(talk.count(EventKind::Rated), 1);
        talk.taps("reason:not_solved").says("me dejaron esperando");
        QVERIFY(talk.event(EventKind::Rated)->payload.contains("not_solved"));
        QCOMPARE(talk.count(EventKind::Closed), 0);
        talk.says("hola de nuevo");
        QCOMPARE(talk.code, base::Code::Refused);
    }

    void leavingClosesWithoutAWord()
    {
        Talk talk;
        talk.ready().give({.kind = Input::Kind::Leave});
        QCOMPARE(talk.state.mode, Mode::Closed);
        QCOMPARE(talk.count(EventKind::BotMessage), 0);
        QCOMPARE(talk.count(EventKind::Closed), 1);
    }

    void erasingAsksOnceAndForgets()
    {
        Talk talk;
        talk.ready().says("borrar mis datos");
        QVERIFY(!talk.decision.erases);
        QCOMPARE(talk.stage(), QStringLiteral("erase"));
        talk.says("sí");
        QVERIFY(talk.decision.erases);
        QVERIFY(talk.state.isErased);
        QVERIFY(talk.state.slots.isEmpty());
        QCOMPARE(talk.count(EventKind::Erased), 1);
        QCOMPARE(talk.state.mode, Mode::Closed);
    }

    void erasingCanBeCalledOff()
    {
        Talk talk;
        talk.ready().taps("cmd:erase").taps("erase:no");
        QCOMPARE(talk.stage(), QStringLiteral("need"));
        QVERIFY(!talk.decision.erases);
    }

    void whileAPersonOwnsItErasingIsAskedByTheSystem()
    {
        Talk talk;
        talk.ready().agent(Input::Kind::TakeOver, 7).taps("cmd:erase");
        QCOMPARE(talk.event(EventKind::BotMessage)->actor, Actor::System);
        QCOMPARE(talk.state.mode, Mode::Human);
        talk.says("no, era una broma");
        QCOMPARE(talk.stage(), QStringLiteral("human"));
        talk.taps("cmd:erase").taps("erase:yes");
        QVERIFY(talk.decision.erases);
    }

    void receiptsAreKeptOnceAndChangeNothingElse()
    {
        Talk talk;
        talk.ready();
        const auto before = talk.state;
        talk.give({.kind = Input::Kind::Seen, .upTo = 3});
        QCOMPARE(talk.stage(), before.stage);
        QCOMPARE(talk.state.offered, before.offered);
        QCOMPARE(talk.event(EventKind::Seen)->payload, QByteArray(R"({"upTo":3,"by":"customer"})"));
        talk.give({.kind = Input::Kind::Seen, .upTo = 3});
        QVERIFY(talk.decision.events.empty());
    }

    void payloadsAreAsDocumented()
    {
        Talk talk;
        talk.begin().taps("consent:yes");
        QCOMPARE(talk.event(EventKind::OptionChosen)->payload,
                 QByteArray(R"({"value":"consent:yes"})"));
        QCOMPARE(talk.event(EventKind::OptionChosen)->text, QStringLiteral("Acepto"));
        const auto* bot = talk.event(EventKind::BotMessage);
        QVERIFY(bot->payload.startsWith(R"({"prompt":"language.ask","buttons":[{"text":)"));
        QCOMPARE(bot->options, talk.state.offered);
    }

    void stateFactsAndInputSurviveJson()
    {
        Talk talk;
        talk.facts.candidates = {{QStringLiteral("how_to"), 0.25}};
        talk.ready().says("no me anda el wifi, \"ñandú\" 👍");
        const auto state = engine::stateFromJson(engine::stateToJson(talk.state));
        QVERIFY(state);
        QCOMPARE(*state, talk.state);
        QCOMPARE(*engine::factsFromJson(engine::factsToJson(talk.facts)), talk.facts);
        const Input input{.kind = Input::Kind::Transfer,
                          .text = QStringLiteral("ó"),
                          .person = base::PersonId{3}};
        QCOMPARE(*engine::inputFromJson(engine::inputToJson(input, engine::TextIn::Yes)), input);
        QVERIFY(!engine::stateFromJson("[1]"));
        QVERIFY(!engine::stateFromJson(QByteArray(100000, '[')));
    }
};

RELEVO_TEST(StepTest)
#include "step_test.moc"
