// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_fixture.h"
#include "support/runner.h"

#include <atomic>
#include <thread>

using namespace std::chrono_literals;
using support::RawClient;

/// Sizes, times and numbers that a client may not go beyond.
class LimitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesAHugeHeader()
    {
        HttpFixture server;
        const auto reply = server.raw("GET / HTTP/1.1\r\nHost: h\r\nAccept-Language: en\r\nX: " +
                                      QByteArray(17 * 1024, 'x') + "\r\n\r\n");
        QCOMPARE(reply.status, 431);
        QCOMPARE(reply.json().value(QLatin1String("language")).toString(), QStringLiteral("en"));
        QCOMPARE(server.raw("GET /" + QByteArray(17 * 1024, 'x')).status, 431);
    }

    void takesAHeaderUpToTheLimit()
    {
        HttpFixture server;
        QCOMPARE(
            server.raw("GET / HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(15 * 1024, 'x') + "\r\n\r\n")
                .status,
            200);
    }

    void refusesAHugeBody_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("length") << QByteArray("Content-Length: 3000000\r\n\r\n");
        QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n\r\n2dc6c0\r\n");
    }
    // The client sends all of it before it reads: the answer must not be lost in a reset.
    void refusesAHugeBody()
    {
        QFETCH(const QByteArray, head);
        HttpFixture server;
        RawClient client(server.port);
        client.send("POST / HTTP/1.1\r\nHost: h\r\nAccept-Language: en\r\n" + head +
                    QByteArray(3'000'000, 'x'));
        const auto reply = client.reply();
        QCOMPARE(reply.status, 413);
        QCOMPARE(reply.json().value(QLatin1String("language")).toString(), QStringLiteral("en"));
        QVERIFY(client.waitForEnd());
    }

    void takesABodyUpToTheLimit()
    {
        HttpFixture server;
        const QByteArray body(64 * 1024, 'x');
        QVERIFY(server.call({.method = "POST", .body = body}).body.endsWith(body));
        QCOMPARE(server.call({.method = "POST", .body = body + 'x'}).status, 413);
    }

    void boundsChunkHeads()
    {
        HttpFixture server;
        RawClient client(server.port);
        client.send("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n4;x=" +
                    QByteArray(100'000, 'x'));
        QVERIFY(client.reply().status >= 400);
    }

    void tellsASlowHeaderSo()
    {
        HttpFixture server({.limits = {.headerTime = 100ms}});
        RawClient client(server.port);
        client.send("GET / HTTP/1.1\r\nHost: h\r\nAccept-Language: en\r\nX: ");
        const auto reply = client.reply();
        QCOMPARE(reply.status, 408);
        QVERIFY(client.waitForEnd());
    }

    // Slowloris: each byte comes in good time, the header never ends.
    void aHeaderDeadlineIsAbsolute()
    {
        HttpFixture server({.limits = {.headerTime = 200ms}});
        RawClient client(server.port);
        client.send("GET / HTTP/1.1\r\nHost: h\r\nX: ");
        const auto end = std::chrono::steady_clock::now() + 20s;
        support::HttpReply reply;
        while (reply.status == 0 && std::chrono::steady_clock::now() < end) {
            client.send("x");
            reply = client.reply(RawClient::Expect::Answer, 5ms);
        }
        QCOMPARE(reply.status, 408);
    }

    void tellsASlowBodySo()
    {
        HttpFixture server({.limits = {.bodyTime = 100ms}});
        const auto reply = server.raw("POST / HTTP/1.1\r\nHost: h\r\nAccept-Language: en\r\n"
                                      "Content-Length: 10\r\n\r\nhol");
        QCOMPARE(reply.status, 408);
        QCOMPARE(reply.json().value(QLatin1String("language")).toString(), QStringLiteral("en"));
    }

    void closesAConnectionThatNeverAsks()
    {
        HttpFixture server({.limits = {.headerTime = 100ms}});
        RawClient client(server.port);
        QCOMPARE(client.reply().status, 0);
        QVERIFY(client.waitForEnd());
        QCOMPARE(server.server->stats().refused, 0U);
    }

    void closesAConnectionThatIdles()
    {
        HttpFixture server({.limits = {.idleTime = 100ms}});
        RawClient client(server.port);
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(client.reply().status, 200);
        QVERIFY(client.waitForEnd());
    }

    void cutsAClientThatDoesNotReadItsAnswer()
    {
        HttpFixture server({.limits = {.bodyTime = 200ms}},
                           [](const http::Request&, http::Responder responder) {
                               responder.answer({.body = std::string(32 << 20, 'x')});
                           });
        RawClient client(server.port, {.receiveBuffer = 4096});
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QVERIFY(server.waitFor([&] { return server.server->stats().requests == 1; }));
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 0; }));
    }

    void refusesTruncatedBodies()
    {
        HttpFixture server;
        for (const char* framing : {"Content-Length: 10\r\n\r\nhola",
                                    "Transfer-Encoding: chunked\r\n\r\n4\r\nhola\r\n"}) {
            RawClient client(server.port);
            client.send(QByteArray("POST / HTTP/1.1\r\nHost: h\r\n") + framing);
            client.finishSending();
            QCOMPARE(client.reply().status, 400);
        }
        QCOMPARE(server.server->stats().requests, 0U);
    }

    void turnsAwayConnectionsOverTheCapOfAnAddress()
    {
        HttpFixture server({.limits = {.connectionsPerAddress = 2}});
        RawClient first(server.port);
        RawClient second(server.port);
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 2; }));
        RawClient third(server.port);
        third.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        const auto reply = third.reply();
        QCOMPARE(reply.status, 429);
        QCOMPARE(reply.json().value(QLatin1String("status")).toInt(), 429);
        QVERIFY(third.waitForEnd());
        // Another address is not to suffer for it.
        RawClient other(server.port, {.from = "127.0.0.2"});
        other.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        QCOMPARE(other.reply().status, 200);
        first.close();
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 2; }));
        QCOMPARE(server.call({}).status, 200);
    }

    void turnsAwayConnectionsOverTheCap()
    {
        HttpFixture server({.limits = {.connections = 2}});
        RawClient first(server.port);
        RawClient second(server.port, {.from = "127.0.0.2"});
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 2; }));
        QCOMPARE(RawClient(server.port, {.from = "127.0.0.3"}).reply().status, 503);
        QCOMPARE(server.server->stats().refused, 1U);
    }

    void zeroIsNoCap()
    {
        HttpFixture server({.limits = {.connections = 0, .connectionsPerAddress = 0}});
        std::vector<RawClient> clients;
        for (int i = 0; i < 60; ++i)
            clients.emplace_back(server.port);
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 60; }));
        QCOMPARE(server.call({}).status, 200);
    }

    void slowClientsDoNotHoldUpOthers()
    {
        HttpFixture server({.limits = {.connectionsPerAddress = 0}});
        std::vector<RawClient> slow;
        for (int i = 0; i < 100; ++i) {
            slow.emplace_back(server.port);
            slow.back().send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nx");
        }
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 100; }));
        QCOMPARE(server.call({}).status, 200);
    }
};

RELEVO_TEST(LimitsTest)
#include "limits_test.moc"
