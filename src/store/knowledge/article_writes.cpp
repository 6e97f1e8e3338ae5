// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/knowledge/article_writes.h"

#include "store/index/article_words.h"
#include "store/knowledge/article_content.h"
#include "store/knowledge/article_reads.h"
#include "store/writes.h"

namespace store {

namespace {

/// The number of this change, for those who follow.
base::Result<qint64> nextChange(Connection& connection)
{
    if (auto done = connection.use(Sql::CountArticleChange).run(); !done)
        return base::fail(done.error());
    auto row = connection.use(Sql::ArticleChanges);
    const auto found = row.step();
    if (!found)
        return base::fail(found.error());
    return row.number(0);
}

base::Result<QString> freeSlug(Connection& connection, const QString& title)
{
    const QString wanted = slugOfTitle(title);
    QString slug = wanted;
    for (int number = 2;; ++number) {
        const auto found = findArticle(connection, slug);
        if (!found)
            return base::fail(found.error());
        if (!*found)
            return slug;
        slug = QStringLiteral("%1_%2").arg(wanted).arg(number);
    }
}

base::Result<void> writeTexts(Connection& connection, qint64 id, const QList<ArticleText>& texts)
{
    if (auto done = connection.use(Sql::RemoveArticleTexts).bind(id).run(); !done)
        return done;
    for (const ArticleText& text : texts) {
        if (auto done =
                connection.use(Sql::InsertArticleText)
                    .bindAll(id, text.language, text.title, text.markdown, text.plain, text.excerpt)
                    .run();
            !done)
            return done;
    }
    return {};
}

base::Result<void> insertArticle(Connection& connection, const Article& a,
                                 const QByteArray& shippedHash)
{
    const auto change = nextChange(connection);
    if (!change)
        return base::fail(change.error());
    if (auto done =
            connection.use(Sql::InsertArticle)
                .bindAll(a.slug, foldedText(mainTitle(a.content)), joinedWords(a.content.tags),
                         joinedWords(a.content.problems), joinedWords(a.content.devices),
                         a.isPublished, static_cast<int>(a.origin), a.isEdited, shippedHash,
                         a.version, base::toMs(a.saved), a.savedBy.value, *change)
                .run();
        !done)
        return done;
    return writeTexts(connection, connection.lastInsertId(), a.content.texts);
}

/// What is there becomes a version, what is new stands in its place.
base::Result<void> replaceArticle(Connection& connection, const StoredArticle& before,
                                  const Article& after, const QByteArray& shippedHash)
{
    auto texts = readArticleTexts(connection, before.id);
    if (!texts)
        return base::fail(texts.error());
    const Article& old = before.article;
    ArticleContent content = old.content;
    content.texts = *std::move(texts);
    if (auto done = connection.use(Sql::InsertArticleVersion)
                        .bindAll(before.id, old.version, base::toMs(old.saved), old.savedBy.value,
                                 contentToJson(content))
                        .run();
        !done)
        return done;
    const auto change = nextChange(connection);
    if (!change)
        return base::fail(change.error());
    if (auto done =
            connection.use(Sql::UpdateArticle)
                .bindAll(foldedText(mainTitle(after.content)), joinedWords(after.content.tags),
                         joinedWords(after.content.problems), joinedWords(after.content.devices),
                         after.isPublished, after.isEdited, shippedHash, after.version,
                         base::toMs(after.saved), after.savedBy.value, *change, before.id)
                .run();
        !done)
        return done;
    return writeTexts(connection, before.id, after.content.texts);
}

base::Result<Article> insertOwn(Connection& connection, const ArticleSave& save)
{
    const auto slug = freeSlug(connection, mainTitle(save.content));
    if (!slug)
        return base::fail(slug.error());
    const Article article{.slug = *slug,
                          .content = save.content,
                          .isPublished = save.isPublished.value_or(false),
                          .version = 1,
                          .saved = save.time,
                          .savedBy = save.person};
    if (auto done = insertArticle(connection, article, {}); !done)
        return base::fail(done.error());
    return article;
}

base::Result<bool> writeShippedOne(Connection& connection, const ShippedArticle& shipped,
                                   base::WallTime now)
{
    const auto stored = findArticle(connection, shipped.slug);
    if (!stored)
        return base::fail(stored.error());
    Article article{.slug = shipped.slug,
                    .content = shipped.content,
                    .isPublished = true,
                    .origin = ArticleOrigin::Shipped,
                    .version = 1,
                    .saved = now};
    base::Result<void> done;
    if (!*stored) {
        done = insertArticle(connection, article, shipped.hash);
    } else {
        const Article& old = (*stored)->article;
        const bool isTheirs = old.origin == ArticleOrigin::Own || old.isEdited;
        if (isTheirs || (*stored)->shippedHash == shipped.hash)
            return false;
        article.isPublished = old.isPublished;
        article.version = old.version + 1;
        done = replaceArticle(connection, **stored, article, shipped.hash);
    }
    if (!done)
        return base::fail(done.error());
    return true;
}

} // namespace

base::Result<Article> writeArticle(Connection& connection, const ArticleSave& save)
{
    if (save.slug.isEmpty())
        return insertOwn(connection, save);
    const auto stored = findArticle(connection, save.slug);
    if (!stored)
        return base::fail(stored.error());
    if (!*stored)
        return base::fail(base::Code::NotFound, "no such article");
    Article article = (*stored)->article;
    if (article.version != save.expectedVersion)
        return base::fail(base::Code::Conflict, "somebody saved the article meanwhile");
    article.content = save.content;
    article.isPublished = save.isPublished.value_or(article.isPublished);
    article.isEdited = true;
    ++article.version;
    article.saved = save.time;
    article.savedBy = save.person;
    if (auto done = replaceArticle(connection, **stored, article, (*stored)->shippedHash); !done)
        return base::fail(done.error());
    return article;
}

base::Result<void> writePublished(Connection& connection, const QString& slug, bool isPublished)
{
    const auto change = nextChange(connection);
    if (!change)
        return base::fail(change.error());
    if (auto done = connection.use(Sql::PublishArticle).bindAll(isPublished, *change, slug).run();
        !done)
        return done;
    if (connection.changes() == 0)
        return base::fail(base::Code::NotFound, "no such article");
    return {};
}

base::Result<int> writeShipped(Connection& connection, const std::vector<ShippedArticle>& articles,
                               const QString& setHash, base::WallTime now)
{
    int written = 0;
    for (const ShippedArticle& article : articles) {
        const auto isNew = writeShippedOne(connection, article, now);
        if (!isNew)
            return base::fail(isNew.error());
        written += *isNew ? 1 : 0;
    }
    if (auto done = writeSetting(connection, QStringLiteral("knowledge.shipped"), setHash); !done)
        return base::fail(done.error());
    return written;
}

base::Result<void> writeNote(Connection& connection, const ArticleNote& note)
{
    const Sql statement = note.kind == ArticleNote::Kind::Used       ? Sql::CountArticleUsed
                          : note.kind == ArticleNote::Kind::Answered ? Sql::CountArticleAnswered
                                                                     : Sql::CountArticleNotAnswered;
    return connection.use(statement).bind(note.slug).run();
}

} // namespace store
