// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include "base/memory.h"
#include "store/erasure.h"

#include <QFile>

#include <sqlite3.h>

#include <future>

using namespace std::chrono_literals;

namespace store {

namespace {
constexpr int kCopySlice = 256; ///< pages: about a millisecond
constexpr auto kProbePause = 500ms;
constexpr auto kTruncatePause = 100ms;
constexpr auto kPrunePause = 1h;
constexpr auto kRestAfter = 3s;

base::Error transactionGone()
{
    return {base::Code::Internal, QStringLiteral("the transaction has gone")};
}
} // namespace

Writer::Writer(Options options, const base::Clock& clock, base::Random& random, base::Log& log)
    : m_options(std::move(options)), m_clock(clock), m_random(random), m_log(log),
      m_commits(m_options.commits,
                isReadOnly() ? CommitCount::Access::Read : CommitCount::Access::Write),
      m_erasedIds(m_options.erasedIds), m_isWritable(!isReadOnly()),
      m_worker(clock, {.name = "store",
                       .bound = m_options.bound,
                       .afterBatch = [this] { commitGroup(); },
                       .atEnd = [this] { atEnd(); }})
{
}

Writer::~Writer()
{
    stop();
}

base::Result<void> Writer::start()
{
    std::promise<base::Result<void>> opened;
    auto result = opened.get_future();
    m_worker.home()->mailbox().deliver([this, opened = std::move(opened)]() mutable {
        auto done = open();
        if (done && !isReadOnly()) {
            writeErasedIds();
            prune();
        }
        opened.set_value(std::move(done));
    });
    m_worker.start();
    return result.get();
}

void Writer::stop()
{
    m_worker.stop();
}

base::Result<void> Writer::open()
{
    auto connection = Connection::open(m_options.database, m_options.role);
    if (!connection)
        return base::fail(connection.error());
    m_connection = std::move(*connection);
    qint64 open = 0;
    for (const Sql count : {Sql::CountWithBot, Sql::CountUnassigned, Sql::CountHuman}) {
        auto row = m_connection->use(count);
        if (const auto found = row.step(); !found)
            return base::fail(found.error());
        open += row.number(0);
    }
    m_open = open;
    auto row = m_connection->use(Sql::Groups);
    if (const auto found = row.step(); !found)
        return base::fail(found.error());
    m_groupCount = row.number(0);
    if (const qint64 beside = m_commits.read(); beside > m_groupCount) {
        m_lostGroups = beside - m_groupCount;
        m_log.error("store", "commits_lost",
                    {{"expected", beside}, {"found", m_groupCount.load()}});
    }
    if (!isReadOnly())
        m_commits.write(m_groupCount);
    return {};
}

void Writer::atEnd()
{
    m_copy.reset();
    m_copyReply = {};
    m_connection.reset();
}

base::Result<void> Writer::beginGroup()
{
    if (m_isOpen)
        return {};
    if (!m_connection) {
        if (auto opened = open(); !opened) {
            becomeUnwritable(opened.error());
            return opened;
        }
    }
    if (auto begun = m_connection->use("BEGIN IMMEDIATE").run(); !begun) {
        becomeUnwritable(begun.error());
        return begun;
    }
    m_isOpen = true;
    m_changesBefore = m_connection->totalChanges();
    return {};
}

void Writer::run(Group::Piece& piece)
{
    const qint64 before = m_connection->totalChanges();
    const bool isDone = piece.run();
    // Some errors (a full disk, for one) make SQLite roll everything back by itself.
    if (!m_connection->isInTransaction())
        abandonGroup(isDone ? transactionGone() : piece.error());
    else if (!isDone && m_connection->totalChanges() != before)
        runAgainWithSavepoints();
}

void Writer::runAgainWithSavepoints()
{
    m_effects = {};
    m_groupTurns = 0;
    base::Result<void> done = m_connection->use("ROLLBACK").run();
    if (done)
        done = m_connection->use("BEGIN IMMEDIATE").run();
    for (const auto& piece : m_group.pieces()) {
        if (done)
            done = runInSavepoint(*piece);
    }
    if (!done)
        abandonGroup(done.error());
}

/// An error: the transaction has gone.
base::Result<void> Writer::runInSavepoint(Group::Piece& piece)
{
    const TurnEffects effects = m_effects;
    const qint64 turns = m_groupTurns;
    if (auto opened = m_connection->use("SAVEPOINT piece").run(); !opened)
        return opened;
    const bool isDone = piece.run();
    if (!m_connection->isInTransaction())
        return base::fail(isDone ? transactionGone() : piece.error());
    if (!isDone) {
        m_effects = effects;
        m_groupTurns = turns;
        if (auto undone = m_connection->use("ROLLBACK TO piece").run(); !undone)
            return undone;
    }
    return m_connection->use("RELEASE piece").run();
}

void Writer::commitGroup()
{
    if (!m_isOpen)
        return;
    const bool hasChanged = m_connection->totalChanges() != m_changesBefore;
    base::Result<void> done;
    if (hasChanged)
        done = m_connection->use(Sql::CountGroup).run();
    if (done)
        done = m_connection->use("COMMIT").run();
    if (!done) {
        abandonGroup(done.error());
        return;
    }
    m_isOpen = false;
    if (hasChanged) {
        m_commits.write(++m_groupCount);
        ++m_groups;
        afterCommit();
        restLater();
    }
    m_group.succeed();
}

void Writer::afterCommit()
{
    if (!m_isWritable.exchange(true))
        m_log.info("store", "writable_again");
    m_turns += m_groupTurns;
    m_messages += m_effects.messages;
    m_open += m_effects.opened;
    m_groupTurns = 0;
    const TurnEffects effects = std::exchange(m_effects, {});
    if (effects.hasErased) {
        writeErasedIds();
        truncateLog(0ms);
    }
    if (m_options.committed && (effects.newestEvent > 0 || effects.hasErased))
        m_options.committed(effects.newestEvent);
}

void Writer::abandonGroup(const base::Error& error)
{
    if (m_connection->isInTransaction())
        std::ignore = m_connection->use("ROLLBACK").run();
    m_isOpen = false;
    m_effects = {};
    m_groupTurns = 0;
    m_log.error("store", "group_failed", {{"detail", error.detail}, {"answers", m_group.size()}});
    becomeUnwritable(error);
    m_group.fail(error);
    // After a failed write or sync nothing that this handle believes can be trusted.
    if (error.code == base::Code::Offline) {
        m_copy.reset();
        m_copyReply.answer(base::fail(error));
        m_connection.reset();
    }
}

void Writer::becomeUnwritable(const base::Error& error)
{
    if (m_isWritable.exchange(false))
        m_log.error("store", "unwritable", {{"detail", error.detail}});
    if (!std::exchange(m_isProbing, true))
        m_worker.timers().after(kProbePause, [this] { probe(); });
}

void Writer::probe()
{
    m_isProbing = false;
    if (m_isWritable)
        return;
    // Counting a group is a write like any other; commitGroup() says how it went.
    if (beginGroup())
        std::ignore = m_connection->use(Sql::CountGroup).run();
}

void Writer::noteEffects(const TurnEffects& effects)
{
    m_effects.messages += effects.messages;
    m_effects.opened += effects.opened;
    m_effects.newestEvent = std::max(m_effects.newestEvent, effects.newestEvent);
    m_effects.hasErased = m_effects.hasErased || effects.hasErased;
}

void Writer::commitTurn(TurnCommit turn, base::Reply<Committed> reply)
{
    if (isRefused(reply))
        return;
    m_worker.home()->mailbox().deliver(
        [this, turn = std::move(turn), reply = std::move(reply)]() mutable {
            inGroup<Committed>(std::move(reply),
                               [this, turn = std::move(turn)]() -> base::Result<Committed> {
                                   auto written = writeTurn(*m_connection, turn, m_random);
                                   if (!written)
                                       return base::fail(written.error());
                                   noteEffects(written->effects);
                                   m_groupTurns += written->committed.isRepeat ? 0 : 1;
                                   return std::move(written->committed);
                               });
        });
}

void Writer::removeDemo(base::Reply<int> reply)
{
    if (isRefused(reply))
        return;
    m_worker.home()->mailbox().deliver([this, reply = std::move(reply)]() mutable {
        inGroup<int>(std::move(reply), [this]() -> base::Result<int> {
            auto removed = removeDemoRows(*m_connection, m_clock.wall());
            if (!removed)
                return base::fail(removed.error());
            noteEffects(*removed);
            return removed->removed;
        });
    });
}

void Writer::writeErasedIds()
{
    std::vector<ErasedIds::Line> lines;
    for (qint64 after = m_erasedIds.lastNumber();;) {
        constexpr int kBatch = 1000;
        const auto erasures = erasuresAfter(*m_connection, after, kBatch);
        if (!erasures || erasures->empty())
            break;
        for (const Erasure& e : *erasures) {
            after = e.number;
            if (!e.isRemoved)
                lines.push_back({e.number, e.ulid});
        }
    }
    if (auto done = m_erasedIds.append(lines); !done)
        m_log.error("store", "erased_ids_not_written", {{"detail", done.error().detail}});
}

void Writer::truncateLog(base::milliseconds pause)
{
    if (std::exchange(m_isTruncating, true))
        return;
    m_worker.timers().after(pause, [this] {
        m_isTruncating = false;
        commitGroup();
        if (!m_connection)
            return;
        sqlite3_busy_timeout(m_connection->handle(), 0);
        const int code = sqlite3_wal_checkpoint_v2(m_connection->handle(), nullptr,
                                                   SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        sqlite3_busy_timeout(m_connection->handle(), 5000);
        if (code != SQLITE_OK)
            truncateLog(kTruncatePause);
    });
}

void Writer::restLater()
{
    if (std::exchange(m_isToRest, true))
        return;
    m_worker.timers().after(kRestAfter, [this, seen = m_groupCount.load()] {
        m_isToRest = false;
        if (m_groupCount != seen) {
            restLater();
        } else if (m_connection && !m_isOpen && !m_copy) {
            m_connection->releasePages();
            base::returnFreedMemory();
        }
    });
}

void Writer::prune()
{
    if (beginGroup())
        std::ignore =
            m_connection->use(Sql::RemoveExpiredSessions).bind(base::toMs(m_clock.wall())).run();
    m_worker.timers().after(kPrunePause, [this] { prune(); });
}

void Writer::copyTo(QString path, base::Reply<qint64> reply)
{
    m_worker.home()->mailbox().deliver(
        [this, path = std::move(path), reply = std::move(reply)]() mutable {
            commitGroup();
            if (m_copy || !m_connection) {
                reply.answer(base::fail(base::Code::Busy, "another copy is under way"));
                return;
            }
            auto copy = OnlineCopy::start(*m_connection, path);
            if (!copy) {
                reply.answer(base::fail(copy.error()));
                return;
            }
            m_copy = std::move(*copy);
            m_copyReply = std::move(reply);
            copySlice();
        });
}

void Writer::copySlice()
{
    commitGroup();
    if (!m_copy)
        return;
    const auto done = m_copy->step(kCopySlice);
    if (done && !*done) {
        m_worker.home()->mailbox().deliver([this] { copySlice(); });
        return;
    }
    m_copy.reset();
    m_copyReply.answer(done ? base::Result<qint64>(m_groupCount.load()) : base::fail(done.error()));
}

Health Writer::health() const
{
    constexpr qint64 kExactUpTo = 10'000;
    Health health;
    health.isWritable = m_isWritable;
    health.conversations = std::clamp<qint64>(m_open, 0, kExactUpTo);
    health.messages = m_messages;
    health.committedTurns = m_turns;
    health.groups = m_groups;
    health.lostGroups = m_lostGroups;
    return health;
}

} // namespace store
