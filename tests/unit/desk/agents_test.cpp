// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk_fixture.h"
#include "support/runner.h"

using namespace std::chrono_literals;

namespace {
base::Result<desk::ConversationPage> pageOf(DeskFixture& f, desk::View view,
                                            base::PersonId person = {})
{
    return f.ask<desk::ConversationPage>([&](base::Caller& caller, auto done) {
        f.desk->conversationPage(caller, {.view = view, .person = person}, std::move(done));
    });
}
} // namespace

class AgentsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takingOverSilencesTheBot()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Lucía"));
        const auto g = f.waiting();
        QCOMPARE(pageOf(f, desk::View::Unassigned)->rows.size(), std::size_t(1));
        const auto head = f.takeOver(g.answer.conversation, me.id);
        QVERIFY(head);
        QCOMPARE(head->mode, engine::Mode::Human);
        QCOMPARE(head->ownerName, QStringLiteral("Lucía"));
        QCOMPARE(pageOf(f, desk::View::Mine, me.id)->rows.size(), std::size_t(1));
        const auto answer = f.say(g.session, QStringLiteral("hola?"));
        QVERIFY(answer);
        QVERIFY(answer->reply.isEmpty());
        QCOMPARE(pageOf(f, desk::View::WaitingForUs)->rows.size(), std::size_t(1));
        QVERIFY(f.reply(g.answer.conversation, me.id, QStringLiteral("Acá estoy")));
        QCOMPARE(pageOf(f, desk::View::WaitingForUs)->rows.size(), std::size_t(0));
        QCOMPARE(pageOf(f, desk::View::WaitingForCustomer)->rows.size(), std::size_t(1));
    }

    void secondOwnerIsRefusedWithAConflict()
    {
        DeskFixture f;
        const auto a = f.person(QStringLiteral("Ana"));
        const auto b = f.person(QStringLiteral("Beto"));
        const auto g = f.waiting();
        const auto seen = f.head(g.answer.conversation).controlSeq;
        QVERIFY(f.takeOver(g.answer.conversation, a.id, seen));
        const auto second = f.takeOver(g.answer.conversation, b.id, seen);
        QVERIFY(!second);
        QCOMPARE(second.error().code, base::Code::Conflict);
        const auto blind = f.takeOver(g.answer.conversation, b.id);
        QVERIFY(!blind);
        QCOMPARE(blind.error().code, base::Code::Conflict);
        QCOMPARE(f.head(g.answer.conversation).owner, a.id);
    }

    void customersWordsDoNotMakeTakingOverConflict()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Ana"));
        const auto g = f.waiting();
        const auto seen = f.head(g.answer.conversation).controlSeq;
        QVERIFY(f.say(g.session, QStringLiteral("¿hay alguien?")));
        QVERIFY(f.takeOver(g.answer.conversation, me.id, seen));
    }

    void onlyTheOwnerWrites()
    {
        DeskFixture f;
        const auto a = f.person(QStringLiteral("Ana"));
        const auto b = f.person(QStringLiteral("Beto"));
        const auto g = f.waiting();
        QVERIFY(!f.reply(g.answer.conversation, a.id, QStringLiteral("hola")));
        QVERIFY(f.takeOver(g.answer.conversation, a.id));
        QVERIFY(f.reply(g.answer.conversation, a.id, QStringLiteral("hola")));
        QVERIFY(!f.reply(g.answer.conversation, b.id, QStringLiteral("hola")));
    }

    void notesNeverReachTheCustomer()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Ana"));
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, me.id));
        const auto before = f.customerEvents(g.session).size();
        const auto note = f.ask<base::Seq>([&](base::Caller& caller, auto done) {
            f.desk->note(caller, g.answer.conversation, me.id, QStringLiteral("cliente difícil"),
                         {}, std::move(done));
        });
        QVERIFY(note);
        const auto after = f.customerEvents(g.session);
        QCOMPARE(after.size(), before);
        for (const auto& event : after)
            QVERIFY(!event.text.contains(QStringLiteral("difícil")));
        const auto answer = f.say(g.session, QStringLiteral("hola"));
        QVERIFY(!answer->reply.contains(QStringLiteral("difícil")));
        // No hole in the customer's numbers.
        QCOMPARE(answer->seq.value, after.back().seq.value + 1);
    }

    void givingBackLetsTheBotSpeakAgain()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Ana"));
        const auto g = f.waiting();
        const auto head = f.takeOver(g.answer.conversation, me.id);
        const auto stages = f.ask<QList<engine::Option>>([&](base::Caller& caller, auto done) {
            f.desk->giveBackStages(caller, g.answer.conversation, std::move(done));
        });
        QVERIFY(stages && !stages->isEmpty());
        const auto back = f.ask<desk::ConversationHead>([&](base::Caller& caller, auto done) {
            f.desk->giveBack(caller, g.answer.conversation, me.id, stages->front().value,
                             head->controlSeq, std::move(done));
        });
        QVERIFY(back);
        QCOMPARE(back->mode, engine::Mode::Bot);
        QVERIFY(!back->owner.isValid());
        QVERIFY(!f.say(g.session, QStringLiteral("hola"))->reply.isEmpty());
    }

    void transferMovesTheOwnerAndTheSummaryStaysInside()
    {
        DeskFixture f;
        const auto a = f.person(QStringLiteral("Ana"));
        const auto b = f.person(QStringLiteral("Beto"));
        const auto g = f.waiting();
        const auto head = f.takeOver(g.answer.conversation, a.id);
        const auto moved = f.ask<desk::ConversationHead>([&](base::Caller& caller, auto done) {
            f.desk->transfer(caller, g.answer.conversation, a.id, b.id,
                             QStringLiteral("garantía vencida"), head->controlSeq, std::move(done));
        });
        QVERIFY(moved);
        QCOMPARE(moved->owner, b.id);
        for (const auto& event : f.customerEvents(g.session))
            QVERIFY(!event.text.contains(QStringLiteral("garantía")));
    }

    void whoGoesOffDutyOwnsNothing()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Ana"));
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, me.id));
        f.desk->setDuty(me.id, desk::Duty::Off);
        QTRY_COMPARE(f.head(g.answer.conversation).mode, engine::Mode::Waiting);
        QVERIFY(!f.head(g.answer.conversation).owner.isValid());
    }

    void listenersHearTheNewestNumberAtMostTenTimesASecond()
    {
        DeskFixture f;
        std::vector<desk::Changes> heard;
        base::Caller listener(f.here.caller().home());
        f.desk->hear(listener, [&](desk::Changes c) { heard.push_back(std::move(c)); });
        const auto g = f.greet();
        for (int i = 0; i < 20; ++i)
            QVERIFY(f.say(g.session, QStringLiteral("hola %1").arg(i)));
        f.settle();
        QVERIFY(heard.size() <= 2); // the clock stands still
        f.clock.advance(200ms);
        f.settle();
        f.settle();
        QVERIFY(f.here.runUntil([&] { return heard.size() >= 2; }, 5s));
        QCOMPARE(heard.back().conversations.at(g.answer.conversation),
                 f.head(g.answer.conversation).lastSeq);
    }

    void alertRingsWhenAPersonIsWantedAndStopsWhenClaimed()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Ana"));
        std::vector<desk::Alert> alerts;
        base::Caller listener(f.here.caller().home());
        f.desk->hearAlerts(listener, [&](desk::Alert a) { alerts.push_back(std::move(a)); });
        const auto g = f.waiting();
        QVERIFY(f.here.runUntil([&] { return !alerts.empty(); }, 5s));
        QCOMPARE(alerts.front().kind, desk::Alert::Kind::PersonWanted);
        alerts.clear();
        QVERIFY(f.takeOver(g.answer.conversation, me.id));
        QVERIFY(f.here.runUntil([&] { return !alerts.empty(); }, 5s));
        QCOMPARE(alerts.front().kind, desk::Alert::Kind::Stopped);
    }

    void draftsSurviveARestartAndAChangeOfOwner()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Ana"));
        const auto g = f.waiting();
        QVERIFY(f.ask<void>([&](base::Caller& caller, auto done) {
            f.desk->saveDraft(caller, me.id,
                              {g.answer.conversation, QStringLiteral("a medio escr"), true},
                              std::move(done));
        }));
        f.restart();
        const auto drafts = f.ask<std::vector<desk::Draft>>([&](base::Caller& caller, auto done) {
            f.desk->drafts(caller, me.id, std::move(done));
        });
        QVERIFY(drafts && drafts->size() == 1);
        QCOMPARE(drafts->front().text, QStringLiteral("a medio escr"));
        QVERIFY(drafts->front().isNote);
    }

    void receiptsOfAgentsMessagesAreKept()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Ana"));
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, me.id));
        QVERIFY(f.reply(g.answer.conversation, me.id, QStringLiteral("hola")));
        const auto seq = f.customerEvents(g.session).back().seq; // got it: delivered
        f.desk->customerHasSeen(g.session, seq);
        QTRY_VERIFY(
            std::ranges::any_of(f.events(g.answer.conversation), [](const desk::MessageEvent& e) {
                return e.kind == engine::EventKind::Seen;
            }));
        f.restart();
        const auto page = f.ask<desk::EventPage>([&](base::Caller& caller, auto done) {
            f.desk->events(caller, {.conversation = g.answer.conversation}, std::move(done));
        });
        QVERIFY(page);
        QCOMPARE(page->seenUpTo, seq.value);
        QCOMPARE(page->deliveredUpTo, seq.value);
    }

    void importedConversationIsExportedAsItCame()
    {
        DeskFixture f;
        const QByteArray line =
            R"({"id":"x-1","turns":[{"role":"customer","text":"¿Abren hoy?","time":"2025-01-02T03:04:05.678Z"},)"
            R"({"role":"bot","text":"Sí, hasta las 20."},{"role":"agent","text":"Te espero."}]})";
        const auto id = f.ask<base::ConversationId>([&](base::Caller& caller, auto done) {
            f.desk->importConversation(caller, line, std::move(done));
        });
        QVERIFY(id);
        const auto again = f.ask<base::ConversationId>([&](base::Caller& caller, auto done) {
            f.desk->importConversation(caller, line, std::move(done));
        });
        QVERIFY(!again);
        QCOMPARE(again.error().code, base::Code::Conflict);
        using Page = std::pair<QList<QByteArray>, QByteArray>;
        const auto page = f.ask<Page>([&](base::Caller& caller, auto done) {
            f.desk->exportPage(caller, {}, desk::Texts::AsStored, std::move(done));
        });
        QVERIFY(page && page->first.size() == 1);
        QVERIFY(page->first.front().contains("\"time\":\"2025-01-02T03:04:05.678Z\""));
        QVERIFY(page->first.front().contains("¿Abren hoy?"));
    }

    void demonstrationDataComesAndGoesWithoutTouchingTheRest()
    {
        DeskFixture f;
        f.person(QStringLiteral("Ana"));
        const auto g = f.greet();
        const auto loaded = f.ask<int>(
            [&](base::Caller& caller, auto done) { f.desk->loadDemo(caller, std::move(done)); });
        QVERIFY(loaded && *loaded >= 5);
        QCOMPARE(pageOf(f, desk::View::All)->rows.size(), std::size_t(*loaded + 1));
        const auto cleared = f.ask<int>(
            [&](base::Caller& caller, auto done) { f.desk->clearDemo(caller, std::move(done)); });
        QCOMPARE(cleared.value_or(0), *loaded);
        const auto rest = pageOf(f, desk::View::All);
        QCOMPARE(rest->rows.size(), std::size_t(1));
        QCOMPARE(rest->rows.front().id, g.answer.conversation);
    }

    void settingsAreCheckedBeforeTheyAreSaved()
    {
        DeskFixture f;
        const auto save = [&](const char* key, const QString& value) {
            return f.ask<void>([&](base::Caller& caller, auto done) {
                f.desk->saveSetting(caller, QLatin1String(key), value, std::move(done));
            });
        };
        QVERIFY(save("shop.name", QStringLiteral("Taller Sur")));
        const auto bad = save("hours.weekly", QStringLiteral("{\"mon\":[[\"9\",\"10\"]]}"));
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, base::Code::Invalid);
        f.restart();
        const auto settings = f.ask<QMap<QString, QString>>(
            [&](base::Caller& caller, auto done) { f.desk->settings(caller, std::move(done)); });
        QCOMPARE(settings->value(QStringLiteral("shop.name")), QStringLiteral("Taller Sur"));
        QVERIFY(!settings->contains(QStringLiteral("hours.weekly")));
    }
};

RELEVO_TEST(AgentsTest)
#include "agents_test.moc"
