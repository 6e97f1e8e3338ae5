// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "probes/figures/exposition.h"
#include "probes/figures/history.h"
#include "servers.h"
#include "support/runner.h"

#include <QUrlQuery>

#include <cmath>

using namespace std::chrono_literals;
using probes::CheckKind;
using probes::FigureHistory;

namespace {

constexpr const char* kStart = R"(# HELP relevo_http_requests_total Requests
# TYPE relevo_http_requests_total counter
relevo_http_requests_total{route="chat",method="POST",status="2xx"} 90
relevo_http_requests_total{route="chat",method="POST",status="5xx"} 10
relevo_http_request_duration_seconds_bucket{route="chat",le="0.5"} 90
relevo_http_request_duration_seconds_bucket{route="chat",le="1"} 100
relevo_http_request_duration_seconds_bucket{route="chat",le="2.5"} 100
relevo_http_request_duration_seconds_bucket{route="chat",le="+Inf"} 100
relevo_process_resident_bytes 500
relevo_memory_limit_bytes 1000
)";
constexpr const char* kLater = R"(
relevo_http_requests_total{route="chat",method="POST",status="2xx"} 190
relevo_http_requests_total{route="chat",method="POST",status="5xx"} 10
relevo_http_request_duration_seconds_bucket{route="chat",le="0.5"} 90
relevo_http_request_duration_seconds_bucket{route="chat",le="1"} 100
relevo_http_request_duration_seconds_bucket{route="chat",le="2.5"} 200
relevo_http_request_duration_seconds_bucket{route="chat",le="+Inf"} 200
relevo_breaker_state{endpoint="a",state="open"} 1
)";

probes::Subjects own(const std::string& exposition)
{
    return {.figures = [exposition] { return exposition; }};
}

QString figure(const char* name)
{
    return QString::fromLatin1(name);
}

} // namespace

class MetricProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheExposition()
    {
        const auto samples = probes::readExposition(
            "# HELP a b\n\na 1\nb{} 2.5\nc{x=\"1\",y=\"a\\\"b\\\\c\\nd}\",} 3e2 1395066363000\n"
            "d{x=\"1\" 4\ne\n{x=\"1\"} 5\nf nothing\ng +Inf\nh NaN");
        QCOMPARE(samples.size(), std::size_t{5});
        QCOMPARE(samples[0].value, 1.0);
        QCOMPARE(samples[1].name, std::string("b"));
        QCOMPARE(samples[2].value, 300.0);
        QCOMPARE(std::string(samples[2].label("y")), std::string("a\"b\\c\nd}"));
        QVERIFY(std::isinf(samples[3].value));
        QVERIFY(std::isnan(samples[4].value));
    }

    void countsOverTheLastMinutes()
    {
        FigureHistory history;
        QVERIFY(!history.value(figure("http_error_ratio")));
        const base::SteadyTime start{1h};
        history.add(kStart, start);
        QCOMPARE(*history.value(figure("http_error_ratio")), 0.1); // since the program's start
        QCOMPARE(*history.value(figure("chat_p95_seconds")), 0.75);
        QCOMPARE(*history.value(figure("memory_ratio")), 0.5);
        QCOMPARE(*history.value(figure("breaker_open")), 0.0);
        history.add(kLater, start + 1min);
        QCOMPARE(*history.value(figure("http_error_ratio")), 0.0);
        QCOMPARE(*history.value(figure("chat_p95_seconds")), 1.0 + 1.5 * 0.95);
        QCOMPARE(*history.value(figure("breaker_open")), 1.0);
        QVERIFY(!history.value(figure("memory_ratio")));
        QVERIFY(!history.value(figure("disk_free_ratio")));
        QVERIFY(!history.value(figure("no_such")));
    }

    void tooFewEventsSayNothing()
    {
        FigureHistory history;
        const base::SteadyTime start{1h};
        history.add("relevo_ai_requests_total{outcome=\"timed_out\"} 4\n", start);
        QVERIFY(!history.value(figure("ai_error_ratio")));
        history.add("relevo_ai_requests_total{outcome=\"timed_out\"} 6\n"
                    "relevo_ai_requests_total{outcome=\"completed\"} 6\n",
                    start + 1min);
        QCOMPARE(*history.value(figure("ai_error_ratio")), 0.25);
        history.add("relevo_ai_requests_total{outcome=\"timed_out\"} 6\n"
                    "relevo_ai_requests_total{outcome=\"completed\"} 6\n",
                    start + 8min);
        QVERIFY(!history.value(figure("ai_error_ratio"))); // nothing happened in the window
    }

    void aRestartedCounterBeginsAnew()
    {
        FigureHistory history;
        const base::SteadyTime start{1h};
        history.add("relevo_http_requests_total{status=\"2xx\"} 1000\n", start);
        history.add("relevo_http_requests_total{status=\"2xx\"} 5\n"
                    "relevo_http_requests_total{status=\"5xx\"} 5\n",
                    start + 1min);
        QCOMPARE(*history.value(figure("http_error_ratio")), 0.5);
    }

    void judgesItsOwnMetrics()
    {
        ProbeFixture fixture(own(kStart));
        const auto at = [&](const char* plan) {
            return s(fixture.run(CheckKind::Metric, json(plan)));
        };
        QCOMPARE(at(R"({"figure":"memory_ratio","badWhen":"above","limit":0.8})"),
                 QStringLiteral("passed"));
        QCOMPARE(at(R"({"figure":"memory_ratio","badWhen":"above","limit":0.4})"),
                 QStringLiteral("failed limit_passed memory_ratio 0.5 0.4"));
        QCOMPARE(at(R"({"figure":"memory_ratio","badWhen":"below","limit":0.6})"),
                 QStringLiteral("failed limit_passed memory_ratio 0.5 0.6"));
        QCOMPARE(at(R"({"figure":"disk_free_ratio","badWhen":"below","limit":0.1})"),
                 QStringLiteral("could_not_run no_data disk_free_ratio no data"));
        QCOMPARE(at(R"({"figure":"no_such","badWhen":"below","limit":0.1})"),
                 QStringLiteral("could_not_run bad_plan figure"));
        QCOMPARE(at(R"({"figure":"memory_ratio","limit":0.1})"),
                 QStringLiteral("could_not_run bad_plan badWhen"));
        QCOMPARE(at(R"({"query":"up","badWhen":"below","limit":1})"),
                 QStringLiteral("could_not_run bad_plan query"));
        ProbeFixture without;
        QCOMPARE(s(without.run(CheckKind::Metric,
                               json(R"({"figure":"memory_ratio","badWhen":"above","limit":1})"))),
                 QStringLiteral("could_not_run not_offered metric"));
    }

    void asksAPrometheusServer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("summary");
        const auto row = [](const char* name, const char* answer, const char* summary) {
            QTest::newRow(name) << QByteArray(answer) << QString::fromLatin1(summary);
        };
        row("vector",
            R"({"status":"success","data":{"resultType":"vector","result":[
                {"metric":{},"value":[1,"0.002"]}]}})",
            "passed");
        row("the worst of two",
            R"({"status":"success","data":{"resultType":"vector","result":[
                {"metric":{"a":"1"},"value":[1,"0.001"]},{"metric":{"a":"2"},"value":[1,"0.1"]}]}})",
            "failed limit_passed http_error_ratio 0.1 0.005");
        row("scalar", R"({"status":"success","data":{"resultType":"scalar","result":[1,"0.2"]}})",
            "failed limit_passed http_error_ratio 0.2 0.005");
        row("nothing", R"({"status":"success","data":{"resultType":"vector","result":[]}})",
            "could_not_run no_data http_error_ratio no series");
        row("NaN",
            R"({"status":"success","data":{"resultType":"vector","result":[
                {"metric":{},"value":[1,"NaN"]}]}})",
            "could_not_run no_data http_error_ratio no number");
        row("refused", R"({"status":"error","errorType":"bad_data","error":"parse error"})",
            "could_not_run no_data http_error_ratio parse error");
        row("other bytes", "<html>", "could_not_run no_data http_error_ratio status 200");
    }

    void asksAPrometheusServer()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, summary);
        ProbeFixture fixture;
        HttpServer server([&](QTcpSocket& socket, const HttpServer::Request&) {
            HttpServer::say(socket, 200, answer);
        });
        const auto finding = fixture.run(
            CheckKind::Metric,
            json(R"({"figure":"http_error_ratio","server":"{prometheus}","badWhen":"above",
                     "limit":0.005})"),
            {{QStringLiteral("prometheus"), server.address() + QStringLiteral("/prom/")}});
        QCOMPARE(s(finding), summary);
        const auto target = QUrl(QString::fromLatin1(server.requests().front().target));
        QCOMPARE(target.path(), QStringLiteral("/prom/api/v1/query"));
        const auto query =
            QUrlQuery(target).queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded);
        QVERIFY2(query.contains(QLatin1String("relevo_http_requests_total{status=~\"5..\"}[5m]")),
                 qPrintable(query));
    }
};

RELEVO_TEST(MetricProbeTest)
#include "metric_test.moc"
