// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway_fixture.h"
#include "support/runner.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <csignal>
#include <sys/resource.h>

using namespace std::chrono_literals;
using support::EventClient;
using support::HttpReply;

namespace {

constexpr const char* kToken = "0123456789abcdef0123456789abcdef";

gateway::Options withToken(gateway::Options options = {})
{
    options.logToken = QString::fromLatin1(kToken);
    return openOptions(std::move(options));
}

support::HttpHeaders bearer(const QByteArray& token = kToken)
{
    return {{"Authorization", "Bearer " + token}};
}

/// The file size limit stands in for a full disk.
class FullDisk
{
public:
    explicit FullDisk(const QString& folder)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur =
            static_cast<rlim_t>(QFileInfo(folder + QLatin1String("/relevo.db-wal")).size());
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
};

} // namespace

/// Health, figures, logs, files.
class OperationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void healthHasTheShapeOfTheEarlierBackend()
    {
        GatewayFixture f;
        std::ignore = f.greet();
        f.desk.clock.advance(90s);
        const auto reply = f.get("/api/health");
        QCOMPARE(reply.status, 200);
        const auto json = reply.json();
        QVERIFY(json.value(QLatin1String("ok")).toBool());
        QCOMPARE(json.value(QLatin1String("status")).toString(), s("ok"));
        QVERIFY(!json.value(QLatin1String("version")).toString().isEmpty());
        QCOMPARE(json.value(QLatin1String("timestamp")).toString(),
                 base::toIso(f.desk.clock.wall()));
        QCOMPARE(json.value(QLatin1String("uptimeSeconds")).toInt(), 90);
        const auto services = json.value(QLatin1String("services")).toObject();
        QCOMPARE(services.value(QLatin1String("database")).toString(), s("healthy"));
        QCOMPARE(services.value(QLatin1String("gateway")).toString(), s("healthy"));
        // Never "healthy" for what is not there.
        for (const char* part : {"ai", "redis"})
            QCOMPARE(services.value(QLatin1String(part)).toString(), s("not_configured"));
        const auto stats = json.value(QLatin1String("stats")).toObject();
        QCOMPARE(stats.value(QLatin1String("activeConversations")).toInt(), 1);
        QVERIFY(stats.value(QLatin1String("messages")).isDouble());
        QCOMPARE(stats.value(QLatin1String("errors")).toInt(), 0);
        QVERIFY(
            json.value(QLatin1String("memory")).toObject().value(QLatin1String("rss")).toDouble() >
            1e6);
    }

    void aDatabaseThatCannotBeWrittenIsTold()
    {
        GatewayFixture f;
        const auto session = f.greet(s("en-US"));
        QCOMPARE(f.get("/readyz").status, 200);
        {
            const FullDisk full(f.desk.folder.path());
            const auto refused = f.say(session, s("yes"));
            QCOMPARE(refused.status, 503);
            QCOMPARE(refused.errorCode(), s("offline"));
            QVERIFY(refused.header("Retry-After").toInt() > 0);
            QVERIFY(refused.body.contains("cannot store"));
            const auto health = f.get("/api/health");
            QCOMPARE(health.status, 503);
            QVERIFY(!health.json().value(QLatin1String("ok")).toBool(true));
            QCOMPARE(health.json()
                         .value(QLatin1String("services"))
                         .toObject()
                         .value(QLatin1String("database"))
                         .toString(),
                     s("unavailable"));
            QCOMPARE(f.get("/readyz").status, 503);
            QCOMPARE(f.get("/healthz").status, 200);
        }
        // The store tries again on the desk's clock.
        QVERIFY(f.waitFor([&] {
            f.desk.clock.advance(1s);
            return f.get("/readyz").status == 200;
        }));
        QCOMPARE(f.say(session, s("yes")).status, 200);
    }

    void probesNeedNoToken()
    {
        GatewayFixture f(withToken());
        for (const char* path : {"/healthz", "/readyz"}) {
            QCOMPARE(f.get(path).status, 200);
            QCOMPARE(f.call({.method = "HEAD", .target = path}).status, 200);
        }
    }

    void withoutATokenGuardedCallsAnswer401ToEveryone()
    {
        GatewayFixture f;
        for (const char* path :
             {"/metrics", "/api/metrics", "/api/logs", "/api/logs/stream", "/api/debug/flags"}) {
            for (const auto& headers : {support::HttpHeaders{}, bearer(""), bearer()}) {
                const auto reply = f.get(path, headers);
                QVERIFY2(reply.status == 401, path);
                QCOMPARE(reply.errorCode(), s("unauthorized"));
            }
        }
    }

    void onlyTheTokenOpensThem()
    {
        GatewayFixture f(withToken());
        for (const char* path : {"/metrics", "/api/metrics", "/api/logs", "/api/debug/flags"}) {
            const auto none = f.get(path);
            QCOMPARE(none.status, 401);
            QCOMPARE(none.header("WWW-Authenticate"), QByteArray("Bearer"));
            for (const QByteArray& wrong :
                 {QByteArray("x"), QByteArray(kToken).left(31), QByteArray(kToken) + 'x'})
                QCOMPARE(f.get(path, bearer(wrong)).status, 401);
            QCOMPARE(f.get(path, {{"Authorization", QByteArray("Basic ") + kToken}}).status, 401);
            QCOMPARE(f.get(QByteArray(path) + "?token=" + kToken).status, 401);
            QVERIFY2(f.get(path, bearer()).status == 200, path);
            QCOMPARE(f.get(path, {{"Authorization", QByteArray("bearer ") + kToken}}).status, 200);
        }
        QVERIFY(!f.logged().contains(kToken));
    }

    void theTokenInAnAddressIsTakenOnlyWhereThatIsAllowed()
    {
        GatewayFixture f(withToken({.allowQueryToken = true}));
        QCOMPARE(f.get(QByteArray("/api/logs?token=") + kToken).status, 200);
        QCOMPARE(f.get("/api/logs?token=wrong").status, 401);
        QCOMPARE(f.get("/api/logs?token=").status, 401);
        QVERIFY(!f.logged().contains(kToken));
    }

    void figuresMayBeOpen()
    {
        GatewayFixture f(openOptions({.metricsOpen = true}));
        QCOMPARE(f.get("/metrics").status, 200);
        QCOMPARE(f.get("/api/metrics").status, 200);
        QCOMPARE(f.get("/api/logs").status, 401);
    }

    void figuresTellWhatHappened()
    {
        GatewayFixture f(withToken());
        const auto session = f.greet();
        QCOMPARE(f.say(session, s("sí")).status, 200);
        QCOMPARE(f.get("/nothing").status, 404);
        QCOMPARE(f.call({.method = "BREW", .target = "/nothing"}).status, 404);
        const auto reply = f.get("/metrics", bearer());
        QCOMPARE(reply.header("Content-Type"),
                 QByteArray("text/plain; version=0.0.4; charset=utf-8"));
        for (const char* line :
             {"relevo_http_requests_total{method=\"POST\",route=\"chat\",status=\"2xx\"} 1",
              "relevo_http_requests_total{method=\"POST\",route=\"greeting\",status=\"2xx\"} 1",
              "relevo_http_requests_total{method=\"GET\",route=\"none\",status=\"4xx\"} 1",
              "relevo_http_requests_total{method=\"other\",route=\"none\",status=\"4xx\"} 1",
              "relevo_conversations_active 1", "relevo_database_writable 1",
              "# TYPE relevo_turns_committed_total counter", "relevo_http_connections ",
              "relevo_build_info{", "relevo_process_resident_bytes ", "relevo_memory_limit_bytes ",
              "relevo_disk_free_ratio 0."})
            QVERIFY2(reply.body.contains(line), line);
        for (const QByteArray& secret : {session.id, session.customer, QByteArray("nothing")})
            QVERIFY(!reply.body.contains(secret));
        const auto json = f.get("/api/metrics", bearer()).json();
        QCOMPARE(json.value(QLatin1String("relevo_conversations_active")).toInt(), 1);
    }

    void logsAreLinesWithFilters()
    {
        GatewayFixture f(withToken());
        f.desk.log.info("alpha", "first", {{"conversation", "AB-1234"}});
        f.desk.log.warning("beta", "second", {{"conversation", "AB-9999"}});
        f.desk.log.flush();
        const auto of = [&](const QByteArray& query) {
            const auto reply = f.get("/api/logs" + query, bearer());
            QStringList events;
            for (const QByteArray& line : reply.body.split('\n')) {
                const auto json = QJsonDocument::fromJson(line).object();
                const QString event = json.value(QLatin1String("event")).toString();
                if (event == s("first") || event == s("second"))
                    events += event;
            }
            return events;
        };
        QCOMPARE(of(""), (QStringList{s("first"), s("second")}));
        QCOMPARE(of("?level=warning"), QStringList{s("second")});
        QCOMPARE(of("?module=alpha"), QStringList{s("first")});
        QCOMPARE(of("?conversation=AB-9999"), QStringList{s("second")});
        QCOMPARE(of("?module=alpha&level=warning"), QStringList());
        const auto wrong = f.get("/api/logs?level=loud", bearer());
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.errorCode(), s("bad_field"));
        QCOMPARE(f.get("/api/logs", bearer()).header("Content-Type"),
                 QByteArray("application/x-ndjson; charset=utf-8"));
    }

    void logsComeLiveWithTheSameFilters()
    {
        GatewayFixture f(withToken());
        EventClient stream(f.port,
                           {.target = "/api/logs/stream?module=alpha", .headers = bearer()});
        QCOMPARE(stream.status(), 200);
        f.desk.log.info("beta", "other");
        f.desk.log.info("alpha", "wanted");
        const auto line = stream.next("log");
        QVERIFY(line);
        QVERIFY(!line->id.isEmpty());
        QCOMPARE(line->json().value(QLatin1String("event")).toString(), s("wanted"));
        stream.close();
        QVERIFY(f.waitFor(
            [&] { return f.get("/metrics", bearer()).body.contains("relevo_http_streams 0"); }));
        QCOMPARE(f.get("/api/logs/stream?level=loud", bearer()).status, 400);
    }

    void flagsAreWhatTheOwnerGives()
    {
        GatewayFixture f(
            withToken({.flags = [] { return std::string(R"({"log.token":{"value":"set"}})"); }}));
        const auto reply = f.get("/api/debug/flags", bearer());
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.body.contains(kToken));
        QCOMPARE(reply.json()
                     .value(QLatin1String("log.token"))
                     .toObject()
                     .value(QLatin1String("value"))
                     .toString(),
                 s("set"));
    }

    void theWidgetAndItsPageAreServed()
    {
        GatewayFixture f;
        const auto widget = f.get("/widget.js");
        QCOMPARE(widget.status, 200);
        QCOMPARE(widget.header("Content-Type"), QByteArray("text/javascript; charset=utf-8"));
        QCOMPARE(widget.header("Cross-Origin-Resource-Policy"), QByteArray("cross-origin"));
        QFile source(s(RELEVO_SOURCE_DIR "/resources/widget/widget.js"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        QCOMPARE(widget.body, source.readAll());
        const auto again = f.get("/widget.js", {{"If-None-Match", widget.header("ETag")}});
        QCOMPARE(again.status, 304);
        QVERIFY(again.body.isEmpty());
        const auto page = f.get("/");
        QCOMPARE(page.status, 200);
        QCOMPARE(page.header("Content-Type"), QByteArray("text/html; charset=utf-8"));
        QVERIFY(page.header("Content-Security-Policy").contains("default-src 'none'"));
        QVERIFY(page.body.contains("widget.js"));
        const auto head = f.call({.method = "HEAD", .target = "/"});
        QCOMPARE(head.header("Content-Length").toLongLong(), page.body.size());
    }

    void aPortThatIsTakenIsNamed()
    {
        GatewayFixture f;
        auto options = openOptions();
        options.port = static_cast<quint16>(f.port);
        const auto second = gateway::Gateway::start(options, *f.desk.desk, f.metrics, f.desk.clock,
                                                    f.desk.log, f.lines);
        QVERIFY(!second);
        QCOMPARE(second.error().code, base::Code::Busy);
        QVERIFY(second.error().detail.contains(QString::number(f.port)));
        options.host = s("nowhere");
        options.port = 0;
        QCOMPARE(gateway::Gateway::start(options, *f.desk.desk, f.metrics, f.desk.clock, f.desk.log,
                                         f.lines)
                     .error()
                     .code,
                 base::Code::Invalid);
    }

    void sayWhereItIs()
    {
        GatewayFixture f;
        QCOMPARE(f.gateway->url(), s("http://127.0.0.1:%1/").arg(f.port));
    }

    void stoppingUnderLoadHarmsNothing()
    {
        GatewayFixture f;
        const auto session = f.greet();
        std::vector<support::RawClient> clients;
        for (int i = 0; i < 30; ++i) {
            clients.emplace_back(f.port);
            clients.back().send(support::wireBytes(
                f.port,
                {.method = "POST",
                 .target = "/api/chat",
                 .headers = {{"x-session-id", session.id}, {"content-type", "application/json"}},
                 .body = R"({"message":"hola"})"}));
        }
        f.stop();
        for (auto& client : clients) {
            const int status = client.reply().status;
            QVERIFY2(status == 0 || status == 200 || status == 503 || status == 429,
                     qPrintable(QString::number(status)));
        }
    }
};

RELEVO_TEST(OperationsTest)
#include "operations_test.moc"
