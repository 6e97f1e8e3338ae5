// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/index/article_index.h"
#include "store/records.h"
#include "store/sql/connection.h"

#include <memory>

namespace store {

/// search.db: a copy of every message's text and its full-text index, and the same of the articles
/// (article_index.h). It can be made again from the
/// database at any time. A row's number is its time in ms * 2^20 plus a count, so that the order of
/// rows is the order of time. The index's thread.
class IndexFile
{
public:
    struct Message {
        base::ConversationId conversation;
        base::Seq seq;
        base::WallTime time;
        engine::EventKind kind = engine::EventKind::CustomerMessage;
        engine::Actor actor = engine::Actor::Customer;
        QString text;
    };
    /// How far it has followed the database.
    struct Marks {
        qint64 identity = 0; ///< of the database
        qint64 event = 0;    ///< the newest event row it has seen
        qint64 erasure = 0;
    };

    /// Opens it, or makes it anew where it is missing, damaged or of another database.
    [[nodiscard]] static base::Result<std::unique_ptr<IndexFile>>
    open(const QString& path, qint64 identity, qint64 newestEvent);
    /// Opens one that cannot be written, as it stands. Offline: it is missing, damaged, or follows
    /// another database.
    [[nodiscard]] static base::Result<std::unique_ptr<IndexFile>>
    openToRead(const QString& path, qint64 identity, qint64 newestEvent);
    [[nodiscard]] const Marks& marks() const noexcept { return m_marks; }

    /// One transaction: forgets conversations, adds messages, moves the marks.
    [[nodiscard]] base::Result<void> apply(const std::vector<base::ConversationId>& gone,
                                           std::vector<Message> messages, const Marks& marks);
    /// Merges part of the index so that forgotten words leave it. True: nothing was left to merge.
    enum class Merge { Begin, GoOn };
    [[nodiscard]] base::Result<bool> mergeSlice(Merge merge);
    /// Empties the write-ahead log into the file. False: somebody reads, try again.
    [[nodiscard]] bool truncateLog();

    /// \param expression of matchExpression(), not empty
    [[nodiscard]] base::Result<SearchPage> find(const QString& expression,
                                                const SearchQuery& query);
    void releasePages() noexcept { m_connection->releasePages(); }
    [[nodiscard]] ArticleIndex& articles() noexcept { return m_articles; }

private:
    explicit IndexFile(std::unique_ptr<Connection> connection)
        : m_connection(std::move(connection)), m_articles(*m_connection)
    {
    }
    [[nodiscard]] base::Result<void> makeTables(qint64 identity);
    [[nodiscard]] base::Result<void> readMarks();
    [[nodiscard]] base::Result<void> writeMarks(const Marks& marks);
    [[nodiscard]] base::Result<void> forget(base::ConversationId conversation);
    [[nodiscard]] base::Result<void> add(const Message& message);

    std::unique_ptr<Connection> m_connection;
    ArticleIndex m_articles;
    Marks m_marks;
};

} // namespace store
