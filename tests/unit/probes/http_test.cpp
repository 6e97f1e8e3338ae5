// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "servers.h"
#include "support/runner.h"

#include <QElapsedTimer>
#include <QJsonArray>

using probes::CheckKind;
using probes::Reason;
using probes::Verdict;
using Request = HttpServer::Request;

namespace {

QJsonObject httpPlan(const HttpServer& server, const char* more)
{
    QJsonObject plan = json(more);
    plan.insert(QStringLiteral("url"), server.address() + QStringLiteral("/it"));
    return plan;
}

void drip(base::QtHome& home, const QPointer<QTcpSocket>& socket)
{
    if (!socket)
        return;
    socket->write("x");
    home.after(base::milliseconds(20), [&home, socket] { drip(home, socket); });
}

} // namespace

class HttpProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatThePlanSays()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const Request&) {
            HttpServer::say(socket, 201, R"({"reply":"hola"})");
        });
        const auto finding = fixture.run(
            CheckKind::Http, httpPlan(server, R"({"method":"POST","headers":{"x-session-id":"abc"},
                "body":{"message":"¿qué tal?"},"status":201,"jsonPath":"reply"})"));
        QCOMPARE(s(finding), QStringLiteral("passed"));
        QCOMPARE(finding.run.httpStatus, 201);
        QCOMPARE(finding.run.host, server.address().mid(7));
        const Request& request = server.requests().front();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.target, QByteArray("/it"));
        QCOMPARE(request.header("x-session-id"), QByteArray("abc"));
        QCOMPARE(request.header("content-type"), QByteArray("application/json"));
        QCOMPARE(request.body, QByteArray(R"({"message":"¿qué tal?"})"));
        QVERIFY2(finding.output.contains(QLatin1String("< 201")), qPrintable(finding.output));
        QVERIFY(finding.output.contains(QLatin1String(R"({"reply":"hola"})")));
    }

    void uploadsAPicture()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const Request&) {
            HttpServer::say(socket, 202, R"({"imageId":"7"})");
        });
        const auto finding = fixture.run(
            CheckKind::Http, httpPlan(server, R"({"method":"POST","upload":"image","status":202,
                "jsonPath":"imageId"})"));
        QCOMPARE(s(finding), QStringLiteral("passed"));
        const Request& request = server.requests().front();
        QVERIFY(request.header("content-type").startsWith("multipart/form-data; boundary="));
        QVERIFY(request.body.contains("name=\"image\""));
        QVERIFY(request.body.contains("\x89PNG\r\n"));
    }

    void saysWhatIsNotAsExpected_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("plan");
        QTest::addColumn<QString>("summary");
        const auto row = [](const char* name, int status, const char* body, const char* plan,
                            const char* summary) {
            QTest::newRow(name) << status << QByteArray(body) << QByteArray(plan)
                                << QString::fromUtf8(summary);
        };
        row("status", 500, "", R"({"status":200})", "failed status_differs 500 200");
        row("no status asked", 404, "", "{}", "failed status_differs 404 2xx");
        row("one of statuses", 202, "", R"({"status":[200,202]})", "passed");
        row("wanted refusal", 401, "", R"({"status":401})", "passed");
        row("no JSON", 200, "<html>", R"({"jsonPath":"a"})", "failed no_json");
        row("no member", 200, R"({"b":1})", R"({"jsonPath":"a"})", "failed json_missing a");
        row("empty member", 200, R"({"a":""})", R"({"jsonPath":"a"})", "failed json_missing a");
        row("other value", 200, R"({"status":"down"})",
            R"({"jsonPath":"status","jsonIs":["ok","degraded"]})",
            "failed json_differs status down ok|degraded");
        row("no truth", 200, R"({"valid":false})", R"({"jsonPath":"valid","jsonIs":[true]})",
            "failed json_differs valid false true");
        row("deep", 200, R"({"a":[{"b":3}]})", R"({"jsonPath":"a.0.b","jsonIs":[3]})", "passed");
        row("text missing", 200, "one", R"({"textPresent":["one","two"]})",
            "failed text_missing two");
        row("text present", 200, "OpenAI failed", R"({"textAbsent":["OpenAI"]})",
            "failed text_present OpenAI");
    }

    void saysWhatIsNotAsExpected()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, plan);
        QFETCH(QString, summary);
        ProbeFixture fixture;
        HttpServer server(
            [&](QTcpSocket& socket, const Request&) { HttpServer::say(socket, status, body); });
        QCOMPARE(s(fixture.run(CheckKind::Http, httpPlan(server, plan.constData()))), summary);
    }

    void refusesAWrongPlan_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("plan");
        QTest::addColumn<QString>("summary");
        const auto row = [](const char* url, const char* plan, const char* summary) {
            QTest::addRow("%s %s", url, plan)
                << QByteArray(url) << QByteArray(plan) << QString::fromUtf8(summary);
        };
        const char* good = "http://a/";
        row("", "{}", "could_not_run bad_plan url");
        row("/api", "{}", "could_not_run bad_host /api");
        row("ftp://a/", "{}", "could_not_run bad_host ftp://a/");
        row("file:///etc/passwd", "{}", "could_not_run bad_host file:///etc/passwd");
        row("http://ana:geheim@a/", "{}", "could_not_run bad_host http://a/");
        row(good, R"({"method":"CONNECT"})", "could_not_run bad_plan method");
        row(good, R"({"headers":{"a":"b\r\nc: d"}})", "could_not_run bad_plan headers");
        row(good, R"({"headers":{"a b":"c"}})", "could_not_run bad_plan headers");
        row(good, R"({"status":"fine"})", "could_not_run bad_plan status");
        row(good, R"({"jsonIs":[1]})", "could_not_run bad_plan jsonPath");
        row(good, R"({"withinMs":-1})", "could_not_run bad_plan withinMs");
        row(good, R"({"timeoutMs":0})", "could_not_run bad_plan timeoutMs");
        row(good, R"({"body":7})", "could_not_run bad_plan body");
    }

    void refusesAWrongPlan()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, plan);
        QFETCH(QString, summary);
        ProbeFixture fixture;
        QJsonObject parameters = json(plan.constData());
        parameters.insert(QStringLiteral("url"), QString::fromLatin1(url));
        QCOMPARE(s(fixture.run(CheckKind::Http, parameters)), summary);
    }

    void aHostThatHangsEndsInTime()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket&, const Request&) {});
        QElapsedTimer timer;
        timer.start();
        const auto finding = fixture.run(CheckKind::Http, httpPlan(server, R"({"timeoutMs":200})"));
        QCOMPARE(s(finding), QStringLiteral("failed timed_out 200"));
        QVERIFY(timer.elapsed() < 1'500);
        QVERIFY(finding.run.duration >= base::milliseconds(200));
        QVERIFY(ProbeFixture::waitFor([&] { return server.connections() == 0; }));
    }

    void aHostThatDripsEndsInTime()
    {
        ProbeFixture fixture;
        HttpServer server([&](QTcpSocket& socket, const Request&) {
            socket.write("HTTP/1.1 200 Said\r\nContent-Length: 100000\r\n\r\n");
            drip(fixture.home, &socket);
        });
        const auto finding = fixture.run(CheckKind::Http, httpPlan(server, R"({"timeoutMs":300})"));
        QCOMPARE(s(finding), QStringLiteral("failed timed_out 300"));
        QVERIFY(ProbeFixture::waitFor([&] { return server.connections() == 0; }));
    }

    void aHostThatDripsHeadersEndsInTime()
    {
        ProbeFixture fixture;
        HttpServer server([&](QTcpSocket& socket, const Request&) {
            socket.write("HTTP/1.1 200 Said\r\nX-It: ");
            drip(fixture.home, &socket);
        });
        QElapsedTimer timer;
        timer.start();
        const auto finding = fixture.run(CheckKind::Http, httpPlan(server, R"({"timeoutMs":300})"));
        QCOMPARE(s(finding), QStringLiteral("failed timed_out 300"));
        QVERIFY(ProbeFixture::waitFor([&] { return server.connections() == 0; }));
        QVERIFY(timer.elapsed() < 2'000);
    }

    // As fast as it can: the head alone is over the bound.
    void endlessHeadersAreCut_data()
    {
        QTest::addColumn<QByteArray>("piece");
        QTest::newRow("many")
            << QByteArray("X-It: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n").repeated(1000);
        QTest::newRow("one") << QByteArray(40'000, 'a');
    }
    void endlessHeadersAreCut()
    {
        QFETCH(const QByteArray, piece);
        ProbeFixture fixture({}, {.answer = 100'000});
        FloodServer server("HTTP/1.1 200 Said\r\nX-It: ", piece);
        QElapsedTimer timer;
        timer.start();
        const QString url = QStringLiteral("http://127.0.0.1:%1/").arg(server.port());
        const auto finding = fixture.run(
            CheckKind::Http, {{QStringLiteral("url"), url}, {QStringLiteral("timeoutMs"), 3'000}});
        QCOMPARE(s(finding), QStringLiteral("failed too_large 100000"));
        QVERIFY2(timer.elapsed() < 3'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(server.hasEnded());
    }

    void aSlowAnswerIsToldWithItsTime()
    {
        ProbeFixture fixture;
        HttpServer server([&](QTcpSocket& socket, const Request&) {
            fixture.home.after(base::milliseconds(80), [here = QPointer<QTcpSocket>(&socket)] {
                if (here)
                    HttpServer::say(*here, 200, "late");
            });
        });
        const auto finding = fixture.run(CheckKind::Http, httpPlan(server, R"({"withinMs":40})"));
        QCOMPARE(finding.verdict, Verdict::Failed);
        QCOMPARE(finding.reason, Reason::TooSlow);
        QVERIFY(finding.arguments.value(0).toInt() >= 80);
        QCOMPARE(finding.arguments.value(1), QStringLiteral("40"));
    }

    void anEndlessAnswerIsCut()
    {
        ProbeFixture fixture({}, {.answer = 100'000});
        HttpServer server([](QTcpSocket& socket, const Request&) {
            socket.write("HTTP/1.1 200 Said\r\nConnection: close\r\n\r\n");
            QObject::connect(&socket, &QTcpSocket::bytesWritten, &socket,
                             [&socket] { socket.write(QByteArray(50'000, 'x')); });
            socket.write(QByteArray(50'000, 'x'));
        });
        const auto finding = fixture.run(CheckKind::Http, httpPlan(server, "{}"));
        QCOMPARE(s(finding), QStringLiteral("failed too_large 100000"));
    }

    void aTruncatedAnswerIsNoAnswer()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const Request&) {
            socket.write("HTTP/1.1 200 Said\r\nContent-Length: 100\r\n\r\nhalf");
            socket.disconnectFromHost();
        });
        const auto finding = fixture.run(CheckKind::Http, httpPlan(server, "{}"));
        QCOMPARE(s(finding), QStringLiteral("failed connection_lost 127.0.0.1"));
    }

    void nothingIsSentTwice()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const Request&) { socket.abort(); });
        const auto finding =
            fixture.run(CheckKind::Http, httpPlan(server, R"({"method":"POST","body":{"a":1}})"));
        QCOMPARE(finding.reason, Reason::ConnectionLost);
        QCOMPARE(server.requests().size(), std::size_t{1});
    }

    void nobodyListening()
    {
        ProbeFixture fixture;
        QString address;
        {
            const HttpServer gone([](QTcpSocket&, const Request&) {});
            address = gone.address();
        }
        const auto finding =
            fixture.run(CheckKind::Http, {{QStringLiteral("url"), QString(address)}});
        QCOMPARE(finding.verdict, Verdict::Failed);
        QCOMPARE(finding.reason, Reason::CannotConnect);
    }

    void redirectsAreFollowedAFewTimes()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const Request& request) {
            const int hops = request.target.mid(request.target.lastIndexOf('/') + 1).toInt();
            if (hops == 0)
                HttpServer::say(socket, 200, "there");
            else
                HttpServer::say(socket, 302, "",
                                "Location: /" + QByteArray::number(hops - 1) + "\r\n");
        });
        const auto at = [&](const char* path, const char* more = "{}") {
            QJsonObject plan = json(more);
            plan.insert(QStringLiteral("url"), server.address() + QString::fromLatin1(path));
            return s(fixture.run(CheckKind::Http, plan));
        };
        QCOMPARE(at("/3"), QStringLiteral("passed"));
        QVERIFY(at("/4").startsWith(QLatin1String("failed redirect_refused http://127.0.0.1")));
        QCOMPARE(at("/1", R"({"status":302})"), QStringLiteral("passed"));
        QCOMPARE(at("/1", R"({"method":"POST","body":"x"})"),
                 QStringLiteral("failed status_differs 302 2xx"));
    }

    void aRedirectElsewhereTakesNoHeaderAlong()
    {
        ProbeFixture fixture;
        HttpServer other(
            [](QTcpSocket& socket, const Request&) { HttpServer::say(socket, 200, ""); });
        HttpServer server([&](QTcpSocket& socket, const Request&) {
            HttpServer::say(socket, 307, "",
                            "Location: " + other.address().toLatin1() + "/there\r\n");
        });
        const auto finding = fixture.run(
            CheckKind::Http, httpPlan(server, R"({"headers":{"Authorization":"Bearer x"}})"));
        QCOMPARE(s(finding), QStringLiteral("passed"));
        QCOMPARE(server.requests().front().header("authorization"), QByteArray("Bearer x"));
        QCOMPARE(other.requests().front().header("authorization"), QByteArray());
    }

    void secretsAndPeopleAreNotShown()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const Request& request) {
            HttpServer::say(socket, 200, "ana@example.com said " + request.header("authorization"));
        });
        const auto finding =
            fixture.run(CheckKind::Http,
                        httpPlan(server, R"({"headers":{"Authorization":"Bearer {log_token}"}})"),
                        {{QStringLiteral("log_token"), QStringLiteral("0123456789abcdef")}});
        QCOMPARE(s(finding), QStringLiteral("passed"));
        QVERIFY2(finding.output.contains(QLatin1String("[EMAIL] said Bearer {log_token}")),
                 qPrintable(finding.output));
        QVERIFY(!fixture.pieces.join(QString()).contains(QLatin1String("abcdef")));
    }
};

RELEVO_TEST(HttpProbeTest)
#include "http_test.moc"
