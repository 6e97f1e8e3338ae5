// SPDX-License-Identifier: GPL-3.0-or-later
// The twelve rules of spec/conversation.md that are the engine's, each by its number; rule 1 on the
// graph stands in flow_check_test.cpp. The seeds are printed: a failure can be run again.
#include "base/random.h"
#include "engine/study/simulate.h"
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QDateTime>

using engine::Actor;
using engine::EventKind;
using engine::Input;
using engine::Mode;
using engine_test::defaultFlow;
using engine_test::Talk;

namespace {

quint64 newSeed()
{
    return qEnvironmentVariableIsSet("RELEVO_SEED")
               ? qEnvironmentVariable("RELEVO_SEED").toULongLong()
               : 20261124;
}
qint64 walkedTurns()
{
    const int wanted = qEnvironmentVariableIntValue("RELEVO_WALK_TURNS");
    return wanted > 0 ? wanted : 100'000;
}

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // 1, 3, 8, 12: nothing that customers, agents and timers do leads into a trap.
    void rule01_randomWalksFindNoTrap()
    {
        const quint64 seed = newSeed();
        qInfo("seed %llu", seed);
        base::SeededRandom random(seed);
        const auto report = engine::simulate(
            defaultFlow(), {.turns = walkedTurns(), .manner = engine::Manner::Hostile}, random);
        QVERIFY2(report.violations.isEmpty(), qPrintable(report.violations.join(u'\n')));
        QVERIFY(report.turns >= walkedTurns());
        // Every stage that holds was there.
        for (const auto& stage : defaultFlow().stages())
            QVERIFY2(stage.kind == engine::StageKind::Handoff ||
                         stage.kind == engine::StageKind::NextProblem ||
                         report.stages.value(stage.id) > 0,
                     qPrintable(stage.id));
    }

    void rule01_randomWalksFindNoTrapWithTheShippedCatalogue()
    {
        base::SeededRandom random(newSeed());
        const auto report = engine::simulate(
            engine_test::shippedFlow(),
            {.turns = walkedTurns() / 4, .manner = engine::Manner::Hostile}, random);
        QVERIFY2(report.violations.isEmpty(), qPrintable(report.violations.join(u'\n')));
    }

    void rule01_secondMissOffersChoicesAndThirdAPerson()
    {
        Talk talk;
        talk.ready();
        const QString asked = talk.reply();
        talk.says("zzz qqq");
        QVERIFY(talk.reply() != asked);
        talk.says("www kkk");
        QVERIFY(talk.reply().contains(QStringLiteral("1. ")));
        talk.says("vvv jjj");
        QCOMPARE(talk.offered().front(), QStringLiteral("cmd:person"));
        talk.taps("cmd:person");
        QCOMPARE(talk.state.mode, Mode::Waiting);
        QVERIFY(talk.event(EventKind::HandoffRequested)->payload.contains("not_understood"));
    }

