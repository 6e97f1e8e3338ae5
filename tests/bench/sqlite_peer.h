// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>

namespace bench {

/// The peer of the store: plain SQLite through its C API on one thread, WAL and synchronous=FULL as
/// the store has it, a table of two columns, rows of 200 bytes. Rows a second, `rowsACommit` in each
/// transaction.
[[nodiscard]] double plainRowsPerSecond(const QString& file, int rowsACommit,
                                        std::chrono::milliseconds duration);

} // namespace bench
