// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/index/article_index.h"

#include "store/index/article_words.h"

#include <algorithm>

namespace store {

namespace {

constexpr int kCandidates = 20; ///< looked at more closely; the best stand among them
constexpr int kMostArticleHits = 100;

/// The languages in which this text is the one to show: " es-AR es ".
QString servedLanguages(const ArticleText& text, const QList<ArticleText>& all)
{
    const bool hasNeutral =
        std::ranges::find(all, QStringLiteral("es"), &ArticleText::language) != all.end();
    if (text.language == QLatin1String("es-AR") && !hasNeutral)
        return QStringLiteral(" es-AR es ");
    return u' ' + text.language + u' ';
}

} // namespace

QStringList ArticleIndex::tables()
{
    return {"CREATE TABLE article (id INTEGER PRIMARY KEY, article INTEGER NOT NULL, "
            "slug TEXT NOT NULL, language TEXT NOT NULL, serves TEXT NOT NULL, "
            "is_published INTEGER NOT NULL, title TEXT NOT NULL, tags TEXT NOT NULL, "
            "body TEXT NOT NULL, excerpt TEXT NOT NULL)",
            "CREATE INDEX article_of ON article (article)",
            "CREATE VIRTUAL TABLE article_word USING fts5 (title, tags, body, content='article', "
            "content_rowid='id', tokenize='unicode61 remove_diacritics 2')",
            "INSERT INTO mark VALUES ('article', 0)"};
}

base::Result<qint64> ArticleIndex::mark()
{
    auto row = m_connection.use("SELECT value FROM mark WHERE name = 'article'");
    const auto found = row.step();
    if (!found)
        return base::fail(found.error());
    return row.number(0);
}

base::Result<void> ArticleIndex::add(const Entry& entry, const ArticleText& text,
                                     const QString& serves)
{
    const QString tags = entry.tags.join(u' ');
    if (auto done = m_connection
                        .use("INSERT INTO article (article, slug, language, serves, is_published, "
                             "title, tags, body, excerpt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .bindAll(entry.article, entry.slug, text.language, serves,
                                 entry.isPublished, text.title, tags, text.plain, text.excerpt)
                        .run();
        !done)
        return done;
    return m_connection
        .use("INSERT INTO article_word (rowid, title, tags, body) VALUES (?, ?, ?, ?)")
        .bindAll(m_connection.lastInsertId(), text.title, tags, text.plain)
        .run();
}

base::Result<void> ArticleIndex::replace(const Entry& entry)
{
    if (auto done = m_connection
                        .use("INSERT INTO article_word (article_word, rowid, title, tags, body) "
                             "SELECT 'delete', id, title, tags, body FROM article "
                             "WHERE article = ?")
                        .bind(entry.article)
                        .run();
        !done)
        return done;
    if (auto done =
            m_connection.use("DELETE FROM article WHERE article = ?").bind(entry.article).run();
        !done)
        return done;
    for (const ArticleText& text : entry.texts) {
        if (auto done = add(entry, text, servedLanguages(text, entry.texts)); !done)
            return done;
    }
    return {};
}

base::Result<void> ArticleIndex::apply(const std::vector<Entry>& entries, qint64 mark)
{
    auto done = m_connection.use("BEGIN IMMEDIATE").run();
    for (auto it = entries.begin(); done && it != entries.end(); ++it)
        done = replace(*it);
    if (done)
        done =
            m_connection.use("UPDATE mark SET value = ? WHERE name = 'article'").bind(mark).run();
    if (done)
        done = m_connection.use("COMMIT").run();
    if (!done && m_connection.isInTransaction())
        std::ignore = m_connection.use("ROLLBACK").run();
    return done;
}

base::Result<std::vector<ArticleHit>> ArticleIndex::find(const ArticleSearchQuery& query)
{
    const QStringList asked = askedWords(query.text, query.words);
    std::vector<ArticleHit> hits;
    if (asked.isEmpty())
        return hits;
    using Words = ArticleSearchQuery::Words;
    const double least = query.words == Words::Sentence  ? kLeastShare
                         : query.words == Words::Related ? kLeastNearShare
                                                         : 0;
    const int limit = std::clamp(query.limit, 1, kMostArticleHits);
    auto row = m_connection.use(
        "SELECT a.slug, a.language, a.title, a.excerpt, a.tags, a.body, "
        "bm25(article_word, 10.0, 6.0, 1.0) AS score FROM article_word "
        "JOIN article a ON a.id = article_word.rowid WHERE article_word MATCH ? "
        "AND instr(a.serves, ?) > 0 AND a.is_published >= ? ORDER BY score, a.id LIMIT ?");
    const QString language =
        query.language.isEmpty() ? QString(u' ') : u' ' + query.language + u' ';
    row.bindAll(articleExpression(asked, query.words), language, query.onlyPublished ? 1 : 0,
                query.words == Words::Typed ? limit : kCandidates);
    auto more = row.step();
    for (; more && *more && static_cast<int>(hits.size()) < limit; more = row.step()) {
        const QString slug = row.text(0);
        const bool isThere = std::ranges::find(hits, slug, &ArticleHit::slug) != hits.end();
        if (isThere ||
            (least > 0 && shareOf(asked, row.text(2) + u' ' + row.text(4), row.text(5)) < least))
            continue;
        hits.push_back(
            {slug, row.text(1), row.text(2), row.text(3), -QString(row.text(6)).toDouble()});
    }
    if (!more)
        return base::fail(more.error());
    return hits;
}

} // namespace store
