// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/log/log.h"
#include "base/random.h"
#include "base/threads/caller.h"
#include "base/threads/worker.h"
#include "store/files/side_files.h"
#include "store/group.h"
#include "store/keep/online_copy.h"
#include "store/turn_writer.h"

#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace store {

/// The only connection that writes and checkpoints, on its own thread. What comes while a commit is
/// under way forms the next group: one transaction, one fsync, then all answers. What fails fails
/// alone: where a piece of work has changed something before it failed, which is rare, the group is
/// undone and done again with a savepoint a piece. (A savepoint for each piece at once costs a tenth
/// of a turn.) With a role that reads it has nothing to commit: every writing is answered Offline at
/// once, and the connection serves copyTo() alone. Calls come from any thread.
class Writer
{
public:
    struct Options {
        QString database; ///< path of relevo.db
        Connection::Role role =
            Connection::Role::Writer; ///< Reader, Snapshot: it cannot be written
        QString commits;              ///< path of the commit count
        QString erasedIds;
        std::size_t bound = 8192;
        /// After a commit with events or erasures, on the writing thread: the id of the newest
        /// event row, 0 where there was none.
        std::function<void(qint64 newestEvent)> committed;
    };
    Writer(Options options, const base::Clock& clock, base::Random& random, base::Log& log);
    ~Writer();

    /// Opens the connection on the thread; blocks until it has.
    [[nodiscard]] base::Result<void> start();
    /// Commits what waits, checkpoints, closes. Idempotent.
    void stop();

    void commitTurn(TurnCommit turn, base::Reply<Committed> reply);

    /// Runs `work` in the group; any other writing than a turn. Nothing of it is stored on failure.
    template <class T>
    void write(base::Reply<T> reply, std::function<base::Result<T>(Connection&)> work)
    {
        if (isRefused(reply))
            return;
        m_worker.home()->mailbox().deliver(
            [this, reply = std::move(reply), work = std::move(work)]() mutable {
                inGroup<T>(std::move(reply),
                           [this, work = std::move(work)] { return work(*m_connection); });
            });
    }
    /// As write(); rows were removed that the search index and the erasure list must follow.
    void removeDemo(base::Reply<int> reply);

    /// Copies the database into a new file while turns go on; answers the group count of the copy.
    /// Busy: another copy is under way.
    void copyTo(QString path, base::Reply<qint64> reply);

    [[nodiscard]] Health health() const;
    /// The commit count of the newest state.
    [[nodiscard]] qint64 groupCount() const noexcept { return m_groupCount; }

private:
    template <class T>
    bool isRefused(base::Reply<T>& reply)
    {
        if (isReadOnly()) {
            reply.answer(base::fail(base::Code::Offline, "the data is open for reading only"));
            return true;
        }
        if (m_worker.home()->mailbox().depth() < m_options.bound)
            return false;
        reply.answer(base::fail(base::Code::Busy, "the store's queue is full"));
        return true;
    }
    /// `work` may run twice.
    template <class T, class Work>
    void inGroup(base::Reply<T> reply, Work work)
    {
        if (auto begun = beginGroup(); !begun) {
            reply.answer(base::fail(begun.error()));
            return;
        }
        run(m_group.add<T>(std::move(reply), std::move(work)));
    }

    [[nodiscard]] bool isReadOnly() const { return m_options.role != Connection::Role::Writer; }
    base::Result<void> open();
    void atEnd();
    base::Result<void> beginGroup();
    void run(Group::Piece& piece);
    void runAgainWithSavepoints();
    base::Result<void> runInSavepoint(Group::Piece& piece);
    void commitGroup();
    void afterCommit();
    void abandonGroup(const base::Error& error);
    void becomeUnwritable(const base::Error& error);
    void probe();
    void writeErasedIds();
    void truncateLog(base::milliseconds pause);
    void prune();
    /// Gives the page cache back once nobody writes: what came with the start is big, and read once.
    void restLater();
    void noteEffects(const TurnEffects& effects);
    void copySlice();

    const Options m_options;
    const base::Clock& m_clock;
    base::Random& m_random;
    base::Log& m_log;
    CommitCount m_commits;
    ErasedIds m_erasedIds;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<OnlineCopy> m_copy; ///< goes before the connection
    base::Reply<qint64> m_copyReply;
    Group m_group;
    TurnEffects m_effects; ///< of the open group
    bool m_isOpen = false; ///< a group is
    qint64 m_changesBefore = 0;
    std::atomic<qint64> m_groupCount{0};
    bool m_isProbing = false;
    bool m_isTruncating = false;
    bool m_isToRest = false;

    std::atomic<bool> m_isWritable;
    std::atomic<qint64> m_open{0};
    std::atomic<qint64> m_messages{0};
    std::atomic<qint64> m_turns{0};
    std::atomic<qint64> m_groups{0};
    std::atomic<qint64> m_lostGroups{0};
    qint64 m_groupTurns = 0;
    base::Worker m_worker; ///< last: its thread uses all of the above
};

} // namespace store
