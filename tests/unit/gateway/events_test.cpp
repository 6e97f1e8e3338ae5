// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using support::EventClient;
using support::ServerEvent;

namespace {

/// The next numbered event.
std::optional<ServerEvent> numbered(EventClient& stream)
{
    while (auto event = stream.next()) {
        if (!event->id.isEmpty())
            return event;
    }
    return std::nullopt;
}

std::vector<QByteArray> idsOf(EventClient& stream, std::size_t count)
{
    std::vector<QByteArray> ids;
    while (ids.size() < count) {
        const auto event = numbered(stream);
        if (!event)
            return ids;
        ids.push_back(event->id);
    }
    return ids;
}

qint64 seqOf(const QByteArray& id)
{
    return id.mid(id.indexOf(':') + 1).toLongLong();
}

} // namespace

/// GET /api/events.
class GatewayEventsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginsWithWhoAnswersAndThenEverythingInOrder()
    {
        GatewayFixture f;
        const auto session = f.greet();
        QCOMPARE(f.say(session, s("sí")).status, 200);
        auto stream = f.stream(session);
        QCOMPARE(stream.status(), 200);
        const auto state = stream.next();
        QVERIFY(state);
        QCOMPARE(state->event, QByteArray("state"));
        QVERIFY(state->id.isEmpty());
        QCOMPARE(state->json().value(QLatin1String("handledBy")).toString(), s("bot"));
        const auto all = f.desk.customerEvents({QString::fromLatin1(session.id)});
        QVERIFY(all.size() >= 3);
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto event = numbered(stream);
            QVERIFY(event);
            const auto json = event->json();
            QCOMPARE(event->id,
                     session.conversation().toLatin1() + ':' + QByteArray::number(i + 1));
            QCOMPARE(json.value(QLatin1String("seq")).toInt(), static_cast<int>(i + 1));
            QCOMPARE(json.value(QLatin1String("conversationId")).toString(),
                     session.conversation());
            QCOMPARE(json.value(QLatin1String("kind")).toString().toLatin1(), event->event);
            QVERIFY(!json.value(QLatin1String("from")).toString().isEmpty());
            QVERIFY(!json.value(QLatin1String("time")).toString().isEmpty());
        }
    }

    void newsComeLive()
    {
        GatewayFixture f;
        const auto session = f.greet();
        auto stream = f.stream(session);
        QVERIFY(numbered(stream));
        QCOMPARE(f.say(session, s("sí"), s("mine")).status, 200);
        const auto own = numbered(stream);
        QVERIFY(own);
        QCOMPARE(own->json().value(QLatin1String("from")).toString(), s("customer"));
        QCOMPARE(own->json().value(QLatin1String("text")).toString(), s("sí"));
        QCOMPARE(own->json().value(QLatin1String("clientMessageId")).toString(), s("mine"));
        const auto bot = numbered(stream);
        QVERIFY(bot);
        QCOMPARE(bot->json().value(QLatin1String("from")).toString(), s("bot"));
        QVERIFY(!bot->json().value(QLatin1String("buttons")).toArray().isEmpty());
    }

    void goesOnAfterAPosition_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("lastEventId");
        QTest::newRow("named position") << QByteArray("?after=CODE:2") << QByteArray();
        QTest::newRow("escaped") << QByteArray("?after=CODE%3A2") << QByteArray();
        QTest::newRow("bare number") << QByteArray("?after=2") << QByteArray();
        QTest::newRow("Last-Event-ID") << QByteArray() << QByteArray("CODE:2");
        QTest::newRow("after wins") << QByteArray("?after=CODE:2") << QByteArray("CODE:1");
    }
    void goesOnAfterAPosition()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, lastEventId);
        GatewayFixture f;
        const auto session = f.greet();
        QCOMPARE(f.say(session, s("sí")).status, 200);
        const QByteArray code = session.conversation().toLatin1();
        auto headers = session.headers();
        if (!lastEventId.isEmpty())
            headers.emplace_back("Last-Event-ID", lastEventId.replace("CODE", code));
        EventClient stream(
            f.port, {.target = "/api/events" + query.replace("CODE", code), .headers = headers});
        const auto first = numbered(stream);
        QVERIFY(first);
        QCOMPARE(first->id, code + ":3");
    }

    // Cut off at every place: each event once, in order.
    void losesAndRepeatsNothingOverReconnections()
    {
        GatewayFixture f;
        const auto session = f.greet();
        QByteArray position;
        std::vector<qint64> seen;
        for (const char* text : {"sí", "español", "Ana", "no tengo internet", "no", "no"}) {
            QCOMPARE(f.say(session, s(text)).status, 200);
            auto stream = f.stream(session, position.isEmpty() ? "" : "?after=" + position);
            for (const auto& id : idsOf(stream, 1)) {
                seen.push_back(seqOf(id));
                position = id;
            }
        }
        const auto total = f.desk.customerEvents({QString::fromLatin1(session.id)}).size();
        auto last = f.stream(session, "?after=" + position);
        for (const auto& id : idsOf(last, total - seen.size()))
            seen.push_back(seqOf(id));
        QCOMPARE(seen.size(), total);
        for (std::size_t i = 0; i < seen.size(); ++i)
            QCOMPARE(seen[i], static_cast<qint64>(i + 1));
        QVERIFY(!last.next("message", 100ms));
    }

    void aLongHistoryComesWhole()
    {
        GatewayFixture f;
        const auto person = f.desk.person(s("Beto"));
        const auto session = f.waiting();
        const auto id = f.idOf(session);
        QVERIFY(f.desk.takeOver(id, person.id));
        const QString text(2000, u'ñ');
        for (int i = 0; i < 500; ++i)
            QVERIFY(f.desk.reply(id, person.id, text));
        auto stream = f.stream(session);
        const auto ids = idsOf(stream, 510);
        QCOMPARE(ids.size(), std::size_t(510));
        for (std::size_t i = 0; i < ids.size(); ++i)
            QCOMPARE(seqOf(ids[i]), static_cast<qint64>(i + 1));
    }

    void announcesTheNextConversation()
    {
        GatewayFixture f;
        const auto session = f.greet();
        auto stream = f.stream(session);
        QVERIFY(numbered(stream));
        const auto reset =
            f.call({.method = "POST", .target = "/api/reset", .headers = session.headers()});
        const auto next = reset.json().value(QLatin1String("conversationId")).toString();
        const auto announced = stream.next("conversation");
        QVERIFY(announced);
        QVERIFY(announced->id.isEmpty());
        QCOMPARE(announced->json().value(QLatin1String("conversationId")).toString(), next);
        const auto first = numbered(stream);
        QVERIFY(first);
        QCOMPARE(first->id, next.toLatin1() + ":1");
    }

    void aPositionInAnEarlierConversationIsReadToItsEndFirst()
    {
        GatewayFixture f;
        const auto session = f.greet();
        QCOMPARE(f.say(session, s("sí")).status, 200);
        const QByteArray old = session.conversation().toLatin1();
        const auto next =
            f.call({.method = "POST", .target = "/api/reset", .headers = session.headers()})
                .json()
                .value(QLatin1String("conversationId"))
                .toString()
                .toLatin1();
        auto stream = f.stream(session, "?after=" + old + ":2");
        const auto first = numbered(stream);
        QVERIFY(first);
        QCOMPARE(first->id, old + ":3");
        QVERIFY(stream.next("conversation"));
        const auto fresh = numbered(stream);
        QVERIFY(fresh);
        QCOMPARE(fresh->id, next + ":1");
    }

    void anotherCustomersConversationIsNotShown()
    {
        GatewayFixture f;
        const auto victim = f.greet();
        QCOMPARE(f.say(victim, s("secreto")).status, 200);
        const auto attacker = f.greet();
        auto stream = f.stream(attacker, "?after=" + victim.conversation().toLatin1() + ":0");
        QCOMPARE(f.say(attacker, s("sí")).status, 200);
        const auto own = f.desk.customerEvents({QString::fromLatin1(attacker.id)}).size();
        for (std::size_t i = 1; i <= own; ++i) {
            const auto event = numbered(stream);
            QVERIFY(event);
            QCOMPARE(event->id, attacker.conversation().toLatin1() + ':' + QByteArray::number(i));
            QVERIFY(!event->data.contains("secreto"));
        }
    }

    void refusesPositionsThatAreNone()
    {
        GatewayFixture f;
        const auto session = f.greet();
        for (const char* position : {"x", "-1", "AB-1234:", "AB-1234:x", "nonsense:5", "1.5",
                                     "99999999999999999999", "AB-1234:-1"}) {
            const auto reply =
                f.get(QByteArray("/api/events?after=") + position, session.headers());
            QVERIFY2(reply.status == 400, position);
            QCOMPARE(reply.errorCode(), s("bad_field"));
        }
    }

    void needsASessionInItsHeader()
    {
        GatewayFixture f;
        const auto session = f.greet();
        QCOMPARE(f.get("/api/events").status, 401);
        QCOMPARE(
            f.get("/api/events?sessionId=" + session.id + "&x-session-id=" + session.id).status,
            401);
        QCOMPARE(f.get("/api/events", {{"x-session-id", QByteArray(32, '0')}}).status, 410);
    }

    void aNoteLeavesNoHole()
    {
        GatewayFixture f;
        const auto person = f.desk.person(s("Beto"));
        const auto session = f.waiting();
        const auto id = f.idOf(session);
        QVERIFY(f.desk.takeOver(id, person.id));
        auto stream = f.stream(session);
        QVERIFY(stream.next("state"));
        QVERIFY(f.desk.ask<base::Seq>([&](base::Caller& caller, auto done) {
            f.desk.desk->note(caller, id, person.id, s("cuidado con este"), {}, std::move(done));
        }));
        QVERIFY(f.desk.reply(id, person.id, s("hola")));
        qint64 last = 0;
        QByteArray all;
        while (const auto event = numbered(stream)) {
            QCOMPARE(seqOf(event->id), last + 1);
            last = seqOf(event->id);
            all += event->data;
            if (event->json().value(QLatin1String("text")).toString() == s("hola"))
                break;
        }
        QVERIFY(all.contains("hola"));
        QVERIFY(!all.contains("cuidado"));
    }

    void typingPresenceAndReceiptsComeWithoutANumber()
    {
        GatewayFixture f;
        const auto person = f.desk.person(s("Beto"));
        const auto session = f.waiting();
        const auto id = f.idOf(session);
        auto stream = f.stream(session);
        const auto presence = stream.next("presence");
        QVERIFY(presence);
        QVERIFY(presence->id.isEmpty());
        QVERIFY(presence->json().value(QLatin1String("agentOnline")).toBool());
        QVERIFY(f.desk.takeOver(id, person.id));
        f.desk.desk->agentTyping(id, person.id);
        const auto typing = stream.next("typing");
        QVERIFY(typing);
        QVERIFY(typing->id.isEmpty());
        QCOMPARE(typing->json().value(QLatin1String("from")).toString(), s("agent"));
        QCOMPARE(f.say(session, s("¿estás?")).status, 200);
        f.desk.desk->agentHasSeen(id, person.id, f.desk.head(id).lastSeq);
        std::optional<ServerEvent> receipt;
        do {
            receipt = stream.next("receipt");
        } while (receipt && receipt->json().value(QLatin1String("seen")).toInt() == 0);
        QVERIFY(receipt);
        QVERIFY(receipt->id.isEmpty());
    }

    void whoAnswersIsToldWhenItChanges()
    {
        GatewayFixture f;
        const auto person = f.desk.person(s("Beto"));
        const auto session = f.waiting();
        auto stream = f.stream(session);
        const auto before = stream.next("state");
        QVERIFY(before);
        QCOMPARE(before->json().value(QLatin1String("handledBy")).toString(), s("waiting"));
        QVERIFY(f.desk.takeOver(f.idOf(session), person.id));
        std::optional<ServerEvent> state;
        do {
            state = stream.next("state");
        } while (state && state->json().value(QLatin1String("handledBy")).toString() != s("human"));
        QVERIFY(state);
        QCOMPARE(state->json().value(QLatin1String("agentName")).toString(), s("Beto"));
    }

    void anOpenStreamMakesTheCustomerOnline()
    {
        GatewayFixture f;
        const auto session = f.greet();
        const auto id = f.idOf(session);
        QVERIFY(!f.desk.head(id).isCustomerOnline);
        auto stream = f.stream(session);
        QVERIFY(stream.next("presence"));
        QVERIFY(f.waitFor([&] { return f.desk.head(id).isCustomerOnline; }));
    }

    void beatsSoThatALostConnectionIsNoticed()
    {
        GatewayFixture f;
        const auto session = f.greet();
        auto stream = f.stream(session);
        QVERIFY(stream.waitForComment());
    }

    void saysGoodbyeWhenTheProgramQuits()
    {
        GatewayFixture f;
        const auto session = f.greet();
        auto stream = f.stream(session);
        QVERIFY(numbered(stream));
        f.stop();
        QVERIFY(stream.next("goodbye"));
        QVERIFY(stream.waitForEnd());
    }
};

RELEVO_TEST(GatewayEventsTest)
#include "events_test.moc"
