// SPDX-License-Identifier: GPL-3.0-or-later
// From what people type to plain words. Data-free: the vocabulary is the flow's own.
#pragma once

#include <QString>

#include <vector>

namespace engine {

/// A word of a message: lower case, without accents, repeated letters squeezed.
struct RawWord {
    qsizetype begin = 0; ///< in the normalised text
    qsizetype size = 0;
    bool startsClause = false; ///< after a comma, full stop, line break …
};

struct Normalised {
    QString text; ///< words separated by one space
    std::vector<RawWord> words;
};

/// Case, accents, punctuation, invisible characters, skin tones and letters repeated three times or
/// more ("holaaaa") go; an emoji is a word. At most `maxWords` words are kept.
[[nodiscard]] Normalised normalise(QStringView text, std::size_t maxWords = 256);

/// How a Spanish speaker hears a normalised word: b/v, c/s/z, k/qu, ll/y, g/j before e and i, w/gu,
/// silent h, doubled letters.
[[nodiscard]] QString soundOf(QStringView word);

/// Damerau-Levenshtein distance (optimal string alignment) where a slip to a neighbouring key, or
/// o for u and e for i, costs 0.7, a swap 0.6 (all the letters are there), a doubled letter 0.4, a
/// missing or added one 0.9, another one 1.3. Stops early above `limit`.
[[nodiscard]] double slipDistance(QStringView a, QStringView b, double limit);

} // namespace engine
