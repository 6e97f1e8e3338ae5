// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QRegularExpression>

using support::HttpReply;
using namespace std::chrono_literals;

namespace {

constexpr const char* kOperatorToken = "0123456789abcdef0123456789abcdef";

gateway::Options withOperator(gateway::Options options = {})
{
    options.logToken = QString::fromLatin1(kOperatorToken);
    return openOptions(std::move(options));
}

const support::HttpHeaders kBearer{{"Authorization", QByteArray("Bearer ") + kOperatorToken}};

QJsonArray messagesOf(const HttpReply& reply)
{
    return reply.json().value(QLatin1String("messages")).toArray();
}

QStringList textsOf(const HttpReply& reply, const QString& from)
{
    QStringList texts;
    const auto messages = messagesOf(reply);
    for (const auto& each : messages) {
        if (each.toObject().value(QLatin1String("from")).toString() == from)
            texts += each.toObject().value(QLatin1String("text")).toString();
    }
    return texts;
}

/// What a refusal says, but for the number of its request.
QByteArray refusalOf(HttpReply reply)
{
    static const QRegularExpression number(s("\"requestId\":\"\\d+\""));
    return QByteArray::number(reply.status) + QString::fromUtf8(reply.body).remove(number).toUtf8();
}

} // namespace

/// GET /api/transcript/{id}
class TranscriptTest : public QObject
{
    Q_OBJECT

    static QByteArray addressOf(const GatewayFixture::Session& session)
    {
        return "/api/transcript/" + session.conversation().toLatin1();
    }
    /// A customer's messages only, from elsewhere; its address.
    static QByteArray imported(GatewayFixture& f, int messages)
    {
        QJsonArray turns;
        for (int i = 0; i < messages; ++i)
            turns.append(QJsonObject{
                {s("role"), s("customer")},
                {s("text"), s("van %1: c%2@example.com y ana@example.com").arg(i).arg(i % 7)}});
        const auto line = QJsonDocument(QJsonObject{{s("id"), s("x")}, {s("turns"), turns}})
                              .toJson(QJsonDocument::Compact);
        const auto id = f.desk.ask<base::ConversationId>([&](base::Caller& c, auto done) {
            f.desk.desk->importConversation(c, line, std::move(done));
        });
        return "/api/transcript/" + base::conversationCode(id.value()).toLatin1();
    }

private Q_SLOTS:
    void whatPeopleWroteAndAreCalledIsMasked()
    {
        GatewayFixture f;
        const auto session = f.waiting(); // whose customer is called Ana
        const auto agent = f.desk.person(s("Marta Quiroga"));
        QVERIFY(f.desk.takeOver(f.idOf(session), agent.id));
        QVERIFY(f.desk.reply(f.idOf(session), agent.id, s("Hola Ana, soy Marta. ¿Tu DNI?")));
        for (const char* text :
             {"30123456", "soy Ana, mi mail es ana@example.com", "la contraseña es hunter2x",
              "vivo en Av. Rivadavia 4500, ana@example.com", "el pedido es 30123456"})
            QCOMPARE(f.say(session, s(text)).status, 200);
        const auto reply = f.get(addressOf(session), session.headers());
        QCOMPARE(reply.status, 200);
        for (const char* secret :
             {"Ana", "Marta", "Quiroga", "ana@", "hunter2x", "Rivadavia", "dni es 30123456"})
            QVERIFY2(!reply.body.contains(secret), reply.body.constData());
        const auto said = textsOf(reply, s("customer"));
        QCOMPARE(said.mid(said.size() - 5),
                 (QStringList{s("[DNI-1]"), s("soy [NAME-1], mi mail es [EMAIL-1]"),
                              s("la contraseña es [PASSWORD-1]"),
                              s("vivo en [ADDRESS-1], [EMAIL-1]"), s("el pedido es 30123456")}));
        QCOMPARE(textsOf(reply, s("agent")).last(), s("Hola [NAME-1], soy [NAME-3]. ¿Tu DNI?"));
    }

