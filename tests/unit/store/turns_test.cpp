// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/runner.h"

using namespace store_test;
using base::Code;

class TurnsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void turnIsNumberedWithoutGapsOnBothSides()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1)));
        QVERIFY(first);
        QCOMPARE(first->first.value, 1);
        QCOMPARE(first->last.value, 3);
        QCOMPARE(first->lastCustomer.value, 2);
        const auto second = f.commit(nextTurn(*first));
        QVERIFY(second);
        QCOMPARE(second->first.value, 4);
        QCOMPARE(second->lastCustomer.value, 4);
        const auto all = f.events({.conversation = first->conversation});
        QVERIFY(all);
        QCOMPARE(all->size(), std::size_t(6));
        qint64 customer = 0;
        for (std::size_t i = 0; i < all->size(); ++i) {
            QCOMPARE(all->at(i).seq.value, qint64(i + 1));
            if (all->at(i).customerSeq.isValid())
                QCOMPARE(all->at(i).customerSeq.value, ++customer);
        }
        QCOMPARE(customer, 4);
        QVERIFY(f.verify(first->conversation));
    }

    void rowsComeBackAsTheyWereGiven()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto turn = newTurn(ulid(1), "¿Ñandú? 🐦 O'Neill");
        turn.clientMessageId = "cmid-1";
        turn.isDemo = true;
        turn.flowVersion = 3;
        turn.changesControl = true;
        turn.summary.mode = engine::Mode::Human;
        turn.summary.owner = {7};
        turn.summary.waitingSince = base::fromMs(5000);
        turn.summary.mood = 2;
        turn.summary.priority = 1;
        turn.summary.turnOf = store::TurnOf::Us;
        turn.summary.lastText = QString(200, u'x');
        const auto done = f.commit(turn);
        QVERIFY(done);
        const auto row = f.conversation(done->conversation);
        QVERIFY(row);
        QCOMPARE(row->ulid, turn.ulid);
        QCOMPARE(row->customer, turn.customer);
        QCOMPARE(row->created, turn.time);
        QCOMPARE(row->flowVersion, 3);
        QCOMPARE(row->lastSeq, done->last);
        QCOMPARE(row->controlSeq, done->last);
        QCOMPARE(row->customerTime, turn.time);
        QVERIFY(row->isDemo);
        QVERIFY(!row->isErased);
        QCOMPARE(row->state, turn.state);
        QCOMPARE(row->summary.mode, engine::Mode::Human);
        QCOMPARE(row->summary.owner.value, 7);
        QCOMPARE(row->summary.name, turn.summary.name);
        QCOMPARE(row->summary.lastText.size(), 120);
        QVERIFY(row->summary.waitingSince == turn.summary.waitingSince);
        QVERIFY(!row->summary.closedTime);
        QCOMPARE(row->summary.mood, 2);
        const auto events = f.events({.conversation = done->conversation});
        QCOMPARE(events->at(0).text, QStringLiteral("¿Ñandú? 🐦 O'Neill"));
        QCOMPARE(events->at(0).clientMessageId, QStringLiteral("cmid-1"));
        QCOMPARE(events->at(2).actor, engine::Actor::Bot);
        QVERIFY(!events->at(1).isErased);
    }

    void importedEventsKeepTheirOwnTimes()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto turn = newTurn(ulid(1));
        turn.eventTimes = {base::fromMs(1000), base::fromMs(2000), base::fromMs(3000)};
        const auto done = f.commit(turn);
        QVERIFY(done);
        const auto rows = f.events({.conversation = done->conversation});
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(rows->at(i).time, turn.eventTimes[i]);
        QVERIFY(f.verify(done->conversation));
        turn.ulid = ulid(2);
        turn.eventTimes.pop_back();
        QCOMPARE(f.commit(turn).error().code, Code::Invalid);
    }

    // Scenario: the same id again returns the same answer, whatever the time between.
    void repeatIsAnsweredFromTheFirstTurn()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1)));
        auto turn = nextTurn(*first, "no anda");
        turn.clientMessageId = "cmid-2";
        const auto second = f.commit(turn);
        QVERIFY(second && !second->isRepeat);
        QVERIFY(f.commit(nextTurn(*second)));
        QVERIFY(f.reopen());
        const auto again = f.commit(turn); // its expectedSeq is old by now
        QVERIFY(again);
        QVERIFY(again->isRepeat);
        QCOMPARE(again->first, second->first);
        QCOMPARE(again->last, second->last);
        QCOMPARE(again->lastCustomer, second->lastCustomer);
        QCOMPARE(again->events.size(), std::size_t(3));
        QCOMPARE(again->events.at(0).text, QStringLiteral("no anda"));
        QCOMPARE(again->stage, QStringLiteral("problem"));
        QCOMPARE(again->handledBy, QStringLiteral("flow"));
        QCOMPARE(f.conversation(first->conversation)->lastSeq.value, 9);
    }

    void anotherExpectedSeqIsAConflictAndStoresNothing()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1)));
        auto late = nextTurn(*first);
        late.expectedSeq = {1};
        QCOMPARE(f.commit(late).error().code, Code::Conflict);
        auto unknown = nextTurn(*first);
        unknown.conversation = {999};
        QCOMPARE(f.commit(unknown).error().code, Code::NotFound);
        auto empty = nextTurn(*first);
        empty.events.clear();
        QCOMPARE(f.commit(empty).error().code, Code::Invalid);
        QCOMPARE(f.conversation(first->conversation)->lastSeq.value, 3);
        QVERIFY(f.verify(first->conversation));
    }

    void importedConversationComesOnce()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto turn = newTurn(ulid(1));
        turn.externalId = "crm-77";
        QVERIFY(f.commit(turn));
        turn.ulid = ulid(2);
        QCOMPARE(f.commit(turn).error().code, Code::Conflict);
    }

    // Scenario 23: what fails in a group fails alone, and a group shares its fsync.
    void oneGroupManyTurnsAndOnlyTheBadOneFails()
    {
        StoreFixture f;
        QVERIFY(f.open());
        constexpr int kTurns = 2000;
        int good = 0;
        int conflicts = 0;
        for (int i = 0; i < kTurns; ++i) {
            auto turn = newTurn(ulid(i % 100 == 7 ? 1 : i + 1000)); // ULID 1 only once
            f.store().commitTurn(
                turn, f.caller().expect<store::Committed>([&](base::Result<store::Committed> r) {
                    good += r ? 1 : 0;
                    conflicts += !r && r.error().code == Code::Conflict ? 1 : 0;
                }));
        }
        QVERIFY(f.home().runUntil([&] { return good + conflicts == kTurns; }));
        QCOMPARE(conflicts, kTurns / 100 - 1);
        QCOMPARE(f.store().health().committedTurns, good);
        QCOMPARE(f.store().health().conversations, good);
        QVERIFY(f.store().health().groups < kTurns / 4);
    }

    void sameConversationRacedByTwoHasOneWinner()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto first = f.commit(newTurn(ulid(1)));
        int won = 0;
        int lost = 0;
        for (int i = 0; i < 8; ++i) {
            f.store().commitTurn(nextTurn(*first), f.caller().expect<store::Committed>([&](auto r) {
                won += r ? 1 : 0;
                lost += !r && r.error().code == Code::Conflict ? 1 : 0;
            }));
        }
        QVERIFY(f.home().runUntil([&] { return won + lost == 8; }));
        QCOMPARE(won, 1);
    }

    void eventPagesGoBothWays()
    {
        StoreFixture f;
        QVERIFY(f.open());
        auto last = f.commit(newTurn(ulid(1)));
        for (int i = 0; i < 9; ++i)
            last = f.commit(nextTurn(*last));
        const auto id = last->conversation;
        const auto newest = f.events({.conversation = id, .limit = 4});
        QCOMPARE(newest->front().seq.value, 27);
        QCOMPARE(newest->back().seq.value, 30);
        const auto older =
            f.events({.conversation = id, .before = newest->front().seq, .limit = 4});
        QCOMPARE(older->front().seq.value, 23);
        const auto after = f.events({.conversation = id, .after = base::Seq{5}, .limit = 2});
        QCOMPARE(after->front().seq.value, 6);
        QCOMPARE(after->size(), std::size_t(2));
        const auto customer = f.events({.conversation = id, .afterCustomer = base::CustomerSeq{3}});
        QCOMPARE(customer->size(), std::size_t(17));
        for (std::size_t i = 0; i < customer->size(); ++i)
            QCOMPARE(customer->at(i).customerSeq.value, qint64(i + 4));
        QVERIFY(f.events({.conversation = {77}})->empty());
    }

    void smallRowsAreKept()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto c = f.commit(newTurn(ulid(1)));
        const store::SessionRow session{
            "hash",          "csrf",  {"00112233445566778899aabbccddeeff"},
            c->conversation, "es-AR", base::fromMs(9'000'000'000'000)};
        QVERIFY(f.ask<void>([&](auto& s, auto r) { s.saveSession(session, std::move(r)); }));
        QVERIFY(f.ask<void>([&](auto& s, auto r) { s.saveSetting("a", "1", std::move(r)); }));
        QVERIFY(f.ask<void>([&](auto& s, auto r) { s.saveSetting("a", "2", std::move(r)); }));
        const auto ana = f.ask<store::Person>(
            [&](auto& s, auto r) { s.savePerson({.name = "Ana"}, {}, std::move(r)); });
        QVERIFY(ana && ana->id.isValid());
        QCOMPARE(f.ask<store::Person>(
                      [&](auto& s, auto r) { s.savePerson({.id = {99}}, {}, std::move(r)); })
                     .error()
                     .code,
                 Code::NotFound);
        store::Draft draft{c->conversation, ana->id, "borrador", true, base::fromMs(1)};
        QVERIFY(f.ask<void>([&](auto& s, auto r) { s.saveDraft(draft, std::move(r)); }));
        QVERIFY(f.ask<void>([&](auto& s, auto r) {
            s.saveCustomer({{"00112233445566778899aabbccddeeff"}, "Ana", "es"}, std::move(r));
        }));
        QVERIFY(f.reopen());
        const auto back =
            f.ask<store::SessionRow>([&](auto& s, auto r) { s.session("hash", std::move(r)); });
        QCOMPARE(back->conversation, c->conversation);
        QCOMPARE(back->locale, QStringLiteral("es-AR"));
        QCOMPARE(f.ask<store::SessionRow>([&](auto& s, auto r) { s.session("x", std::move(r)); })
                     .error()
                     .code,
                 Code::NotFound);
        using Map = QMap<QString, QString>;
        QCOMPARE(*f.ask<Map>([&](auto& s, auto r) { s.settings(std::move(r)); }),
                 (Map{{"a", "2"}}));
        using Drafts = std::vector<store::Draft>;
        QCOMPARE(
            f.ask<Drafts>([&](auto& s, auto r) { s.drafts(ana->id, std::move(r)); })->at(0).text,
            QStringLiteral("borrador"));
        draft.text.clear();
        QVERIFY(f.ask<void>([&](auto& s, auto r) { s.saveDraft(draft, std::move(r)); }));
        QVERIFY(f.ask<Drafts>([&](auto& s, auto r) { s.drafts(ana->id, std::move(r)); })->empty());
        QCOMPARE(f.ask<std::vector<store::Person>>([&](auto& s, auto r) {
                      s.people(std::move(r));
                  })->size(),
                 std::size_t(1));
    }

    void sameFlowIsOneVersion()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto save = [&](const QByteArray& json) {
            return f.ask<store::FlowVersion>(
                [&](auto& s, auto r) { s.saveFlowVersion({.json = json}, std::move(r)); });
        };
        const auto one = save("{\"a\":1}");
        const auto two = save("{\"a\":2}");
        QCOMPARE(save("{\"a\":1}")->version, one->version);
        QVERIFY(one->version != two->version);
        QCOMPARE(f.ask<std::vector<store::FlowVersion>>([&](auto& s, auto r) {
                      s.flowVersions(std::move(r));
                  })->size(),
                 std::size_t(2));
    }
};

RELEVO_TEST(TurnsTest)
#include "turns_test.moc"
