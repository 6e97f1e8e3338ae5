// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/knowledge/article_values.h"

#include <QSet>

#include <optional>

class QSettings;

namespace panels {

/// Changes of articles that are not saved yet, one an article, in this window's own settings: they
/// outlive a crash, another page and the end of the program. A new article's slug is empty.
class ArticleDrafts
{
public:
    explicit ArticleDrafts(QSettings& settings) : m_settings(settings) {}

    struct Draft {
        desk::ArticleContent content;
        int version = 0; ///< of the article that was changed
    };
    void keep(const QString& slug, const Draft& draft);
    void forget(const QString& slug);
    [[nodiscard]] std::optional<Draft> find(const QString& slug) const;
    [[nodiscard]] QSet<QString> slugs() const;

private:
    QSettings& m_settings;
};

} // namespace panels