    void itIsWhatTheCustomerMaySee()
    {
        GatewayFixture f;
        const auto session = f.waiting();
        const auto agent = f.desk.person(s("Marta"));
        QVERIFY(f.desk.takeOver(f.idOf(session), agent.id));
        const auto noted = f.desk.ask<base::Seq>([&](base::Caller& c, auto done) {
            f.desk.desk->note(c, f.idOf(session), agent.id, s("entre nosotros"), {},
                              std::move(done));
        });
        QVERIFY(noted);
        const auto reply = f.get(addressOf(session), session.headers());
        QVERIFY(!reply.body.contains("entre nosotros"));
        const auto json = reply.json();
        QCOMPARE(json.value(QLatin1String("ok")).toBool(), true);
        QCOMPARE(json.value(QLatin1String("conversationId")).toString(), session.conversation());
        QVERIFY(json.value(QLatin1String("next")).isNull());
        QCOMPARE(json.value(QLatin1String("cut")), QJsonValue(false));
        const auto messages = messagesOf(reply);
        QVERIFY(messages.size() > 6);
        for (qsizetype i = 0; i < messages.size(); ++i) {
            const auto message = messages.at(i).toObject();
            QCOMPARE(message.value(QLatin1String("seq")).toInt(), int(i) + 1);
            for (const char* member : {"time", "kind", "from"})
                QVERIFY(!message.value(QLatin1String(member)).toString().isEmpty());
            QVERIFY(!message.contains(QLatin1String("clientMessageId")));
        }
    }

    void itTakesTheSessionOrTheLogToken()
    {
        GatewayFixture f(withOperator());
        const auto session = f.greet();
        const auto address = addressOf(session);
        QCOMPARE(f.get(address).errorCode(), s("session_missing"));
        const auto wrong = f.get(address, {{"Authorization", "Bearer nonsense"}});
        QCOMPARE(wrong.status, 401);
        QCOMPARE(wrong.header("WWW-Authenticate"), QByteArray("Bearer"));
        QCOMPARE(f.get(address, session.headers()).status, 200);
        QCOMPARE(f.get(address, kBearer).status, 200);
        QCOMPARE(f.get(address, {{"x-session-id", session.id}, {"x-csrf-token", "other"}}).status,
                 403);
        QCOMPARE(f.get(address + "?token=" + kOperatorToken).status, 401);
        QCOMPARE(f.post(address, {}).status, 405);
        f.desk.clock.advance(49h);
        QCOMPARE(f.get(address, session.headers()).errorCode(), s("session_expired"));
    }

    void withoutALogTokenNoBearerPasses()
    {
        GatewayFixture f;
        const auto session = f.greet();
        QCOMPARE(f.get(addressOf(session), {{"Authorization", "Bearer "}}).status, 401);
    }

    void foreignAndAbsentAreTheSame()
    {
        GatewayFixture f(withOperator());
        const auto session = f.greet(), other = f.greet();
        const auto absent = f.get("/api/transcript/ZZ-9999", session.headers());
        QCOMPARE(absent.status, 404);
        const QByteArray expected = refusalOf(absent);
        for (const QByteArray& id : {other.conversation().toLatin1(), other.id, QByteArray(32, 'a'),
                                     QByteArray("nonsense"), QByteArray()})
            QCOMPARE(refusalOf(f.get("/api/transcript/" + id, session.headers())), expected);
        QCOMPARE(refusalOf(f.get("/api/transcript/ZZ-9999", kBearer)), expected);
        QCOMPARE(refusalOf(f.get("/api/transcript/" + QByteArray(32, 'a'), kBearer)), expected);
    }

