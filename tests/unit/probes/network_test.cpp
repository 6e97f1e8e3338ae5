// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "probes/network/endpoint.h"
#include "probes/network/resp.h"
#include "servers.h"
#include "support/runner.h"

using probes::CheckKind;
using probes::endpointOf;
using probes::Reason;
using probes::RespLine;

namespace {

QJsonObject hostPlan(const QString& host, const char* more = "{}")
{
    QJsonObject plan = json(more);
    plan.insert(QStringLiteral("host"), host);
    return plan;
}

QJsonObject redisPlan(const QString& url)
{
    return {{QStringLiteral("url"), url}, {QStringLiteral("withinMs"), 2'000}};
}

} // namespace

class NetworkProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEndpoints_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("defaultPort");
        QTest::addColumn<QString>("endpoint");
        const auto row = [](const char* text, int port, const char* endpoint) {
            QTest::addRow("%s:%d", text, port)
                << QString::fromLatin1(text) << port << QString::fromLatin1(endpoint);
        };
        row("chat.example", 443, "chat.example:443");
        row("chat.example:8443", 443, "chat.example:8443");
        row("https://chat.example", 0, "chat.example:443");
        row("http://chat.example/path?x", 0, "chat.example:80");
        row("http://127.0.0.1:8787", 443, "127.0.0.1:8787");
        row("redis://user:pass@cache:6380/2", 0, "cache:6380");
        row("[::1]:80", 0, "[::1]:80");
        row("chat.example", 0, "");
        row("", 443, "");
        row("https://", 443, "");
        row("a b", 443, "");
        row("chat.example:99999", 443, "");
        row("chat.example:x", 443, "");
    }

    void readsEndpoints()
    {
        QFETCH(QString, text);
        QFETCH(int, defaultPort);
        QFETCH(QString, endpoint);
        const auto found = endpointOf(text, static_cast<quint16>(defaultPort));
        QCOMPARE(found ? found->text() : QString(), endpoint);
    }

    void aPortThatListens()
    {
        ProbeFixture fixture;
        const HttpServer server([](QTcpSocket&, const HttpServer::Request&) {});
        const auto finding = fixture.run(CheckKind::Tcp, hostPlan(server.address()));
        QCOMPARE(s(finding), QStringLiteral("passed"));
        QCOMPARE(finding.run.host, server.address().mid(7));
        QVERIFY(finding.output.startsWith(QLatin1String("connected to 127.0.0.1 in")));
    }

    void aPortThatDoesNot()
    {
        ProbeFixture fixture;
        quint16 port = 0;
        {
            const HttpServer gone([](QTcpSocket&, const HttpServer::Request&) {});
            port = gone.port();
        }
        const auto finding =
            fixture.run(CheckKind::Tcp, {{QStringLiteral("host"), QStringLiteral("127.0.0.1")},
                                         {QStringLiteral("port"), port}});
        QCOMPARE(finding.reason, Reason::CannotConnect);
        QCOMPARE(s(fixture.run(CheckKind::Tcp, hostPlan(QStringLiteral("127.0.0.1")))),
                 QStringLiteral("could_not_run bad_host 127.0.0.1"));
    }

    void aNameThatNobodyHas()
    {
        ProbeFixture fixture;
        const auto finding =
            fixture.run(CheckKind::Tcp, hostPlan(QStringLiteral("nobody.invalid:80")));
        QCOMPARE(s(finding), QStringLiteral("failed name_not_found nobody.invalid"));
    }

    void redisAnswers()
    {
        ProbeFixture fixture;
        const RedisServer redis;
        QVERIFY(redis.isReady());
        const auto url = QStringLiteral("redis://127.0.0.1:%1/0").arg(redis.port());
        const auto finding = fixture.run(CheckKind::Redis, redisPlan(url));
        QCOMPARE(s(finding), QStringLiteral("passed"));
        QCOMPARE(finding.output, QStringLiteral("PONG\n"));
        QCOMPARE(s(fixture.run(CheckKind::Redis, redisPlan(url.mid(8)))), QStringLiteral("passed"));
    }

    void redisWithAPassword()
    {
        ProbeFixture fixture;
        const RedisServer redis("s3cret-word");
        QVERIFY(redis.isReady());
        const auto at = [&](const char* login) {
            return fixture.run(CheckKind::Redis,
                               redisPlan(QLatin1String("redis://") + QLatin1String(login) +
                                         QStringLiteral("127.0.0.1:%1").arg(redis.port())));
        };
        QCOMPARE(s(at(":s3cret-word@")), QStringLiteral("passed"));
        QCOMPARE(s(at("default:s3cret%2Dword@")), QStringLiteral("passed"));
        QVERIFY(s(at("")).startsWith(QLatin1String("failed redis_refused NOAUTH")));
        const auto wrong = at(":an-other@");
        QCOMPARE(wrong.reason, Reason::RedisRefused);
        QVERIFY(!wrong.output.contains(QLatin1String("an-other")));
        QVERIFY(!wrong.run.host.contains(QLatin1String("an-other")));
    }

    void whatIsNotRedis()
    {
        ProbeFixture fixture;
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QTcpServer::newConnection, &server,
                         [&] { server.nextPendingConnection()->write("220 mail ready\r\n"); });
        const auto host = QStringLiteral("127.0.0.1:%1").arg(server.serverPort());
        QCOMPARE(s(fixture.run(CheckKind::Redis, redisPlan(host))),
                 QStringLiteral("failed not_redis ") + host);
        QCOMPARE(s(fixture.run(CheckKind::Redis, redisPlan(QStringLiteral("http://u:p@a/")))),
                 QStringLiteral("could_not_run bad_host http://a/"));
    }

    void redisThatSaysNothingEndsInTime()
    {
        ProbeFixture fixture;
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        auto plan = redisPlan(QStringLiteral("127.0.0.1:%1").arg(server.serverPort()));
        plan.insert(QStringLiteral("timeoutMs"), 150);
        QCOMPARE(s(fixture.run(CheckKind::Redis, plan)), QStringLiteral("failed timed_out 150"));
    }

    void readsRespLines()
    {
        const auto take = [](QByteArray bytes) { return probes::takeRespLine(bytes); };
        QVERIFY(!take(""));
        QVERIFY(!take("+PO"));
        QVERIFY(!take("+PONG\r"));
        QCOMPARE(*take("+PONG\r\n"), (RespLine{RespLine::Kind::Status, "PONG"}));
        QCOMPARE(*take("+\r\n"), (RespLine{RespLine::Kind::Status, ""}));
        QCOMPARE(*take("-NOAUTH no\r\n+OK\r\n"), (RespLine{RespLine::Kind::Refusal, "NOAUTH no"}));
        QCOMPARE(take("HTTP/1.1 400\r\n")->kind, RespLine::Kind::NotRedis);
        QCOMPARE(take("\r\n")->kind, RespLine::Kind::NotRedis);
        QCOMPARE(take('+' + QByteArray(5'000, 'x'))->kind, RespLine::Kind::NotRedis);
        QByteArray two = "+OK\r\n+PONG\r\n";
        QCOMPARE(probes::takeRespLine(two)->text, QByteArray("OK"));
        QCOMPARE(probes::takeRespLine(two)->text, QByteArray("PONG"));
        QCOMPARE(probes::respCommand({"AUTH", "a b"}),
                 QByteArray("*2\r\n$4\r\nAUTH\r\n$3\r\na b\r\n"));
    }
};

RELEVO_TEST(NetworkProbeTest)
#include "network_test.moc"