    // 2: many conversations at once give what each gives alone.
    void rule02_interleavedConversationsAreTheSameAsAlone()
    {
        constexpr int kTalks = 20, kTurns = 15;
        const quint64 seed = newSeed();
        qInfo("seed %llu", seed);
        base::SeededRandom random(seed);
        const QStringList says{QStringLiteral("sí"),
                               QStringLiteral("1"),
                               QStringLiteral("Ana"),
                               QStringLiteral("no enciende la notebook"),
                               QStringLiteral("sigue igual"),
                               QStringLiteral("explicame"),
                               QStringLiteral("volver"),
                               QStringLiteral("zzz"),
                               QStringLiteral("english"),
                               QStringLiteral("persona"),
                               QStringLiteral("empezar de nuevo")};
        std::vector<QStringList> scripts(kTalks);
        for (auto& script : scripts) {
            for (int i = 0; i < kTurns; ++i)
                script.append(
                    says[static_cast<qsizetype>(random.below(static_cast<quint64>(says.size())))]);
        }
        std::vector<Talk> together(kTalks);
        std::vector<std::vector<engine::Event>> logs(kTalks);
        std::vector<int> at(kTalks, 0);
        for (auto& talk : together)
            talk.begin();
        for (int turn = 0; turn < kTalks * kTurns;) {
            const auto which = static_cast<std::size_t>(random.below(kTalks));
            if (at[which] == kTurns)
                continue;
            together[which].says(scripts[which][at[which]++]);
            const auto& events = together[which].decision.events;
            logs[which].insert(logs[which].end(), events.begin(), events.end());
            ++turn;
        }
        for (std::size_t which = 0; which < kTalks; ++which) {
            Talk alone;
            alone.begin();
            std::vector<engine::Event> log;
            for (const auto& text : scripts[which]) {
                alone.says(text);
                log.insert(log.end(), alone.decision.events.begin(), alone.decision.events.end());
            }
            QVERIFY(log == logs[which]);
            QCOMPARE(together[which].state, alone.state);
        }
    }

    // 3: stale, unknown, twice.
    void rule03_aStaleOptionIsAnsweredAndChangesNothing()
    {
        Talk talk;
        talk.ready();
        const auto before = talk.state;
        talk.taps("consent:yes");
        QVERIFY(talk.reply().contains(QStringLiteral("ya no está")));
        QCOMPARE(talk.stage(), before.stage);
        QCOMPARE(talk.state.slots, before.slots);
        QCOMPARE(talk.state.misses, before.misses);
        QCOMPARE(talk.offered(),
                 (QStringList{QStringLiteral("need:problem"), QStringLiteral("need:howto"),
                              QStringLiteral("need:shop"), QStringLiteral("cmd:person")}));
        talk.taps("no such thing");
        QCOMPARE(talk.stage(), before.stage);
        QVERIFY(!talk.event(EventKind::OptionChosen)->payload.contains("no such thing"));
    }

    void rule03_aDoubleClickSkipsNoStep()
    {
        Talk talk;
        talk.ready().says("no me enciende la notebook");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        const QString same = talk.offered()[1];
        talk.taps(same);
        const QString step = talk.state.currentStep;
        talk.taps(same);
        QCOMPARE(talk.state.currentStep, step);
        QVERIFY(talk.reply().contains(QStringLiteral("ya no está")));
    }

    void rule03_oldButtonValuesStillWork()
    {
        Talk talk;
        talk.begin().taps("si").taps("english").says("Bob");
        QCOMPARE(talk.state.language, QStringLiteral("en"));
        talk.taps("BTN_PROBLEMA").taps("BTN_NO_ENCIENDE").taps("BTN_NOTEBOOK");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        talk.taps("BTN_HELP");
        QCOMPARE(talk.stage(), QStringLiteral("step_help"));
        talk.taps("BTN_PERSIST");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        talk.taps("BTN_SOLVED");
        QCOMPARE(talk.stage(), QStringLiteral("rating"));
        talk.taps("BTN_CLOSE");
        QCOMPARE(talk.state.mode, Mode::Closed);
    }

    // 4: over every option of every stage, by its label and by its number.
    void rule04_typedEqualsTapped()
    {
        for (const auto language :
             {engine::Language::EsAr, engine::Language::Es, engine::Language::En}) {
            for (const auto& stage : defaultFlow().stages()) {
                engine::State state = stateAt(stage.id, language);
                for (const auto& option : stage.options) {
                    if (option.isHidden || option.command >= 0 || !option.when.empty())
                        continue;
                    const QString label = option.label.plain(language);
                    const QString value = stage.kind == engine::StageKind::Steps
                                              ? option.value + u':' + state.currentStep
                                              : option.value;
                    const auto tapped = engine::step(
                        defaultFlow(), state, {.kind = Input::Kind::Option, .value = value}, {});
                    const auto typed = engine::step(
                        defaultFlow(), state, {.kind = Input::Kind::Message, .text = label}, {});
                    QVERIFY2(tapped && typed, qPrintable(stage.id + u' ' + option.value));
                    QVERIFY2(tapped->record.rule != u"stale", qPrintable(value));
                    QVERIFY2(tapped->next.stage == typed->next.stage &&
                                 tapped->next.mode == typed->next.mode,
                             qPrintable(stage.id + u' ' + label + QStringLiteral(" -> ") +
                                        typed->next.stage + u' ' + typed->record.rule));
                }
            }
        }
    }

