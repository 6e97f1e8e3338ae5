// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's callers get and give of the knowledge base: plain values.
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "engine/values.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace desk {

struct ArticleText {
    QString language; ///< "es-AR", "es", "en"
    QString title;
    QString markdown;
    bool operator==(const ArticleText&) const = default;
};

/// What people write.
struct ArticleContent {
    QStringList tags;
    QStringList problems; ///< codes of the catalogue
    QStringList devices;  ///< codes of the catalogue
    QList<ArticleText> texts;
    bool operator==(const ArticleContent&) const = default;
};

struct Article {
    QString slug;
    ArticleContent content; ///< in pages, texts have language and title only
    bool isPublished = false;
    bool isShipped = false; ///< came with the program
    bool isEdited = false;  ///< … and was changed since
    int version = 0;        ///< what optimistic locking compares
    base::WallTime saved;
    QString savedBy; ///< empty: the program
    qint64 used = 0, answered = 0, notAnswered = 0;
    /// Share of those who said whether it helped, in per cent; -1: nobody has said.
    [[nodiscard]] int answeredPercent() const
    {
        const qint64 said = answered + notAnswered;
        return said > 0 ? static_cast<int>((answered * 100 + said / 2) / said) : -1;
    }
};

struct ArticleQuery {
    QString text; ///< words of a search box: best first, one page; empty: all, by title
    QString tag;  ///< empty: any
    QByteArray after;
    int limit = 128;
};
struct ArticlePage {
    std::vector<Article> rows;
    QByteArray next;
};

struct ArticleSave {
    QString slug; ///< empty: a new one, which gets its name from its title
    ArticleContent content;
    int expectedVersion = 0;
};

/// What stood there before a save.
struct ArticleVersion {
    int version = 0;
    base::WallTime saved;
    QString savedBy;
    ArticleContent content;
};

/// An article as customers read it.
struct PublishedArticle {
    QString slug;
    QString language; ///< of this text
    QString title;
    QString html;     ///< a fragment that is safe to stand in a page
    QString shopName; ///< may be empty
    int version = 0;
};

/// What an article can be about; value: the code, text: its label.
struct CatalogueTerms {
    QList<engine::Option> problems, devices;
};

/// A file of an article that comes with the program.
struct ShippedFile {
    QString name; ///< <slug>.<language>.md, without its folder
    QByteArray bytes;
};

/// The fragment that an article's page holds for this Markdown. Any thread.
[[nodiscard]] QString articleHtml(const QString& markdown);

inline constexpr qsizetype kLongestTitle = 120;
inline constexpr qsizetype kLongestArticle = 60'000; ///< characters of Markdown a language
inline constexpr int kMostTags = 20;

} // namespace desk
