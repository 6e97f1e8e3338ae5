// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/http_load.h"
#include "bench/served.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace bench {

namespace {

constexpr int kConversations = 10'000;
constexpr int kTurnsOfOne = 10; ///< at least, of those that the load makes

/// Conversations recorded by a server under load, each with the turns that replay reads.
void record(const Settings& settings, const QString& folder)
{
    const auto wanted = static_cast<std::uint64_t>(settings.count(kConversations) * kTurnsOfOne);
    const Served served(folder);
    for (std::uint64_t turns = 0; turns < wanted;) {
        const auto load = loadChat(served.port(), 64, std::chrono::seconds(1));
        if (load.turns == 0)
            qFatal("the server does not answer");
        turns += load.turns;
    }
}

} // namespace

void measureReplay(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("Replay"));
    const QString folder = QDir(settings.folder).filePath(QStringLiteral("replay"));
    record(settings, folder);
    std::vector<double> seconds;
    double replayed = 0;
    for (int round = 0; round < settings.rounds; ++round) {
        QProcess replay;
        const auto begin = std::chrono::steady_clock::now();
        replay.start(programPath(QStringLiteral("relevoctl")),
                     {QStringLiteral("flow"), QStringLiteral("replay"), QStringLiteral("--data"),
                      folder, QStringLiteral("--json")});
        if (!replay.waitForFinished(-1) || replay.exitCode() != 0)
            qFatal("replay: %s", replay.readAllStandardError().constData());
        const double taken =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        const auto lines = replay.readAllStandardOutput().trimmed().split('\n');
        replayed = QJsonDocument::fromJson(lines.last())[u"same"].toDouble();
        seconds.push_back(taken * settings.count(kConversations) / std::max(replayed, 1.0));
    }
    to.add({QStringLiteral("conversations replayed, all the same"),
            QStringLiteral("conversations"),
            {replayed}});
    to.add({QStringLiteral("replay of %1 of them").arg(settings.count(kConversations)),
            QStringLiteral("s"), seconds, atMost(30)});
}

} // namespace bench