    void rule04_commandsWorkTypedFromEveryStage()
    {
        for (const auto& stage : defaultFlow().stages()) {
            if (stage.kind == engine::StageKind::Human ||
                stage.kind == engine::StageKind::Handoff || stage.kind == engine::StageKind::End)
                continue;
            for (const auto language : {engine::Language::EsAr, engine::Language::En}) {
                for (const auto& command : defaultFlow().commands()) {
                    if (command.isHidden)
                        continue;
                    const auto state = stateAt(stage.id, language);
                    const QString label = command.label.plain(language);
                    const auto typed = engine::step(
                        defaultFlow(), state, {.kind = Input::Kind::Message, .text = label}, {});
                    const bool isTheQuestion =
                        command.value == u"cmd:erase" && stage.id == u"erase";
                    QVERIFY2(typed &&
                                 (typed->record.rule.startsWith(command.value) || isTheQuestion),
                             qPrintable(stage.id + u' ' + label + QStringLiteral(" -> ") +
                                        (typed ? typed->record.rule : QString())));
                }
            }
        }
    }

    // 5
    void rule05_whatWasSaidTooEarlyIsKeptAndUsed()
    {
        Talk talk;
        talk.begin().taps("consent:yes").taps("lang:es-AR").says("no me enciende la notebook");
        QCOMPARE(talk.stage(), QStringLiteral("name"));
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_power"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
        talk.says("Ana");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
    }

    void rule05_theNameIsAskedOnceMoreAtMost()
    {
        Talk talk;
        talk.begin()
            .taps("consent:yes")
            .taps("lang:es-AR")
            .says("no tengo internet")
            .says("ya te dije que no tengo internet");
        QVERIFY(talk.stage() != u"name");
    }

    void rule05_aFilledSlotIsNotAskedAgain()
    {
        Talk talk;
        talk.ready().says("la notebook anda muy lenta");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        talk.taps("cmd:problem").says("no tengo internet");
        QCOMPARE(talk.stage(), QStringLiteral("basic"));
        QCOMPARE(talk.slot("device"), QStringLiteral("notebook"));
        talk.taps("cmd:restart");
        QCOMPARE(talk.stage(), QStringLiteral("need"));
        QCOMPARE(talk.slot("name"), QStringLiteral("Ana"));
    }

    void rule05_anAdvancedStepNeverRepeatsABasicOne()
    {
        Talk talk;
        talk.ready().says("la notebook anda muy lenta");
        QStringList shown{talk.state.currentStep};
        for (int i = 0; i < 20 && talk.stage() != u"escalation"; ++i) {
            if (talk.stage() == u"advanced_offer")
                talk.says("dale");
            else
                talk.says("sigue igual");
            if (talk.state.currentStep.isEmpty())
                continue;
            QVERIFY(!shown.contains(talk.state.currentStep));
            shown.append(talk.state.currentStep);
        }
        QCOMPARE(talk.stage(), QStringLiteral("escalation"));
    }

    // 6 is the desk's: the engine only has to give the same decision twice.
    void rule06_theSameInputGivesTheSameDecision()
    {
        Talk talk;
        talk.ready();
        const Input input{.kind = Input::Kind::Message,
                          .text = QStringLiteral("no anda el wifi de la notebook")};
        const auto first = engine::step(defaultFlow(), talk.state, input, talk.facts);
        const auto second = engine::step(defaultFlow(), talk.state, input, talk.facts);
        QVERIFY(first->events == second->events);
        QCOMPARE(first->next, second->next);
    }

