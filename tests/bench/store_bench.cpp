// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "base/threads/blocking_home.h"
#include "bench/bench.h"
#include "bench/machine.h"
#include "bench/sqlite_peer.h"
#include "bench/talk.h"
#include "store/store.h"

#include <QCoreApplication>
#include <QDir>

namespace bench {

namespace {

struct CommitRound {
    double perSecond = 0;
    double storeMicros = 0; ///< CPU of the writing thread a turn
};

/// `inFlight` conversations whose turns are committed as fast as the store answers.
CommitRound commitTurns(const QString& folder, int inFlight, std::chrono::milliseconds duration)
{
    const base::SystemClock clock;
    base::SystemRandom random;
    base::Log log(clock, {.level = base::Level::Error});
    auto store = store::Store::open({.folder = folder, .dailyBackup = false}, clock, random, log);
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    const auto script = scriptedTurns(builtInFlow());
    base::BlockingHome here;
    std::vector<std::pair<base::ConversationId, std::size_t>> talks(
        static_cast<std::size_t>(inFlight));
    qint64 done = 0;
    const auto begin = clock.steady();
    const auto before = threadMicros(QCoreApplication::applicationPid());
    int open = 0;
    std::function<void(std::size_t)> say = [&](std::size_t i) {
        auto& [id, at] = talks[i];
        store::TurnCommit turn = script[at];
        turn.conversation = id;
        turn.ulid = base::makeUlid(clock.wall(), random);
        turn.customer = {turn.ulid};
        turn.clientMessageId = turn.ulid;
        ++open;
        (*store)->commitTurn(
            std::move(turn),
            here.caller().expect<store::Committed>(
                [&, i](base::Result<store::Committed> committed) {
                    if (!committed)
                        qFatal("%s", qPrintable(committed.error().detail));
                    --open;
                    ++done;
                    const std::size_t next = (talks[i].second + 1) % script.size();
                    talks[i] = {next == 0 ? base::ConversationId{} : committed->conversation, next};
                    if (clock.steady() - begin < duration)
                        say(i);
                }));
    };
    for (std::size_t i = 0; i < talks.size(); ++i)
        say(i);
    here.runUntil([&] { return open == 0; }, duration * 10);
    const double seconds = std::chrono::duration<double>(clock.steady() - begin).count();
    auto after = threadMicros(QCoreApplication::applicationPid());
    const QString name = QStringLiteral("store");
    const auto known = before.find(name);
    const double used = after[name] - (known == before.end() ? 0 : known->second);
    return {static_cast<double>(done) / seconds, used / static_cast<double>(done)};
}

} // namespace

void measureStore(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("Commits alone"));
    std::vector<double> turns, micros, plain;
    for (int round = 0; round < settings.rounds; ++round) {
        const QString folder =
            QDir(settings.folder).filePath(QStringLiteral("store-%1").arg(round));
        plain.push_back(
            plainRowsPerSecond(folder + QStringLiteral("-plain.db"), 1, settings.seconds(1)));
        const auto committed = commitTurns(folder, 64, settings.seconds(3));
        turns.push_back(committed.perSecond);
        micros.push_back(committed.storeMicros);
    }
    to.add({QStringLiteral("plain SQLite, one row a commit"), QStringLiteral("commits/s"), plain});
    to.add({QStringLiteral("turns committed, 64 in flight"),
            QStringLiteral("turns/s"),
            turns,
            {},
            QStringLiteral("%1 × plain SQLite").arg(median(turns) / median(plain), 0, 'f', 2)});
    to.add({QStringLiteral("CPU of the writing thread"), QStringLiteral("µs/turn"), micros});
}

} // namespace bench
