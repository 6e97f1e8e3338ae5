// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/registry.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <set>
#include <thread>

using metrics::Kind;
using metrics::Registry;

namespace {

QStringList linesOf(const Registry& registry)
{
    return QString::fromStdString(registry.exposition()).split(u'\n', Qt::SkipEmptyParts);
}

double sampleOf(const Registry& registry, const QString& sample)
{
    for (const QString& line : linesOf(registry)) {
        if (line.startsWith(sample + u' '))
            return line.mid(sample.size() + 1).toDouble();
    }
    return -1;
}

} // namespace

class RegistryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // prometheus.io/docs/practices/naming and what promtool's linter holds against names.
    void namesFollowTheRules()
    {
        const QRegularExpression rule(
            QStringLiteral("^(relevo|gen_ai_client)_[a-z0-9_]*[a-z0-9]$"));
        std::set<QString> seen;
        for (const auto& figure : metrics::catalogue()) {
            const QString name = QString::fromLatin1(figure.name);
            QVERIFY2(rule.match(name).hasMatch(), figure.name);
            QVERIFY2(seen.insert(name).second, figure.name);
            QVERIFY2(name.endsWith(QLatin1String("_total")) == (figure.kind == Kind::Counter),
                     figure.name);
            QVERIFY2(*figure.help != '\0', figure.name);
            QCOMPARE(figure.buckets.empty(), figure.kind != Kind::Histogram);
            QVERIFY(std::is_sorted(figure.buckets.begin(), figure.buckets.end()));
        }
    }

    void countsByLabel()
    {
        Registry registry;
        registry.count("relevo_http_requests_total", {{"route", "chat"}, {"status", "2xx"}});
        registry.count("relevo_http_requests_total", {{"route", "chat"}, {"status", "2xx"}}, 2);
        registry.count("relevo_http_requests_total", {{"route", "chat"}, {"status", "4xx"}});
        const auto of = [&](const char* status) {
            return sampleOf(
                registry, QStringLiteral("relevo_http_requests_total{route=\"chat\",status=\"%1\"}")
                              .arg(QLatin1String(status)));
        };
        QCOMPARE(of("2xx"), 3.0);
        QCOMPARE(of("4xx"), 1.0);
    }

    void setsGaugesAndRaisesCounters()
    {
        Registry registry;
        registry.set("relevo_http_connections", 5);
        registry.set("relevo_http_connections", 2);
        QCOMPARE(sampleOf(registry, QStringLiteral("relevo_http_connections")), 2.0);
        registry.set("relevo_turns_committed_total", 5);
        registry.set("relevo_turns_committed_total", 2); // a counter never falls
        QCOMPARE(sampleOf(registry, QStringLiteral("relevo_turns_committed_total")), 5.0);
    }

    void fillsBuckets()
    {
        Registry registry;
        for (const double seconds : {0.002, 0.004, 0.2, 100.0})
            registry.observe("relevo_http_request_duration_seconds", seconds, {{"route", "chat"}});
        const auto upTo = [&](const char* bound) {
            return sampleOf(
                registry,
                QStringLiteral(
                    "relevo_http_request_duration_seconds_bucket{route=\"chat\",le=\"%1\"}")
                    .arg(QLatin1String(bound)));
        };
        QCOMPARE(upTo("0.0025"), 1.0);
        QCOMPARE(upTo("0.005"), 2.0);
        QCOMPARE(upTo("0.25"), 3.0);
        QCOMPARE(upTo("+Inf"), 4.0);
        QCOMPARE(
            sampleOf(registry,
                     QStringLiteral("relevo_http_request_duration_seconds_count{route=\"chat\"}")),
            4.0);
    }

    void ignoresWhatTheCatalogueDoesNotHave()
    {
        Registry registry;
        const std::string before = registry.exposition();
        registry.count("relevo_unheard_of_total");
        registry.count("relevo_http_connections"); // a gauge
        registry.set("relevo_http_request_duration_seconds", 1);
        registry.observe("relevo_http_requests_total", 1);
        QCOMPARE(registry.exposition(), before);
    }

    // Text format 0.0.4, prometheus.io/docs/instrumenting/exposition_formats.
    void everyLineOfTheExpositionIsValid()
    {
        Registry registry;
        for (const auto& figure : metrics::catalogue()) {
            registry.count(figure.name, {{"scope", "a\"b\\c\nd"}});
            registry.set(figure.name, 1.5, {{"scope", "x"}});
            registry.observe(figure.name, 0.3, {{"route", "x"}});
        }
        const QRegularExpression sample(QStringLiteral(
            R"(^[a-z_:][a-z0-9_:]*(\{[a-z_]+="([^"\\]|\\["\\n])*"(,[a-z_]+="([^"\\]|\\["\\n])*")*\})? )"
            R"(([+-]?[0-9.]+(e[+-]?[0-9]+)?|[+-]?Inf|NaN)$)"));
        const QRegularExpression comment(
            QStringLiteral("^# (HELP (relevo|gen_ai_client)_[a-z0-9_]+ .+|"
                           "TYPE (relevo|gen_ai_client)_[a-z0-9_]+ (counter|gauge|histogram))$"));
        const QStringList lines = linesOf(registry);
        QVERIFY(lines.size() > 2 * static_cast<qsizetype>(metrics::catalogue().size()));
        for (const QString& line : lines)
            QVERIFY2((line.startsWith(u'#') ? comment : sample).match(line).hasMatch(),
                     qPrintable(line));
        QVERIFY(registry.exposition().ends_with('\n'));
    }

    void saysTheSameAsJson()
    {
        Registry registry;
        registry.count("relevo_http_requests_total", {{"route", "chat"}, {"status", "2xx"}}, 3);
        registry.set("relevo_http_connections", 2);
        registry.observe("relevo_http_request_duration_seconds", 0.5, {{"route", "chat"}});
        const auto json =
            QJsonDocument::fromJson(QByteArray::fromStdString(registry.json())).object();
        QCOMPARE(
            json.value(QLatin1String("relevo_http_requests_total{route=\"chat\",status=\"2xx\"}"))
                .toInt(),
            3);
        QCOMPARE(json.value(QLatin1String("relevo_http_connections")).toInt(), 2);
        QCOMPARE(
            json.value(QLatin1String("relevo_http_request_duration_seconds_count{route=\"chat\"}"))
                .toInt(),
            1);
    }

    void takesFiguresFromAnyThread()
    {
        Registry registry;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (int n = 0; n < 1000; ++n) {
                    registry.count("relevo_rate_limited_total", {{"scope", "chat"}});
                    if (n % 100 == 0)
                        std::ignore = registry.exposition();
                }
            });
        for (auto& thread : threads)
            thread.join();
        QCOMPARE(sampleOf(registry, QStringLiteral("relevo_rate_limited_total{scope=\"chat\"}")),
                 4000.0);
    }
};

RELEVO_TEST(RegistryTest)
#include "registry_test.moc"
