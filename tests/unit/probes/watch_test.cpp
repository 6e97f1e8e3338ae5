// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "probes/watch/figure_watch.h"
#include "probes/watch/schedule.h"
#include "release/rollout/canary.h"
#include "servers.h"
#include "support/manual_home.h"
#include "support/runner.h"

#include <QUrlQuery>

using namespace std::chrono_literals;
using probes::CheckKind;
using probes::FigureWatch;
using probes::Finding;
using probes::nextRound;
using probes::Round;
using probes::Rounds;
using probes::Schedule;

namespace {

const base::WallTime kReleased{base::fromMs(1'800'000'000'000)};

release::Watch watchOf(const char* figure, release::Side side, double limit)
{
    return {.figure = QString::fromLatin1(figure), .side = side, .limit = limit};
}

probes::Setting settingOf(ProbeFixture& fixture, std::function<std::string()> figures = {})
{
    return {.home = fixture.home.home(),
            .timers = fixture.home,
            .clock = fixture.clock,
            .mask = {},
            .subjects = {.figures = std::move(figures)},
            .limits = {.network = 200ms}};
}

} // namespace

class WatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyFiveMinutesForFourHours()
    {
        const Rounds rounds;
        std::vector<Round> all;
        for (auto at = nextRound(rounds, kReleased, kReleased); at;
             at = nextRound(rounds, kReleased, at->at))
            all.push_back(*at);
        QCOMPARE(all.size(), std::size_t{48});
        QCOMPARE(all.front(), (Round{kReleased + 5min, false}));
        QCOMPARE(all.back(), (Round{kReleased + 240min, false}));
        const auto moments = std::ranges::count(all, true, &Round::isMoment);
        QCOMPARE(moments, 3);
        QCOMPARE(all[2], (Round{kReleased + 15min, true}));
        QCOMPARE(*nextRound(rounds, kReleased, kReleased - 24h), (Round{kReleased + 5min, false}));
        QCOMPARE(*nextRound({.every = 0min}, kReleased, kReleased + 20min),
                 (Round{kReleased + 60min, true}));
        QCOMPARE(*nextRound({.every = 7min}, kReleased, kReleased + 14min),
                 (Round{kReleased + 15min, true}));
    }

    // What a round took longer than to the next is left out, and made up for nowhere.
    void roundsOfSecondsDoNotPileUp()
    {
        const Rounds rounds{.every = 10s, .lasts = 25s, .moments = {}};
        QCOMPARE(*nextRound(rounds, kReleased, kReleased), (Round{kReleased + 10s, false}));
        QCOMPARE(*nextRound(rounds, kReleased, kReleased + 12s), (Round{kReleased + 20s, false}));
        QVERIFY(!nextRound(rounds, kReleased, kReleased + 20s));
    }

    void runsInRoundsAndOnlyWhatAScheduleMay()
    {
        support::ManualHome home;
        home.clock().setWall(kReleased);
        probes::Runner runner({.home = home.home(),
                               .timers = home.timers(),
                               .clock = home.clock(),
                               .mask = {},
                               .subjects = {.figures = [] {
                                   return std::string("relevo_memory_limit_bytes 4\n"
                                                      "relevo_process_resident_bytes 1\n");
                               }}});
        std::vector<std::pair<Round, QString>> found;
        bool isOver = false;
        const auto metric = json(R"({"figure":"memory_ratio","badWhen":"above","limit":0.8})");
        const Schedule schedule(
            runner, home.timers(), home.clock(),
            {.checks = {planOf("m", CheckKind::Metric, metric),
                        planOf("c", CheckKind::Command, json(R"({"arguments":["/bin/true"]})"))},
             .where = probes::Where::CommandLine},
            {}, kReleased,
            {.found = [&](const Round& round,
                          const Finding& finding) { found.emplace_back(round, s(finding)); },
             .over = [&] { isOver = true; }});
        home.advance(16min);
        QCOMPARE(found.size(), std::size_t{6});
        QCOMPARE(found[0].second, QStringLiteral("passed"));
        QCOMPARE(found[1].second, QStringLiteral("could_not_run not_allowed_here command"));
        QCOMPARE(found[4].first, (Round{kReleased + 15min, true}));
        home.advance(240min);
        QCOMPARE(found.size(), std::size_t{96});
        QVERIFY(isOver);
    }

    void whatWasSleptThroughIsNotMadeUpFor()
    {
        support::ManualHome home;
        home.clock().setWall(kReleased + 31min);
        probes::Runner runner({.home = home.home(),
                               .timers = home.timers(),
                               .clock = home.clock(),
                               .mask = {},
                               .subjects = {}});
        std::vector<base::WallTime> rounds;
        const Schedule schedule(
            runner, home.timers(), home.clock(), {.checks = {planOf("c", CheckKind::Command, {})}},
            {}, kReleased,
            {.found = [&](const Round& round, const Finding&) { rounds.push_back(round.at); }});
        home.advance(5min);
        QCOMPARE(rounds, std::vector<base::WallTime>{kReleased + 35min});
        home.clock().setWall(kReleased + 100min + 1s); // the machine slept
        home.advance(1min);
        QCOMPARE(rounds.size(), std::size_t{2});
        QCOMPARE(rounds.back(), kReleased + 100min);
        home.clock().setWall(kReleased + 50min); // and the clock is set back: none runs twice
        home.advance(10min);
        QCOMPARE(rounds.size(), std::size_t{2});
    }

    void readsItsOwnFiguresForTheCanary()
    {
        ProbeFixture fixture;
        int changes = 0;
        double memory = 100;
        FigureWatch watch(
            settingOf(fixture,
                      [&] {
                          return "relevo_memory_limit_bytes 1000\nrelevo_process_resident_bytes " +
                                 std::to_string(memory) + '\n';
                      }),
            {.watches = {watchOf("memory_ratio", release::Side::Above, 0.8),
                         watchOf("memory_ratio", release::Side::Above, 0.9),
                         watchOf("disk_free_ratio", release::Side::Below, 0.1)},
             .every = 20ms},
            [&] { ++changes; });
        QCOMPARE(changes, 0);
        QVERIFY(ProbeFixture::waitFor([&] { return changes >= 3; }));
        watch.setOut({{fixture.clock.wall() + 1ms, std::nullopt}});
        memory = 950;
        const int before = changes;
        QVERIFY(ProbeFixture::waitFor([&] { return changes >= before + 2; }));
        const auto& readings = watch.news().readings;
        QCOMPARE(readings.series.size(), 1);
        QCOMPARE(readings.baselines.value(QStringLiteral("memory_ratio")), 0.1);
        const auto state = [&](const char* figure, release::Side side, double limit) {
            return release::watched(watchOf(figure, side, limit), readings, fixture.clock.wall());
        };
        QCOMPARE(state("memory_ratio", release::Side::Above, 0.8), release::WatchState::Breached);
        QCOMPARE(state("memory_ratio", release::Side::Above, 0.96), release::WatchState::Fine);
        QCOMPARE(state("disk_free_ratio", release::Side::Below, 0.1), release::WatchState::NoData);
    }

    void aClockSetBackLosesNoReadings()
    {
        ProbeFixture fixture;
        int changes = 0;
        const FigureWatch watch(
            settingOf(fixture,
                      [] {
                          return std::string("relevo_memory_limit_bytes 4\n"
                                             "relevo_process_resident_bytes 1\n");
                      }),
            {.watches = {watchOf("memory_ratio", release::Side::Above, 0.8)}, .every = 10ms},
            [&] { ++changes; });
        QVERIFY(ProbeFixture::waitFor([&] { return changes >= 3; }));
        fixture.clock.setAhead(-24h);
        const int before = changes;
        QVERIFY(ProbeFixture::waitFor([&] { return changes >= before + 2; }));
        const auto series = watch.news().readings.series.value(QStringLiteral("memory_ratio"));
        QVERIFY(std::ranges::is_sorted(series, {}, &release::Reading::at));
        QCOMPARE(release::watched(watchOf("memory_ratio", release::Side::Above, 0.8),
                                  watch.news().readings, fixture.clock.wall()),
                 release::WatchState::Fine);
    }

    void readsThemFromAPrometheusServer()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const HttpServer::Request& request) {
            if (request.target.contains("relevo_disk_free_ratio"))
                return; // hangs
            HttpServer::say(socket, 200,
                            R"({"status":"success","data":{"resultType":"vector","result":[
                                {"metric":{},"value":[1,"0.25"]}]}})");
        });
        int changes = 0;
        const FigureWatch watch(
            settingOf(fixture),
            {.watches = {watchOf("http_error_ratio", release::Side::Above, 0.005),
                         watchOf("disk_free_ratio", release::Side::Below, 0.1),
                         watchOf("no_such", release::Side::Below, 0.1)},
             .server = server.address(),
             .every = 20ms},
            [&] { ++changes; });
        QVERIFY(ProbeFixture::waitFor([&] { return changes >= 2; }));
        const auto series = watch.news().readings.series;
        QCOMPARE(series.keys(), QStringList{QStringLiteral("http_error_ratio")});
        QCOMPARE(series.value(QStringLiteral("http_error_ratio")).back().value, 0.25);
        QVERIFY(server.requests().size() <= 6); // one after the other, not one on the other
        QCOMPARE(watch.news().problem, probes::Reason::TimedOut);
        QCOMPARE(watch.news().arguments, QStringList{QStringLiteral("200")});
        QVERIFY(watch.news().readAt.has_value());
    }

    void aBaselineIsAskedOfTheServerAsOfTheRelease()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const HttpServer::Request& request) {
            const QByteArray value = request.target.contains("time=1800000000") ? "0.5" : "2";
            HttpServer::say(socket, 200,
                            R"({"status":"success","data":{"resultType":"scalar","result":[1,")" +
                                value + R"("]}})");
        });
        int changes = 0;
        FigureWatch watch(settingOf(fixture),
                          {.watches = {watchOf("chat_p95_seconds", release::Side::Above, 2)},
                           .server = server.address(),
                           .every = 20ms},
                          [&] { ++changes; });
        watch.setOut({{kReleased, std::nullopt}});
        QVERIFY(ProbeFixture::waitFor([&] { return changes >= 3; }));
        const QString figure = QStringLiteral("chat_p95_seconds");
        QCOMPARE(watch.news().readings.baselines.value(figure), 0.5);
        QCOMPARE(watch.news().readings.series.value(figure).back().value, 2.0);
        const auto ofThen = std::ranges::count_if(server.requests(), [](const auto& request) {
            return request.target.contains("time=");
        });
        QCOMPARE(ofThen, 1); // once is enough
        watch.setOut({});
        QVERIFY(watch.news().readings.baselines.isEmpty());
    }

    void aSecondBeginKeepsTheBaseline()
    {
        ProbeFixture fixture;
        int changes = 0;
        std::atomic<double> memory = 100;
        FigureWatch watch(
            settingOf(fixture,
                      [&] {
                          return "relevo_memory_limit_bytes 1000\nrelevo_process_resident_bytes " +
                                 std::to_string(memory) + '\n';
                      }),
            {.watches = {watchOf("memory_ratio", release::Side::Above, 2)}, .every = 10ms},
            [&] { ++changes; });
        const auto look = [&](int more) {
            const int before = changes;
            return ProbeFixture::waitFor([&] { return changes >= before + more; });
        };
        const auto baseline = [&] {
            return watch.news().readings.baselines.value(QStringLiteral("memory_ratio"));
        };
        QVERIFY(look(2));
        const auto begun = fixture.clock.wall() + 1ms;
        watch.setOut({{begun, std::nullopt}});
        QCOMPARE(baseline(), 0.1);
        memory = 950;
        QVERIFY(look(10)); // more of the bad time than of the good
        const auto aborted = fixture.clock.wall();
        watch.setOut({{begun, aborted}});
        QVERIFY(look(2));
        watch.setOut({{begun, aborted}, {fixture.clock.wall(), std::nullopt}});
        QVERIFY(look(2));
        QCOMPARE(baseline(), 0.1);
    }

    void theFirstLookAsksAServerForThePast()
    {
        ProbeFixture fixture;
        const qint64 now = base::toMs(fixture.clock.wall()) / 1000;
        const HttpServer server([&](QTcpSocket& socket, const HttpServer::Request& request) {
            const auto at = [now](int ago) { return QByteArray::number(now - ago); };
            const QByteArray ranges = R"({"resultType":"matrix","result":[
                {"values":[[)" + at(400) +
                                      R"(,"3"],[)" + at(30) + R"(,"4"]]},
                {"values":[[)" + at(400) +
                                      R"(,"9"],[)" + at(200) +
                                      R"(,"NaN"],[1e300,"99"],[-1e300,"99"],["soon","99"]]}]})";
            const bool isRange = request.target.contains("/query_range?");
            HttpServer::say(socket, 200,
                            R"({"status":"success","data":)" +
                                (isRange ? ranges : R"({"resultType":"scalar","result":[1,"5"]})") +
                                '}');
        });
        int changes = 0;
        const FigureWatch watch(settingOf(fixture),
                                {.watches = {watchOf("chat_p95_seconds", release::Side::Above, 2)},
                                 .server = server.address(),
                                 .every = 20ms,
                                 .past = 10min},
                                [&] { ++changes; });
        QVERIFY(ProbeFixture::waitFor([&] { return changes >= 2; }));
        const QByteArray asked = server.requests().front().target;
        QVERIFY2(asked.startsWith("/api/v1/query_range?query=") && asked.endsWith("&step=30"),
                 asked.constData());
        const auto series = watch.news().readings.series.value(QStringLiteral("chat_p95_seconds"));
        QVERIFY(series.size() >= 3);
        QCOMPARE(series[0], (release::Reading{base::fromMs((now - 400) * 1000), 9}));
        QCOMPARE(series[1], (release::Reading{base::fromMs((now - 30) * 1000), 4}));
        QCOMPARE(series[2].value, 5.0);
        QVERIFY(std::ranges::count_if(server.requests(), [](const auto& each) {
                    return each.target.contains("query_range");
                }) == 1);
    }

    void aSourceThatCannotBeReadIsTold_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("problem");
        QTest::newRow("no address") << "prometheus.example:x"
                                    << "bad_host";
        QTest::newRow("nobody there") << "http://127.0.0.1:9"
                                      << "cannot_connect";
        QTest::newRow("another program") << "/page"
                                         << "no_json";
        QTest::newRow("refused") << "/closed"
                                 << "status_differs";
        QTest::newRow("its own error") << "/error"
                                       << "no_data";
        QTest::newRow("no own figures") << ""
                                        << "not_offered";
    }
    void aSourceThatCannotBeReadIsTold()
    {
        QFETCH(const QString, server);
        QFETCH(const QString, problem);
        ProbeFixture fixture;
        const HttpServer other([](QTcpSocket& socket, const HttpServer::Request& request) {
            if (request.target.startsWith("/page"))
                HttpServer::say(socket, 200, "<html></html>");
            else if (request.target.startsWith("/closed"))
                HttpServer::say(socket, 403, "no");
            else
                HttpServer::say(socket, 400, R"({"status":"error","error":"bad query"})");
        });
        int changes = 0;
        const FigureWatch watch(
            settingOf(fixture),
            {.watches = {watchOf("disk_free_ratio", release::Side::Below, 0.1)},
             .server = server.startsWith(u'/') ? other.address() + server : server,
             .every = 20ms},
            [&] { ++changes; });
        QVERIFY(ProbeFixture::waitFor([&] { return changes >= 1; }));
        QCOMPARE(release::nameText(watch.news().problem), problem);
        QVERIFY(watch.news().readings.series.isEmpty());
        QVERIFY(!watch.news().readAt);
    }
};

RELEVO_TEST(WatchTest)
#include "watch_test.moc"