    // 7
    void rule07_noWishForAiAtADeterministicStage()
    {
        const QStringList deterministic =
            QStringLiteral("consent refused language name handoff contact waiting human rating "
                           "rating_reason rating_comment closed erase")
                .split(u' ');
        for (const auto& id : deterministic) {
            const auto& stage = defaultFlow().stage(defaultFlow().stageIndex(id));
            QVERIFY2(!stage.isSmart && !stage.explains, qPrintable(id));
        }
        Talk talk;
        talk.facts.smartMode = true;
        talk.begin();
        int wishes = 0;
        for (const auto* text :
             {"qwerty asdf", "sí", "zxcv poiu", "1", "Ana", "qwerty asdf zxcv uiop",
              "lalala lelele", "persona", "mnbv lkjh"}) {
            const QString before = talk.stage();
            talk.says(text);
            wishes += talk.decision.wish ? 1 : 0;
            QVERIFY2(!talk.decision.wish || !deterministic.contains(before), text);
            QVERIFY(!talk.decision.record.noAiReason.isEmpty());
        }
        QVERIFY(wishes > 0);
    }

    // 8
    void rule08_theBotIsSilentWhileAPersonOwnsTheConversation()
    {
        for (const auto* text : {"hola", "sí", "1", "english", "explicame", "no entiendo nada",
                                 "quiero una persona", "👍", "volver", "chau"}) {
            Talk talk;
            talk.ready().agent(Input::Kind::TakeOver, 5).says(text);
            for (const auto& event : talk.decision.events)
                QVERIFY2(event.actor != Actor::Bot, text);
            QCOMPARE(talk.state.mode, Mode::Human);
        }
    }

    // 9
    void rule09_aConversationKeepsTheVersionThatItBeganWith()
    {
        Talk talk;
        talk.ready();
        QCOMPARE(talk.state.flowVersion, defaultFlow().version());
        Talk stored;
        stored.state.flowVersion = 12;
        stored.ready()
            .says("no enciende la notebook")
            .taps("cmd:restart")
            .taps("cmd:erase")
            .taps("erase:yes");
        QCOMPARE(stored.state.flowVersion, 12);
    }

    void rule09_aStageThatTheFlowDoesNotKnowIsInvalid()
    {
        Talk talk;
        talk.ready();
        talk.state.stage = QStringLiteral("of another flow");
        talk.says("hola");
        QCOMPARE(talk.code, base::Code::Invalid);
    }

    void rule09_aBundleGivesTheSameFlow()
    {
        const auto files = engine_test::knowledge();
        const auto bundle =
            engine::bundleFlow(engine_test::bytesOf(QStringLiteral("resources/flows/default.json")),
                               std::vector<QByteArray>(files.begin(), files.end()));
        const auto flow = engine::Flow::loadBundle(bundle);
        QVERIFY2(flow, flow ? "" : qPrintable(flow.error().detail));
        Talk one(*flow), two;
        for (const auto* text :
             {"dale", "1", "Ana", "no me anda la notebook, no enciende", "sigue igual"}) {
            if (one.state.stage.isEmpty()) {
                one.begin();
                two.begin();
            }
            QCOMPARE(one.says(text).reply(), two.says(text).reply());
        }
    }

    // 10
    void rule10_twoEqualReadingsAreAskedAbout()
    {
        Talk talk;
        talk.ready().taps("need:problem").says("no enciende o es un virus");
        QCOMPARE(talk.stage(), QStringLiteral("problem"));
        QVERIFY(talk.offered().contains(QStringLiteral("problem:no_power")));
        QVERIFY(talk.offered().contains(QStringLiteral("problem:virus")));
        QCOMPARE(talk.offered().size(), 2);
    }

