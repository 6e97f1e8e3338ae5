// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using support::HttpReply;

namespace {

constexpr const char* kShop = "https://shop.example";

gateway::Options shopOptions()
{
    return openOptions({.allowedOrigins = {s(kShop)}});
}

} // namespace

/// Who may ask, from where, and how often.
class GuardsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aListedOriginMayReadTheAnswers()
    {
        GatewayFixture f(shopOptions());
        const auto reply = f.post("/api/greeting", {}, {{"Origin", kShop}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.header("Access-Control-Allow-Origin"), QByteArray(kShop));
        QCOMPARE(reply.header("Vary"), QByteArray("Origin"));
        QVERIFY(reply.header("Access-Control-Allow-Credentials").isEmpty());
        QVERIFY(reply.header("Set-Cookie").isEmpty());
        // Refusals too, or the page would only see that something failed.
        const auto gone = f.post("/api/chat", {{s("message"), s("a")}},
                                 {{"Origin", kShop}, {"x-session-id", QByteArray(32, 'a')}});
        QCOMPARE(gone.status, 410);
        QCOMPARE(gone.header("Access-Control-Allow-Origin"), QByteArray(kShop));
        const auto large = f.postBytes("/api/chat", QByteArray(70'000, ' '), {{"Origin", kShop}});
        QCOMPARE(large.status, 413);
        QCOMPARE(large.header("Access-Control-Allow-Origin"), QByteArray(kShop));
        QVERIFY(large.header("X-Content-Type-Options") == "nosniff");
    }

    void preflightsSayWhatMayBeSent()
    {
        GatewayFixture f(shopOptions());
        const auto reply =
            f.call({.method = "OPTIONS",
                    .target = "/api/chat",
                    .headers = {{"Origin", kShop}, {"Access-Control-Request-Method", "POST"}}});
        QCOMPARE(reply.status, 204);
        QVERIFY(reply.body.isEmpty());
        QCOMPARE(reply.header("Access-Control-Allow-Origin"), QByteArray(kShop));
        QCOMPARE(reply.header("Access-Control-Allow-Methods"), QByteArray("GET, POST, OPTIONS"));
        QCOMPARE(reply.header("Access-Control-Allow-Headers"),
                 QByteArray("content-type, x-session-id, x-csrf-token, last-event-id"));
        QCOMPARE(reply.header("Access-Control-Max-Age"), QByteArray("600"));
        QCOMPARE(reply.header("Vary"), QByteArray("Origin"));
        QVERIFY(reply.header("Access-Control-Allow-Credentials").isEmpty());
    }

    void anotherOriginMayNot()
    {
        GatewayFixture f(shopOptions());
        for (const char* origin : {"https://evil.example", "null", "https://shop.example.evil"}) {
            const auto reply = f.post("/api/greeting", {}, {{"Origin", origin}});
            QCOMPARE(reply.status, 403);
            QCOMPARE(reply.errorCode(), s("origin"));
            QVERIFY(reply.header("Access-Control-Allow-Origin").isEmpty());
            QCOMPARE(reply.header("Vary"), QByteArray("Origin"));
            const auto preflight = f.call(
                {.method = "OPTIONS", .target = "/api/chat", .headers = {{"Origin", origin}}});
            QCOMPARE(preflight.status, 204);
            QVERIFY(preflight.header("Access-Control-Allow-Origin").isEmpty());
        }
    }

    void streamsCarryTheOriginToo()
    {
        GatewayFixture f(shopOptions());
        const auto session = f.greet();
        auto headers = session.headers();
        headers.emplace_back("Origin", kShop);
        support::EventClient stream(f.port, {.target = "/api/events", .headers = headers});
        QCOMPARE(stream.head().header("Access-Control-Allow-Origin"), QByteArray(kShop));
        QCOMPARE(stream.head().header("Vary"), QByteArray("Origin"));
    }

    void itsOwnPageMayAlways()
    {
        GatewayFixture f;
        const QByteArray own = "http://127.0.0.1:" + QByteArray::number(f.port);
        QCOMPARE(f.post("/api/greeting", {}, {{"Origin", own}}).status, 200);
        QCOMPARE(f.post("/api/greeting", {}, {{"Origin", kShop}}).status, 403);
    }

    void theCsrfTokenIsCheckedWhenOneIsSent()
    {
        GatewayFixture f(shopOptions());
        const auto session = f.greet();
        const QJsonObject body{{s("message"), s("sí")}};
        const auto chat = [&](support::HttpHeaders headers) {
            headers.emplace_back("x-session-id", session.id);
            return f.post("/api/chat", body, std::move(headers));
        };
        QCOMPARE(chat({{"x-csrf-token", session.csrf}}).status, 200);
        for (const QByteArray& wrong : {QByteArray("x"), QByteArray(32, '0'), session.csrf + '0'}) {
            const auto reply = chat({{"x-csrf-token", wrong}});
            QCOMPARE(reply.status, 403);
            QCOMPARE(reply.errorCode(), s("csrf"));
        }
        QCOMPARE(f.post("/api/chat", {{s("message"), s("a")}, {s("csrfToken"), s("wrong")}},
                        {{"x-session-id", session.id}})
                     .errorCode(),
                 s("csrf"));
        // Without one the origin must be allowed, or absent.
        QCOMPARE(chat({}).status, 200);
        QCOMPARE(chat({{"Origin", kShop}}).status, 200);
        QCOMPARE(chat({{"Origin", "https://evil.example"}}).errorCode(), s("origin"));
    }

    void anotherHostIsMisdirected()
    {
        GatewayFixture f;
        for (const char* path : {"/", "/widget.js", "/api/health", "/api/greeting", "/nothing"}) {
            const auto reply = f.call({.target = path, .host = "rebound.example"});
            QVERIFY2(reply.status == 421, path);
            QCOMPARE(reply.errorCode(), s("wrong_host"));
        }
        for (const char* path : {"/healthz", "/readyz"})
            QVERIFY2(f.call({.target = path, .host = "10.0.0.7"}).status == 200, path);
        QCOMPARE(f.call({.target = "/metrics", .host = "10.0.0.7"}).status, 401);
        QCOMPARE(f.call({.target = "http://rebound.example/api/health"}).status, 421);
        QCOMPARE(f.call({.target = "/api/health", .host = "localhost"}).status, 200);
    }

    void theNamedHostsAndThePublicAddressAreServed()
    {
        GatewayFixture f(openOptions(
            {.allowedHosts = {s("chat.example")}, .publicUrl = s("https://help.example")}));
        QCOMPARE(f.call({.target = "/api/health", .host = "chat.example:443"}).status, 200);
        QCOMPARE(f.call({.target = "/api/health", .host = "help.example"}).status, 200);
        QCOMPARE(f.call({.target = "/api/health", .host = "evil.example"}).status, 421);
    }

    void greetingsAreCounted()
    {
        GatewayFixture f(gateway::Options{.port = 0});
        for (int i = 0; i < 10; ++i)
            QCOMPARE(f.get("/api/greeting").status, 200);
        const auto spanish = f.get("/api/greeting");
        QCOMPARE(spanish.status, 429);
        QCOMPARE(spanish.errorCode(), s("rate_limited"));
        QCOMPARE(spanish.header("Retry-After"), QByteArray("6"));
        QVERIFY(spanish.body.contains("Esper"));
        QVERIFY(f.get("/api/greeting", {{"Accept-Language", "en"}}).body.contains("Please wait"));
        f.desk.clock.advance(6s);
        QCOMPARE(f.get("/api/greeting").status, 200);
        QCOMPARE(f.get("/api/greeting").status, 429);
        QVERIFY(QByteArray::fromStdString(f.metrics.exposition())
                    .contains("relevo_rate_limited_total{scope=\"greeting\"} 3"));
    }

    void messagesAreCountedByConversation()
    {
        auto options = openOptions();
        options.chatPerConversation = {20, 1min};
        GatewayFixture f(options);
        const auto session = f.greet(s("en-US"));
        const auto other = f.greet();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(f.say(session, s("hello")).status, 200);
        const auto count = f.desk.events(f.idOf(session)).size();
        const auto refused = f.say(session, s("hello"));
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("Retry-After"), QByteArray("3"));
        QVERIFY(refused.body.contains("Please wait"));
        QCOMPARE(f.desk.events(f.idOf(session)).size(), count);
        QCOMPARE(f.say(other, s("hola")).status, 200);
    }

    void messagesAreCountedByAddress()
    {
        auto options = openOptions();
        options.chatPerAddress = {2, 1min};
        options.trustedProxies = {s("127.0.0.1")};
        GatewayFixture f(options);
        const auto session = f.greet();
        const auto from = [&](const char* address) {
            auto headers = session.headers();
            headers.emplace_back("X-Forwarded-For", address);
            return f.post("/api/chat", {{s("message"), s("hola")}}, headers).status;
        };
        QCOMPARE(from("203.0.113.1"), 200);
        QCOMPARE(from("203.0.113.1"), 200);
        QCOMPARE(from("203.0.113.1"), 429);
        QCOMPARE(from("6.6.6.6, 203.0.113.1"), 429); // what the client made up itself
        QCOMPARE(from("203.0.113.2"), 200);
        // One subscriber's block of IPv6 addresses is one address.
        QCOMPARE(from("2001:db8::1"), 200);
        QCOMPARE(from("2001:db8::2"), 200);
        QCOMPARE(from("2001:db8::3"), 429);
    }

    void forwardedAddressesOfStrangersAreNotBelieved()
    {
        auto options = openOptions();
        options.chatPerAddress = {1, 1min};
        GatewayFixture f(options);
        const auto session = f.greet();
        for (const int expected : {200, 429}) {
            auto headers = session.headers();
            headers.emplace_back("X-Forwarded-For", "203.0.113." + QByteArray::number(expected));
            QCOMPARE(f.post("/api/chat", {{s("message"), s("a")}}, headers).status, expected);
        }
    }

    void connectionsOfOneAddressAreCounted()
    {
        auto options = openOptions();
        options.connectionsPerAddress = 1;
        GatewayFixture f(options);
        support::RawClient holds(f.port);
        holds.send("GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(holds.reply().status, 200);
        support::RawClient second(f.port);
        const auto reply = second.reply();
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.errorCode(), s("too_many_connections"));
        QCOMPARE(reply.header("Retry-After"), QByteArray("10"));
    }

    void answersCarryTheirSafetyHeaders()
    {
        GatewayFixture f;
        for (const char* path : {"/", "/widget.js", "/api/health", "/nothing", "/a%00"}) {
            const auto reply = f.get(path);
            QVERIFY2(reply.header("X-Content-Type-Options") == "nosniff", path);
            QVERIFY2(reply.header("Referrer-Policy") == "no-referrer", path);
            QVERIFY2(!reply.header("Cache-Control").isEmpty(), path);
            QVERIFY2(!reply.header("Date").isEmpty(), path);
            QVERIFY2(reply.header("Server").isEmpty(), path);
        }
    }
};

RELEVO_TEST(GuardsTest)
#include "guards_test.moc"
