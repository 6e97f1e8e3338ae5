// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "base/threads/blocking_home.h"
#include "bench/bench.h"
#include "bench/http_load.h"
#include "bench/machine.h"
#include "bench/million.h"
#include "bench/served.h"
#include "store/store.h"

#include <QDir>
#include <QThread>

namespace bench {

namespace {

constexpr unsigned long kRestMs = 1500; ///< until a started program is idle

/// Milliseconds of each search for the newest fifty.
std::vector<double> searchMs(store::Store& store, const Vocabulary& vocabulary, const QString& from,
                             int searches)
{
    std::mt19937_64 random(11);
    base::BlockingHome here;
    std::vector<double> ms;
    for (int i = 0; i < searches; ++i) {
        // From the most frequent words to the rarest, evenly over the orders of magnitude; every
        // third time two words.
        const auto rank = [&] {
            const double exponent = std::uniform_real_distribution<double>(
                0, std::log10(static_cast<double>(vocabulary.size())))(random);
            return static_cast<std::size_t>(std::pow(10.0, exponent)) - 1;
        };
        QString words = vocabulary.word(rank());
        if (i % 3 == 0)
            words += u' ' + vocabulary.word(rank() / 10);
        const auto begin = std::chrono::steady_clock::now();
        const auto page = here.wait<store::SearchPage>(
            [&](auto reply) { store.search({.words = words, .from = from}, std::move(reply)); });
        if (!page)
            qFatal("%s", qPrintable(page.error().detail));
        ms.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count());
    }
    return ms;
}

void measureSearch(const Settings& settings, const QString& folder, const Vocabulary& vocabulary,
                   Report& to)
{
    const base::SystemClock clock;
    base::SystemRandom random;
    base::Log log(clock, {.level = base::Level::Error});
    auto store = store::Store::open({.folder = folder, .dailyBackup = false}, clock, random, log);
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    std::vector<double> words, ofCustomer, ofAgent;
    for (int round = 0; round < settings.rounds; ++round) {
        const int searches = settings.count(500);
        words.push_back(percentile(searchMs(**store, vocabulary, {}, searches), 0.99));
        ofCustomer.push_back(
            percentile(searchMs(**store, vocabulary, QStringLiteral("customer"), searches), 0.99));
        ofAgent.push_back(
            percentile(searchMs(**store, vocabulary, QStringLiteral("agent"), searches), 0.99));
    }
    to.add({QStringLiteral("search, first 50, newest first: p99"), QStringLiteral("ms"), words,
            atMost(20)});
    to.add({QStringLiteral("search with from:customer: p99"), QStringLiteral("ms"), ofCustomer,
            atMost(200)});
    to.add({QStringLiteral("search with from:agent, one message in 200: p99"), QStringLiteral("ms"),
            ofAgent, atMost(200)});
}

} // namespace

void measureMillion(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("A million messages"));
    const QDir here(settings.folder);
    std::vector<double> idle;
    for (int round = 0; round < settings.rounds; ++round) {
        const Served served(here.filePath(QStringLiteral("empty")));
        QThread::msleep(kRestMs);
        idle.push_back(residentMb(served.pid()));
    }
    to.add({QStringLiteral("memory of serve, idle"), QStringLiteral("MB"), idle, atMost(40)});

    const Vocabulary vocabulary(1);
    const QString folder = here.filePath(QStringLiteral("million"));
    const auto begin = std::chrono::steady_clock::now();
    const qint64 messages = fillWithMessages(folder, settings.count(1'000'000), vocabulary);
    to.add(
        {QStringLiteral("messages written for this"),
         QStringLiteral("messages"),
         {static_cast<double>(messages)},
         {},
         QStringLiteral("in %1 s with their index")
             .arg(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(),
                  0, 'f', 0)});
    std::vector<double> start, after;
    for (int round = 0; round < settings.rounds; ++round) {
        const Served served(folder);
        start.push_back(served.startMs());
        std::ignore = loadChat(served.port(), 64, settings.seconds(5));
        QThread::msleep(kRestMs);
        after.push_back(residentMb(served.pid()));
    }
    to.add({QStringLiteral("serve listening with them"), QStringLiteral("ms"), start, atMost(150)});
    to.add({QStringLiteral("memory of serve with them, after 5 s at 64 clients"),
            QStringLiteral("MB"), after, atMost(80)});
    measureSearch(settings, folder, vocabulary, to);
}

} // namespace bench
