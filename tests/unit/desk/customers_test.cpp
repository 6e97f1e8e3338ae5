// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QCoreApplication>

using namespace std::chrono_literals;

class CustomersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void greetingOpensAConversationThatAsksForConsent()
    {
        DeskFixture f;
        const auto greeting = f.greet();
        QVERIFY(base::isHexId(greeting.session.value));
        QVERIFY(base::isHexId(greeting.customer.value));
        QVERIFY(!greeting.answer.reply.isEmpty());
        QVERIFY(!greeting.answer.options.isEmpty());
        QCOMPARE(greeting.answer.stage, QStringLiteral("consent"));
        const auto events = f.customerEvents(greeting.session);
        QVERIFY(!events.empty());
        QCOMPARE(events.front().seq.value, qint64(1));
    }

    void eachConversationKeepsItsOwnState()
    {
        DeskFixture f;
        const auto a = f.greet();
        const auto b = f.greet(QStringLiteral("en-US"));
        QVERIFY(f.say(a.session, QStringLiteral("sí")));
        QVERIFY(f.say(b.session, QStringLiteral("no")));
        QVERIFY(f.head(a.answer.conversation).stage != f.head(b.answer.conversation).stage);
    }

    void sameMessageIdGetsTheSameAnswerAndIsStoredOnce()
    {
        DeskFixture f;
        const auto g = f.greet();
        const auto first = f.say(g.session, QStringLiteral("sí"), QStringLiteral("m1"));
        QVERIFY(f.say(g.session, QStringLiteral("español"), QStringLiteral("m2")));
        const auto count = f.events(g.answer.conversation).size();
        f.restart(); // whatever the time between
        const auto again = f.say(g.session, QStringLiteral("sí"), QStringLiteral("m1"));
        QVERIFY(again);
        QCOMPARE(again->reply, first->reply);
        QCOMPARE(again->options, first->options);
        QCOMPARE(again->stage, first->stage);
        QCOMPARE(again->seq.value, first->seq.value);
        QCOMPARE(f.events(g.answer.conversation).size(), count);
    }

    void repeatOfWhatClosedTheConversationOpensNoNewOne()
    {
        DeskFixture f;
        const auto g = f.greet();
        const auto first = f.say(g.session, QStringLiteral("no acepto"), QStringLiteral("m1"));
        QVERIFY(first);
        const auto again = f.say(g.session, QStringLiteral("no acepto"), QStringLiteral("m1"));
        QVERIFY(again);
        QCOMPARE(again->conversation, first->conversation);
        QCOMPARE(again->reply, first->reply);
    }

    void unknownAndExpiredSessionsAreNotFound()
    {
        DeskFixture f;
        const auto unknown = f.say({base::randomHex(f.random)}, QStringLiteral("hola"));
        QVERIFY(!unknown);
        QCOMPARE(unknown.error().code, base::Code::NotFound);
        const auto g = f.greet();
        f.clock.advance(47h);
        QVERIFY(f.say(g.session, QStringLiteral("sí"))); // slides
        f.clock.advance(47h);
        const auto slid = f.say(g.session, QStringLiteral("español"));
        QVERIFY2(slid, slid ? "" : qPrintable(slid.error().detail));
        f.clock.advance(49h);
        const auto late = f.say(g.session, QStringLiteral("hola"));
        QVERIFY(!late);
        QCOMPARE(late.error().code, base::Code::NotFound);
    }

    void resetOpensANewConversationInTheSameSession()
    {
        DeskFixture f;
        const auto g = f.greet();
        const auto fresh = f.ask<desk::Answer>([&](base::Caller& caller, auto done) {
            f.desk->resetConversation(caller, g.session, std::move(done));
        });
        QVERIFY(fresh);
        QVERIFY(fresh->conversation != g.answer.conversation);
        QCOMPARE(f.head(g.answer.conversation).mode, engine::Mode::Closed);
        QCOMPARE(f.customerEvents(g.session).front().conversation, fresh->conversation);
    }

    void knownCustomerIsNotAskedHisNameOrLanguageAgain()
    {
        DeskFixture f;
        const auto g = f.greet();
        for (const char16_t* text : {u"sí", u"english", u"my name is Bob"})
            QVERIFY(f.say(g.session, QString::fromUtf16(text)));
        f.restart();
        const auto again = f.greet(QStringLiteral("es-AR"), g.customer);
        QCOMPARE(again.customer, g.customer);
        QCOMPARE(f.head(again.answer.conversation).language, QStringLiteral("en"));
        QCOMPARE(f.head(again.answer.conversation).name, QStringLiteral("Bob"));
    }

    // Rule 9: old conversations survive a new flow.
    void conversationKeepsTheFlowThatItBeganWith()
    {
        QByteArray changed = DeskFixture::flowJson();
        changed.replace("¿Cómo te llamás? ", "Otra versión. ¿Cómo te llamás? ");
        QVERIFY(changed != DeskFixture::flowJson());
        DeskFixture f;
        const auto toTheName = [&f](const desk::Greeting& g) {
            return f.say(g.session, QStringLiteral("sí"))
                .and_then([&](auto) { return f.say(g.session, QStringLiteral("español")); })
                .value_or(desk::Answer())
                .reply;
        };
        const auto old = f.greet();
        f.restart(changed);
        const auto young = f.greet();
        QVERIFY(!toTheName(old).contains(u"Otra versión"));
        QVERIFY(toTheName(young).contains(u"Otra versión"));
        const auto stages = f.ask<QList<engine::Option>>([&](base::Caller& caller, auto done) {
            f.desk->giveBackStages(caller, old.answer.conversation, std::move(done));
        });
        QVERIFY(stages && !stages->isEmpty());
    }

    void newsArriveAndThePageAfterHasExactlyWhatWasMissed()
    {
        DeskFixture f;
        const auto g = f.greet();
        const auto had = f.customerEvents(g.session).back().seq.value;
        std::vector<desk::CustomerNews> news;
        base::Caller stream(f.here.caller().home());
        f.desk->hearCustomer(stream, g.session, [&](desk::CustomerNews n) { news.push_back(n); });
        f.settle();
        news.clear();
        const auto answer = f.say(g.session, QStringLiteral("sí"), QStringLiteral("m1"));
        QVERIFY(answer);
        QVERIFY(f.here.runUntil([&] { return !news.empty(); }, 5s));
        QCOMPARE(news.back().seq, answer->seq);
        const auto missed = f.customerEvents(g.session, had);
        for (std::size_t i = 0; i < missed.size(); ++i)
            QCOMPARE(missed[i].seq.value, had + 1 + static_cast<qint64>(i));
        QCOMPARE(missed.front().text, QStringLiteral("sí"));
        QCOMPARE(missed.front().clientMessageId, QStringLiteral("m1"));
        QCOMPARE(missed.back().seq, answer->seq);
    }

    void anotherCustomersConversationCannotBeRead()
    {
        DeskFixture f;
        const auto a = f.greet();
        const auto b = f.greet();
        const auto page = f.ask<desk::CustomerEventPage>([&](base::Caller& caller, auto done) {
            f.desk->customerEvents(caller, a.session, {.conversation = b.answer.conversation}, 100,
                                   std::move(done));
        });
        QVERIFY(page);
        for (const auto& event : page->events)
            QCOMPARE(event.conversation, a.answer.conversation);
    }

    void clientWithoutAStreamGetsTheAgentsWordsInTheNextAnswer()
    {
        DeskFixture f;
        const auto me = f.person(QStringLiteral("Lucía"));
        const auto g = f.waiting();
        QVERIFY(f.takeOver(g.answer.conversation, me.id));
        QVERIFY(f.reply(g.answer.conversation, me.id, QStringLiteral("¿Tenés el modelo?")));
        const auto answer = f.say(g.session, QStringLiteral("sí, un momento"));
        QVERIFY(answer);
        QCOMPARE(answer->reply, QStringLiteral("¿Tenés el modelo?"));
        QCOMPARE(answer->handledBy, QStringLiteral("human"));
        const auto next = f.say(g.session, QStringLiteral("es una Lenovo"));
        QVERIFY(next->reply.isEmpty());
    }

    void silentConversationIsClosedAsAbandonedButNeverWhileItWaitsForUs()
    {
        DeskFixture f;
        const auto silent = f.greet();
        const auto waiting = f.waiting();
        f.clock.advance(25h);
        for (int i = 0; i < 3; ++i) { // the timer asks the store, whose answer makes the turn
            f.settle();
            f.clock.advance(1min);
        }
        QTRY_COMPARE(f.head(silent.answer.conversation).mode, engine::Mode::Closed);
        QCOMPARE(f.head(silent.answer.conversation).outcome, QStringLiteral("abandoned"));
        QVERIFY(f.head(waiting.answer.conversation).mode != engine::Mode::Closed);
    }

    void erasingReallyErases()
    {
        DeskFixture f;
        const auto g = f.greet();
        for (const char16_t* text : {u"sí", u"español", u"Zoraida"})
            QVERIFY(f.say(g.session, QString::fromUtf16(text)));
        QVERIFY(f.tap(g.session, QStringLiteral("cmd:erase")));
        QVERIFY(f.say(g.session, QStringLiteral("sí")));
        const auto head = f.head(g.answer.conversation);
        QVERIFY(head.isErased);
        QVERIFY(head.name.isEmpty());
        for (const auto& event : f.events(g.answer.conversation))
            QVERIFY2(!event.text.contains(QStringLiteral("Zoraida")), qPrintable(event.text));
        const auto verified = f.ask<void>([&](base::Caller& caller, auto done) {
            f.desk->verify(caller, g.answer.conversation, std::move(done));
        });
        QVERIFY2(verified, verified ? "" : qPrintable(verified.error().detail));
        // The search index follows committed events; it is seconds behind at most.
        const auto isFound = [&] {
            f.clock.advance(1s);
            const auto page = f.ask<desk::SearchPage>([&](base::Caller& caller, auto done) {
                f.desk->search(caller, {.text = QStringLiteral("Zoraida")}, std::move(done));
            });
            return !page || page->isBehind || !page->hits.empty();
        };
        QTRY_VERIFY(!isFound());
    }
};

RELEVO_TEST(CustomersTest)
RELEVO_TEST_MAIN(QCoreApplication)
#include "customers_test.moc"
