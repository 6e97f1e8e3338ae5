// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bare_server.h"
#include "bench/bench.h"
#include "bench/http_load.h"
#include "bench/machine.h"
#include "bench/served.h"
#include "bench/sqlite_peer.h"

#include <QDir>

#include <map>

namespace bench {

namespace {

// The earlier backend on the same two cores, without ever syncing: the middle of what DESIGN.md says
// of its requests a second.
double earlierBackend(int clients)
{
    return clients == 8 ? 1100 : 1230;
}

/// What the three rounds gave for one number of clients.
struct Series {
    std::vector<double> turns, p50, p95, p99, bare, rows, memory, failures;
    std::map<QString, std::vector<double>> threads; ///< CPU microseconds a turn
};

void runRound(const Settings& settings, int round, int clients, Series& series)
{
    const QString folder =
        QDir(settings.folder).filePath(QStringLiteral("http-%1-%2").arg(round).arg(clients));
    {
        BareServer bare;
        series.bare.push_back(loadGet(bare.port(), "/", clients, settings.seconds(2)).perSecond());
    }
    series.rows.push_back(
        plainRowsPerSecond(folder + QStringLiteral("-plain.db"), clients, settings.seconds(2)));
    Served served(folder);
    if (served.port() == 0)
        return;
    const auto before = threadMicros(served.pid());
    const LoadResult chat = loadChat(served.port(), clients, settings.seconds(6));
    for (const auto& [name, micros] : threadMicros(served.pid())) {
        const auto known = before.find(name);
        const double used = micros - (known == before.end() ? 0 : known->second);
        series.threads[name].push_back(
            used / static_cast<double>(std::max<qint64>(static_cast<qint64>(chat.turns), 1)));
    }
    series.turns.push_back(chat.perSecond());
    series.p50.push_back(chat.percentile(0.5) / 1000);
    series.p95.push_back(chat.percentile(0.95) / 1000);
    series.p99.push_back(chat.percentile(0.99) / 1000);
    series.failures.push_back(static_cast<double>(chat.failures));
    series.memory.push_back(residentMb(served.pid()));
}

QString times(double value, double peer)
{
    return QStringLiteral("%1 ×").arg(peer > 0 ? value / peer : 0, 0, 'f', 2);
}

void report(int clients, const Series& series, Report& to)
{
    const QString at = QStringLiteral(" at %1 clients").arg(clients);
    const double turns = median(series.turns);
    to.add(
        {QStringLiteral("bare Boost.Beast, GET") + at, QStringLiteral("requests/s"), series.bare});
    to.add({QStringLiteral("plain SQLite, %1 rows a commit").arg(clients), QStringLiteral("rows/s"),
            series.rows});
    to.add({QStringLiteral("durable chat turns") + at, QStringLiteral("turns/s"), series.turns,
            atLeast((clients == 8 ? 6 : 8) * earlierBackend(clients)),
            QStringLiteral("%1 the earlier backend, %2 bare Beast, %3 plain SQLite")
                .arg(times(turns, earlierBackend(clients)), times(turns, median(series.bare)),
                     times(turns, median(series.rows)))});
    to.add({QStringLiteral("p50") + at, QStringLiteral("ms"), series.p50});
    to.add({QStringLiteral("p95") + at, QStringLiteral("ms"), series.p95,
            atMost(clients == 8 ? 2.5 : 12)});
    to.add({QStringLiteral("p99") + at, QStringLiteral("ms"), series.p99});
    to.add({QStringLiteral("failed requests") + at, QString(), series.failures, atMost(0)});
    for (const auto& [name, micros] : series.threads) {
        if (median(micros) < 0.5)
            continue;
        const bool isDesk = name == QLatin1String("desk");
        to.add({QStringLiteral("CPU of thread %1").arg(name) + at, QStringLiteral("µs/turn"),
                micros, isDesk ? std::optional(atMost(50)) : std::nullopt});
    }
    to.add({QStringLiteral("memory of serve after that"), QStringLiteral("MB"), series.memory});
}

} // namespace

void measureHttp(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("Chat turns over HTTP"));
    std::vector<double> sync;
    std::map<int, Series> all;
    for (int round = 0; round < settings.rounds; ++round) {
        sync.push_back(fdatasyncMicros(settings.folder) / 1000);
        for (const int clients : {8, 64})
            runRound(settings, round, clients, all[clients]);
    }
    to.add({QStringLiteral("fdatasync of 4 KiB: the floor of a durable turn"), QStringLiteral("ms"),
            sync});
    for (const auto& [clients, series] : all)
        report(clients, series, to);
}

} // namespace bench
