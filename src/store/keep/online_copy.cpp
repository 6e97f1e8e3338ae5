// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keep/online_copy.h"

#include "store/files/database_file.h"

#include <sqlite3.h>

namespace store {

base::Result<std::unique_ptr<OnlineCopy>> OnlineCopy::start(Connection& source, const QString& path)
{
    if (auto made = makePrivateFile(path); !made)
        return base::fail(made.error());
    auto target = Connection::open(path, Connection::Role::Copy);
    if (!target)
        return base::fail(target.error());
    sqlite3_backup* const backup =
        sqlite3_backup_init((*target)->handle(), "main", source.handle(), "main");
    if (!backup)
        return base::fail(lastError((*target)->handle(), "backup"));
    return std::unique_ptr<OnlineCopy>(new OnlineCopy(std::move(*target), backup));
}

OnlineCopy::OnlineCopy(std::unique_ptr<Connection> target, sqlite3_backup* backup)
    : m_target(std::move(target)), m_backup(backup)
{
}

OnlineCopy::~OnlineCopy()
{
    sqlite3_backup_finish(m_backup);
}

base::Result<bool> OnlineCopy::step(int pages)
{
    const int code = sqlite3_backup_step(m_backup, pages);
    if (code == SQLITE_OK)
        return false;
    if (code == SQLITE_DONE)
        return true;
    return base::fail(errorOf(code, "backup"));
}

} // namespace store