    void anEarlierConversationOfTheSameCustomerIsTheirOwn()
    {
        GatewayFixture f;
        const auto session = f.greet();
        QCOMPARE(f.post("/api/reset", {}, session.headers()).status, 200);
        const auto reply = f.get(addressOf(session), session.headers());
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json().value(QLatin1String("conversationId")).toString(),
                 session.conversation());
    }

    void anOldClientsSessionIdWorksAndReachesNoLog()
    {
        GatewayFixture f(withOperator());
        const auto session = f.greet();
        const QByteArray address = "/api/transcript/" + session.id;
        for (const auto& headers : {session.headers(), kBearer}) {
            const auto reply = f.get(address, headers);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.json().value(QLatin1String("conversationId")).toString(),
                     session.conversation());
        }
        QCOMPARE(f.get(address).status, 401);
        QCOMPARE(f.get(address + "?after=x", session.headers()).status, 400);
        QCOMPARE(f.post(address, {}).status, 405);
        const auto log = f.logged();
        QVERIFY(log.contains("\"route\":\"transcript\""));
        QVERIFY(!log.contains(session.id));
        QVERIFY(!f.get("/metrics", kBearer).body.contains(session.id));
    }

    // A page begins where the one before ended, and the same pseudonym stands for the same.
    void longOnesComeInPages()
    {
        GatewayFixture f(withOperator());
        constexpr int kMessages = 1100;
        const auto address = imported(f, kMessages);
        int seen = 0, pages = 0;
        for (QJsonValue after = 0; !after.isNull(); ++pages) {
            const auto reply =
                f.get(address + "?after=" + QByteArray::number(after.toInt()), kBearer);
            QCOMPARE(reply.status, 200);
            const auto messages = messagesOf(reply);
            for (const auto& each : messages) {
                const int number = seen % 7;
                // ana@ is the second of the first message, each other comes one by one
                const int token = number == 0 ? 1 : number + 2;
                QCOMPARE(each.toObject().value(QLatin1String("text")).toString(),
                         s("van %1: [EMAIL-%2] y [EMAIL-2]").arg(seen).arg(token));
                QCOMPARE(each.toObject().value(QLatin1String("seq")).toInt(), ++seen);
            }
            QVERIFY(messages.size() <= desk::kMostPageMessages);
            after = reply.json().value(QLatin1String("next"));
        }
        QCOMPARE(seen, kMessages);
        QCOMPARE(pages, 3);
        QCOMPARE(messagesOf(f.get(address + "?after=5000", kBearer)).size(), 0);
        for (const char* bad : {"x", "-1", "1x", "99999999999999999999"})
            QCOMPARE(f.get(address + "?after=" + bad, kBearer).status, 400);
    }

    void hugeOnesAreCut()
    {
        GatewayFixture f(withOperator());
        const auto address = imported(f, desk::kMostTranscriptMessages + 100);
        const auto last = f.get(address + "?after=9900", kBearer);
        QCOMPARE(messagesOf(last).size(), 100);
        QVERIFY(last.json().value(QLatin1String("next")).isNull());
        QCOMPARE(last.json().value(QLatin1String("cut")), QJsonValue(true));
    }

    void customersMayAskSoOftenOnly()
    {
        auto options = withOperator();
        options.transcriptPerAddress = {2, 1min};
        GatewayFixture f(std::move(options));
        const auto session = f.greet();
        for (const int status : {200, 200, 429})
            QCOMPARE(f.get(addressOf(session), session.headers()).status, status);
        QCOMPARE(f.get(addressOf(session), kBearer).status, 200);
        f.desk.clock.advance(1min);
        QCOMPARE(f.get(addressOf(session), session.headers()).status, 200);
    }

    void whatWasErasedIsGone()
    {
        GatewayFixture f(withOperator());
        const auto session = f.waiting();
        std::ignore = f.say(session, s("me gusta el helado"));
        const auto erased = f.desk.ask<desk::ConversationHead>([&](base::Caller& c, auto done) {
            f.desk.desk->erase(c, f.idOf(session), f.desk.person(s("Marta")).id, std::move(done));
        });
        QVERIFY(erased);
        const auto reply = f.get(addressOf(session), kBearer);
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.body.contains("helado"));
    }
};

RELEVO_TEST(TranscriptTest)
#include "transcript_test.moc"
