// SPDX-License-Identifier: GPL-3.0-or-later
// relevo-bench: what the figures in RESULTS.md were taken with. Every measurement is bounded in
// count or time and talks to loopback only.
//
//   relevo-bench disk              fdatasync of 4 KiB: the floor of every durable turn
//   relevo-bench http              turns a second over HTTP at 8 and 64 clients, beside bare peers
//   relevo-bench engine            step() alone (Google Benchmark)
//   relevo-bench store             commits alone, many in flight, beside plain SQLite
//   relevo-bench million           fills a folder with a million messages, then start, memory, search
//   relevo-bench conversation      opens a conversation of 5,000 messages
#pragma once

#include <QString>
#include <QStringList>

namespace bench {

int runDisk(const QStringList& arguments);
int runHttp(const QStringList& arguments);
int runEngine(const QStringList& arguments);
int runStore(const QStringList& arguments);
int runMillion(const QStringList& arguments);
int runConversation(const QStringList& arguments);

/// Median of 4 KiB writes with fdatasync in `folder`, in microseconds.
[[nodiscard]] double fdatasyncMicros(const QString& folder, int writes = 200);

/// Resident memory of a process in MB, from /proc.
[[nodiscard]] double residentMb(qint64 pid);

} // namespace bench
