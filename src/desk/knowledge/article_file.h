// SPDX-License-Identifier: GPL-3.0-or-later
// The articles that come with the program: resources/knowledge/articles/<slug>.<language>.md
//
//   ---
//   title: Cómo pasar fotos a un pendrive
//   tags: fotos, pendrive
//   problems: usb_not_detected
//   devices: usb_drive, notebook
//   ---
//   Markdown …
#pragma once

#include "base/result.h"
#include "desk/knowledge/article_values.h"
#include "store/knowledge/articles.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace desk {

struct ParsedArticle {
    QString slug;
    store::ArticleContent content; ///< with one text
};
/// Invalid says file, line and what is wrong there.
[[nodiscard]] base::Result<ParsedArticle> parseArticle(const ShippedFile& file);

/// Joined by slug, es-AR first, tags and codes of all languages together. What cannot be read is
/// left out and named in `faults`.
[[nodiscard]] std::vector<store::ShippedArticle>
shippedArticles(const std::vector<ShippedFile>& files, QStringList& faults);

/// Changes with any of them.
[[nodiscard]] QString hashOfSet(const std::vector<ShippedFile>& files);

/// The text with what is made from it.
[[nodiscard]] store::ArticleText madeText(const QString& language, const QString& title,
                                          const QString& markdown);

} // namespace desk
