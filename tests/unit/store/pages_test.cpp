// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixture.h"
#include "support/runner.h"

#include <QSet>

using namespace store_test;
using base::Code;
using engine::Mode;
using store::View;

namespace {

base::WallTime at(int minute)
{
    return base::fromMs(1'764'000'000'000 + minute * 60'000LL);
}

store::TurnCommit inMode(int n, Mode mode, store::TurnOf turnOf, int minute)
{
    auto turn = newTurn(ulid(n), "hola", at(minute));
    turn.summary.mode = mode;
    turn.summary.turnOf = turnOf;
    turn.summary.owner = {mode == Mode::Human ? 1 + n % 2 : 0};
    if (turnOf == store::TurnOf::Us)
        turn.summary.waitingSince = at(minute);
    if (mode == Mode::Closed)
        turn.summary.closedTime = at(minute);
    return turn;
}

/// Every row of a view, page by page.
std::vector<store::ConversationRow> wholeView(StoreFixture& f, View view, int limit,
                                              base::PersonId person = {1})
{
    std::vector<store::ConversationRow> all;
    store::ConversationQuery query{.view = view, .person = person, .limit = limit};
    do {
        auto page = f.page(query);
        if (!page)
            return {};
        std::move(page->rows.begin(), page->rows.end(), std::back_inserter(all));
        query.after = page->next;
    } while (!query.after.isEmpty());
    return all;
}

} // namespace

class PagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyViewHoldsItsConversationsInItsOrder()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const std::pair<Mode, store::TurnOf> kinds[] = {{Mode::Bot, store::TurnOf::Customer},
                                                        {Mode::Waiting, store::TurnOf::Us},
                                                        {Mode::Human, store::TurnOf::Us},
                                                        {Mode::Human, store::TurnOf::Customer},
                                                        {Mode::Closed, store::TurnOf::Customer}};
        constexpr int kEach = 10;
        for (int i = 0; i < 5 * kEach; ++i) {
            const auto [mode, turnOf] = kinds[i % 5];
            QVERIFY(f.commit(inMode(i, mode, turnOf, (i * 37) % 50)));
        }
        const QMap<View, int> expected{{View::Mine, 10},         {View::Unassigned, 10},
                                       {View::WaitingForUs, 20}, {View::WaitingForCustomer, 10},
                                       {View::WithBot, 10},      {View::Closed, 10},
                                       {View::All, 50}};
        const auto counts =
            f.ask<store::ViewCounts>([](auto& s, auto r) { s.viewCounts({1}, std::move(r)); });
        QCOMPARE(counts->counts, expected);
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const auto rows = wholeView(f, it.key(), 3);
            QCOMPARE(int(rows.size()), it.value());
            const bool longestWaitFirst =
                it.key() == View::Unassigned || it.key() == View::WaitingForUs;
            for (std::size_t i = 1; i < rows.size(); ++i) {
                const auto& a = rows[i - 1].summary;
                const auto& b = rows[i].summary;
                QVERIFY(longestWaitFirst ? *a.waitingSince <= *b.waitingSince
                                         : a.lastTime >= b.lastTime);
            }
        }
        for (const auto& row : wholeView(f, View::Mine, 100))
            QCOMPARE(row.summary.owner.value, 1);
    }

    void pageIsBoundedAndTheLastSaysSo()
    {
        StoreFixture f;
        QVERIFY(f.open());
        for (int i = 0; i < 4; ++i)
            QVERIFY(f.commit(newTurn(ulid(i))));
        auto page = f.page({.limit = 4});
        QCOMPARE(page->rows.size(), std::size_t(4));
        QVERIFY(page->next.isEmpty());
        page = f.page({.limit = 3});
        QVERIFY(!page->next.isEmpty());
        QCOMPARE(f.page({.after = page->next, .limit = 3})->rows.size(), std::size_t(1));
        for (const QByteArray cursor : {"x", "1", "1.2.3", ".", "99999999999999999999.1"})
            QCOMPARE(f.page({.after = cursor}).error().code, Code::Invalid);
    }

    // What was there when the paging began is met exactly once, whatever is added meanwhile.
    void pagesStayCompleteWhileOthersWrite()
    {
        StoreFixture f;
        QVERIFY(f.open());
        for (int i = 0; i < 200; ++i)
            QVERIFY(f.commit(newTurn(ulid(i), "hola", at(i / 4)))); // ties in time too
        QMap<QString, int> met;
        store::ConversationQuery query{.view = View::WithBot, .limit = 7};
        int added = 1000;
        do {
            for (int i = 0; i < 5; ++i, ++added)
                f.store().commitTurn(newTurn(ulid(added), "nueva", at(added)), {});
            const auto page = f.page(query);
            QVERIFY(page);
            for (const auto& row : page->rows)
                ++met[row.ulid];
            query.after = page->next;
        } while (!query.after.isEmpty());
        for (int i = 0; i < 200; ++i)
            QCOMPARE(met.value(ulid(i)), 1);
        for (const int times : met)
            QCOMPARE(times, 1);
    }

    void idleAreThoseWhoOweUsAWordForLong()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto old = f.commit(inMode(1, Mode::Bot, store::TurnOf::Customer, 0));
        QVERIFY(f.commit(inMode(2, Mode::Waiting, store::TurnOf::Us, 0)));
        QVERIFY(f.commit(inMode(3, Mode::Closed, store::TurnOf::Customer, 0)));
        QVERIFY(f.commit(inMode(4, Mode::Bot, store::TurnOf::Customer, 100)));
        auto agentSpoke = inMode(5, Mode::Human, store::TurnOf::Customer, 1);
        const auto human = f.commit(agentSpoke);
        auto later = nextTurn(*human);
        later.customerSpoke = false; // the agent's word does not count
        later.time = at(200);
        later.summary = agentSpoke.summary;
        QVERIFY(f.commit(later));
        using Ids = std::vector<base::ConversationId>;
        const auto idle = [&](int limit) {
            return *f.ask<Ids>(
                [&](auto& s, auto r) { s.idleConversations(at(50), limit, std::move(r)); });
        };
        QCOMPARE(idle(10), (Ids{old->conversation, human->conversation}));
        QCOMPARE(idle(1), (Ids{old->conversation}));
    }

    void openConversationsAreCountedOverARestart()
    {
        StoreFixture f;
        QVERIFY(f.open());
        const auto one = f.commit(newTurn(ulid(1)));
        QVERIFY(f.commit(newTurn(ulid(2))));
        auto close = nextTurn(*one);
        close.summary.mode = Mode::Closed;
        QVERIFY(f.commit(close));
        QCOMPARE(f.store().health().conversations, 1);
        QCOMPARE(f.store().health().messages, 6);
        QVERIFY(f.reopen());
        QCOMPARE(f.store().health().conversations, 1);
        QCOMPARE(f.store().health().messages, 0);
    }
};

RELEVO_TEST(PagesTest)
#include "pages_test.moc"
