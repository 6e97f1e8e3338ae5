// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log/log.h"
#include "base/threads/caller.h"
#include "base/threads/worker.h"
#include "store/index/index_file.h"

#include <atomic>

namespace store {

/// Full-text search on a thread of its own. It follows the database from its mark on, in batches
/// with rests between them, and never makes a turn wait. Any thread may ask.
class Search
{
public:
    struct Options {
        QString index;    ///< path of search.db
        QString database; ///< path of relevo.db, which it only reads
        Connection::Role reading = Connection::Role::Reader;
        /// ReadOnly: finds what the index holds, follows nothing, and where the index cannot be used
        /// says so without trying again.
        enum class Mode { Follows, ReadOnly } mode = Mode::Follows;
    };
    Search(Options options, const base::Clock& clock, base::Log& log);
    ~Search();

    /// Begins to follow; returns at once.
    void start();
    void stop();

    void find(SearchQuery query, base::Reply<SearchPage> reply);
    /// Articles are few: what was saved before the call is found.
    void findArticles(ArticleSearchQuery query, base::Reply<std::vector<ArticleHit>> reply);
    /// There is more to follow: event rows up to this id (0: as before), or erasures. Any thread.
    void follow(qint64 newestEvent);

private:
    static constexpr std::size_t kBound = 1024;

    [[nodiscard]] bool isReadOnly() const { return m_options.mode == Options::Mode::ReadOnly; }
    [[nodiscard]] base::Result<void> open();
    [[nodiscard]] base::Result<std::unique_ptr<IndexFile>> openIndex(qint64 identity,
                                                                     qint64 newestEvent);
    [[nodiscard]] bool ensureOpen();
    [[nodiscard]] base::Result<SearchPage> findNow(const SearchQuery& query);
    [[nodiscard]] base::Result<std::vector<ArticleHit>>
    findArticlesNow(const ArticleSearchQuery& query);
    [[nodiscard]] base::Result<bool> feedArticles(); ///< whether there were any
    void feedAfter(base::milliseconds pause);
    void feed();
    [[nodiscard]] base::Result<bool> feedBatch();
    void purge(IndexFile::Merge merge);
    void purgeLog();
    void dropOn(const base::Error& error);
    void tryAgainLater();

    const Options m_options;
    const base::Clock& m_clock;
    base::Log& m_log;
    std::unique_ptr<Connection> m_source;
    std::unique_ptr<IndexFile> m_file;
    bool m_isFeeding = false; ///< a feed is due or under way
    bool m_isPurging = false;
    bool m_hasGivenUp = false;       ///< read only, and the index cannot be used
    std::atomic<qint64> m_newest{0}; ///< event id that the database has
    std::atomic<bool> m_isPoked{false};
    base::Worker m_worker; ///< last: its thread uses all of the above
};

} // namespace store
