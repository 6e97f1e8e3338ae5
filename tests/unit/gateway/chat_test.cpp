// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using support::HttpReply;

namespace {

QStringList buttonsOf(const QJsonObject& json)
{
    QStringList values;
    for (const auto& button : json.value(QLatin1String("buttons")).toArray())
        values += button.toObject().value(QLatin1String("value")).toString();
    return values;
}

} // namespace

/// The customer's calls: shapes and meaning.
class ChatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void greetingHasTheShapeOfTheEarlierBackend()
    {
        GatewayFixture f;
        const auto reply = f.post("/api/greeting", {{s("locale"), s("es-AR")}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("Content-Type"), QByteArray("application/json; charset=utf-8"));
        const auto json = reply.json();
        QVERIFY(json.value(QLatin1String("ok")).toBool());
        for (const char* name : {"sessionId", "csrfToken", "customerId"})
            QVERIFY2(base::isHexId(json.value(QLatin1String(name)).toString()), name);
        QVERIFY(!json.value(QLatin1String("greeting")).toString().isEmpty());
        QCOMPARE(json.value(QLatin1String("reply")), json.value(QLatin1String("greeting")));
        QCOMPARE(json.value(QLatin1String("stage")).toString(), s("consent"));
        QVERIFY(buttonsOf(json).contains(s("consent:yes")));
        for (const auto& button : json.value(QLatin1String("buttons")).toArray())
            QVERIFY(!button.toObject().value(QLatin1String("text")).toString().isEmpty());
    }

    void greetingTakesGetAndAnEmptyBody()
    {
        GatewayFixture f;
        for (const auto& reply :
             {f.get("/api/greeting"), f.call({.method = "POST", .target = "/api/greeting"})}) {
            QCOMPARE(reply.status, 200);
            QVERIFY(reply.json().value(QLatin1String("ok")).toBool());
        }
    }

    void greetingSpeaksTheLanguageAskedFor()
    {
        GatewayFixture f;
        const auto spanish = f.greet(s("es-AR")).greeting.value(QLatin1String("greeting"));
        const auto english = f.greet(s("en-US")).greeting.value(QLatin1String("greeting"));
        QVERIFY(spanish != english);
        const auto by = [](const HttpReply& reply) {
            return reply.json().value(QLatin1String("greeting"));
        };
        QCOMPARE(by(f.get("/api/greeting?locale=en-US")), english);
        QCOMPARE(by(f.get("/api/greeting", {{"Accept-Language", "en-GB,es;q=0.5"}})), english);
        QCOMPARE(by(f.get("/api/greeting", {{"Accept-Language", "es-AR,en;q=0.5"}})), spanish);
        // What is asked for goes before what the browser says.
        QCOMPARE(by(f.get("/api/greeting?locale=es-AR", {{"Accept-Language", "en"}})), spanish);
    }

    void aKnownCustomerIsKnownAgain()
    {
        GatewayFixture f;
        const auto first = f.greet();
        for (const char* text : {"sí", "español", "Juan Pablo", "un problema"})
            QCOMPARE(f.say(first, s(text)).status, 200);
        const auto again =
            f.post("/api/greeting", {{s("customerId"), QString::fromLatin1(first.customer)}})
                .json();
        QCOMPARE(again.value(QLatin1String("customerId")).toString(),
                 QString::fromLatin1(first.customer));
        QVERIFY(again.value(QLatin1String("sessionId")).toString() !=
                QString::fromLatin1(first.id));
        const auto session = again.value(QLatin1String("sessionId")).toString();
        const auto said = f.post("/api/chat", {{s("sessionId"), session}, {s("message"), s("sí")}});
        QVERIFY2(replyText(said).contains(s("Juan Pablo")), said.body.constData());
    }

    void aCustomerIdInAnAddressIsNotTaken()
    {
        GatewayFixture f;
        const auto first = f.greet();
        const auto json = f.get("/api/greeting?customerId=" + first.customer).json();
        QVERIFY(json.value(QLatin1String("customerId")).toString() !=
                QString::fromLatin1(first.customer));
    }

    void chatTakesTheSessionFromHeadersOrFields()
    {
        GatewayFixture f;
        const auto byHeader = f.greet();
        const auto reply = f.post("/api/chat", {{s("message"), s("sí")}}, byHeader.headers());
        QCOMPARE(reply.status, 200);
        const auto json = reply.json();
        QVERIFY(json.value(QLatin1String("ok")).toBool());
        QVERIFY(!replyText(reply).isEmpty());
        QCOMPARE(stageOf(reply), s("language"));
        QVERIFY(!buttonsOf(json).isEmpty());
        QCOMPARE(json.value(QLatin1String("conversationId")).toString(), byHeader.conversation());
        QVERIFY(json.value(QLatin1String("seq")).toInt() > 0);
        QVERIFY(json.value(QLatin1String("latencyMs")).isDouble());
        QCOMPARE(json.value(QLatin1String("handledBy")).toString(), s("flow"));

        const auto byField = f.greet();
        const auto same = f.post("/api/chat", {{s("sessionId"), QString::fromLatin1(byField.id)},
                                               {s("csrfToken"), QString::fromLatin1(byField.csrf)},
                                               {s("message"), s("sí")}});
        QCOMPARE(stageOf(same), s("language"));
    }

    void tappingEqualsTyping()
    {
        GatewayFixture f;
        const auto tapped = f.greet();
        const auto typed = f.greet();
        QCOMPARE(replyText(f.tap(tapped, s("consent:yes"))), replyText(f.say(typed, s("sí"))));
    }

    void oldButtonValuesAreUnderstood_data()
    {
        QTest::addColumn<QStringList>("taps");
        QTest::addColumn<QString>("stage");
        QTest::newRow("si, español") << QStringList{s("si"), s("español")} << s("name");
        QTest::newRow("english") << QStringList{s("BTN_CONSENT_YES"), s("english")} << s("name");
        QTest::newRow("no") << QStringList{s("no")} << s("refused");
        QTest::newRow("DEVICE_CONFIRM_YES")
            << QStringList{s("DEVICE_CONFIRM_YES")} << s("language");
        QTest::newRow("BTN_CLOSE") << QStringList{s("si"), s("BTN_CLOSE")} << s("closed");
    }
    void oldButtonValuesAreUnderstood()
    {
        QFETCH(const QStringList, taps);
        QFETCH(const QString, stage);
        GatewayFixture f;
        const auto session = f.greet();
        HttpReply last;
        for (const QString& value : taps) {
            last = f.tap(session, value);
            QCOMPARE(last.status, 200);
        }
        QCOMPARE(stageOf(last), stage);
    }

    void oldStepButtonsAreUnderstood()
    {
        GatewayFixture f;
        const auto persists = f.greet();
        for (const char* text : {"sí", "español", "Ana", "mi notebook no enciende"})
            QCOMPARE(f.say(persists, s(text)).status, 200);
        const auto next = f.tap(persists, s("BTN_PERSIST"));
        QCOMPARE(stageOf(next), s("basic"));
        const auto solved = f.tap(persists, s("BTN_SOLVED"));
        QCOMPARE(stageOf(solved), s("rating"));
        const auto other = f.greet();
        for (const char* text : {"sí", "español", "Ana"})
            QCOMPARE(f.say(other, s(text)).status, 200);
        const auto person = f.tap(other, s("BTN_CONNECT_TECH"));
        QVERIFY2(stageOf(person) == s("waiting") || stageOf(person) == s("contact"),
                 person.body.constData());
    }

    void theSameMessageIdGetsTheSameAnswer()
    {
        GatewayFixture f;
        const auto session = f.greet();
        auto first = f.say(session, s("sí"), s("m-1")).json();
        QCOMPARE(f.say(session, s("español"), s("m-2")).status, 200);
        const auto count = f.desk.events(f.idOf(session)).size();
        auto again = f.say(session, s("sí"), s("m-1")).json();
        for (auto* answer : {&first, &again})
            answer->remove(QStringLiteral("latencyMs"));
        QCOMPARE(again, first);
        QCOMPARE(f.desk.events(f.idOf(session)).size(), count);
    }

    void htmlInAMessageIsText()
    {
        GatewayFixture f;
        const auto session = f.greet();
        const QString hostile = s("<script>alert(1)</script> & \"sí\"");
        QCOMPARE(f.say(session, hostile).status, 200);
        const auto events = f.desk.customerEvents({QString::fromLatin1(session.id)});
        QVERIFY(std::any_of(events.begin(), events.end(),
                            [&](const auto& event) { return event.text == hostile; }));
    }

    void validateSaysWhetherASessionLives()
    {
        GatewayFixture f;
        const auto session = f.greet();
        const QString id = QString::fromLatin1(session.id);
        const auto reply = f.post("/api/session/validate", {{s("sessionId"), id}});
        QCOMPARE(reply.status, 200);
        const auto json = reply.json();
        QVERIFY(json.value(QLatin1String("ok")).toBool());
        QVERIFY(json.value(QLatin1String("valid")).toBool());
        QCOMPARE(json.value(QLatin1String("stage")).toString(), s("consent"));
        QCOMPARE(json.value(QLatin1String("expiresAt")).toString(),
                 base::toIso(f.desk.clock.wall() + 48h));
        QVERIFY(f.call({.method = "POST",
                        .target = "/api/session/validate",
                        .headers = session.headers()})
                    .json()
                    .value(QLatin1String("valid"))
                    .toBool());
        for (const QString& gone : {QString(32, u'0'), s("web-12345")}) {
            const auto invalid = f.post("/api/session/validate", {{s("sessionId"), gone}});
            QCOMPARE(invalid.status, 200);
            QVERIFY(invalid.json().value(QLatin1String("ok")).toBool());
            QVERIFY(!invalid.json().value(QLatin1String("valid")).toBool(true));
            QVERIFY(invalid.json().value(QLatin1String("stage")).isNull());
        }
    }

    void resetOpensTheNextConversationInTheSameSession()
    {
        GatewayFixture f;
        const auto session = f.greet();
        QCOMPARE(f.say(session, s("sí")).status, 200);
        const auto reset =
            f.call({.method = "POST", .target = "/api/reset", .headers = session.headers()});
        QCOMPARE(reset.status, 200);
        QCOMPARE(stageOf(reset), s("consent"));
        const auto next = reset.json().value(QLatin1String("conversationId")).toString();
        QVERIFY(next != session.conversation());
        QCOMPARE(f.say(session, s("sí")).json().value(QLatin1String("conversationId")).toString(),
                 next);
    }

    void aMessageAfterClosingOpensTheNextConversation()
    {
        GatewayFixture f;
        const auto session = f.greet();
        for (const char* value : {"BTN_CLOSE", "rate:skip"})
            QCOMPARE(f.tap(session, s(value)).status, 200);
        const auto next = f.say(session, s("hola"));
        QCOMPARE(next.status, 200);
        QVERIFY(next.json().value(QLatin1String("conversationId")).toString() !=
                session.conversation());
    }

    void theBotIsSilentWhileAPersonOwnsIt()
    {
        GatewayFixture f;
        const auto person = f.desk.person(s("Beto"));
        const auto session = f.waiting();
        QVERIFY(f.desk.takeOver(f.idOf(session), person.id));
        const auto reply = f.say(session, s("hola, ¿hay alguien?"));
        QCOMPARE(reply.status, 200);
        QVERIFY(replyText(reply).isEmpty());
        QCOMPARE(reply.json().value(QLatin1String("handledBy")).toString(), s("human"));
        QVERIFY(buttonsOf(reply.json()).isEmpty());
    }

    void aClientWithoutAStreamGetsAgentsWordsWithItsNextAnswer()
    {
        GatewayFixture f;
        const auto person = f.desk.person(s("Beto"));
        const auto session = f.waiting();
        const auto id = f.idOf(session);
        QVERIFY(f.desk.takeOver(id, person.id));
        QVERIFY(f.desk.reply(id, person.id, s("Soy Beto.")));
        QVERIFY(f.desk.reply(id, person.id, s("¿Qué pasó?")));
        QCOMPARE(replyText(f.say(session, s("se rompió"))), s("Soy Beto.\n\n¿Qué pasó?"));
        QVERIFY(replyText(f.say(session, s("ayer"))).isEmpty());
    }

    void aClientWithAStreamGetsAgentsWordsThereOnly()
    {
        GatewayFixture f;
        const auto person = f.desk.person(s("Beto"));
        const auto session = f.waiting();
        auto events = f.stream(session);
        QVERIFY(events.next("presence"));
        QVERIFY(f.desk.takeOver(f.idOf(session), person.id));
        QVERIFY(f.desk.reply(f.idOf(session), person.id, s("Soy Beto.")));
        QVERIFY(replyText(f.say(session, s("hola"))).isEmpty());
    }

    void signalSaysTypingAndSeen()
    {
        GatewayFixture f;
        const auto session = f.greet();
        const auto typing = f.post("/api/signal", {{s("typing"), true}}, session.headers());
        QCOMPARE(typing.status, 204);
        QVERIFY(typing.body.isEmpty());
        f.desk.settle();
        QVERIFY(f.desk.head(f.idOf(session)).isCustomerTyping);
        QCOMPARE(f.post("/api/signal", {{s("seen"), 1}}, session.headers()).status, 204);
        // More than there is does no harm.
        QCOMPARE(f.post("/api/signal", {{s("seen"), 1e15}}, session.headers()).status, 204);
    }

    void picturesAreRefusedInWordsUntilThereIsAPlaceForThem()
    {
        GatewayFixture f;
        const auto session = f.greet();
        const auto reply = f.post(
            "/api/chat",
            {{s("message"), s("mirá")},
             {s("images"), QJsonArray{QJsonObject{{s("name"), s("a.png")}, {s("data"), s("x")}}}}},
            session.headers());
        QCOMPARE(reply.status, 422);
        QCOMPARE(reply.errorCode(), s("images_not_accepted"));
    }

    void aSessionIdStandsInNoLog()
    {
        GatewayFixture f;
        const auto session = f.waiting();
        auto events = f.stream(session);
        QVERIFY(events.next());
        QCOMPARE(f.get("/api/events?sessionId=" + session.id).status, 401);
        QCOMPARE(f.get("/" + session.id).status, 404);
        QCOMPARE(f.post("/api/chat", {{s("message"), s("x")}}, {{"x-session-id", session.id + "x"}})
                     .status,
                 410);
        const QByteArray log = f.logged();
        QVERIFY(log.contains("\"request\""));
        for (const QByteArray& secret : {session.id, session.csrf, session.customer})
            QVERIFY(!log.contains(secret));
    }
};

RELEVO_TEST(ChatTest)
#include "chat_test.moc"
