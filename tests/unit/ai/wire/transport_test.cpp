// SPDX-License-Identifier: GPL-3.0-or-later
// The real transport against a real server process.
#include "ai/network/qt_transport.h"
#include "support/ai_server/process.h"
#include "support/runner.h"
#include "wire_recorder.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

using namespace std::string_literals;
using wiretest::kPatienceMs;
using wiretest::Recorder;
using wiretest::requestFor;

namespace {

/// How often something is open in this process.
qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::AllEntries | QDir::System).size();
}

qsizetype threads()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs).size();
}

} // namespace

class TransportTest : public QObject
{
    Q_OBJECT

    support::AiServer m_server;
    ai::QtTransport m_transport;

    std::unique_ptr<Recorder> run(const ai::WireRequest& request)
    {
        auto recorder = std::make_unique<Recorder>();
        recorder->exchange = m_transport.start(request, *recorder);
        if (!recorder->waitForEnd())
            recorder->story += "(no end)";
        return recorder;
    }
    std::unique_ptr<Recorder> run(const std::string& fault)
    {
        return run(requestFor(m_server.url(fault)));
    }
    int requests() const { return m_server.stats()[QLatin1String("requests")].toInt(); }

private Q_SLOTS:
    void init() { m_server.reset(); }

    void tellsAnExchangeInOrder()
    {
        const auto is = run("normal");
        QCOMPARE(is->story, "connected sent head ended"s);
        QVERIFY(is->end == ai::WireEnd::Clean);
        QCOMPARE(is->status, 200);
        QCOMPARE(is->text, "Eco: hola ñandú"s);
        QVERIFY(is->isComplete());
        QCOMPARE(ai::headerValue(is->headers, "X-Request-Id"),
                 std::optional(std::string_view("req-eco")));
    }

    void sendsWhatItIsGiven()
    {
        const auto request = requestFor(m_server.url());
        std::ignore = run(request);
        const QJsonObject got = m_server.requests().first().toObject();
        QCOMPARE(got[QLatin1String("method")].toString(), QStringLiteral("POST"));
        QCOMPARE(got[QLatin1String("bodySize")].toInt(), static_cast<int>(request.body->size()));
        const QJsonObject headers = got[QLatin1String("headers")].toObject();
        QCOMPARE(headers[QLatin1String("authorization")].toString(),
                 QStringLiteral("Bearer sk-geheim"));
        QCOMPARE(headers[QLatin1String("content-length")].toString(),
                 QString::number(request.body->size()));
        QCOMPARE(headers[QLatin1String("content-type")].toString(),
                 QStringLiteral("application/json"));
        QVERIFY(
            headers[QLatin1String("accept-encoding")].toString().contains(QLatin1String("gzip")));
        QVERIFY(!headers.contains(QLatin1String("cookie")));
    }

