// SPDX-License-Identifier: GPL-3.0-or-later
// How lists and former versions stand in a row.
#pragma once

#include "store/knowledge/articles.h"

namespace store {

/// ",a,b," as the schema explains; empty for none.
[[nodiscard]] QString joinedWords(const QStringList& words);
[[nodiscard]] QStringList splitWords(const QString& joined);

/// {"tags":[…],"problems":[…],"devices":[…],"texts":[{"language","title","markdown"}]}
[[nodiscard]] QString contentToJson(const ArticleContent& content);
/// What cannot be read is left out.
[[nodiscard]] ArticleContent contentFromJson(const QString& json);

/// The title that lists are sorted by: es-AR, else the first.
[[nodiscard]] QString mainTitle(const ArticleContent& content);
/// "wifi_lento" from a title; "article" where it has no letters.
[[nodiscard]] QString slugOfTitle(const QString& title);

} // namespace store
