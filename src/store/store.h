// SPDX-License-Identifier: GPL-3.0-or-later
// store: one SQLite file, one writing connection on its own thread, a few reading ones. It knows the
// value types of pure modules and nothing of who uses it. Every call below may come from any thread
// and returns at once; answers come through the Reply. A turn is answered after the commit and its
// fsync: acknowledged means durable.
//
//   records.h    the rows;  dialect.h  the two databases' differences;  migrations.h
//   writer.h     the writing connection and its group commit;  readers.h  the pool
//   search.h     search.db;  backup.h  online backup, verified;  lock_file.h
#pragma once

#include "base/caller.h"
#include "base/clock.h"
#include "base/log.h"
#include "store/records.h"

#include <QString>

#include <memory>

namespace base {
class Random;
}

namespace store {

class Store
{
public:
    struct Options {
        QString folder; ///< the data folder: relevo.db, search.db, backups/, relevo.lock
        int readers = 2;
        bool dailyBackup = true;
    };

    /// Opens, locks, checks and migrates (with a verified backup first). Blocks; call it before the
    /// event loop runs. Busy: another process holds the folder. Refused: the file is newer than this
    /// program. Corrupt: damaged, or no database of ours; the file is left untouched. Offline: the
    /// disk cannot be read or written.
    [[nodiscard]] static base::Result<std::unique_ptr<Store>>
    open(Options options, const base::Clock& clock, base::Random& random, base::Log& log);
    virtual ~Store(); ///< commits what waits, checkpoints, ends the threads

    // Writing
    virtual void commitTurn(TurnCommit turn, base::Reply<Committed> reply) = 0;
    virtual void saveSession(SessionRow session, base::Reply<void> reply) = 0;
    virtual void saveCustomer(CustomerRow customer, base::Reply<void> reply) = 0;
    virtual void saveDraft(Draft draft, base::Reply<void> reply) = 0; ///< an empty text removes it
    virtual void savePerson(Person person, base::Reply<Person> reply) = 0; ///< no id: a new one
    virtual void saveSetting(QString key, QString value, base::Reply<void> reply) = 0;
    virtual void saveFlowVersion(FlowVersion flow, base::Reply<FlowVersion> reply) = 0; ///< same sha256: the row there is
    virtual void removeDemo(base::Reply<int> reply) = 0; ///< how many conversations went

    // Reading
    virtual void conversation(base::ConversationId id, base::Reply<ConversationRow> reply) = 0;
    /// The turn that this client message id made, with its events (isRepeat is true). NotFound.
    virtual void turn(base::ConversationId id, QString clientMessageId, base::Reply<Committed> reply) = 0;
    virtual void conversationPage(ConversationQuery query, base::Reply<ConversationPage> reply) = 0;
    virtual void viewCounts(base::PersonId person, base::Reply<ViewCounts> reply) = 0;
    virtual void events(EventQuery query, base::Reply<std::vector<EventRow>> reply) = 0;
    virtual void session(QByteArray idHash, base::Reply<SessionRow> reply) = 0;
    virtual void customer(base::CustomerId id, base::Reply<CustomerRow> reply) = 0;
    virtual void drafts(base::PersonId person, base::Reply<std::vector<Draft>> reply) = 0;
    virtual void people(base::Reply<std::vector<Person>> reply) = 0;
    virtual void settings(base::Reply<QMap<QString, QString>> reply) = 0;
    virtual void flowVersions(base::Reply<std::vector<FlowVersion>> reply) = 0;
    /// Conversations whose customer has been silent since before `since`, not closed, whose turn it
    /// is the customer's; at most `limit`.
    virtual void idleConversations(base::WallTime since, int limit, base::Reply<std::vector<base::ConversationId>> reply) = 0;
    virtual void search(SearchQuery query, base::Reply<SearchPage> reply) = 0;
    /// Recomputes the checksum chain. Corrupt names the first row that does not fit.
    virtual void verify(base::ConversationId id, base::Reply<void> reply) = 0;

    // Keeping
    virtual void backup(QString folder, QString reason, base::Reply<BackupInfo> reply) = 0; ///< empty folder: backups/
    virtual void backups(base::Reply<std::vector<BackupInfo>> reply) = 0;
    [[nodiscard]] virtual Health health() const = 0; ///< from atomics; never waits
};

/// Replaces the data of a closed folder by a verified backup; the old file is kept beside it as
/// relevo.db.before-restore-<time>. Blocks. Busy: a process holds the folder. Corrupt: the backup
/// does not verify (nothing was changed).
[[nodiscard]] base::Result<void> restore(const QString& folder, const QString& backupFile,
                                         const base::Clock& clock, base::Log& log);

} // namespace store