    void s26_s39_exactlyOneRequestLeaves_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char* fault :
             {"close", "reset", "reset,after=1", "truncate,after=1", "status,code=500",
              "status,code=503,h.retry-after=0", "status,code=429", "garbage,http=0",
              "status,code=401,h.www-authenticate=Basic realm%3Dx", "status,code=408"})
            QTest::newRow(fault) << QByteArray(fault);
    }

    void s26_s39_exactlyOneRequestLeaves()
    {
        QFETCH(const QByteArray, fault);
        const auto is =
            run(QString::fromUtf8(fault).replace(u' ', QStringLiteral("%20")).toStdString());
        QCOMPARE(is->ends, 1);
        QCOMPARE(requests(), 1);
    }

    void s39_aConnectionThatWasClosedMeanwhileIsTold()
    {
        QVERIFY(run("stale")->isComplete());
        const auto is = run("stale");
        QVERIFY(is->end == ai::WireEnd::ClosedBeforeAnyByte);
        QCOMPARE(requests(), 2);
    }

    void howItEnds_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<ai::WireEnd>("end");
        const auto row = [](const char* fault, ai::WireEnd end) {
            QTest::newRow(fault) << QByteArray(fault) << end;
        };
        row("close", ai::WireEnd::ClosedBeforeAnyByte);
        row("reset", ai::WireEnd::ClosedBeforeAnyByte);
        row("truncate,after=1", ai::WireEnd::Truncated);
        row("reset,after=1", ai::WireEnd::Truncated);
        row("truncate,after=2,finish_first=1", ai::WireEnd::Truncated);
        row("short", ai::WireEnd::Truncated);
        row("cleanend", ai::WireEnd::Clean);
        row("status,code=500", ai::WireEnd::Clean);
        row("status,code=404", ai::WireEnd::Clean);
        row("html", ai::WireEnd::Clean);
        row("garbage", ai::WireEnd::Clean);
        row("garbage,http=0", ai::WireEnd::ClosedBeforeAnyByte); // Qt tells no more
        row("redirect,code=302", ai::WireEnd::RedirectRefused);
        row("early,code=103,times=1", ai::WireEnd::Failed); // no more can be had from Qt 6.4
    }

    void howItEnds()
    {
        QFETCH(const QByteArray, fault);
        QFETCH(const ai::WireEnd, end);
        const auto is = run(fault.toStdString());
        QVERIFY2(is->end == end, (ai::wireEndName(is->end) + ": "s + is->detail).c_str());
    }

    void howItEndsWithoutAServer()
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        const auto port = std::to_string(probe.serverPort());
        probe.close();
        QVERIFY(run(requestFor("http://127.0.0.1:" + port))->end == ai::WireEnd::ConnectFailed);
        const auto unknown = run(requestFor("http://nowhere.invalid"))->end;
        QVERIFY(unknown == ai::WireEnd::NameNotFound || unknown == ai::WireEnd::Offline);
        QVERIFY(run(requestFor(""))->end == ai::WireEnd::Failed);
    }

    void aServerWithoutTlsIsTold()
    {
        QTcpServer plain;
        QVERIFY(plain.listen(QHostAddress::LocalHost));
        connect(&plain, &QTcpServer::newConnection, &plain, [&plain] {
            plain.nextPendingConnection()->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        });
        const auto is = run(requestFor("https://127.0.0.1:" + std::to_string(plain.serverPort())));
        QVERIFY2(is->end == ai::WireEnd::TlsFailed, is->detail.c_str());
    }

    void errorsHaveTheirBody()
    {
        const auto is = run("status,code=429,error=rate_limit_exceeded,h.retry-after=1.5");
        QCOMPARE(is->status, 429);
        QCOMPARE(ai::headerValue(is->headers, "retry-after"),
                 std::optional(std::string_view("1.5")));
        QVERIFY(is->reader->state().error->kind == ai::ErrorClass::RateLimited);
        QCOMPARE(is->reader->state().error->code, "rate_limit_exceeded"s);
        QCOMPARE(run("status,code=401,error=invalid_api_key")->reader->state().error->kind,
                 ai::ErrorClass::Auth);
    }

    void s40_redirectsKeepTheSecretAtHomeOnly()
    {
        for (const char* code : {"307", "308"}) {
            m_server.reset();
            const auto is = run("redirect,code="s + code);
            QVERIFY(is->isComplete());
            QCOMPARE(is->story, "connected sent head ended"s);
            const auto got = m_server.requests();
            QCOMPARE(got.size(), 2);
            QCOMPARE(got[0][QLatin1String("bodySha256")], got[1][QLatin1String("bodySha256")]);
            QCOMPARE(got[1][QLatin1String("headers")][QLatin1String("authorization")].toString(),
                     QStringLiteral("Bearer sk-geheim"));
        }
        const support::AiServer other;
        const auto to = "http%3A%2F%2F127.0.0.1%3A" + std::to_string(other.port()) +
                        "%2Fv1%2Fchat%2Fcompletions";
        QVERIFY(run("redirect,to=" + to)->isComplete());
        const auto got = other.requests();
        QCOMPARE(got.size(), 1);
        QCOMPARE(got[0][QLatin1String("method")].toString(), QStringLiteral("POST"));
        QVERIFY(
            !got[0][QLatin1String("headers")].toObject().contains(QLatin1String("authorization")));
    }

    void s40_whatIsNotMaskedStaysAtItsOrigin()
    {
        const support::AiServer other;
        const auto to = "http%3A%2F%2F127.0.0.1%3A" + std::to_string(other.port()) +
                        "%2Fv1%2Fchat%2Fcompletions";
        ai::WireRequest away = requestFor(m_server.url("redirect,to=" + to));
        away.staysAtOrigin = true;
        QVERIFY(run(away)->end == ai::WireEnd::RedirectRefused);
        QCOMPARE(other.requests().size(), 0);
        ai::WireRequest home = requestFor(m_server.url("redirect,code=307"));
        home.staysAtOrigin = true;
        QVERIFY(run(home)->isComplete());
    }

    void s40_redirectsEndSomewhere()
    {
        const auto is =
            run("redirect,to=%2Fredirect%2Cto%3D%252Fredirect%2Fv1%2Fchat%2Fcompletions");
        QVERIFY(is->isComplete() || is->end == ai::WireEnd::RedirectRefused);
        m_server.reset();
        QVERIFY(run("redirect,to=%2Fredirect%2Fhang")->isComplete());
        m_server.reset();
        for (const char* bad : {"ftp%3A%2F%2Fx", "http%3A%2F%2Fu%3Ap%40127.0.0.1%2F", "%3A%3A",
                                "http%3A%2F%2F192.0.2.1%2F", "https%3A%2F%2F192.0.2.1%2F"}) {
            const auto refused = run("redirect,to="s + bad);
            QVERIFY2(refused->end == ai::WireEnd::RedirectRefused, bad);
            QCOMPARE(refused->status, 0);
        }
        QCOMPARE(requests(), 5);
    }

    void s92_gzipIsReadAsItComes()
    {
        auto recorder = std::make_unique<Recorder>();
        recorder->exchange =
            m_transport.start(requestFor(m_server.url("gzip,tokens=20,ms=20")), *recorder);
        QVERIFY(recorder->waitForEnd());
        QVERIFY(recorder->isComplete());
        QVERIFY2(recorder->pieces >= 5, std::to_string(recorder->pieces).c_str());
        QVERIFY(recorder->text.starts_with("Eco: hola ñandú"));
    }

    void s92_chunkExtensionsAndTrailersAreNoText()
    {
        const auto is = run("normal,extensions=1,trailers=1");
        QVERIFY(is->isComplete());
        QCOMPARE(is->text, "Eco: hola ñandú"s);
        QVERIFY(is->end == ai::WireEnd::Clean);
    }

    void s83_anyCutOnTheWire()
    {
        const auto is = run("normal,split=1");
        QVERIFY(is->isComplete());
        QCOMPARE(is->text, "Eco: hola ñandú"s);
    }

    void s69_continueIsNoHead()
    {
        const auto is = run("early,times=3,every=20");
        QVERIFY(is->isComplete());
        QCOMPARE(is->status, 200);
    }

    void anAnswerThatNobodyAskedForIsNotTheNextOnes()
    {
        for (const char* fault : {"extra", "early,code=103,times=1"}) {
            std::ignore = run(requestFor(m_server.url(fault), "secreto"));
            for (int i = 0; i < 8; ++i)
                QCOMPARE(run(requestFor(m_server.url(), "otra"))->text, "Eco: otra"s);
        }
    }

    void s93_aWholeAnswer()
    {
        QVERIFY(run("plain")->isComplete());
        const auto is = run(requestFor(m_server.url(), "hola", ai::Delivery::Whole));
        QCOMPARE(is->text, "Eco: hola"s);
    }

    void s68_anUploadIsToldAsItGoes()
    {
        const auto request =
            requestFor(m_server.url("normal,text=ok,read=4000000"), std::string(8'000'000, 'x'));
        const auto is = run(request);
        QVERIFY(is->isComplete());
        QVERIFY2(is->uploads > 3, std::to_string(is->uploads).c_str());
        QCOMPARE(is->lastUpload, static_cast<qint64>(request.body->size()));
        QCOMPARE(is->story, "connected sent head ended"s);
        QCOMPARE(requests(), 1);
    }

    void s64_goingAwayClosesTheConnection_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char* fault :
             {"hang", "stall,after=1", "drip,ms=5", "pings,ms=5", "normal,read=1000"})
            QTest::newRow(fault) << QByteArray(fault);
    }

    void s64_goingAwayClosesTheConnection()
    {
        QFETCH(const QByteArray, fault);
        Recorder recorder;
        recorder.exchange = m_transport.start(
            requestFor(m_server.url(fault.toStdString()), std::string(300'000, 'x')), recorder);
        const bool isUpload = fault.contains("read=");
        const bool answers = !isUpload && fault != "hang";
        QVERIFY(QTest::qWaitFor(
            [&] { return answers ? recorder.pieces > 0 : recorder.uploads > 0; }, kPatienceMs));
        recorder.exchange.reset();
        const auto story = recorder.story;
        QVERIFY(m_server.waitFor([](const QJsonObject& stats) {
            return stats[QLatin1String("closedByPeer")].toInt() == 1 ||
                   stats[QLatin1String("requests")].toInt() == 0;
        }));
        QCOMPARE(recorder.story, story);
        QCOMPARE(recorder.ends, 0);
    }

    void s64_goingAwayBeforeAnything()
    {
        for (const int port : {m_server.blackholePort(), m_server.silentPort(), m_server.port()}) {
            Recorder recorder;
            recorder.exchange =
                m_transport.start(requestFor("http://127.0.0.1:" + std::to_string(port)), recorder);
            recorder.exchange.reset();
            QCoreApplication::processEvents();
            QVERIFY(recorder.story.empty());
        }
    }

    void s64_aListenerMayLetGoInsideItsCalls()
    {
        Recorder recorder;
        recorder.stopsAt = 1;
        recorder.exchange = m_transport.start(requestFor(m_server.url("drip,ms=1")), recorder);
        QVERIFY(QTest::qWaitFor([&] { return !recorder.exchange; }, kPatienceMs));
        QVERIFY(m_server.waitFor([](const QJsonObject& stats) {
            return stats[QLatin1String("inFlight")].toInt() == 0;
        }));
        QCOMPARE(recorder.ends, 0);
        Recorder last;
        last.dropsAtEnd = true;
        last.exchange = m_transport.start(requestFor(m_server.url()), last);
        QVERIFY(last.waitForEnd());
        QVERIFY(!last.exchange);
    }

    void s64_nothingIsLeftAfterManyCancels()
    {
        bool isGood = true;
        const auto cancel = [&](int times) {
            for (int i = 0; i < times; ++i) {
                Recorder recorder;
                recorder.exchange = m_transport.start(requestFor(m_server.url("stall")), recorder);
                if (i % 3 == 0)
                    isGood =
                        QTest::qWaitFor([&] { return recorder.pieces > 0; }, kPatienceMs) && isGood;
                recorder.exchange.reset();
                QCoreApplication::processEvents();
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            }
            return isGood && m_server.waitFor([](const QJsonObject& stats) {
                return stats[QLatin1String("inFlight")].toInt() == 0;
            });
        };
        QVERIFY(cancel(100));
        const auto files = openFiles();
        const auto tasks = threads();
        QVERIFY(cancel(500));
        QVERIFY(QTest::qWaitFor([&] { return openFiles() <= files + 2; }, kPatienceMs));
        QCOMPARE(threads(), tasks);
    }

    void s67_aPausedListenerMakesThePeerWait()
    {
        Recorder recorder;
        recorder.exchange =
            m_transport.start(requestFor(m_server.url("normal,tokens=50000,text=hola")), recorder);
        QVERIFY(QTest::qWaitFor([&] { return recorder.pieces > 0; }, kPatienceMs));
        recorder.exchange->setPaused(true);
        const auto had = recorder.pieces;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(requests() == 1); // a way there and back, so that more could have come
            QCoreApplication::processEvents();
        }
        QCOMPARE(recorder.pieces, had);
        recorder.exchange->setPaused(false);
        QVERIFY(recorder.waitForEnd());
        QVERIFY(recorder.isComplete());
        QVERIFY(recorder.text.ends_with("tok49999"));
    }

    void s67_anEndWaitsForAPausedListener()
    {
        Recorder recorder;
        recorder.exchange = m_transport.start(requestFor(m_server.url()), recorder);
        recorder.exchange->setPaused(true);
        QVERIFY(m_server.waitFor([](const QJsonObject& stats) {
            return stats[QLatin1String("requests")].toInt() == 1 &&
                   stats[QLatin1String("inFlight")].toInt() == 0;
        }));
        QCOMPARE(recorder.ends, 0);
        recorder.exchange->setPaused(false);
        QVERIFY(recorder.waitForEnd());
        QCOMPARE(recorder.text, "Eco: hola ñandú"s);
    }

    void twoHundredAtOnce()
    {
        std::vector<std::unique_ptr<Recorder>> recorders;
        for (int i = 0; i < 200; ++i) {
            auto& recorder = recorders.emplace_back(std::make_unique<Recorder>());
            recorder->exchange = m_transport.start(
                requestFor(m_server.url("normal,first=300,ms=10,tokens=20")), *recorder);
        }
        for (const auto& recorder : recorders)
            QVERIFY(recorder->waitForEnd() && recorder->isComplete());
        const auto stats = m_server.stats();
        QCOMPARE(stats[QLatin1String("requests")].toInt(), 200);
        QCOMPARE(stats[QLatin1String("highWater")].toInt(), 200);
    }
};

RELEVO_TEST(TransportTest)
#include "transport_test.moc"
