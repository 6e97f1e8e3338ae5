// SPDX-License-Identifier: GPL-3.0-or-later
// What was heard, and the phrases that may match it.
#pragma once

#include "engine/words/text.h"
#include "engine/words/vocabulary.h"

#include <QString>

#include <vector>

namespace engine {

/// A message as words of a vocabulary.
struct Heard {
    struct Word {
        int id = -1;
        float penalty = 0.0F;
        qsizetype size = 0;
        bool startsClause = false;
        int standsFor = -1; ///< what it may be read as besides
        [[nodiscard]] bool says(int word) const { return id == word || standsFor == word; }
    };
    QString text; ///< normalised, for the record
    std::vector<Word> all;
    std::vector<Word> strong; ///< without weak words; all of them where nothing else remains
};
[[nodiscard]] Heard hear(const Vocabulary& vocabulary, QStringView message);

/// One owner's best match.
struct Hit {
    int owner = -1;
    double score = 0.0;    ///< 1: the message is the phrase; from kCertain on it counts
    qsizetype letters = 0; ///< matched: the longer phrase is the more specific one; 0: learnt
    bool isWhole = false;  ///< nothing else was said
    std::size_t begin = 0, end = 0; ///< of the matched words
    double coverage = 0.0;          ///< share of the message's words
    unsigned languages = 0;         ///< bits of Language in which the phrase exists
};
/// Below it the engine asks.
inline constexpr double kCertain = 0.6;
/// Closer than this, two readings are equally likely.
inline constexpr double kSame = 0.03;

/// The phrases of a set of owners (a stage's options, the commands, the problems …). A phrase that
/// begins with '=' counts only as the whole message; so does, with up to two more words after it,
/// one of a single word of three letters or less ("si", "no"). One that begins with '~' is heard word by
/// word, weak ones too: "i'm a technician" is not "a technician". Right after a negation a phrase does
/// not count, unless it is negated itself. Weak words do not count, but in a phrase that has little
/// else.
class PhraseBook
{
public:
    /// Where a phrase of one short word counts: at the head of a short answer, or anywhere, as the
    /// names of things do ("hp", "tv").
    enum class ShortWords { Lead, Anywhere };
    /// The words enter the vocabulary. Phrases without a word in them are ignored. All phrases of
    /// one owner come one after another.
    void add(Vocabulary& vocabulary, int owner, const QString& phrase, unsigned languages,
             ShortWords shortWords = ShortWords::Lead);
    /// After the vocabulary knows its weak words and aliases.
    void finish(const Vocabulary& vocabulary);

    /// One hit an owner, best first (by score, then letters, then owner).
    [[nodiscard]] std::vector<Hit> hits(const Heard& heard) const;
    [[nodiscard]] bool isEmpty() const noexcept { return m_phrases.empty() && m_literal.empty(); }
    /// Owners of a phrase that are not the only ones: pairs for the checker.
    [[nodiscard]] std::vector<std::pair<int, int>> clashes() const;

private:
    struct Phrase {
        std::vector<int> all, strong;
        int owner = -1;
        unsigned languages = 0;
        qsizetype letters = 0;
        bool wholeOnly = false;
        bool isVerbatim = false;
        bool isShort = false;
        bool isNegated = false;
    };
    using Spoken = std::vector<Heard::Word>;
    [[nodiscard]] bool matchesAt(const Phrase& phrase, const Spoken& words, std::size_t at) const;
    [[nodiscard]] static Hit rated(const Phrase& phrase, const Spoken& words, std::size_t at);
    /// Tries the phrases that begin with each word.
    template <class Keep>
    void collect(const std::vector<Phrase>& phrases, const Heard& heard, const Spoken& words,
                 const Keep& keep) const;
    template <class Keep>
    void collectAt(const std::vector<Phrase>& phrases, const Heard& heard, const Spoken& words,
                   std::size_t at, int first, const Keep& keep) const;
    [[nodiscard]] bool isNegation(int id) const;

    std::vector<Phrase> m_phrases; ///< sorted by first strong word
    /// Sorted likewise: phrases of which one strong word or none would remain ("eso es todo"). They
    /// count word for word, weak words included.
    std::vector<Phrase> m_literal;
    std::vector<int> m_negations;
};

/// Is the message this sequence of words and nothing else?
[[nodiscard]] bool areSameWords(const std::vector<int>& phrase,
                                const std::vector<Heard::Word>& words);

} // namespace engine