    void rule10_aClassifiersCandidatesAreUsedAsFarAsTheyAreSure()
    {
        Talk talk;
        talk.ready();
        talk.facts.candidates = {{QStringLiteral("how_to"), 0.9}};
        talk.says("zzz qqq");
        QCOMPARE(talk.stage(), QStringLiteral("topic"));
        Talk unsure;
        unsure.ready();
        unsure.facts.candidates = {{QStringLiteral("how_to"), 0.45},
                                   {QStringLiteral("shop_information"), 0.4}};
        unsure.says("zzz qqq");
        QCOMPARE(unsure.stage(), QStringLiteral("need"));
        QCOMPARE(unsure.offered(),
                 (QStringList{QStringLiteral("need:howto"), QStringLiteral("need:shop")}));
    }

    // 12
    void rule12_silenceClosesAsAbandonedButNeverWhileTheCustomerWaits()
    {
        Talk talk;
        talk.ready().give({.kind = Input::Kind::Idle});
        QCOMPARE(talk.state.mode, Mode::Closed);
        QVERIFY(talk.event(EventKind::Closed)
                    ->payload.contains(R"("by":"idle","outcome":"abandoned")"));
        Talk waiting;
        waiting.ready().taps("cmd:person").give({.kind = Input::Kind::Idle});
        QCOMPARE(waiting.code, base::Code::Refused);
        waiting.says("ana@ejemplo.com").give({.kind = Input::Kind::Idle});
        QCOMPARE(waiting.code, base::Code::Refused);
        QCOMPARE(waiting.state.mode, Mode::Waiting);
    }

    void frustrationIsNoticedAndAPersonOffered()
    {
        Talk talk;
        talk.ready().says("esto es una vergüenza, no sirve para nada");
        QVERIFY(talk.state.frustration >= 2);
        QVERIFY(talk.offered().contains(QStringLiteral("cmd:person")));
        Talk loud;
        loud.ready().says("NO ME ENCIENDE LA COMPUTADORA HACE DIAS");
        QVERIFY(loud.state.frustration >= 1);
    }

private:
    /// A conversation that stands at a stage, with all that the stage needs.
    static engine::State stateAt(const QString& stage, engine::Language language)
    {
        Talk talk;
        talk.ready();
        auto& state = talk.state;
        const auto set = [&state](const char* slot, const char* value) {
            state.slots.insert(QLatin1StringView(slot),
                               {QLatin1StringView(value), engine::Slot::Source::Said, 1.0});
        };
        set("need", "problem");
        set("problem", "slow");
        set("device", "notebook");
        const auto& catalogue = defaultFlow().catalogue();
        const QString topic = catalogue.terms(engine::TermKind::Topic).front().code;
        set("topic", qPrintable(topic));
        set("system", qPrintable(catalogue.servedBy(engine::StepSet::Guide, topic).front()));
        if (stage == u"guide" || stage == u"guide_help")
            state.currentStep = catalogue
                                    .steps(engine::StepSet::Guide, topic,
                                           state.slots[QStringLiteral("system")].value)
                                    ->front()
                                    .id;
        else
            state.currentStep = catalogue
                                    .steps(stage == u"advanced" ? engine::StepSet::Advanced
                                                                : engine::StepSet::Basic,
                                           QStringLiteral("slow"), QStringLiteral("notebook"))
                                    ->front()
                                    .id;
        if (stage == u"step_help")
            state.resumeStage = QStringLiteral("basic");
        else if (stage == u"guide_help")
            state.resumeStage = QStringLiteral("guide");
        if (stage == u"consent" || stage == u"refused")
            state.slots.remove(QStringLiteral("consent"));
        state.stage = stage;
        state.language = engine::languageCode(language);
        return state;
    }
};

RELEVO_TEST(RulesTest)
#include "rules_test.moc"
