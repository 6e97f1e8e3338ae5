// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_fixture.h"
#include "support/runner.h"

#include <random>
#include <thread>

using namespace std::chrono_literals;
using support::RawClient;

/// How requests find their answers, whenever those come and whoever has left.
class AnswersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsTheConnectionForTheNextRequest()
    {
        HttpFixture server;
        RawClient client(server.port);
        for (int i = 0; i < 20; ++i) {
            client.send("POST /" + QByteArray::number(i) +
                        " HTTP/1.1\r\nHost: h\r\nContent-Length: 2\r\n\r\nab");
            QVERIFY(client.reply().body.startsWith("POST /" + QByteArray::number(i) + "?"));
        }
        client.send("GET /last HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        QCOMPARE(client.reply().header("Connection"), QByteArray("close"));
        QVERIFY(client.waitForEnd());
    }

    void answersPipelinedRequestsInOrder()
    {
        HttpFixture server;
        RawClient client(server.port);
        QByteArray all;
        constexpr int kRequests = 200;
        for (int i = 0; i < kRequests; ++i)
            all += "GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: h\r\n\r\n";
        client.send(all);
        for (int i = 0; i < kRequests; ++i)
            QVERIFY(client.reply().body.startsWith("GET /" + QByteArray::number(i) + "?"));
    }

    void takesPipelinedBodiesLargerThanItsBuffer()
    {
        HttpFixture server;
        RawClient client(server.port);
        const QByteArray body(60'000, 'x');
        QByteArray all;
        constexpr int kRequests = 50;
        for (int i = 0; i < kRequests; ++i)
            all += "POST /" + QByteArray::number(i) +
                   " HTTP/1.1\r\nHost: h\r\nContent-Length: 60000\r\n\r\n" + body;
        std::thread sending([&] { client.send(all); });
        int right = 0;
        for (int i = 0; i < kRequests; ++i) {
            const auto reply = client.reply();
            if (reply.body.startsWith("POST /" + QByteArray::number(i) + "?") &&
                reply.body.endsWith(body))
                ++right;
        }
        sending.join();
        QCOMPARE(right, kRequests);
    }

    void keepsOneRequestInFlightAConnection()
    {
        HeldRequests held;
        HttpFixture server({}, held.handler());
        RawClient client(server.port);
        client.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
        auto first = held.take();
        QVERIFY(first);
        // Another client's request goes through meanwhile; this one's second does not.
        RawClient other(server.port);
        other.send("GET /other HTTP/1.1\r\nHost: h\r\n\r\n");
        auto between = held.take();
        QVERIFY(between);
        QCOMPARE(between->request.path, std::string("/other"));
        QCOMPARE(held.size(), std::size_t(0));
        first->responder.answer({.body = "1"});
        QCOMPARE(client.reply().body, QByteArray("1"));
        auto second = held.take();
        QVERIFY(second);
        QCOMPARE(second->request.path, std::string("/2"));
        between->responder.answer({});
        second->responder.answer({.body = "2"});
        QCOMPARE(client.reply().body, QByteArray("2"));
    }

    void readsRequestsThatComeByteByByte()
    {
        HttpFixture server;
        const auto seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        RawClient client(server.port);
        QByteArray bytes;
        for (int i = 0; i < 20; ++i)
            bytes += "POST /" + QByteArray::number(i) +
                     " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "3\r\nabc\r\n0\r\n\r\n";
        while (!bytes.isEmpty()) {
            const auto size = static_cast<qsizetype>(random() % 9 + 1);
            QVERIFY(client.send(bytes.left(size)));
            bytes.remove(0, size);
        }
        for (int i = 0; i < 20; ++i)
            QVERIFY(client.reply().body.endsWith("\n\nabc"));
    }

    void survivesAClientThatLeavesDuringItsAnswer()
    {
        HeldRequests held;
        HttpFixture server({}, held.handler());
        for (int i = 0; i < 10; ++i) {
            RawClient client(server.port);
            client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
            auto waiting = held.take();
            QVERIFY(waiting);
            if (i % 2 == 0)
                client.reset();
            else
                client.close();
            waiting->responder.answer({.body = std::string(100'000, 'x')});
        }
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 0; }));
    }

    void answers503WhenNobodyWill()
    {
        HttpFixture server({}, [](const http::Request&, const http::Responder&) {});
        const auto reply = server.call({.headers = {{"Accept-Language", "en"}}});
        QCOMPARE(reply.status, 503);
        QCOMPARE(reply.json().value(QLatin1String("language")).toString(), QStringLiteral("en"));
    }

    void answers503WhenTheHandlerIsTooSlow()
    {
        HeldRequests held;
        HttpFixture server({.limits = {.handlerTime = 50ms}}, held.handler());
        RawClient client(server.port);
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        auto waiting = held.take();
        QVERIFY(waiting);
        QCOMPARE(client.reply().status, 503);
        // Its answer comes too late and must not be taken for the next request's.
        client.send("GET /next HTTP/1.1\r\nHost: h\r\n\r\n");
        auto next = held.take();
        QVERIFY(next);
        waiting->responder.answer({.body = "late"});
        next->responder.answer({.body = "next"});
        QCOMPARE(client.reply().body, QByteArray("next"));
    }

    void leavesOutHeadersThatWouldSplitAnAnswer()
    {
        HttpFixture server({}, [](const http::Request&, http::Responder responder) {
            responder.answer({.headers = {{"X-Good", "1"},
                                          {"X-Bad", "a\r\nSet-Cookie: b"},
                                          {"X-Worse\r\nSet-Cookie", "c"}},
                              .body = "body"});
        });
        const auto reply = server.call({});
        QCOMPARE(reply.body, QByteArray("body"));
        QCOMPARE(reply.header("X-Good"), QByteArray("1"));
        QVERIFY(reply.header("Set-Cookie").isEmpty());
        QVERIFY(reply.header("X-Bad").isEmpty());
    }

    void answersWithoutABodyWhereNoneMayBe()
    {
        HttpFixture server({}, [](const http::Request& request, http::Responder responder) {
            responder.answer({.status = request.path == "/204" ? 204 : 304});
        });
        for (const char* path : {"/204", "/304"}) {
            RawClient client(server.port);
            client.send(QByteArray("GET ") + path + " HTTP/1.1\r\nHost: h\r\n\r\n");
            const auto head = client.readTo("\r\n\r\n");
            QVERIFY(head);
            QVERIFY(!head->contains("Content-Length"));
            QVERIFY(!head->contains("Transfer-Encoding"));
        }
    }

    void finishesRequestsUnderWayBeforeItStops()
    {
        HeldRequests held;
        HttpFixture server({}, held.handler());
        RawClient waiting(server.port);
        waiting.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        auto request = held.take();
        QVERIFY(request);
        RawClient idle(server.port);
        RawClient halfSent(server.port);
        const auto before = server.server->stats().bytesIn;
        halfSent.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\nho");
        // Its header has been read, so that it counts as under way.
        QVERIFY(server.waitFor([&] { return server.server->stats().bytesIn > before; }));
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 3; }));
        std::jthread stopping([&] { server.server->stop(20s); });
        QVERIFY(idle.waitForEnd());
        request->responder.answer({.body = std::string(3 << 20, 'x')});
        const auto reply = waiting.reply();
        QCOMPARE(reply.body.size(), 3 << 20);
        QCOMPARE(reply.header("Connection"), QByteArray("close"));
        waiting.close();
        halfSent.send("la");
        auto second = held.take();
        QVERIFY(second);
        second->responder.answer({.body = "done"});
        QCOMPARE(halfSent.reply().body, QByteArray("done"));
        halfSent.close();
        stopping.join();
        QVERIFY(!RawClient(server.port).isConnected());
    }

    void cutsWhatIsNotDoneWhenTheGraceIsOver()
    {
        HeldRequests held;
        HttpFixture server({}, held.handler());
        RawClient client(server.port);
        client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        auto request = held.take();
        QVERIFY(request);
        server.server->stop(50ms);
        QVERIFY(client.waitForEnd());
        request->responder.answer({.body = "nobody hears this"});
    }

    void runsWorkLaterUnlessItStops()
    {
        HttpFixture* fixture = nullptr;
        std::atomic<int> ran = 0;
        HttpFixture server({}, [&](const http::Request&, http::Responder responder) {
            fixture->server->after(1ms, [&] { ++ran; });
            fixture->server->after(1h, [&] { ran += 100; });
            responder.answer({});
        });
        fixture = &server;
        QCOMPARE(server.call({}).status, 200);
        QVERIFY(server.waitFor([&] { return ran == 1; }));
        server.server->stop(0ms);
        QCOMPARE(ran.load(), 1);
    }

    void saysThatThePortIsTaken()
    {
        HttpFixture server;
        http::Server second(
            {}, server.clock, server.log, HttpFixture::echo,
            [](int status, const http::Request*) -> http::Response { return {.status = status}; });
        const auto taken = second.listen("127.0.0.1", static_cast<std::uint16_t>(server.port));
        QVERIFY(!taken);
        QCOMPARE(taken.error().code, base::Code::Busy);
        const auto nowhere = second.listen("nonsense", 0);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, base::Code::Invalid);
        QVERIFY(second.listen("localhost", 0));
    }

    void countsWhatPasses()
    {
        HttpFixture server;
        QCOMPARE(server.call({}).status, 200);
        QCOMPARE(server.raw("nonsense\r\n\r\n").status, 400);
        const auto stats = server.server->stats();
        QCOMPARE(stats.requests, 1U);
        QCOMPARE(stats.refused, 1U);
        QVERIFY(stats.bytesIn > 0);
        QVERIFY(stats.bytesOut > 0);
    }
};

RELEVO_TEST(AnswersTest)
#include "answers_test.moc"
