// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files/database_file.h"

#include "store/files/durable.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

namespace store {

namespace {

/// The first page's header, https://www.sqlite.org/fileformat2.html#the_database_header
class FileHeader
{
public:
    static constexpr qsizetype kSize = 100;
    explicit FileHeader(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] bool isSqlite() const
    {
        return m_bytes.size() == kSize && m_bytes.startsWith(QByteArray("SQLite format 3\0", 16));
    }
    [[nodiscard]] quint32 pageSize() const
    {
        const auto raw = qFromBigEndian<quint16>(m_bytes.constData() + 16);
        return raw == 1 ? 65536U : raw;
    }
    /// 0 where the field does not count.
    [[nodiscard]] quint32 pages() const { return word(24) == word(92) ? word(28) : 0; }
    [[nodiscard]] quint32 applicationId() const { return word(68); }

private:
    [[nodiscard]] quint32 word(int at) const
    {
        return qFromBigEndian<quint32>(m_bytes.constData() + at);
    }
    QByteArray m_bytes;
};

auto corruptFile(const char* detail)
{
    return base::fail(base::Code::Corrupt, QString::fromUtf8(detail));
}

base::Result<void> checkKind(const struct stat& status)
{
    if (S_ISDIR(status.st_mode))
        return corruptFile("the database's path is a folder");
    if (!S_ISREG(status.st_mode))
        return corruptFile("the database's path is no regular file");
    if (status.st_size == 0)
        return corruptFile("the database file is empty (zero bytes)");
    return {};
}

base::Result<void> checkHeader(const FileHeader& header, qint64 size, bool hasLog)
{
    if (!header.isSqlite())
        return corruptFile("the file is no SQLite database");
    if (header.applicationId() != kApplicationId)
        return corruptFile("the file is a database of another program (application_id)");
    const quint32 page = header.pageSize();
    if (page < 512 || (page & (page - 1)) != 0)
        return corruptFile("the database file is damaged: impossible page size");
    if (!hasLog && size < static_cast<qint64>(header.pages()) * page)
        return corruptFile("the database file is damaged: shorter than its header says");
    return {};
}

/// What the file holds together with its write-ahead log, which may be all that there is of a page: a
/// checkpoint that the power cut leaves half a page behind.
base::Result<std::unique_ptr<Connection>> openUntouched(const QString& path, bool hasLog)
{
    if (!hasLog)
        return Connection::open(path, Connection::Role::Snapshot);
    auto connection = Connection::open(path, Connection::Role::Reader);
    if (connection)
        sqlite3_db_config((*connection)->handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return connection;
}

/// Which database it is, and how far it has come.
struct Origin {
    qint64 created = 0;
    qint64 groups = 0;
};

std::optional<Origin> originIn(base::Result<std::unique_ptr<Connection>> connection)
{
    if (!connection)
        return std::nullopt;
    const auto created = (*connection)->number("SELECT value FROM counter WHERE name = 'created'");
    const auto groups = (*connection)->number("SELECT value FROM counter WHERE name = 'groups'");
    if (!created || !groups || *created == 0)
        return std::nullopt;
    return Origin{*created, *groups};
}

/// Answers the schema's version.
base::Result<int> checkContent(const QString& path, bool hasLog, int newest)
{
    auto connection = openUntouched(path, hasLog);
    if (!connection)
        return base::fail(connection.error());
    const auto tables =
        (*connection)->number("SELECT count(*) FROM sqlite_schema WHERE name = 'migration'");
    const auto version = schemaVersion(**connection);
    if (!tables || *tables != 1 || !version)
        return corruptFile("the database file is damaged: its schema cannot be read");
    if (*version <= newest)
        return *version;
    auto row = (*connection)->use(Sql::LatestCompatibleFrom);
    const auto found = row.step();
    if (!found || !*found)
        return corruptFile("the database file is damaged: its migrations cannot be read");
    if (row.number(0) > newest)
        return base::fail(base::Code::Refused,
                          QStringLiteral("the database has schema %1 and needs a program "
                                         "that knows schema %2; this one knows %3")
                              .arg(*version)
                              .arg(row.number(0))
                              .arg(newest));
    return *version;
}

} // namespace

base::Result<DatabaseFile> examineDatabaseFile(const QString& path, int newest, LogUse log)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        if (errno == ELOOP)
            return corruptFile("the database's path is a circle of symbolic links");
        struct stat link = {};
        if (errno == ENOENT && ::lstat(QFile::encodeName(path).constData(), &link) == 0)
            return corruptFile("the database's path is a symbolic link to nothing");
        if (errno == ENOENT)
            return DatabaseFile{};
        return base::fail(base::Code::Offline, "cannot reach the database file: " +
                                                   QString::fromUtf8(std::strerror(errno)));
    }
    if (auto kind = checkKind(status); !kind)
        return base::fail(kind.error());
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::Code::Offline,
                          "cannot read the database file: " + file.errorString());
    const FileHeader header(file.read(FileHeader::kSize));
    const bool hasLog = log == LogUse::Applied && QFileInfo(path + "-wal").size() > 0;
    if (auto fits = checkHeader(header, status.st_size, hasLog); !fits)
        return base::fail(fits.error());
    const auto version = checkContent(path, hasLog, newest);
    if (!version)
        return base::fail(version.error());
    return DatabaseFile{.exists = true, .version = *version, .endedUncleanly = hasLog};
}

bool hasForeignLog(const QString& path)
{
    if (QFileInfo(path + "-wal").size() == 0)
        return false;
    const auto alone = originIn(openUntouched(path, false));
    if (!alone)
        return false; // a checkpoint may have been cut: then only both together tell anything
    const auto together = originIn(openUntouched(path, true));
    return !together || together->created != alone->created || together->groups < alone->groups;
}

void removeProtectedIndex(const QString& path)
{
    const QString index = path + "-shm";
    if (QFile::exists(index) && !checkWritable(index))
        QFile::remove(index);
}

base::Result<void> makePrivateFile(const QString& path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return base::fail(base::Code::Offline, QStringLiteral("cannot create %1: %2")
                                                   .arg(QFileInfo(path).fileName(),
                                                        QString::fromUtf8(std::strerror(errno))));
    ::close(descriptor);
    return {};
}

base::Result<void> createDatabase(const QString& path, const std::vector<Migration>& migrations,
                                  base::WallTime now)
{
    const QString part = path + ".part";
    QFile::remove(part);
    if (auto made = makePrivateFile(part); !made)
        return made;
    {
        auto connection = Connection::open(part, Connection::Role::Create);
        if (!connection)
            return base::fail(connection.error());
        if (auto done =
                (*connection)->execute("PRAGMA application_id=" + QString::number(kApplicationId));
            !done)
            return done;
        if (auto done = migrate(**connection, migrations, now); !done)
            return done;
        if (auto done = (*connection)
                            ->execute("INSERT INTO counter (name, value) VALUES ('created', " +
                                      QString::number(base::toMs(now)) + u')');
            !done)
            return done;
    }
    if (auto synced = syncFile(part); !synced)
        return synced;
    return renameDurably(part, path);
}

} // namespace store
