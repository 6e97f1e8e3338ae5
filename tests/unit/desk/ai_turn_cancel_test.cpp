// SPDX-License-Identifier: GPL-3.0-or-later
// What comes while AI is asked: it cancels the call, waits its turn, or is the same again.
#include "support/runner.h"
#include "unit/desk/ai_turns.h"

using ai_turns::kRiddle;
using ai_turns::kUnderstood;
using ai_turns::Pending;
using ai_turns::saying;
using ai_turns::sayLater;
using ai_turns::Shop;
using namespace std::chrono_literals;

class AiTurnCancelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_shop = std::make_unique<Shop>();
        m_desk = &m_shop->desk;
        m_shop->useAi("hang", 30s, 60s); // whoever waits for it is noticed
        m_greeting = m_shop->asked();
        m_id = m_greeting.answer.conversation;
        m_said = sayLater(*m_desk, m_greeting.session, kRiddle, QStringLiteral("m1"));
        QVERIFY(m_shop->server.waitFor(
            [](const QJsonObject& stats) { return stats.value(u"inFlight").toInt() == 1; }));
        QVERIFY(m_said.isOpen());
    }
    void cleanup() { m_shop.reset(); }

    void takeOverCancelsTheCallAndComesFirst()
    {
        auto waiting = sayLater(*m_desk, m_greeting.session, QStringLiteral("hola?"));
        const auto me = m_desk->person(QStringLiteral("Eva"));
        QVERIFY(m_desk->takeOver(m_id, me.id));
        isCutOff();
        QVERIFY(waiting.wait(*m_desk));
        QCOMPARE((*waiting)->handledBy, QStringLiteral("human")); // the bot is silent by then
    }

    void erasureCancelsTheCall()
    {
        const auto me = m_desk->person(QStringLiteral("Eva"));
        QVERIFY(m_desk->ask<desk::ConversationHead>([&](base::Caller& c, auto done) {
            m_desk->desk->erase(c, m_id, me.id, std::move(done));
        }));
        isCutOff();
        for (const auto& event : m_desk->events(m_id))
            QVERIFY(!event.text.contains(QStringLiteral("caja boba")));
    }

    void startingOverCancelsTheCall()
    {
        QVERIFY(m_desk->tap(m_greeting.session, QStringLiteral("cmd:restart")));
        isCutOff();
    }

    void aNewConversationCancelsTheCall()
    {
        QVERIFY(m_desk->ask<desk::Answer>([&](base::Caller& c, auto done) {
            m_desk->desk->resetConversation(c, m_greeting.session, std::move(done));
        }));
        isCutOff();
    }

    void theSameMessageAgainIsAnsweredOnce()
    {
        auto again = sayLater(*m_desk, m_greeting.session, kRiddle, QStringLiteral("m1"));
        m_desk->settle();
        QVERIFY(m_said.isOpen() && again.isOpen());
        m_desk->desk->configureAi({}); // ends the call
        QVERIFY(m_said.wait(*m_desk) && again.wait(*m_desk));
        QCOMPARE((*again)->reply, (*m_said)->reply);
        QCOMPARE((*again)->seq, (*m_said)->seq);
        QCOMPARE(m_shop->requests(), 1);
    }

    void furtherWordsWaitInOrderUpToEight()
    {
        std::vector<Pending<desk::Answer>> waiting;
        for (int i = 0; i < 9; ++i)
            waiting.push_back(
                sayLater(*m_desk, m_greeting.session, QStringLiteral("hola %1").arg(i)));
        QVERIFY(waiting.back().wait(*m_desk));
        QCOMPARE((*waiting.back()).error().code, base::Code::Busy);
        m_desk->desk->configureAi({});
        for (std::size_t i = 0; i < 8; ++i)
            QVERIFY(waiting[i].wait(*m_desk) && *waiting[i]);
        QStringList said;
        for (const auto& event : m_desk->events(m_id)) {
            if (event.kind == engine::EventKind::CustomerMessage)
                said.append(event.text);
        }
        QCOMPARE(said.mid(said.size() - 9, 3),
                 (QStringList{kRiddle, QStringLiteral("hola 0"), QStringLiteral("hola 1")}));
    }

    void theDeskEndsWhileAiIsAsked()
    {
        m_desk->restart();
        QVERIFY(m_shop->server.waitFor([](const QJsonObject& stats) {
            return stats.value(u"openConnections").toInt() <= 1; // that of the question itself
        }));
    }

private:
    /// The customer has the flow's answer, and the server sees that nobody waits any more.
    void isCutOff()
    {
        QVERIFY(m_said.wait(*m_desk, 5s));
        QVERIFY(*m_said);
        QCOMPARE((*m_said)->handledBy, QStringLiteral("fallback"));
        QVERIFY(!(*m_said)->reply.isEmpty());
        QVERIFY(m_shop->server.waitFor(
            [](const QJsonObject& stats) { return stats.value(u"closedByPeer").toInt() >= 1; }));
        QCOMPARE(m_shop->requests(), 1);
    }

    std::unique_ptr<Shop> m_shop;
    DeskFixture* m_desk = nullptr;
    desk::Greeting m_greeting;
    base::ConversationId m_id;
    Pending<desk::Answer> m_said;
};

RELEVO_TEST(AiTurnCancelTest)
#include "ai_turn_cancel_test.moc"
