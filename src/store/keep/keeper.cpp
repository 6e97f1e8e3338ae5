// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/keep/keeper.h"

#include "store/files/durable.h"
#include "store/keep/evidence_copies.h"
#include "store/keep/manifest.h"
#include "store/releases/checklists.h"

#include <QFileInfo>

using namespace std::chrono_literals;

namespace store {

namespace {
constexpr int kKept = 7;
constexpr auto kDay = 24h;
constexpr auto kFirstLook = 2min; ///< after the start, when everybody else has settled
constexpr auto kLookPause = 30min;
constexpr qint64 kShareOfFreeDisk = 5; ///< a daily backup takes at most a fifth of it

/// One from the future, made while the clock was wrong, says nothing about today.
const BackupInfo* newestVerified(const std::vector<BackupInfo>& backups, base::WallTime now)
{
    for (const BackupInfo& backup : backups) {
        if (backup.isVerified && backup.time <= now)
            return &backup;
    }
    return nullptr;
}
} // namespace

Keeper::Keeper(Options options, Writer& writer, const base::Clock& clock, base::Log& log)
    : m_options(std::move(options)), m_writer(writer), m_clock(clock), m_log(log),
      m_worker(clock, {.name = "keeper", .atEnd = [this] {
                           m_jobs.clear();
                           m_caller.reset();
                       }})
{
    m_caller = std::make_unique<base::Caller>(m_worker.home());
}

Keeper::~Keeper()
{
    stop();
}

void Keeper::start()
{
    m_worker.home()->mailbox().deliver([this] {
        if (m_options.checkAtStart)
            checkFile();
        if (m_options.dailyBackup)
            m_worker.timers().after(kFirstLook, [this] { considerDaily(); });
    });
    m_worker.start();
}

void Keeper::stop()
{
    m_worker.stop();
}

void Keeper::backup(QString folder, QString reason, base::Reply<BackupInfo> reply)
{
    if (folder.isEmpty())
        folder = m_options.backups;
    m_worker.home()->mailbox().deliver(
        [this, job = Job{std::move(folder), std::move(reason), std::move(reply)}]() mutable {
            m_jobs.push_back(std::move(job));
            next();
        });
}

void Keeper::list(base::Reply<std::vector<BackupInfo>> reply)
{
    m_worker.home()->mailbox().deliver([this, reply = std::move(reply)]() mutable {
        reply.answer(listBackups(m_options.backups));
    });
}

// While the writer copies the database for a backup, too. Sealing it, which copies the files, is one
// piece of work of this thread: done before, its copies go now; done later, it finds the files gone.
void Keeper::dropEvidence(QList<QByteArray> hashes, base::Reply<ErasedCopies> reply)
{
    m_worker.home()->mailbox().deliver(
        [this, hashes = std::move(hashes), reply = std::move(reply)]() mutable {
            reply.answer(dropNow(hashes));
        });
}

base::Result<ErasedCopies> Keeper::dropNow(const QList<QByteArray>& hashes) const
{
    ErasedCopies gone;
    if (!hashes.isEmpty()) {
        const auto connection = Connection::open(m_options.database, m_options.reading);
        if (!connection)
            return base::fail(connection.error());
        const auto unseen = filesNotShown(**connection, hashes);
        if (!unseen)
            return base::fail(unseen.error());
        const auto dropped =
            dropEvidenceCopies(m_options.backups, EvidenceHashes(unseen->begin(), unseen->end()));
        if (!dropped)
            return base::fail(dropped.error());
        gone.files = *dropped;
    }
    gone.backups = static_cast<int>(listBackups(m_options.backups).size());
    return gone;
}

base::Result<QString> Keeper::prepare(const Job& job) const
{
    for (const QChar c : job.reason) {
        if (!c.isLower() || c.unicode() > 127)
            return base::fail(base::Code::Invalid, "a backup's reason is a word of small letters");
    }
    if (auto made = makePrivateFolder(job.folder); !made)
        return base::fail(made.error());
    const qint64 bytes = QFileInfo(m_options.database).size() +
                         QFileInfo(m_options.database + "-wal").size() +
                         bytesToCopy(m_options.evidence, evidenceIn(job.folder));
    if (auto room = checkRoom(job.folder, bytes); !room)
        return base::fail(room.error());
    return freeBackupPath(job.folder, job.reason.isEmpty() ? QStringLiteral("manual") : job.reason,
                          m_clock.wall());
}

void Keeper::next()
{
    if (m_isBusy || m_jobs.empty())
        return;
    m_isBusy = true;
    const Job& job = m_jobs.front();
    const auto path = prepare(job);
    if (!path) {
        finish(base::fail(path.error()));
        return;
    }
    const auto sealed = [this, path = *path](const base::Result<qint64>& groups) {
        const QString reason =
            m_jobs.front().reason.isEmpty() ? QStringLiteral("manual") : m_jobs.front().reason;
        if (!groups)
            removePart(path);
        finish(groups ? sealBackup(path, {reason, m_clock.wall(), m_options.evidence}, *groups)
                      : base::fail(groups.error()));
    };
    m_writer.copyTo(*path + ".part", m_caller->expect<qint64>(sealed));
}

void Keeper::finish(base::Result<BackupInfo> result)
{
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_isBusy = false;
    if (result) {
        rotateBackups(job.folder, kKept, m_clock.wall());
        m_log.info("store", "backup_made", {{"reason", result->reason}, {"bytes", result->bytes}});
    } else {
        m_log.error("store", "backup_failed", {{"detail", result.error().detail}});
    }
    job.reply.answer(std::move(result));
    next();
}

void Keeper::considerDaily()
{
    const auto backups = listBackups(m_options.backups);
    const BackupInfo* const newest = newestVerified(backups, m_clock.wall());
    const bool isDue = !newest || m_clock.wall() - newest->time >= kDay;
    const auto manifest = newest ? readManifest(newest->path) : base::Result<Manifest>();
    const bool isUnchanged = newest && manifest && manifest->groups == m_writer.groupCount();
    if (isDue && !isUnchanged) {
        const auto room = freeBytes(m_options.database);
        if (room && QFileInfo(m_options.database).size() > *room / kShareOfFreeDisk)
            m_log.warning("store", "daily_backup_skipped",
                          {{"detail", "too little room on the disk"}});
        else
            backup({}, QStringLiteral("daily"), {});
    }
    m_worker.timers().after(kLookPause, [this] { considerDaily(); });
}

void Keeper::checkFile()
{
    auto connection = Connection::open(m_options.database, m_options.reading);
    const auto verdict = connection ? (*connection)->text("PRAGMA quick_check(1)")
                                    : base::Result<QString>(base::fail(connection.error()));
    if (verdict && *verdict == "ok") {
        m_log.info("store", "checked_after_unclean_end");
        return;
    }
    m_hasFoundDamage = true;
    m_log.error("store", "database_damaged",
                {{"detail", verdict ? *verdict : verdict.error().detail}});
}

} // namespace store
