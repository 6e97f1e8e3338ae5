// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/sqlite_peer.h"

#include <sqlite3.h>

#include <string>

namespace bench {

double plainRowsPerSecond(const QString& file, int rowsACommit, std::chrono::milliseconds duration)
{

    sqlite3* database = nullptr;
    sqlite3_open(file.toUtf8().constData(), &database);
    sqlite3_exec(
        database,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=10000;"
        "CREATE TABLE IF NOT EXISTS message (id INTEGER PRIMARY KEY, text TEXT NOT NULL)",
        nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO message (text) VALUES (?)", -1, &insert, nullptr);
    const std::string text(200, 'x');
    long rows = 0;
    const auto begin = std::chrono::steady_clock::now();
    while (std::chrono::steady_clock::now() - begin < duration) {
        sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        for (int i = 0; i < rowsACommit; ++i) {
            sqlite3_bind_text(insert, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
            rows += sqlite3_step(insert) == SQLITE_DONE ? 1 : 0;
            sqlite3_reset(insert);
        }
        if (sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr) != SQLITE_OK)
            break;
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return static_cast<double>(rows) / seconds;
}

} // namespace bench
