// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ai/ai_streams.h"
#include "bench/bench.h"
#include "support/ai_server/process.h"

#include <QDir>

namespace bench {

namespace {

/// A server that paces each stream, so that tokens come one by one as they do from a model.
std::string pacedUrl(const support::AiServer& server, int tokens, int ms)
{
    return server.url("normal,tokens=" + std::to_string(tokens) + ",ms=" + std::to_string(ms));
}

/// The client and its peer at the same streams, in turn.
struct Pair {
    std::vector<double> client, bare, extra, own, failures, clientFirst, bareFirst;

    void run(const Streams& streams)
    {
        const Streamed peer = readBare(streams);
        const Streamed ours = readWithClient(streams);
        client.push_back(ours.cpuPerToken());
        own.push_back(ours.ownPerToken());
        bare.push_back(peer.cpuPerToken());
        extra.push_back(ours.cpuPerToken() - peer.cpuPerToken());
        clientFirst.push_back(ours.firstMs);
        bareFirst.push_back(peer.firstMs);
        const bool isAll = ours.tokens >= streams.count * streams.tokens;
        failures.push_back(ours.failures + peer.failures + (isAll ? 0 : 1));
    }
};

void report(Report& to, const QString& what, const Pair& pair)
{
    const QString micros = QStringLiteral("µs/token");
    to.add({what + QStringLiteral(": bare QNetworkAccessManager, CPU"), micros, pair.bare});
    to.add({what + QStringLiteral(": the client, CPU"), micros, pair.client});
    to.add(
        {what + QStringLiteral(": the client over the bare one"), micros, pair.extra, atMost(20)});
    to.add({what + QStringLiteral(": of the client's, the calling thread's"), micros, pair.own});
    to.add({what + QStringLiteral(": streams that failed"), QString(), pair.failures, atMost(0)});
}

void reportFirst(Report& to, const Pair& pair)
{
    std::vector<double> extra;
    for (std::size_t i = 0; i < pair.clientFirst.size(); ++i)
        extra.push_back(pair.clientFirst[i] - pair.bareFirst[i]);
    to.add({QStringLiteral("first token over a bare QNetworkAccessManager"), QStringLiteral("ms"),
            extra, atMost(1),
            QStringLiteral("%1 and %2 ms")
                .arg(median(pair.clientFirst), 0, 'f', 2)
                .arg(median(pair.bareFirst), 0, 'f', 2)});
}

qsizetype threadsNow()
{
    return QDir(QStringLiteral("/proc/self/task"))
        .entryList(QDir::Dirs | QDir::NoDotAndDotDot)
        .size();
}

} // namespace

void measureAi(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("The AI client"));
    const support::AiServer server;
    Pair few, many, first;
    std::vector<double> fallback;
    for (int round = 0; round < settings.rounds; ++round) {
        const int tokens = settings.count(1000);
        few.run({pacedUrl(server, tokens, 3), 4, tokens});
        const int fewer = settings.count(200);
        many.run({pacedUrl(server, fewer, 40), 200, fewer});
        for (int i = 0; i < settings.count(100); ++i)
            first.run({pacedUrl(server, 2, 0), 1, 2});
        fallback.push_back(fallbackMs());
    }
    report(to, QStringLiteral("4 streams"), few);
    report(to, QStringLiteral("200 streams on one thread"), many);
    reportFirst(
        to, {.clientFirst = {median(first.clientFirst)}, .bareFirst = {median(first.bareFirst)}});
    to.add({QStringLiteral("answer without AI while the breaker is open"), QStringLiteral("ms"),
            fallback, atMost(5)});
    to.note(QStringLiteral("Threads of this process afterwards: %1.").arg(threadsNow()));
}

} // namespace bench
