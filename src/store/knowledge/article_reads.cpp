// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/knowledge/article_reads.h"

#include "store/knowledge/article_content.h"

#include <algorithm>

namespace store {

namespace {

// As in resources/schema/0003_knowledge.sql.
static_assert(static_cast<int>(ArticleOrigin::Shipped) == 0);
static_assert(static_cast<int>(ArticleOrigin::Own) == 1);

constexpr int kMostArticles = 500;
constexpr int kMostVersions = 100;

StoredArticle articleRow(const Statement& row)
{
    StoredArticle stored{.id = row.number(0), .shippedHash = row.blob(8)};
    Article& a = stored.article;
    a.slug = row.text(1);
    a.content.tags = splitWords(row.text(2));
    a.content.problems = splitWords(row.text(3));
    a.content.devices = splitWords(row.text(4));
    a.isPublished = row.truth(5);
    a.origin = static_cast<ArticleOrigin>(row.small(6));
    a.isEdited = row.truth(7);
    a.version = row.small(9);
    a.saved = base::fromMs(row.number(10));
    a.savedBy = {row.number(11)};
    a.used = row.number(12);
    a.answered = row.number(13);
    a.notAnswered = row.number(14);
    return stored;
}

base::Result<void> addTitles(Connection& connection, StoredArticle& stored)
{
    auto row = connection.use(Sql::ArticleTitles);
    row.bind(stored.id);
    auto more = row.step();
    for (; more && *more; more = row.step())
        stored.article.content.texts.append({.language = row.text(0), .title = row.text(1)});
    return more ? base::Result<void>() : base::fail(more.error());
}

/// ID of the last row and its key, as a cursor.
QByteArray cursorOf(qint64 id, const QString& key)
{
    return QByteArray::number(id) + ' ' + key.toUtf8();
}

} // namespace

base::Result<std::optional<StoredArticle>> findArticle(Connection& connection, const QString& slug)
{
    auto row = connection.use(Sql::ArticleOfSlug);
    const auto found = row.bind(slug).step();
    if (!found)
        return base::fail(found.error());
    return *found ? std::optional(articleRow(row)) : std::nullopt;
}

base::Result<QList<ArticleText>> readArticleTexts(Connection& connection, qint64 id)
{
    QList<ArticleText> texts;
    auto row = connection.use(Sql::ArticleTexts);
    row.bind(id);
    auto more = row.step();
    for (; more && *more; more = row.step())
        texts.append({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)});
    if (!more)
        return base::fail(more.error());
    return texts;
}

base::Result<Article> readArticle(Connection& connection, const QString& slug)
{
    const Snapshot snapshot(connection);
    auto stored = findArticle(connection, slug);
    if (!stored)
        return base::fail(stored.error());
    if (!*stored)
        return base::fail(base::Code::NotFound, "no such article");
    auto texts = readArticleTexts(connection, (*stored)->id);
    if (!texts)
        return base::fail(texts.error());
    (*stored)->article.content.texts = *std::move(texts);
    return std::move((*stored)->article);
}

base::Result<ArticlePage> readArticlePage(Connection& connection, const ArticleQuery& query)
{
    const auto space = query.after.indexOf(' ');
    bool isCursor = query.after.isEmpty();
    const qint64 afterId = isCursor ? 0 : query.after.left(space).toLongLong(&isCursor);
    if (!isCursor)
        return base::fail(base::Code::Invalid, "no cursor of the articles");
    const QString afterKey = QString::fromUtf8(query.after.mid(space + 1));
    const int limit = std::clamp(query.limit, 1, kMostArticles);
    const Snapshot snapshot(connection);
    std::vector<StoredArticle> stored;
    QByteArray cursor;
    ArticlePage page;
    {
        auto row = connection.use(query.tag.isEmpty() ? Sql::ArticlePage : Sql::ArticlePageOfTag);
        row.bindAll(afterKey, afterId);
        if (!query.tag.isEmpty())
            row.bind("%," + QString(query.tag).remove(u'%').remove(u'_') + ",%");
        row.bind(limit + 1);
        auto more = row.step();
        for (; more && *more && static_cast<int>(stored.size()) < limit; more = row.step()) {
            stored.push_back(articleRow(row));
            cursor = cursorOf(row.number(0), row.text(15));
        }
        if (!more)
            return base::fail(more.error());
        if (*more)
            page.next = cursor;
    }
    for (StoredArticle& one : stored) {
        if (auto done = addTitles(connection, one); !done)
            return base::fail(done.error());
        page.rows.push_back(std::move(one.article));
    }
    return page;
}

base::Result<std::vector<Article>> readArticles(Connection& connection, const QStringList& slugs)
{
    std::vector<Article> articles;
    for (const QString& slug : slugs) {
        auto stored = findArticle(connection, slug);
        if (!stored)
            return base::fail(stored.error());
        if (!*stored)
            continue;
        if (auto done = addTitles(connection, **stored); !done)
            return base::fail(done.error());
        articles.push_back(std::move((*stored)->article));
    }
    return articles;
}

base::Result<std::vector<ArticleVersion>> readArticleVersions(Connection& connection,
                                                              const QString& slug)
{
    const auto stored = findArticle(connection, slug);
    if (!stored)
        return base::fail(stored.error());
    if (!*stored)
        return base::fail(base::Code::NotFound, "no such article");
    std::vector<ArticleVersion> versions;
    auto row = connection.use(Sql::ArticleVersions);
    row.bindAll((*stored)->id, kMostVersions);
    auto more = row.step();
    for (; more && *more; more = row.step())
        versions.push_back({.version = row.small(0),
                            .saved = base::fromMs(row.number(1)),
                            .savedBy = {row.number(2)},
                            .content = contentFromJson(row.text(3))});
    if (!more)
        return base::fail(more.error());
    return versions;
}

base::Result<QMap<QString, int>> readArticleTags(Connection& connection)
{
    QMap<QString, int> tags;
    auto row = connection.use(Sql::ArticleTags);
    auto more = row.step();
    for (; more && *more; more = row.step()) {
        for (const QString& tag : splitWords(row.text(0)))
            ++tags[tag];
    }
    if (!more)
        return base::fail(more.error());
    return tags;
}

} // namespace store
