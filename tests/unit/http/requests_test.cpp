// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_fixture.h"
#include "support/runner.h"

using support::HttpReply;
using support::RawClient;

/// What may be asked, byte by byte.
class RequestsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void handsOverWhatWasAsked()
    {
        const auto reply = m_server.call({.method = "POST",
                                          .target = "/api/ma%C3%B1ana?x=1%202",
                                          .headers = {{"X-Session-Id", "abc"}},
                                          .body = "hola"});
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.startsWith("POST /api/ma\xC3\xB1"
                                      "ana?x=1%202\n"));
        QVERIFY(reply.body.contains("\nx-session-id: abc\n"));
        QVERIFY(reply.body.endsWith("\n\nhola"));
        QCOMPARE(reply.header("Date"), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    void readsQueryValuesDecoded()
    {
        const http::Request request{.query = "a=1&after=AB-1234%3A57&b=x+y&c&bad=%zz&=e"};
        QCOMPARE(request.queryValue("a"), std::string("1"));
        QCOMPARE(request.queryValue("after"), std::string("AB-1234:57"));
        QCOMPARE(request.queryValue("b"), std::string("x y"));
        for (const char* name : {"c", "bad", "none"})
            QVERIFY2(request.queryValue(name).empty(), name);
    }

    void readsChunkedBodies()
    {
        const auto reply =
            m_server.raw("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n"
                         "4\r\nhola\r\n7;name=\"value\"\r\n, mundo\r\n0\r\n\r\n");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.endsWith("\n\nhola, mundo"));
    }

    void leavesTrailersOutOfTheHeader()
    {
        const auto reply =
            m_server.raw("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                         "1\r\nx\r\n0\r\nX-Session-Id: stolen\r\n\r\n");
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.body.contains("stolen"));
    }

    void refusesWhatIsNoRequest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const char* bytes, int status) {
            QTest::newRow(name) << QByteArray(bytes) << status;
        };
        row("noise", "\x16\x03\x01\x02\x00\x01\r\n\r\n", 400);
        row("no version", "GET /\r\n\r\n", 400);
        row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: h\r\n\r\n", 505);
        row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: h\r\n\r\n", 505);
        row("lower-case method", "get / HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
        row("two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400);
        row("space before the colon", "GET / HTTP/1.1\r\nHost : h\r\n\r\n", 400);
        row("no colon", "GET / HTTP/1.1\r\nHost: h\r\nnonsense\r\n\r\n", 400);
        row("space in the target", "GET /a b HTTP/1.1\r\nHost: h\r\n\r\n", 505);
        row("control in a name", "GET / HTTP/1.1\r\nHost: h\r\nX\x01Y: 1\r\n\r\n", 400);
        row("control in a value", "GET / HTTP/1.1\r\nHost: h\r\nX: a\x01\r\n\r\n", 400);
        row("traversal", "GET /../../etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("hidden traversal", "GET /a/%2e%2e/b HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("backslashes", "GET /..%5C..%5Ca HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("NUL in the path", "GET /a%00b HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("line end in the path", "GET /a%0d%0aX:%201 HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("invalid UTF-8 in the path", "GET /%ff%fe HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("broken escape", "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("authority form", "CONNECT evil.example:443 HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("asterisk form", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", 400);
        row("strange expectation",
            "POST / HTTP/1.1\r\nHost: h\r\nExpect: 200-maybe\r\nContent-Length: 1\r\n\r\nx", 417);
    }
    void refusesWhatIsNoRequest()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, status);
        const auto reply = m_server.raw(bytes);
        QCOMPARE(reply.status, status);
        QCOMPARE(reply.json().value(QLatin1String("status")).toInt(), status);
        QVERIFY(reply.json().value(QLatin1String("request")).toInt() > 0);
        QCOMPARE(reply.header("Connection"), QByteArray("close"));
    }

    void refusesRequestsWhoseEndIsInDoubt_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const char* header, int status) {
            QTest::newRow(name) << QByteArray(header) << status;
        };
        row("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n", 400);
        row("the same length twice", "Content-Length: 5\r\nContent-Length: 5\r\n", 400);
        row("a list of lengths", "Content-Length: 5, 5\r\n", 400);
        row("length with a sign", "Content-Length: +5\r\n", 400);
        row("negative length", "Content-Length: -5\r\n", 400);
        row("length in hexadecimal", "Content-Length: 0x5\r\n", 400);
        row("length that is no number", "Content-Length: five\r\n", 400);
        row("length beyond 64 bits", "Content-Length: 99999999999999999999\r\n", 400);
        row("length and coding", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", 400);
        row("coding and length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", 400);
        row("two codings", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", 400);
        row("unknown coding", "Transfer-Encoding: xchunked\r\n", 501);
        row("unknown coding with a length", "Transfer-Encoding: identity\r\nContent-Length: 5\r\n",
            400);
        row("coding behind another", "Transfer-Encoding: gzip, chunked\r\n", 501);
        row("coding before another", "Transfer-Encoding: chunked, identity\r\n", 501);
        row("quoted coding", "Transfer-Encoding: \"chunked\"\r\n", 501);
    }
    // Request smuggling: a second request hides where two readers see different ends.
    void refusesRequestsWhoseEndIsInDoubt()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const int, status);
        RawClient client(m_server.port);
        client.send("POST / HTTP/1.1\r\nHost: h\r\n" + header +
                    "\r\n0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.reply().status, status);
        QCOMPARE(client.reply().status, 0);
        QVERIFY(client.waitForEnd());
    }

    void refusesCodingsInHttp10()
    {
        QCOMPARE(
            m_server.raw("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n").status,
            400);
    }

    void refusesBrokenChunks()
    {
        const QByteArray head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (const char* body : {"zz\r\nhola\r\n0\r\n\r\n", "4\r\nholaXX0\r\n\r\n",
                                 "-4\r\nhola\r\n", "ffffffffffffffffff\r\nhola\r\n"})
            QVERIFY2(m_server.raw(head + body).status >= 400, body);
    }

    void takesTheHostFromAnAbsoluteTarget()
    {
        const auto reply =
            m_server.raw("GET http://real.example/a?b HTTP/1.1\r\nHost: fake.example\r\n\r\n");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.startsWith("GET /a?b\nhost: real.example\n"));
    }

    void handsOverMethodsThatItDoesNotKnow()
    {
        QVERIFY(m_server.raw("BREW /pot HTTP/1.1\r\nHost: h\r\n\r\n").body.startsWith("BREW /pot"));
    }

    void answersHeadWithoutABody()
    {
        RawClient client(m_server.port);
        client.send("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\nGET /b HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto head = client.reply(RawClient::Expect::HeadAnswer);
        QCOMPARE(head.status, 200);
        QVERIFY(head.header("Content-Length").toInt() > 0);
        QVERIFY(client.reply().body.startsWith("GET /b"));
    }

    void answersARefusedHeadWithoutABodyToo()
    {
        RawClient client(m_server.port);
        client.send("HEAD /../a HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.reply(RawClient::Expect::HeadAnswer).status, 400);
        QVERIFY(!client.readTo("}", std::chrono::milliseconds(5000)));
    }

    void closesAfterAnswersToHttp10()
    {
        RawClient client(m_server.port);
        client.send("GET /a HTTP/1.0\r\n\r\n");
        QCOMPARE(client.reply().status, 200);
        QVERIFY(client.waitForEnd());
    }

    void keepsAnHttp10ClientThatAsksForIt()
    {
        RawClient client(m_server.port);
        for (int i = 0; i < 2; ++i) {
            client.send("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            const auto reply = client.reply();
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.header("Connection"), QByteArray("keep-alive"));
        }
    }

    void saysContinueToAClientThatWaitsForIt()
    {
        RawClient client(m_server.port);
        client.send(
            "POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-Continue\r\nContent-Length: 4\r\n\r\n");
        QCOMPARE(client.reply(RawClient::Expect::AnyStatus).status, 100);
        client.send("hola");
        QVERIFY(client.reply(RawClient::Expect::AnyStatus).body.endsWith("\n\nhola"));
    }

    void refusesAHugeBodyBeforeItIsSent()
    {
        RawClient client(m_server.port);
        client.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\n"
                    "Content-Length: 10000000\r\n\r\n");
        QCOMPARE(client.reply(RawClient::Expect::AnyStatus).status, 413);
    }

    void takesForwardedAddressesOfSeveralFieldsAsOneList()
    {
        HttpFixture server({.trustedProxies = {"127.0.0.0/8"}});
        // The client made up the first field; its proxy added the second.
        const auto reply = server.raw("GET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 1.1.1.1\r\n"
                                      "X-Forwarded-For: 203.0.113.9\r\n\r\n");
        QVERIFY(reply.body.contains("client=203.0.113.9\n"));
    }

    void ignoresForwardedAddressesOfStrangers()
    {
        const auto reply =
            m_server.raw("GET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n");
        QVERIFY(reply.body.contains("client=127.0.0.1\n"));
    }

private:
    HttpFixture m_server;
};

RELEVO_TEST(RequestsTest)
#include "requests_test.moc"
