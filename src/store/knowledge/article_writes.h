// SPDX-License-Identifier: GPL-3.0-or-later
// What the writing thread runs for the knowledge base.
#pragma once

#include "store/knowledge/articles.h"
#include "store/sql/connection.h"

namespace store {

/// Keeps what stood there as a version. NotFound: the slug of a later save is nobody's. Conflict:
/// somebody saved since expectedVersion.
[[nodiscard]] base::Result<Article> writeArticle(Connection& connection, const ArticleSave& save);
/// NotFound.
[[nodiscard]] base::Result<void> writePublished(Connection& connection, const QString& slug,
                                                bool isPublished);
/// Adds articles that are not there, brings new texts to those that nobody has changed, and keeps
/// `setHash` in the setting knowledge.shipped. How many it added or changed.
[[nodiscard]] base::Result<int> writeShipped(Connection& connection,
                                             const std::vector<ShippedArticle>& articles,
                                             const QString& setHash, base::WallTime now);
/// Counts; an article that has gone is no error.
[[nodiscard]] base::Result<void> writeNote(Connection& connection, const ArticleNote& note);

} // namespace store
