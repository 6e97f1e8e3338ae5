// SPDX-License-Identifier: GPL-3.0-or-later
// From a message to numbers: words and pairs of words, and runs of a few letters inside a word with
// its ends marked, each block weighed by sublinear tf and idf and brought to length 1.
#pragma once

#include "base/hash_index.h"
#include "engine/words/normalise.h"

#include <QStringView>

#include <cstdint>
#include <span>
#include <vector>

namespace nlu {

/// How long the runs of letters are. Those of 4 take a quarter of the time of 2 to 5, and are as
/// good where there are many phrases.
struct Runs {
    std::uint8_t shortest = 2, longest = 5; ///< 1 … 8
    bool operator==(const Runs&) const = default;
};

/// The n-grams of a message as 32-bit hashes, each block sorted. Two n-grams of a vocabulary of
/// 250,000 share a hash about seven times; they then share a weight.
struct Grams {
    std::vector<std::uint32_t> words;   ///< single words, pairs, and the ends as half a pair
    std::vector<std::uint32_t> letters; ///< runs
};
/// Of the words `first` … `first + count - 1`.
[[nodiscard]] Grams gramsOf(const engine::Normalised& message, const Runs& runs,
                            std::size_t first = 0, std::size_t count = SIZE_MAX);

struct Feature {
    std::uint32_t id = 0; ///< place in the dictionary
    float value = 0.0F;
};

/// The n-grams worth remembering, and how rare each is. Immutable once built.
class Dictionary
{
public:
    Dictionary() = default;
    /// Counts the phrases that hold each n-gram. Letters that stand in one phrase only are left
    /// out; so is the rarest where there are more than `most`.
    [[nodiscard]] static Dictionary build(std::span<const Grams> phrases, std::size_t most);
    /// From a file: as many rarities as keys. \pre the keys are sorted, without repeats
    Dictionary(std::span<const std::uint32_t> keys, std::span<const float> rarities,
               float unknownRarity);

    /// Sorted by id. An n-gram that is not known has no entry, but its share of the length: a
    /// message of strange words stays short, and so uncertain.
    [[nodiscard]] std::vector<Feature> featuresOf(const Grams& grams) const;

    [[nodiscard]] std::size_t size() const noexcept { return m_known.size(); }
    [[nodiscard]] std::vector<std::uint32_t> keys() const;
    [[nodiscard]] std::vector<float> rarities() const;
    [[nodiscard]] float unknownRarity() const noexcept { return m_unknownRarity; }

private:
    struct Known {
        std::uint32_t key = 0;
        float rarity = 0.0F; ///< ln((1 + phrases) / (1 + phrases with it)) + 1
    };

    Dictionary(std::vector<Known> known, float unknownRarity);
    [[nodiscard]] std::int64_t find(std::uint32_t key) const;
    void addBlock(const std::vector<std::uint32_t>& block, std::vector<Feature>& features) const;

    std::vector<Known> m_known; ///< sorted by key; a feature's id is its place
    float m_unknownRarity = 1.0F;
    base::HashIndex m_index;
};

} // namespace nlu
