// SPDX-License-Identifier: GPL-3.0-or-later
// From what a person writes to what the article index is asked, and how much a text is about it.
#pragma once

#include "store/knowledge/articles.h"

#include <QString>
#include <QStringList>

namespace store {

/// Small letters without accents: "Conexión" -> "conexion".
[[nodiscard]] QString foldedText(const QString& text);

/// The words of a question that say what it is about: without greetings, articles, pronouns and the
/// like in Spanish and English, each once, at most 24. Empty where none is left.
[[nodiscard]] QStringList askedWords(const QString& text, ArticleSearchQuery::Words words);

/// What such a word and its inflections begin with: "fotos" -> "foto", "pasar" and "paso" -> "pas".
[[nodiscard]] QString stemOf(const QString& word);

/// For MATCH. A sentence: any word, whole or by its stem. Typed: all words, as beginnings.
[[nodiscard]] QString articleExpression(const QStringList& asked, ArticleSearchQuery::Words words);

/// How much of the question a text answers, 0 … 1: the share of its words that stand in the title or
/// the tags, those that stand only in the body counting for a third.
[[nodiscard]] double shareOf(const QStringList& asked, const QString& titleAndTags,
                             const QString& body);

/// A smaller share is no answer …
inline constexpr double kLeastShare = 0.34;
/// … or not even near.
inline constexpr double kLeastNearShare = 0.12;

} // namespace store
