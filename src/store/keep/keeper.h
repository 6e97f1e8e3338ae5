// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log/log.h"
#include "base/threads/caller.h"
#include "base/threads/worker.h"
#include "store/keep/backup_files.h"
#include "store/releases/checklist_records.h"
#include "store/writer.h"

#include <deque>

namespace store {

/// Backups and checks that take long, on a thread of its own that nobody waits for: the writer
/// copies in slices, this thread verifies the copy. Any thread may ask.
class Keeper
{
public:
    struct Options {
        QString database;
        QString backups;  ///< the default folder
        QString evidence; ///< the folder of its files
        bool dailyBackup = true;
        Connection::Role reading = Connection::Role::Reader;
        bool checkAtStart = false; ///< the last program ended uncleanly: quick_check
    };
    Keeper(Options options, Writer& writer, const base::Clock& clock, base::Log& log);
    ~Keeper();

    void start();
    void stop();

    /// Backups asked for meanwhile wait. \param folder empty: the default one
    void backup(QString folder, QString reason, base::Reply<BackupInfo> reply);
    void list(base::Reply<std::vector<BackupInfo>> reply);
    /// Of evidence that no release shows any more, beside the backups of the default folder.
    void dropEvidence(QList<QByteArray> hashes, base::Reply<ErasedCopies> reply);
    /// What the check at the start found; empty: nothing wrong. Any thread.
    [[nodiscard]] bool hasFoundDamage() const noexcept { return m_hasFoundDamage; }

private:
    struct Job {
        QString folder, reason;
        base::Reply<BackupInfo> reply;
    };
    void next();
    [[nodiscard]] base::Result<QString> prepare(const Job& job) const;
    void finish(base::Result<BackupInfo> result);
    [[nodiscard]] base::Result<ErasedCopies> dropNow(const QList<QByteArray>& hashes) const;
    void considerDaily();
    void checkFile();

    const Options m_options;
    Writer& m_writer;
    const base::Clock& m_clock;
    base::Log& m_log;
    std::deque<Job> m_jobs; ///< the first one is under way where m_isBusy
    bool m_isBusy = false;
    std::atomic<bool> m_hasFoundDamage{false};
    std::unique_ptr<base::Caller> m_caller; ///< lives at the worker's home
    base::Worker m_worker;                  ///< last: its thread uses all of the above
};

} // namespace store
