// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/read_only.h"

#include "store/files/database_file.h"
#include "store/files/durable.h"

#include <QFileInfo>

namespace store {

std::optional<QString> whyReadOnly(const Layout& layout)
{
    const QString database = layout.database();
    if (!QFileInfo::exists(database))
        return std::nullopt;
    if (const auto writable = checkWritable(QFileInfo(database).path()); !writable)
        return writable.error().detail;
    for (const QString& path :
         {database, database + "-wal", layout.lock(), layout.commits(), layout.erasedIds()}) {
        if (!QFileInfo::exists(path))
            continue;
        if (const auto writable = checkWritable(path); !writable)
            return writable.error().detail;
    }
    return std::nullopt;
}

QString ReadOnly::detail() const
{
    const QString missing =
        QStringLiteral("; the newest changes may be missing: the write-ahead log cannot be used");
    return "open for reading only: " + why + (hidesLog ? missing : QString());
}

ReadOnly howToRead(const QString& database, const QString& why)
{
    const QFileInfo log(database + "-wal");
    if (!log.exists())
        return {.why = why};
    const ReadOnly alone{.why = why, .hidesLog = log.size() > 0};
    if (hasForeignLog(database))
        return alone;
    const auto connection = Connection::open(database, Connection::Role::Reader);
    if (!connection || !(*connection)->number("SELECT count(*) FROM sqlite_schema"))
        return alone;
    return {.why = why, .role = Connection::Role::Reader};
}

} // namespace store
