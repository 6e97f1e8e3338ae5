// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/hash_index.h"

#include <QHashFunctions>
#include <QString>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace engine {

/// The words that a flow knows, found as written, as heard, or with a slip of the fingers. Filled
/// while a flow loads, immutable afterwards.
///
/// Slips are found by symmetric deletion (W. Garbe, "SymSpell"): both the known word's sound and
/// the typed one's are shortened by one letter (two from eight letters on) and meet in a sorted list
/// of hashes; the weighted distance then decides. So a turn costs almost the same for a hundred
/// words and ten thousand.
class Vocabulary
{
public:
    struct Found {
        int id = -1;          ///< -1: not a known word
        float penalty = 0.0F; ///< 0 as written … 0.2 at the limit of what is still accepted
    };

    /// The id of the word, new or known. The word is already normalised.
    int add(QStringView word);
    /// From now on `word` is `target` (chat spelling and slang).
    void addAlias(QStringView word, int target);
    /// A word that carries no meaning of its own ("el", "the"): left out when phrases are compared.
    /// Light ones ("se", "the") may also be left out of a phrase that then has one word left.
    enum class Weak { Weak, Light };
    void setWeak(int id, Weak weak);
    /// `word` is read as `target` too ("tampoco" as "no"), and yet stays a word of its own.
    void setStandsFor(int word, int target);
    /// A common word which must not be mistaken for a known one.
    void protect(QStringView word);
    /// Builds the index of sounds and slips.
    void finish();

    [[nodiscard]] Found find(QStringView word) const;
    /// As written or by alias only.
    [[nodiscard]] int exactly(QStringView word) const;
    [[nodiscard]] qsizetype lengthOf(int id) const
    {
        return m_words[static_cast<std::size_t>(id)].length;
    }
    /// -1: for nothing but itself.
    [[nodiscard]] int standsFor(int id) const
    {
        return id < 0 ? -1 : m_words[static_cast<std::size_t>(id)].standsFor;
    }
    [[nodiscard]] bool isWeak(int id) const
    {
        return id >= 0 && m_words[static_cast<std::size_t>(id)].isWeak;
    }
    [[nodiscard]] bool isLight(int id) const
    {
        return id >= 0 && m_words[static_cast<std::size_t>(id)].isLight;
    }

private:
    struct Hash {
        using is_transparent = void;
        size_t operator()(QStringView text) const noexcept { return qHash(text, 0); }
    };
    struct Equal {
        using is_transparent = void;
        bool operator()(QStringView a, QStringView b) const noexcept { return a == b; }
    };
    template <class T>
    using Table = std::unordered_map<QString, T, Hash, Equal>;
    struct Word {
        qsizetype length = 0;
        int standsFor = -1;
        bool isWeak = false;
        bool isLight = false;
        bool isSlipTarget = true;
    };
    /// A way to say a word: its own, or that of an alias.
    struct Sound {
        QString text;
        int id = -1;
    };

    struct Shortened {
        std::uint32_t hash = 0;  ///< of a shortened sound
        std::uint32_t heard = 0; ///< place in m_heard
        // NOLINTNEXTLINE(modernize-use-nullptr): a false finding of clang-tidy 14
        auto operator<=>(const Shortened&) const = default;
    };
    void indexShortened(const QString& sound, int id);
    [[nodiscard]] Found slip(QStringView sound) const;
    /// A known word whose two neighbouring letters changed places.
    [[nodiscard]] Found swapped(QStringView word) const;

    std::vector<Word> m_words;
    Table<int> m_exact;
    Table<int> m_sounds;
    std::vector<Sound> m_heard;
    /// Sorted. Two forms of one hash do no harm: the distance decides.
    std::vector<Shortened> m_shortened;
    base::HashIndex m_shortenedIndex;
};

} // namespace engine
