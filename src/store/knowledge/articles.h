// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the knowledge base as the store gives and takes them. Plain values.
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace store {

enum class ArticleOrigin { Shipped, Own };

struct ArticleText {
    QString language; ///< "es-AR", "es", "en"
    QString title;
    QString markdown;
    QString plain;   ///< the words of it, for the search
    QString excerpt; ///< its first paragraph, short
    bool operator==(const ArticleText&) const = default;
};

/// What a save keeps and a version brings back.
struct ArticleContent {
    QStringList tags;
    QStringList problems; ///< codes of the catalogue
    QStringList devices;  ///< codes of the catalogue
    QList<ArticleText> texts;
    bool operator==(const ArticleContent&) const = default;
};

struct Article {
    QString slug;
    ArticleContent content; ///< in pages of the list, texts have language and title only
    bool isPublished = false;
    ArticleOrigin origin = ArticleOrigin::Own;
    bool isEdited = false; ///< a shipped one that somebody has changed
    int version = 0;       ///< counts the saves; what optimistic locking compares
    base::WallTime saved;
    base::PersonId savedBy; ///< none: the program
    qint64 used = 0, answered = 0, notAnswered = 0;
};

struct ArticleSave {
    QString slug; ///< empty: a new article, which gets one from its title
    ArticleContent content;
    int expectedVersion = 0;         ///< 0: there is none yet
    std::optional<bool> isPublished; ///< nothing: as before; a new article: not
    base::PersonId person;
    base::WallTime time;
};

/// What stood there before a save, and who had saved that.
struct ArticleVersion {
    int version = 0;
    base::WallTime saved;
    base::PersonId savedBy;
    ArticleContent content; ///< texts without plain and excerpt
};

/// An article as the program brings it.
struct ShippedArticle {
    QString slug;
    QByteArray hash; ///< of its files
    ArticleContent content;
};

/// By title; keyset pages.
struct ArticleQuery {
    QString tag;      ///< empty: any
    QByteArray after; ///< cursor of an earlier page
    int limit = 128;
};
struct ArticlePage {
    std::vector<Article> rows;
    QByteArray next; ///< empty: that was the last
};

struct ArticleSearchQuery {
    enum class Words {
        Sentence, ///< as a customer writes: most words need not be there, but the best articles are
                  ///< given only where they are about it
        Related,  ///< as Sentence, and what is only near to it as well
        Typed,    ///< as in a search box: every word is there, the last one perhaps unfinished
    };
    QString text;
    Words words = Words::Sentence;
    QString language; ///< es falls back to es-AR; empty: any
    bool onlyPublished = true;
    int limit = 5;
};
struct ArticleHit {
    QString slug;
    QString language; ///< of this text
    QString title;
    QString excerpt;
    double score = 0; ///< BM25, more is better
};

/// What a committed turn says about an article.
struct ArticleNote {
    enum class Kind { Used, Answered, NotAnswered };
    QString slug;
    Kind kind = Kind::Used;
};

} // namespace store
