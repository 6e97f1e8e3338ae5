// SPDX-License-Identifier: GPL-3.0-or-later
// Two desk clients and a customer who act at the same moment, drawn at random: whatever they do, a
// conversation has one owner, and who was too late is told.
#include "engine/flow.h"
#include "engine/recording.h"
#include "engine/study/replay.h"
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QRandomGenerator>

#include <thread>

using namespace std::chrono_literals;
using engine::EventKind;

namespace two_agents {

/// An agent's window reduced to its desk client: a home and a caller of its own.
class Agent
{
public:
    Agent(desk::Desk& desk, base::PersonId me) : m_desk(desk), m_me(me) {}

    struct Outcome {
        base::Code code = base::Code::Internal;
        bool isDone = false; ///< else `code` says why not
        bool wasWriting = false, wasTaking = false;
    };

    [[nodiscard]] base::PersonId me() const { return m_me; }

    /// Does one thing with the state that it last saw, and waits for the answer.
    Outcome act(base::ConversationId id, base::PersonId other, quint64 what, base::Seq seen)
    {
        const QString text = QStringLiteral("de %1").arg(m_me.value);
        switch (what % 7) {
        case 0:
        case 1: {
            auto outcome = tell<desk::ConversationHead>(
                [&](auto done) { m_desk.takeOver(m_here.caller(), id, m_me, seen, done); });
            outcome.wasTaking = true;
            return outcome;
        }
        case 2:
        case 3: {
            auto outcome = tell<base::Seq>(
                [&](auto done) { m_desk.reply(m_here.caller(), id, m_me, text, {}, done); });
            outcome.wasWriting = true;
            return outcome;
        }
        case 4:
            return tell<desk::ConversationHead>([&](auto done) {
                m_desk.transfer(m_here.caller(), id, m_me, other, QStringLiteral("nota"), seen,
                                done);
            });
        case 5:
            return tell<desk::ConversationHead>([&](auto done) {
                m_desk.giveBack(m_here.caller(), id, m_me, QStringLiteral("need"), seen, done);
            });
        default:
            return tell<base::Seq>(
                [&](auto done) { m_desk.note(m_here.caller(), id, m_me, text, {}, done); });
        }
    }
    /// What the agent sees after having been told of a conflict.
    base::Result<desk::ConversationHead> look(base::ConversationId id)
    {
        return m_here.wait<desk::ConversationHead>([&](auto reply) {
            auto shared = std::make_shared<decltype(reply)>(std::move(reply));
            m_desk.conversation(m_here.caller(), id,
                                [shared](base::Result<desk::ConversationHead> head) {
                                    shared->answer(std::move(head));
                                });
        });
    }

private:
    template <class T, class F>
    Outcome tell(F call)
    {
        auto outcome = std::make_shared<std::optional<Outcome>>();
        call([outcome](const base::Result<T>& result) {
            *outcome = Outcome{.code = result ? base::Code::Internal : result.error().code,
                               .isDone = result.has_value()};
        });
        m_here.runUntil([&] { return outcome->has_value(); }, 30s);
        return outcome->value_or(Outcome{.code = base::Code::Timeout});
    }

    desk::Desk& m_desk;
    const base::PersonId m_me;
    base::BlockingHome m_here;
};

/// Walks a log and says where it breaks the rule of the one owner; empty: nowhere.
QString brokenOwnership(const std::vector<desk::MessageEvent>& events)
{
    base::PersonId owner;
    for (const auto& event : events) {
        const auto number = [&](const char* key) {
            return base::PersonId{engine::payloadNumber(event.payload, key)};
        };
        const auto at = QString::number(event.seq.value);
        switch (event.kind) {
        case EventKind::TakenOver:
            if (owner.isValid())
                return at + QStringLiteral(": taken over from its owner");
            owner = number("person");
            break;
        case EventKind::Transferred:
            if (number("from") != owner)
                return at + QStringLiteral(": transferred by somebody else");
            owner = number("to");
            break;
        case EventKind::GivenBack:
        case EventKind::ReturnedToQueue:
        case EventKind::Closed: owner = {}; break;
        case EventKind::AgentMessage:
            if (number("person") != owner)
                return at + QStringLiteral(": written by who does not own it");
            break;
        case EventKind::BotMessage:
            if (owner.isValid())
                return at + QStringLiteral(": the bot speaks while a person owns it");
            break;
        default: break;
        }
    }
    return {};
}

} // namespace two_agents

using namespace two_agents;

class TwoAgentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whateverTwoAgentsAndACustomerDoThereIsOneOwner()
    {
        quint64 seed = qEnvironmentVariable("RELEVO_SEED").toULongLong();
        if (seed == 0)
            seed = QRandomGenerator::global()->generate();
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        base::SeededRandom random(seed);
        DeskFixture f;
        Agent ana(*f.desk, f.person(QStringLiteral("Ana")).id);
        Agent beto(*f.desk, f.person(QStringLiteral("Beto")).id);
        int done = 0, conflicts = 0;
        for (int conversation = 0; conversation < 12; ++conversation) {
            const auto g = f.waiting();
            const auto id = g.answer.conversation;
            for (int step = 0; step < 25; ++step) {
                const auto before = f.head(id);
                const auto [a, b] = together(f, ana, beto, g, before.controlSeq, random);
                if (QTest::currentTestFailed())
                    return;
                done += (a.isDone ? 1 : 0) + (b.isDone ? 1 : 0);
                conflicts += (a.code == base::Code::Conflict ? 1 : 0) +
                             (b.code == base::Code::Conflict ? 1 : 0);
                checkAfter(f, ana, beto, before, a, b);
                if (QTest::currentTestFailed())
                    return;
            }
            const QString broken = brokenOwnership(f.events(id));
            QVERIFY2(broken.isEmpty(), qPrintable(broken));
            QVERIFY(f.ask<void>([&](base::Caller& caller, auto answer) {
                f.desk->verify(caller, id, std::move(answer));
            }));
            checkReplay(f, id);
        }
        QVERIFY(done > 50 && conflicts > 10);
    }

    // Transfer and giving back at the same moment, from the same state: one of them happened.
    void transferAndGivingBackRacedHaveOneWinner()
    {
        DeskFixture f;
        Agent ana(*f.desk, f.person(QStringLiteral("Ana")).id);
        const auto beto = f.person(QStringLiteral("Beto"));
        for (int round = 0; round < 20; ++round) {
            const auto g = f.waiting();
            const auto id = g.answer.conversation;
            const auto owned = f.takeOver(id, ana.me());
            QVERIFY(owned);
            Agent second(*f.desk, ana.me()); // the same agent's other window
            Agent::Outcome moved, returned;
            std::thread first([&] { moved = ana.act(id, beto.id, 4, owned->controlSeq); });
            std::thread other([&] { returned = second.act(id, beto.id, 5, owned->controlSeq); });
            first.join();
            other.join();
            QCOMPARE(int(moved.isDone) + int(returned.isDone), 1);
            QCOMPARE((moved.isDone ? returned : moved).code, base::Code::Conflict);
            const auto head = ana.look(id);
            QVERIFY(head);
            QCOMPARE(head->owner, moved.isDone ? beto.id : base::PersonId{});
            QCOMPARE(head->ownerName, moved.isDone ? QStringLiteral("Beto") : QString());
        }
    }

    void transferToNobodyWeKnowIsRefused()
    {
        DeskFixture f;
        Agent ana(*f.desk, f.person(QStringLiteral("Ana")).id);
        const auto g = f.waiting();
        const auto owned = f.takeOver(g.answer.conversation, ana.me());
        QVERIFY(owned);
        const auto outcome =
            ana.act(g.answer.conversation, base::PersonId{4711}, 4, owned->controlSeq);
        QVERIFY(!outcome.isDone);
        QCOMPARE(outcome.code, base::Code::NotFound);
        QCOMPARE(f.head(g.answer.conversation).owner, ana.me());
    }

private:
    using Outcomes = std::pair<Agent::Outcome, Agent::Outcome>;

    static Outcomes together(DeskFixture& f, Agent& ana, Agent& beto, const desk::Greeting& g,
                             base::Seq seen, base::Random& random)
    {
        const auto id = g.answer.conversation;
        const auto first = random.below(7), second = random.below(7);
        Outcomes outcomes;
        std::thread a([&] { outcomes.first = ana.act(id, beto.me(), first, seen); });
        std::thread b([&] { outcomes.second = beto.act(id, ana.me(), second, seen); });
        if (random.below(2) == 0) {
            const auto said = f.say(g.session, QStringLiteral("hablar con una persona"));
            if (!said)
                QTest::qFail(qPrintable(said.error().detail), __FILE__, __LINE__);
        }
        a.join();
        b.join();
        return outcomes;
    }

    /// What is stored of it tells the whole of it again, byte for byte.
    static void checkReplay(DeskFixture& f, base::ConversationId id)
    {
        const auto turns =
            f.ask<std::vector<engine::RecordedTurn>>([&](base::Caller& caller, auto answer) {
                f.desk->recordedTurns(caller, id, std::move(answer));
            });
        QVERIFY(turns && turns->size() > 10);
        const auto catalogue = DeskFixture::catalogue();
        const auto flow = engine::Flow::load(DeskFixture::flowJson(),
                                             QList<QByteArray>(catalogue.begin(), catalogue.end()));
        QVERIFY(flow);
        const auto result = engine::replay(*flow, *turns);
        QVERIFY2(result.outcome == engine::ReplayResult::Outcome::Same,
                 qPrintable(QStringLiteral("turn %1: %2 -> %3")
                                .arg(result.differentAt)
                                .arg(result.before, result.after)));
    }

    static void checkAfter(DeskFixture& f, const Agent& ana, const Agent& beto,
                           const desk::ConversationHead& before, const Agent::Outcome& a,
                           const Agent::Outcome& b)
    {
        const auto after = f.head(before.id);
        QCOMPARE(after.owner.isValid(), after.mode == engine::Mode::Human);
        QVERIFY(after.controlSeq >= before.controlSeq);
        QVERIFY2(!(a.wasTaking && b.wasTaking && a.isDone && b.isDone), "two owners");
        QVERIFY(a.code != base::Code::Timeout && b.code != base::Code::Timeout);
        // Who was too late is told so, and sees the one who was faster.
        const bool wasFree = !before.owner.isValid() && before.mode != engine::Mode::Closed;
        if (a.wasTaking && b.wasTaking && wasFree) {
            QCOMPARE((a.isDone ? b : a).code, base::Code::Conflict);
            if (a.isDone || b.isDone) {
                QCOMPARE(after.owner, a.isDone ? ana.me() : beto.me());
                QVERIFY(!after.ownerName.isEmpty());
            } else { // the customer was faster than both
                QVERIFY(after.controlSeq > before.controlSeq);
                QCOMPARE(b.code, base::Code::Conflict);
            }
        }
    }
};

RELEVO_TEST(TwoAgentsTest)
#include "two_agents_test.moc"
