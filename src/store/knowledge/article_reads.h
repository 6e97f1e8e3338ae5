// SPDX-License-Identifier: GPL-3.0-or-later
// What the readers run for the knowledge base. On the connection's thread.
#pragma once

#include "store/knowledge/articles.h"
#include "store/sql/connection.h"

#include <QMap>
#include <QString>

namespace store {

/// With its texts. NotFound.
[[nodiscard]] base::Result<Article> readArticle(Connection& connection, const QString& slug);
/// Invalid: the cursor is none of ours.
[[nodiscard]] base::Result<ArticlePage> readArticlePage(Connection& connection,
                                                        const ArticleQuery& query);
/// As in a page, in this order; slugs that nobody has are left out.
[[nodiscard]] base::Result<std::vector<Article>> readArticles(Connection& connection,
                                                              const QStringList& slugs);
/// Newest first, at most 100. NotFound: no such article.
[[nodiscard]] base::Result<std::vector<ArticleVersion>> readArticleVersions(Connection& connection,
                                                                            const QString& slug);
/// Every tag and how many articles have it, by name.
[[nodiscard]] base::Result<QMap<QString, int>> readArticleTags(Connection& connection);

/// The id and the article without texts, or nothing.
struct StoredArticle {
    qint64 id = 0;
    QByteArray shippedHash;
    Article article;
};
[[nodiscard]] base::Result<std::optional<StoredArticle>> findArticle(Connection& connection,
                                                                     const QString& slug);
[[nodiscard]] base::Result<QList<ArticleText>> readArticleTexts(Connection& connection, qint64 id);

} // namespace store
