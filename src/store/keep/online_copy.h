// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/connection.h"

#include <memory>

struct sqlite3_backup;

namespace store {

/// SQLite's online backup, from the writing connection: what that connection writes meanwhile goes
/// into the copy too, so it never restarts, and the copy is the state at its last step. Between
/// steps no transaction may be open. The source's thread.
class OnlineCopy
{
public:
    [[nodiscard]] static base::Result<std::unique_ptr<OnlineCopy>> start(Connection& source,
                                                                         const QString& path);
    ~OnlineCopy();
    OnlineCopy(const OnlineCopy&) = delete;
    OnlineCopy& operator=(const OnlineCopy&) = delete;

    /// True: the copy is complete.
    [[nodiscard]] base::Result<bool> step(int pages);

private:
    OnlineCopy(std::unique_ptr<Connection> target, sqlite3_backup* backup);
    std::unique_ptr<Connection> m_target;
    sqlite3_backup* m_backup;
};

} // namespace store
