// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_fixture.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using support::RawClient;

namespace {

/// Opens a stream for each request and gives it to the test.
class Streams
{
public:
    http::Server::Handler handler()
    {
        return [this](const http::Request&, http::Responder responder) {
            auto stream = responder.openEvents({{"X-Own", "1"}});
            const std::lock_guard lock(m_mutex);
            m_stream = std::move(stream);
            m_opened.notify_all();
        };
    }
    std::unique_ptr<http::EventStream> take()
    {
        std::unique_lock lock(m_mutex);
        m_opened.wait_for(lock, 20s, [this] { return m_stream != nullptr; });
        return std::move(m_stream);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    std::unique_ptr<http::EventStream> m_stream;
};

const QByteArray kRequest = "GET /events HTTP/1.1\r\nHost: h\r\n\r\n";

} // namespace

/// Server-sent events.
class EventsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatIsToldInOrder()
    {
        Streams streams;
        HttpFixture server({}, streams.handler());
        support::EventClient client(server.port, {});
        QCOMPARE(client.status(), 200);
        QCOMPARE(client.head().header("Content-Type"),
                 QByteArray("text/event-stream; charset=utf-8"));
        QCOMPARE(client.head().header("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(client.head().header("X-Own"), QByteArray("1"));
        const auto stream = streams.take();
        QVERIFY(stream);
        for (int i = 0; i < 100; ++i)
            stream->send("event: n\ndata: " + std::to_string(i) + "\n\n");
        for (int i = 0; i < 100; ++i) {
            const auto event = client.next();
            QVERIFY(event);
            QCOMPARE(event->data.toInt(), i);
        }
        QCOMPARE(server.server->stats().streams, std::size_t(1));
    }

    void beatsWhileNothingHappens()
    {
        Streams streams;
        HttpFixture server({.limits = {.heartbeat = 20ms}}, streams.handler());
        support::EventClient client(server.port, {});
        const auto stream = streams.take();
        QVERIFY(client.waitForComment());
        QVERIFY(client.waitForComment());
    }

    void tellsThatTheClientHasLeft()
    {
        Streams streams;
        HttpFixture server({}, streams.handler());
        std::atomic<int> closed = 0;
        support::EventClient client(server.port, {});
        const auto stream = streams.take();
        QVERIFY(stream);
        stream->onClosed([&] { ++closed; });
        client.close();
        QVERIFY(server.waitFor([&] { return closed == 1; }));
        QVERIFY(server.waitFor([&] { return server.server->stats().streams == 0; }));
        stream->send("event: late\ndata: x\n\n");
    }

    void tellsSoAtOnceWhereTheClientHadLeftBefore()
    {
        HeldRequests held;
        HttpFixture server({}, held.handler());
        std::atomic<int> closed = 0;
        RawClient client(server.port);
        client.send(kRequest);
        auto request = held.take();
        QVERIFY(request);
        client.reset();
        const auto stream = request->responder.openEvents({});
        stream->onClosed([&] { ++closed; });
        QVERIFY(server.waitFor([&] { return closed == 1; }));
    }

    void endsWhenTheStreamIsLetGo()
    {
        Streams streams;
        HttpFixture server({}, streams.handler());
        support::EventClient client(server.port, {});
        auto stream = streams.take();
        QVERIFY(stream);
        stream->send("event: last\ndata: x\n\n");
        stream.reset();
        QCOMPARE(client.next()->event, QByteArray("last"));
        QVERIFY(client.waitForEnd());
    }

    void cutsAClientThatDoesNotRead()
    {
        Streams streams;
        HttpFixture server({}, streams.handler());
        std::atomic<bool> closed = false;
        RawClient client(server.port, {.receiveBuffer = 4096});
        client.send(kRequest);
        const auto stream = streams.take();
        QVERIFY(stream);
        stream->onClosed([&] { closed = true; });
        const std::string event = "data: " + std::string(100'000, 'x') + "\n\n";
        for (int sent = 0; sent < 1000 && !closed; ++sent)
            stream->send(event);
        QVERIFY(server.waitFor([&] { return closed.load(); }));
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 0; }));
    }

    void cutsAClientThatStopsReadingForGood()
    {
        Streams streams;
        HttpFixture server(
            {.limits = {.streamBacklogBytes = 64 << 20, .bodyTime = 100ms, .heartbeat = 20ms}},
            streams.handler());
        std::atomic<bool> closed = false;
        RawClient client(server.port, {.receiveBuffer = 4096});
        client.send(kRequest);
        const auto stream = streams.take();
        QVERIFY(stream);
        stream->onClosed([&] { closed = true; });
        stream->send("data: " + std::string(32 << 20, 'x') + "\n\n");
        QVERIFY(server.waitFor([&] { return closed.load(); }));
    }

    void waitsForASlowClientWhereItIsAskedTo()
    {
        Streams streams;
        HttpFixture server({}, streams.handler());
        support::EventClient client(server.port, {});
        const auto stream = streams.take();
        QVERIFY(stream);
        // Far more than the bound may wait, part by part.
        constexpr int kParts = 40;
        std::function<void(int)> sendFrom = [&](int part) {
            if (part == kParts)
                return;
            stream->send("event: part\ndata: " + std::string(200'000, 'x') + "\n\n");
            stream->whenSent([&, part] { sendFrom(part + 1); });
        };
        sendFrom(0);
        for (int i = 0; i < kParts; ++i) {
            const auto event = client.next();
            QVERIFY(event);
            QCOMPARE(event->data.size(), 200'000);
        }
    }

    void cutsAClientThatTalksOnItsStream()
    {
        Streams streams;
        HttpFixture server({}, streams.handler());
        RawClient client(server.port);
        client.send(kRequest);
        const auto stream = streams.take();
        QVERIFY(stream);
        for (int i = 0; i < 1000 && client.send(QByteArray(1000, 'x')); ++i) {
        }
        QVERIFY(server.waitFor([&] { return server.server->stats().connections == 0; }));
    }

    void endsStreamsWhenItStops()
    {
        Streams streams;
        HttpFixture server({}, streams.handler());
        std::atomic<int> closed = 0;
        support::EventClient client(server.port, {});
        const auto stream = streams.take();
        QVERIFY(stream);
        stream->onClosed([&] { ++closed; });
        server.server->stop(20s);
        QCOMPARE(closed.load(), 1);
        QVERIFY(client.waitForEnd());
        stream->send("event: late\ndata: x\n\n");
    }
};

RELEVO_TEST(EventsTest)
#include "events_test.moc"
