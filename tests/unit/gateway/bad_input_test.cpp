// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/chat_body.h"
#include "gateway_fixture.h"
#include "support/runner.h"

#include <QJsonDocument>

#include <random>

using support::HttpReply;
using support::RawClient;

namespace {

/// What every refusal looks like, whoever made it.
bool isRefusal(const HttpReply& reply, int status, const char* code)
{
    const auto error = reply.json().value(QLatin1String("error")).toObject();
    const bool isWell = reply.status == status && reply.status < 500 &&
                        reply.json().value(QLatin1String("ok")).toBool(true) == false &&
                        error.value(QLatin1String("code")).toString() == QLatin1String(code) &&
                        !error.value(QLatin1String("message")).toString().isEmpty() &&
                        error.value(QLatin1String("requestId")).toString().toULongLong() > 0 &&
                        reply.header("Content-Type") == "application/json; charset=utf-8";
    if (!isWell)
        qWarning("%d %s", reply.status, reply.body.constData());
    return isWell;
}

QString messageOf(const HttpReply& reply)
{
    return reply.json()
        .value(QLatin1String("error"))
        .toObject()
        .value(QLatin1String("message"))
        .toString();
}

} // namespace

/// "Bad input": each case its status, a sentence in the client's language, and never 500.
class BadInputTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_session = m_f.greet(); }

    void bodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto row = [](const char* name, const QByteArray& body, int status,
                            const char* code) {
            QTest::newRow(name) << body << status << QByteArray(code);
        };
        row("malformed", "{\"message\":", 400, "bad_json");
        row("two documents", "{} {}", 400, "bad_json");
        row("trailing comma", "{\"message\":\"a\",}", 400, "bad_json");
        row("array", "[]", 400, "bad_json");
        row("string", "\"hola\"", 400, "bad_json");
        row("null", "null", 400, "bad_json");
        row("invalid UTF-8", "{\"message\":\"\xff\xfe\"}", 400, "bad_json");
        row("overlong UTF-8", "{\"message\":\"\xc0\xaf\"}", 400, "bad_json");
        row("half a surrogate pair", "{\"message\":\"\\ud800\"}", 400, "bad_json");
        row("raw NUL", QByteArray("{\"message\":\"a\0b\"}", 17), 400, "bad_json");
        row("10,000 brackets", QByteArray(10'000, '['), 400, "bad_json");
        row("10,000 nested objects", QByteArray("{\"a\":").repeated(10'000), 400, "bad_json");
        row("NaN", "{\"seen\":NaN}", 400, "bad_json");
        row("number beyond a double", "{\"x\":1e999}", 400, "bad_json");
        row("escaped NUL", "{\"message\":\"a\\u0000b\"}", 400, "bad_text");
        row("escape character", "{\"message\":\"a\\u001b[2Jb\"}", 400, "bad_text");
        row("message is a number", "{\"message\":5}", 400, "bad_field");
        row("message is an object", "{\"message\":{}}", 400, "bad_field");
        row("message is an array", "{\"message\":[\"a\"]}", 400, "bad_field");
        row("no message", "{}", 400, "empty_message");
        row("empty body", "", 400, "empty_message");
        row("message is null", "{\"message\":null}", 400, "empty_message");
        row("only spaces", "{\"message\":\" \\n\\t \"}", 400, "empty_message");
        row("only bidi controls", "{\"message\":\"\\u202e\\u202c\"}", 400, "empty_message");
        row("button without value", "{\"action\":\"button\",\"label\":\"x\"}", 400, "bad_field");
        row("button value of 101",
            "{\"action\":\"button\",\"value\":\"" + QByteArray(101, 'x') + "\"}", 400, "bad_field");
        row("message id with spaces", "{\"message\":\"a\",\"clientMessageId\":\"a b\"}", 400,
            "bad_field");
        row("message id of 65",
            "{\"message\":\"a\",\"clientMessageId\":\"" + QByteArray(65, 'x') + "\"}", 400,
            "bad_field");
        row("message id with markup", "{\"message\":\"a\",\"clientMessageId\":\"<b>\"}", 400,
            "bad_field");
        row("message of 4,001", "{\"message\":\"" + QByteArray(4001, 'x') + "\"}", 413, "too_long");
        row("4,001 emoji",
            "{\"message\":\"" + QByteArray("\xF0\x9F\x98\x80").repeated(4001) + "\"}", 413,
            "too_long");
        row("body over 64 kB", "{\"message\":\"" + QByteArray(70'000, 'x') + "\"}", 413,
            "too_large");
    }
    void bodies()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, status);
        QFETCH(const QByteArray, code);
        const auto stored = eventCount();
        QVERIFY(isRefusal(m_f.postBytes("/api/chat", body, m_session.headers()), status,
                          code.constData()));
        QCOMPARE(eventCount(), stored);
    }

    void refusalsSpeakTheClientsLanguage()
    {
        const auto english = m_f.greet(s("en-US"));
        // Known by its session, by what it asks for, or by what its browser says.
        const auto bySession = m_f.post("/api/chat", {{s("message"), s("a")}},
                                        {{"x-session-id", english.id}, {"x-csrf-token", "wrong"}});
        QVERIFY(isRefusal(bySession, 403, "csrf"));
        QVERIFY(messageOf(bySession).contains(s("allowed page")));
        const auto byChat = m_f.post("/api/chat", {{s("message"), s(" ")}, {s("locale"), s("en")}},
                                     m_session.headers());
        QVERIFY(isRefusal(byChat, 400, "empty_message"));
        QVERIFY2(messageOf(byChat).contains(s("empty")), qPrintable(messageOf(byChat)));
        const auto byChatOfASession =
            m_f.post("/api/chat", {{s("message"), s("a")}, {s("locale"), s("en")}},
                     {{"x-session-id", m_session.id}, {"x-csrf-token", "wrong"}});
        QVERIFY(isRefusal(byChatOfASession, 403, "csrf"));
        QVERIFY(messageOf(byChatOfASession).contains(s("allowed page")));
        const auto byBrowser = m_f.postBytes("/api/chat", "{", {{"Accept-Language", "en-GB"}});
        QVERIFY(messageOf(byBrowser).contains(s("valid JSON")));
        const auto byDefault = m_f.postBytes("/api/chat", "{");
        QVERIFY(messageOf(byDefault).contains(s("válido")));
        RawClient raw(m_f.port);
        raw.send("POST /api/chat HTTP/1.1\r\nHost: localhost\r\nAccept-Language: fr, en;q=0.5\r\n"
                 "Content-Length: 100000\r\n\r\n");
        const auto byServer = raw.reply();
        QVERIFY(isRefusal(byServer, 413, "too_large"));
        QVERIFY(messageOf(byServer).contains(s("too large")));
    }

    void aMessageOfExactlyTheLimitIsTaken()
    {
        QCOMPARE(m_f.say(m_f.greet(), QString(4000, u'x')).status, 200);
        QCOMPARE(m_f.say(m_f.greet(), s("😀").repeated(4000)).status, 200);
    }

    void unknownFieldsAreIgnored()
    {
        const auto session = m_f.greet();
        const auto reply = m_f.postBytes(
            "/api/chat", R"({"message":"sí","x":[{"y":null}],"deep":{"a":{"b":[1,2]}},"n":1e300})",
            session.headers());
        QCOMPARE(stageOf(reply), s("language"));
    }

    void bidiControlsAreTakenOut()
    {
        const auto session = m_f.greet();
        QCOMPARE(m_f.say(session, QStringLiteral("a\u202Eb\u2066c")).status, 200);
        const auto events = m_f.desk.customerEvents({QString::fromLatin1(session.id)});
        QVERIFY(std::any_of(events.begin(), events.end(),
                            [](const auto& event) { return event.text == QLatin1String("abc"); }));
    }

    void sessions()
    {
        const QJsonObject body{{s("message"), s("hola")}};
        for (const char* path : {"/api/chat", "/api/reset"})
            QVERIFY(isRefusal(m_f.post(path, body), 401, "session_missing"));
        QVERIFY(isRefusal(m_f.post("/api/signal", {{s("typing"), true}}), 401, "session_missing"));
        QVERIFY(isRefusal(m_f.post("/api/session/validate", {}), 401, "session_missing"));
        const QByteArray unknown(32, 'a');
        const QByteArray old = "web-1a2b3c"; // of the earlier backend: begin again
        for (const QByteArray& id : {unknown, old, m_session.id.toUpper(), m_session.id + "0",
                                     QByteArray("' OR 1=1 --"), QByteArray(5000, 'a')})
            QVERIFY(isRefusal(m_f.post("/api/chat", body, {{"x-session-id", id}}), 410,
                              "session_expired"));
        QVERIFY(isRefusal(m_f.post("/api/chat", {{s("message"), s("a")}, {s("sessionId"), 5}}), 400,
                          "bad_field"));
        // Somebody else's token does not fit this session.
        const auto other = m_f.greet();
        QVERIFY(isRefusal(m_f.post("/api/chat", body,
                                   {{"x-session-id", m_session.id}, {"x-csrf-token", other.csrf}}),
                          403, "csrf"));
    }

    void anExpiredSessionIsToldToStartAgain()
    {
        GatewayFixture f;
        const auto session = f.greet(s("en-US"));
        f.desk.clock.advance(std::chrono::hours(47));
        QCOMPARE(f.say(session, s("yes")).status, 200); // and so it slides
        f.desk.clock.advance(std::chrono::hours(47));
        QCOMPARE(f.say(session, s("english")).status, 200);
        f.desk.clock.advance(std::chrono::hours(49));
        const auto reply = f.post("/api/chat", {{s("message"), s("hi")}},
                                  {{"x-session-id", session.id}, {"Accept-Language", "en"}});
        QVERIFY(isRefusal(reply, 410, "session_expired"));
        QVERIFY(messageOf(reply).contains(s("start again")));
        QVERIFY(
            !f.post("/api/session/validate", {{s("sessionId"), QString::fromLatin1(session.id)}})
                 .json()
                 .value(QLatin1String("valid"))
                 .toBool(true));
        QCOMPARE(f.get("/api/events", session.headers()).status, 410);
    }

    void contentTypes()
    {
        const QByteArray body = "{\"message\":\"a\"}";
        const auto withType = [&](const char* type) {
            auto headers = m_session.headers();
            headers.emplace_back("content-type", type);
            return m_f.call(
                {.method = "POST", .target = "/api/chat", .headers = headers, .body = body});
        };
        for (const char* type :
             {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
              "application/jsonp", "json", "text/plain; application/json"})
            QVERIFY2(isRefusal(withType(type), 415, "media_type"), type);
        for (const char* type : {"application/json", "Application/JSON; charset=utf-8",
                                 "application/json ;charset=UTF-8"})
            QVERIFY2(withType(type).status == 200, type);
        QCOMPARE(m_f.call({.method = "POST",
                           .target = "/api/chat",
                           .headers = m_session.headers(),
                           .body = body})
                     .status,
                 200);
    }

    void methods()
    {
        const auto get = m_f.get("/api/chat");
        QVERIFY(isRefusal(get, 405, "method"));
        QCOMPARE(get.header("Allow"), QByteArray("POST, OPTIONS"));
        for (const char* method : {"DELETE", "PUT", "PATCH", "TRACE", "BREW", "GETPOST"})
            QVERIFY2(
                isRefusal(m_f.call({.method = method, .target = "/api/greeting"}), 405, "method"),
                method);
        QCOMPARE(m_f.call({.method = "HEAD", .target = "/api/events"}).status, 405);
    }

    void addresses()
    {
        for (const char* path : {"/nothing", "/api", "/api/", "/api/chat/", "//api/chat",
                                 "/API/CHAT", "/index.html", "/widget.js/..", "/api/chat%20"}) {
            const auto reply = m_f.get(path);
            QVERIFY2(reply.status == 404 || reply.status == 400, path);
            QVERIFY2(!reply.errorCode().isEmpty(), path);
        }
        for (const char* path : {"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%5c..%5cx",
                                 "/a%00b", "/%ff", "/%0d%0aX-Evil:1", "/./api/health"})
            QVERIFY2(isRefusal(m_f.get(path), 400, "bad_request"), path);
    }

    void nothingOfARequestIsEchoedIntoAHeader()
    {
        for (const char* target :
             {"/api/greeting?locale=en%0d%0aSet-Cookie:%20a=b", "/x%0d%0aSet-Cookie:%20a=b"}) {
            const auto reply = m_f.get(target, {{"Origin", "http://x\tSet-Cookie: a=b"}});
            QVERIFY2(reply.header("Set-Cookie").isEmpty(), target);
            QVERIFY2(reply.status < 500, target);
        }
    }

    void signals_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* body : {"{}", "{\"typing\":\"yes\"}", "{\"typing\":1}", "{\"seen\":-1}",
                                 "{\"seen\":1.5}", "{\"seen\":\"3\"}", "{\"seen\":1e30}",
                                 "{\"seen\":99999999999999999999}", "{\"seen\":null}"})
            QTest::newRow(body) << QByteArray(body);
    }
    void signals()
    {
        QFETCH(const QByteArray, body);
        const auto reply = m_f.postBytes("/api/signal", body, m_session.headers());
        QCOMPARE(reply.status, 400);
        QVERIFY(!reply.errorCode().isEmpty());
    }

    void greetings()
    {
        QVERIFY(isRefusal(m_f.post("/api/greeting", {{s("locale"), 5}}), 400, "bad_field"));
        QVERIFY(isRefusal(m_f.post("/api/greeting", {{s("name"), QString(81, u'x')}}), 400,
                          "bad_field"));
        QVERIFY(isRefusal(m_f.post("/api/greeting", {{s("locale"), QString(36, u'x')}}), 400,
                          "bad_field"));
        // What cannot be known is left out: a new customer, the default language.
        const auto reply =
            m_f.post("/api/greeting", {{s("locale"), s("tlh")}, {s("customerId"), s("nobody")}});
        QCOMPARE(reply.status, 200);
        QVERIFY(base::isHexId(reply.json().value(QLatin1String("customerId")).toString()));
        for (const char* target : {"/api/greeting?locale=%ff",
                                   "/api/greeting?locale=", "/api/greeting?name=%zz&&&===&locale"})
            QVERIFY2(m_f.get(target).status == 200, target);
    }

    // Whatever a client sends, it is the client's fault.
    void randomBodiesAreNever500()
    {
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const std::vector<QByteArray> pieces{"{",
                                             "}",
                                             "[",
                                             "]",
                                             "\"message\"",
                                             ":",
                                             ",",
                                             "\"sí\"",
                                             "null",
                                             "1e9",
                                             "-",
                                             "\\u0000",
                                             "\"action\":\"button\"",
                                             "\"value\":\"consent:yes\"",
                                             "\xf0\x9f",
                                             "\"images\":[{}]",
                                             "true"};
        const auto session = m_f.greet();
        for (int i = 0; i < 500; ++i) {
            QByteArray body;
            for (auto n = random() % 12; n > 0; --n)
                body += pieces[random() % pieces.size()];
            const auto reply = m_f.postBytes("/api/chat", body, session.headers());
            QVERIFY2(reply.status >= 200 && reply.status < 500, body.constData());
        }
    }

private:
    std::size_t eventCount() { return m_f.desk.events(m_f.idOf(m_session)).size(); }

    GatewayFixture m_f;
    GatewayFixture::Session m_session;
};

/// The body's parser by itself.
class ChatBodyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLastOfRepeatedFieldsCounts()
    {
        const auto body = gateway::parseBody(R"({"message":"a","message":"b"})");
        QVERIFY(body);
        QCOMPARE(body->message, s("b"));
    }

    void lineEndsAndTabsStay()
    {
        QCOMPARE(gateway::parseBody(R"({"message":"a\r\n\tb"})")->message, s("a\r\n\tb"));
    }

    void namesTheFieldToBlame()
    {
        const auto body = gateway::parseBody(R"({"message":"a","locale":{}})");
        QVERIFY(!body);
        QCOMPARE(body.error().code, std::string("bad_field"));
        QCOMPARE(body.error().field, std::string("locale"));
    }

    void countsCodePointsNotUnits() { QCOMPARE(gateway::codePoints(s("añ😀")), qsizetype(3)); }
};

RELEVO_TEST(BadInputTest)
RELEVO_TEST(ChatBodyTest)
#include "bad_input_test.moc"
