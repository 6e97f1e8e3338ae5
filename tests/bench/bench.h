// SPDX-License-Identifier: GPL-3.0-or-later
// relevo-bench: takes the figures of RESULTS.md. Every measurement is bounded in count or time, talks to
// loopback only and works in a temporary folder under the current one. The earlier figures of a run are
// not disturbed by later ones: each part starts and ends its own programs.
//
//   relevo-bench --all          everything, in at most ten minutes; prints a table in Markdown
//   relevo-bench http engine    these parts only: http, store, engine, nlu, ai, privacy, million, replay,
//                               window, releases
//   relevo-bench --quick …      a tenth of the time and of the data: to see that it works
#pragma once

#include "bench/report.h"

#include <QString>

#include <chrono>

namespace bench {

struct Settings {
    QString folder; ///< a temporary one, on the disk that is measured
    bool isQuick = false;
    int rounds = 3;

    [[nodiscard]] std::chrono::milliseconds seconds(int full) const
    {
        return std::chrono::milliseconds(isQuick ? full * 100 : full * 1000);
    }
    [[nodiscard]] int count(int full) const { return isQuick ? full / 10 : full; }
};

/// Turns a second over HTTP at 8 and 64 clients, the threads' work a turn, memory while it serves;
/// interleaved with the bare peers.
void measureHttp(const Settings& settings, Report& report);
/// Commits without HTTP and desk, beside plain SQLite.
void measureStore(const Settings& settings, Report& report);
/// step() alone.
void measureEngine(const Settings& settings, Report& report);
/// Learning what messages want, and classifying them.
void measureNlu(const Settings& settings, Report& report);
/// Masking 10 kB of chat, hostile texts, and lines of the log.
void measurePrivacy(const Settings& settings, Report& report);
/// The AI client beside a bare QNetworkAccessManager reading the same streams.
void measureAi(const Settings& settings, Report& report);
/// A million messages: start, memory, search.
void measureMillion(const Settings& settings, Report& report);
/// Recorded conversations against the flow that they were made with.
void measureReplay(const Settings& settings, Report& report);
/// The window: idle memory, time until it can be used, a conversation of 5,000 messages, long lists.
void measureWindow(const Settings& settings, Report& report);
/// The board of a release of 5,000 items: opened, scrolled, filtered, ticked.
void measureReleases(const Settings& settings, Report& report);

} // namespace bench
