// SPDX-License-Identifier: GPL-3.0-or-later
// A customer's turn with AI's help: what helps, and that whatever fails the customer is answered.
#include "engine/flow.h"
#include "engine/study/replay.h"
#include "support/runner.h"
#include "unit/desk/ai_turns.h"

using ai_turns::kRiddle;
using ai_turns::kUnderstood;
using ai_turns::saying;
using ai_turns::Shop;
using namespace std::chrono_literals;

namespace {

const QString kUnserved = QStringLiteral("la tele tiene virus");
const QString kSecret = QStringLiteral("TRACEBACK-77");

} // namespace

class AiTurnTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<Shop>();
        m_desk = &m_shop->desk;
    }
    void cleanup() { m_shop.reset(); }

    void withoutAiTheReasonIsRecorded()
    {
        const auto g = m_shop->asked();
        const auto answer = m_desk->say(g.session, kRiddle);
        QVERIFY(answer);
        QCOMPARE(answer->handledBy, QStringLiteral("flow"));
        QVERIFY(m_shop->lastCall(g.answer.conversation).isEmpty());
    }

    void aiTellsWhatIsMeant()
    {
        m_shop->useAi(saying(kUnderstood));
        const auto g = m_shop->asked();
        QCOMPARE(m_shop->requests(), 0); // not where the flow understands, nor before the consent
        const auto answer = m_desk->say(g.session, kRiddle, QStringLiteral("m1"));
        QVERIFY(answer);
        QCOMPARE(answer->handledBy, QStringLiteral("ai"));
        QVERIFY2(answer->stage == u"basic" || answer->stage == u"escalation",
                 qPrintable(answer->stage));
        const auto call = m_shop->lastCall(g.answer.conversation);
        QCOMPARE(call.value(u"outcome").toString(), QStringLiteral("completed"));
        QCOMPARE(call.value(u"used").toString(), QStringLiteral("understanding"));
        QCOMPARE(call.value(u"prompt").toString(), QStringLiteral("understand/1"));
        QVERIFY(call.value(u"firstMs").toInteger() >= 0);
        const auto again = m_desk->say(g.session, kRiddle, QStringLiteral("m1"));
        QCOMPARE(again->reply, answer->reply);
        QCOMPARE(again->handledBy, QStringLiteral("ai"));
        QCOMPARE(m_shop->requests(), 1);
    }

    void aCodeThatWeDoNotHaveFallsBack()
    {
        m_shop->useAi(saying(
            R"({"intent":"pizza","confidence":1,"problem":"cold","device":"oven","system":"x"})"));
        const auto g = m_shop->asked();
        const auto answer = m_desk->say(g.session, kRiddle);
        QCOMPARE(answer->handledBy, QStringLiteral("fallback"));
        QCOMPARE(m_shop->lastCall(g.answer.conversation).value(u"outcome").toString(),
                 QStringLiteral("rejected"));
    }

    void maskingThatIsSwitchedOnCountsAtOnce()
    {
        ai::Endpoint endpoint{
            .name = "trusted", .baseUrl = m_shop->server.url(saying(kUnderstood)), .model = "eco"};
        endpoint.capabilities.schema = true;
        for (const bool masks : {false, true}) {
            m_desk->desk->configureAi({.endpoints = {endpoint}, .masks = masks});
            m_desk->settle();
            const auto g = m_shop->asked();
            std::ignore = m_desk->say(g.session, kRiddle + QStringLiteral(" ana@example.com"));
            const auto events = m_desk->events(g.answer.conversation);
            const auto call =
                std::ranges::find(events, engine::EventKind::AiCall, &desk::MessageEvent::kind);
            QVERIFY(call != events.end());
            QCOMPARE(call->text.contains(QStringLiteral("ana@example.com")), !masks);
            QCOMPARE(call->text.contains(QStringLiteral("[EMAIL-1]")), masks);
        }
    }

    // The bot speaks last; what the agent asked is heard all the same.
    void anAnswerToAnAgentsQuestionIsMasked()
    {
        m_shop->useAi(saying(kUnderstood));
        const auto g = m_shop->asked();
        const auto id = g.answer.conversation;
        const auto eva = m_desk->person(QStringLiteral("Eva")).id;
        const QString stage = m_desk->head(id).stage;
        const auto head = m_desk->takeOver(id, eva);
        QVERIFY(head);
        QVERIFY(m_desk->reply(id, eva, QStringLiteral("¿Me pasás tu DNI?")));
        QVERIFY(m_desk->ask<desk::ConversationHead>([&](base::Caller& c, auto done) {
            m_desk->desk->giveBack(c, id, eva, stage, head->controlSeq, std::move(done));
        }));
        std::ignore = m_desk->say(g.session, QStringLiteral("es 30123456"));
        const auto events = m_desk->events(id);
        const auto call =
            std::ranges::find(events, engine::EventKind::AiCall, &desk::MessageEvent::kind);
        QVERIFY(call != events.end());
        QVERIFY2(!call->text.contains(QStringLiteral("30123456")), qPrintable(call->text));
        QVERIFY2(call->text.contains(QStringLiteral("[DNI-1]")), qPrintable(call->text));
    }

    void aStepIsExplainedMoreSimply()
    {
        const QByteArray words = "Fijate que el cable de la notebook esté bien puesto en la pared.";
        m_shop->useAi(saying(words));
        const auto g = m_shop->atAStep();
        const auto answer = m_desk->say(g.session, QStringLiteral("explicame"));
        QVERIFY2(answer->reply.contains(QString::fromUtf8(words)), qPrintable(answer->reply));
        QCOMPARE(answer->handledBy, QStringLiteral("ai"));
        QCOMPARE(m_shop->lastCall(g.answer.conversation).value(u"used").toString(),
                 QStringLiteral("words"));
        replays(g.answer.conversation);
    }

    void aDangerousExplanationIsNotPassedOn()
    {
        m_shop->useAi(saying("Entrá al BIOS de la notebook y cambiá el orden de los discos."));
        const auto g = m_shop->atAStep();
        const auto answer = m_desk->say(g.session, QStringLiteral("explicame"));
        QVERIFY(!answer->reply.contains(QStringLiteral("BIOS")));
        QVERIFY(!answer->reply.isEmpty());
        QCOMPARE(answer->handledBy, QStringLiteral("fallback"));
        QCOMPARE(m_shop->lastCall(g.answer.conversation).value(u"outcome").toString(),
                 QStringLiteral("rejected"));
    }

    void stepsThatAiChoosesAreOurs()
    {
        m_shop->useAi(saying(
            R"({"steps":["virus.desktop.site_notifications","rm_rf","virus.notebook.protection_on"]})"));
        const auto g = m_shop->asked();
        const auto answer = m_desk->say(g.session, kUnserved);
        QCOMPARE(answer->stage, QStringLiteral("basic"));
        QCOMPARE(answer->handledBy, QStringLiteral("ai"));
        const auto call = m_shop->lastCall(g.answer.conversation);
        QCOMPARE(call.value(u"used").toString(), QStringLiteral("steps"));
        QCOMPARE(call.value(u"prompt").toString(), QStringLiteral("propose/1"));
        const auto next = m_desk->say(g.session, QStringLiteral("sigue igual"));
        QCOMPARE(next->stage, QStringLiteral("basic"));
        QCOMPARE(next->handledBy, QStringLiteral("flow"));
        replays(g.answer.conversation);
    }

    void stepsThatAreNotOursAreNotTaken()
    {
        m_shop->useAi(saying(R"({"steps":["format_everything","virus.desktop.offline_scan"]})"));
        const auto g = m_shop->asked();
        const auto answer = m_desk->say(g.session, kUnserved);
        QCOMPARE(answer->stage, QStringLiteral("escalation"));
        QCOMPARE(answer->handledBy, QStringLiteral("fallback"));
        QCOMPARE(m_shop->lastCall(g.answer.conversation).value(u"outcome").toString(),
                 QStringLiteral("rejected"));
    }

    void anAnswerIsWordedInTheShopsTone()
    {
        setTone(QStringLiteral("warm"));
        const QByteArray words = "Contame con tranquilidad: ¿qué le está pasando a tu equipo?";
        m_shop->useAi(saying(words));
        const auto g = m_shop->asked();
        QCOMPARE(m_shop->requests(), 0); // not before the consent, nor for the name
        const auto answer = m_desk->tap(g.session, QStringLiteral("need:problem"));
        QCOMPARE(answer->reply, QString::fromUtf8(words));
        QVERIFY(!answer->options.isEmpty());
        QCOMPARE(answer->handledBy, QStringLiteral("ai"));
        const auto call = m_shop->lastCall(g.answer.conversation);
        QCOMPARE(call.value(u"used").toString(), QStringLiteral("wording"));
        QCOMPARE(call.value(u"prompt").toString(), QStringLiteral("word_warm/1"));
        replays(g.answer.conversation);
    }

    void aWordingThatInventsIsNotPassedOn()
    {
        setTone(QStringLiteral("brief"));
        m_shop->useAi(saying("¿Qué le pasa a tu equipo? La revisión te sale $ 500 en el local."));
        const auto g = m_shop->asked();
        const auto answer = m_desk->tap(g.session, QStringLiteral("need:problem"));
        QVERIFY(!answer->reply.contains(u'$'));
        QVERIFY(!answer->reply.isEmpty());
        QCOMPARE(answer->handledBy, QStringLiteral("fallback"));
        QCOMPARE(m_shop->lastCall(g.answer.conversation).value(u"outcome").toString(),
                 QStringLiteral("rejected"));
    }

    void whateverFailsThePlainStepsAndWordsGoOut_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char* fault :
             {"hang", "reset", "drip,ms=20", "garbage", "truncate,after=2",
              "status,code=500,message=TRACEBACK-77", "error,after=1,message=TRACEBACK-77"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void whateverFailsThePlainStepsAndWordsGoOut()
    {
        QFETCH(QString, fault);
        const auto steps = m_desk->say(m_shop->asked().session, kUnserved);
        const auto words = m_desk->tap(m_shop->asked().session, QStringLiteral("need:problem"));
        setTone(QStringLiteral("formal"));
        m_shop->useAi(fault.toStdString(), 200ms, 600ms);
        const auto first = m_shop->asked();
        const auto withoutSteps = m_desk->say(first.session, kUnserved);
        QCOMPARE(withoutSteps->reply, steps->reply);
        QCOMPARE(withoutSteps->handledBy, QStringLiteral("fallback"));
        QCOMPARE(m_shop->lastCall(first.answer.conversation).value(u"purpose").toString(),
                 QStringLiteral("propose"));
        const auto second = m_shop->asked();
        const auto withoutWords = m_desk->tap(second.session, QStringLiteral("need:problem"));
        QCOMPARE(withoutWords->reply, words->reply);
        QCOMPARE(withoutWords->handledBy, QStringLiteral("fallback"));
        QCOMPARE(m_shop->lastCall(second.answer.conversation).value(u"purpose").toString(),
                 QStringLiteral("word"));
        replays(first.answer.conversation);
        replays(second.answer.conversation);
    }

    void whateverFailsTheFlowAnswers_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* fault, const char* outcome) {
            QTest::newRow(fault) << QString::fromLatin1(fault) << QString::fromLatin1(outcome);
        };
        row("hang", "timed_out");
        row("drip,ms=20", "timed_out");
        row("dribble,ms=20", "timed_out");
        row("role,ms=20", "timed_out");
        row("pings,ms=20", "timed_out");
        row("normal,first=5000", "timed_out");
        row("stall,after=2", "timed_out");
        row("reset", "unavailable");
        row("close", "unavailable");
        row("truncate,after=2", "");
        row("reset,after=2", "");
        row("garbage", "");
        row("garbage,http=0", "");
        row("html", "");
        row("media", "");
        row("empty", "");
        row("cleanend", "");
        row("short", "");
        row("status,code=500,message=TRACEBACK-77", "unavailable");
        row("status,code=401,message=TRACEBACK-77", "unauthorized");
        row("status,code=400,message=TRACEBACK-77", "bad_request");
        row("status,code=429,message=TRACEBACK-77,h.retry-after=100", "rate_limited");
        row("status,code=429,message=TRACEBACK-77", "rate_limited");
        row("error,after=1,message=TRACEBACK-77", "");
        row("normal,text=TRACEBACK-77", ""); // no JSON
    }
    void whateverFailsTheFlowAnswers()
    {
        QFETCH(QString, fault);
        QFETCH(QString, outcome);
        const auto plain = m_desk->say(m_shop->asked().session, kRiddle);
        // What ends by itself, after a retry that chance may put anywhere, must not meet the deadline.
        const bool isCut = outcome == u"timed_out" || outcome.isEmpty();
        m_shop->useAi(fault.toStdString(), isCut ? 200ms : 20s, isCut ? 600ms : 40s);
        const auto g = m_shop->asked();
        const auto answer = m_desk->say(g.session, kRiddle);
        QVERIFY(answer);
        QCOMPARE(answer->reply, plain->reply);
        QCOMPARE(answer->stage, plain->stage);
        QCOMPARE(answer->handledBy, QStringLiteral("fallback"));
        const auto call = m_shop->lastCall(g.answer.conversation);
        QVERIFY(call.value(u"outcome").toString() != u"completed");
        if (!outcome.isEmpty())
            QCOMPARE(call.value(u"outcome").toString(), outcome);
        QCOMPARE(call.value(u"used").toString(), QStringLiteral("nothing"));
        for (const auto& event : m_desk->customerEvents(g.session))
            QVERIFY(!event.text.contains(kSecret));
        replays(g.answer.conversation);
    }

    void noServerAtAll()
    {
        ai::Endpoint endpoint{.name = "nobody", .baseUrl = "http://127.0.0.1:9/v1", .model = "x"};
        endpoint.capabilities.schema = true;
        m_desk->desk->configureAi({.endpoints = {endpoint}});
        m_desk->settle();
        const auto answer = m_desk->say(m_shop->asked().session, kRiddle);
        QVERIFY(answer);
        QCOMPARE(answer->handledBy, QStringLiteral("fallback"));
    }

    void theBreakerOpensAndThenNobodyIsAsked()
    {
        m_shop->useAi("hang", 150ms, 500ms);
        const auto isOpen = [this] {
            const auto health = m_desk->ask<desk::AiHealth>(
                [this](base::Caller& c, auto done) { m_desk->desk->aiHealth(c, std::move(done)); });
            return health && std::ranges::any_of(health->breakers, [](const auto& breaker) {
                       return breaker.state == u"open" && breaker.lane == u"turn";
                   });
        };
        for (int i = 0; i < 10 && !isOpen(); ++i)
            QVERIFY(m_desk->say(m_shop->asked().session, kRiddle));
        QVERIFY(isOpen());
        const auto g = m_shop->asked();
        const auto before = m_shop->requests();
        const auto answer = m_desk->say(g.session, kRiddle);
        QCOMPARE(answer->handledBy, QStringLiteral("fallback"));
        QCOMPARE(m_shop->requests(), before);
        const auto call = m_shop->lastCall(g.answer.conversation);
        QCOMPARE(call.value(u"outcome").toString(), QStringLiteral("unavailable"));
        qInfo("a call that the open breaker refuses takes %lld ms",
              static_cast<long long>(call.value(u"totalMs").toInteger()));
    }

    void whileTheServerIsPausedNobodyIsAsked()
    {
        m_shop->useAi("status,code=429,h.retry-after=60", 20s, 40s);
        QVERIFY(m_desk->say(m_shop->asked().session, kRiddle));
        QCOMPARE(m_shop->requests(), 1);
        const auto g = m_shop->asked();
        QCOMPARE(m_desk->say(g.session, kRiddle)->handledBy, QStringLiteral("fallback"));
        QCOMPARE(m_shop->lastCall(g.answer.conversation).value(u"outcome").toString(),
                 QStringLiteral("rate_limited"));
        QCOMPARE(m_shop->requests(), 1);
    }

    void offCountsFromTheNextTurn()
    {
        m_shop->useAi(saying(kUnderstood));
        const auto g = m_shop->asked();
        const auto off = [this](const QString& key, const QString& value) {
            return m_desk->ask<void>([&](base::Caller& c, auto done) {
                m_desk->desk->saveSetting(c, key, value, std::move(done));
            });
        };
        const auto state = m_desk->ask<desk::SmartState>([this](base::Caller& c, auto done) {
            m_desk->desk->setSmartShare(c, 0, std::move(done));
        });
        QVERIFY(state && state->hasAi && state->share == 0);
        QCOMPARE(m_desk->say(g.session, kRiddle)->handledBy, QStringLiteral("flow"));
        QVERIFY(off(QStringLiteral("smart.mode"), QStringLiteral("on")));
        QVERIFY(off(QStringLiteral("smart.stagesOff"), QStringLiteral("problem, need")));
        QCOMPARE(m_desk->say(m_shop->asked().session, kRiddle)->handledBy, QStringLiteral("flow"));
        QVERIFY(off(QStringLiteral("smart.stagesOff"), QString()));
        const auto one = m_shop->asked();
        QVERIFY(m_desk->ask<void>([&](base::Caller& c, auto done) {
            m_desk->desk->setSmartFor(c, one.answer.conversation, false, std::move(done));
        }));
        QVERIFY(m_desk->head(one.answer.conversation).isSmartOff);
        QCOMPARE(m_desk->say(one.session, kRiddle)->handledBy, QStringLiteral("flow"));
        QCOMPARE(m_shop->requests(), 0);
        QCOMPARE(m_desk->say(m_shop->asked().session, kRiddle)->handledBy, QStringLiteral("ai"));
    }

    void theSwitchOfOneConversationGoesWithItsTexts()
    {
        const auto g = m_shop->asked();
        const auto id = g.answer.conversation;
        const auto ofThisOne = [this] {
            const auto all = m_desk->ask<QMap<QString, QString>>(
                [this](base::Caller& c, auto done) { m_desk->desk->settings(c, std::move(done)); });
            return std::ranges::count_if(all->keys(), [](const QString& key) {
                return key.startsWith(QStringLiteral("smart.conversation."));
            });
        };
        QVERIFY(m_desk->ask<void>([&](base::Caller& c, auto done) {
            m_desk->desk->setSmartFor(c, id, false, std::move(done));
        }));
        QCOMPARE(ofThisOne(), 1);
        const auto me = m_desk->person(QStringLiteral("Eva"));
        QVERIFY(m_desk->ask<desk::ConversationHead>([&](base::Caller& c, auto done) {
            m_desk->desk->erase(c, id, me.id, std::move(done));
        }));
        QCOMPARE(ofThisOne(), 0);
        // … on disk too.
        m_desk->restart();
        QCOMPARE(ofThisOne(), 0);
    }

    void aSwitchOfServersEndsWhatIsUnderWay()
    {
        m_shop->useAi("hang", 10s, 20s);
        const auto g = m_shop->asked();
        auto said = ai_turns::sayLater(*m_desk, g.session, kRiddle);
        QVERIFY(m_shop->server.waitFor(
            [](const QJsonObject& stats) { return stats.value(u"inFlight").toInt() == 1; }));
        m_desk->desk->configureAi({});
        QVERIFY(said.wait(*m_desk, 5s));
        QCOMPARE((*said)->handledBy, QStringLiteral("fallback"));
    }

private:
    void setTone(const QString& tone)
    {
        QVERIFY(m_desk->ask<void>([&](base::Caller& c, auto done) {
            m_desk->desk->saveSetting(c, QStringLiteral("smart.tone"), tone, std::move(done));
        }));
    }
    void replays(base::ConversationId id)
    {
        const auto turns =
            m_desk->ask<std::vector<engine::RecordedTurn>>([&](base::Caller& c, auto done) {
                m_desk->desk->recordedTurns(c, id, std::move(done));
            });
        const auto flow = engine::Flow::loadBundle(
            engine::bundleFlow(DeskFixture::flowJson(), DeskFixture::catalogue()));
        QVERIFY(turns && flow);
        const auto result = engine::replay(*flow, *turns);
        QVERIFY2(result.outcome == engine::ReplayResult::Outcome::Same,
                 qPrintable(result.before + QStringLiteral("\n---\n") + result.after));
    }

    std::unique_ptr<Shop> m_shop;
    DeskFixture* m_desk = nullptr;
};

RELEVO_TEST(AiTurnTest)
#include "ai_turn_test.moc"
