// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/knowledge/articles.h"
#include "store/sql/connection.h"

#include <vector>

namespace store {

/// The articles' part of search.db. It stands there and not in the main database because FTS5 is
/// SQLite's alone: with PostgreSQL the main database is another one and this stays as it is. Titles
/// weigh most, then tags, then what an article says. The index's thread.
class ArticleIndex
{
public:
    struct Entry {
        qint64 article = 0;
        QString slug;
        bool isPublished = false;
        QStringList tags;
        QList<ArticleText> texts;
    };

    explicit ArticleIndex(Connection& connection) : m_connection(connection) {}

    /// The statements that make its tables.
    [[nodiscard]] static QStringList tables();

    /// The newest change that it has seen.
    [[nodiscard]] base::Result<qint64> mark();
    /// One transaction: these articles as they are now, and the mark.
    [[nodiscard]] base::Result<void> apply(const std::vector<Entry>& entries, qint64 mark);
    /// Best first.
    [[nodiscard]] base::Result<std::vector<ArticleHit>> find(const ArticleSearchQuery& query);

private:
    [[nodiscard]] base::Result<void> replace(const Entry& entry);
    [[nodiscard]] base::Result<void> add(const Entry& entry, const ArticleText& text,
                                         const QString& serves);

    Connection& m_connection;
};

} // namespace store
