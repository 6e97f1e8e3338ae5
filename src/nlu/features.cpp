// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/features.h"

#include "base/stable_hash.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace nlu {

namespace {

using base::folded;
using base::mixed;

constexpr std::uint64_t kWordSeed = 0x9E3779B97F4A7C15ULL;
constexpr std::uint64_t kPairSeed = 0xC2B2AE3D27D4EB4FULL;
constexpr std::uint64_t kLetterSeed = 0x165667B19E3779F9ULL;
constexpr char16_t kWordEnd = u' ';

void addRuns(QStringView word, const Runs& runs, std::vector<std::uint32_t>& out)
{
    const auto size = static_cast<std::size_t>(word.size()) + 2;
    const auto letterAt = [&](std::size_t i) {
        return i == 0 || i + 1 == size ? kWordEnd : word[static_cast<qsizetype>(i) - 1].unicode();
    };
    for (std::size_t from = 0; from + runs.shortest <= size; ++from) {
        std::uint64_t hash = kLetterSeed;
        const std::size_t end = std::min(size, from + runs.longest);
        for (std::size_t i = from; i < end; ++i) {
            hash = mixed(hash, letterAt(i));
            if (i + 1 - from >= runs.shortest)
                out.push_back(folded(hash));
        }
    }
}

/// Calls `take(hash, times)` for each different one of a sorted block.
template <class Take>
void eachCounted(const std::vector<std::uint32_t>& sorted, const Take& take)
{
    for (std::size_t i = 0; i < sorted.size();) {
        std::size_t end = i + 1;
        while (end < sorted.size() && sorted[end] == sorted[i])
            ++end;
        take(sorted[i], end - i);
        i = end;
    }
}

} // namespace

Grams gramsOf(const engine::Normalised& message, const Runs& runs, std::size_t first,
              std::size_t count)
{
    Grams grams;
    const std::size_t end =
        first + std::min(count, message.words.size() - std::min(first, message.words.size()));
    const QStringView text(message.text);
    grams.letters.reserve(static_cast<std::size_t>(text.size()) * 4 + 8);
    QStringView before;
    for (std::size_t i = first; i < end; ++i) {
        const QStringView word = text.mid(message.words[i].begin, message.words[i].size);
        grams.words.push_back(folded(mixed(kWordSeed, word)));
        grams.words.push_back(folded(mixed(mixed(mixed(kPairSeed, before), kWordEnd), word)));
        addRuns(word, runs, grams.letters);
        before = word;
    }
    if (!before.isEmpty())
        grams.words.push_back(folded(mixed(mixed(kPairSeed, before), kWordEnd)));
    std::ranges::sort(grams.words);
    std::ranges::sort(grams.letters);
    return grams;
}

Dictionary Dictionary::build(std::span<const Grams> phrases, std::size_t most)
{
    std::unordered_map<std::uint32_t, std::uint32_t> words, letters;
    for (const Grams& phrase : phrases) {
        eachCounted(phrase.words, [&](std::uint32_t key, std::size_t) { ++words[key]; });
        eachCounted(phrase.letters, [&](std::uint32_t key, std::size_t) { ++letters[key]; });
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> found(words.begin(), words.end());
    for (const auto& [key, times] : letters) {
        if (times > 1 && !words.contains(key))
            found.emplace_back(key, times);
    }
    if (found.size() > most) {
        std::ranges::sort(found, [](const auto& a, const auto& b) {
            return std::pair(b.second, a.first) < std::pair(a.second, b.first);
        });
        found.resize(most);
    }
    std::ranges::sort(found);
    const auto rarity = [all = static_cast<double>(phrases.size())](std::uint32_t times) {
        return static_cast<float>(std::log((1 + all) / (1 + static_cast<double>(times))) + 1);
    };
    std::vector<Known> known;
    known.reserve(found.size());
    for (const auto& [key, times] : found)
        known.push_back({.key = key, .rarity = rarity(times)});
    return {std::move(known), rarity(1)};
}

Dictionary::Dictionary(std::vector<Known> known, float unknownRarity)
    : m_known(std::move(known)), m_unknownRarity(unknownRarity),
      m_index(m_known, [](const Known& each) { return each.key; })
{
}

Dictionary::Dictionary(std::span<const std::uint32_t> keys, std::span<const float> rarities,
                       float unknownRarity)
    : Dictionary(
          [&] {
              std::vector<Known> known(keys.size());
              for (std::size_t i = 0; i < keys.size(); ++i)
                  known[i] = {.key = keys[i], .rarity = rarities[i]};
              return known;
          }(),
          unknownRarity)
{
}

std::vector<std::uint32_t> Dictionary::keys() const
{
    std::vector<std::uint32_t> keys(m_known.size());
    std::ranges::transform(m_known, keys.begin(), &Known::key);
    return keys;
}

std::vector<float> Dictionary::rarities() const
{
    std::vector<float> rarities(m_known.size());
    std::ranges::transform(m_known, rarities.begin(), &Known::rarity);
    return rarities;
}

std::int64_t Dictionary::find(std::uint32_t key) const
{
    const auto [begin, end] = m_index.around(key);
    for (std::uint32_t place = begin; place < end; ++place) {
        if (m_known[place].key == key)
            return place;
    }
    return -1;
}

void Dictionary::addBlock(const std::vector<std::uint32_t>& block,
                          std::vector<Feature>& features) const
{
    const std::size_t before = features.size();
    double length = 0;
    eachCounted(block, [&](std::uint32_t key, std::size_t times) {
        // Nearly every n-gram stands once in a message, and a logarithm takes as long as the rest.
        const float tf =
            times == 1 ? 1.0F : static_cast<float>(1 + std::log(static_cast<double>(times)));
        const std::int64_t id = find(key);
        const float value =
            tf * (id < 0 ? m_unknownRarity : m_known[static_cast<std::size_t>(id)].rarity);
        length += static_cast<double>(value) * static_cast<double>(value);
        if (id >= 0)
            features.push_back({static_cast<std::uint32_t>(id), value});
    });
    if (length <= 0)
        return;
    const auto factor = static_cast<float>(1 / std::sqrt(length));
    for (std::size_t i = before; i < features.size(); ++i)
        features[i].value *= factor;
}

std::vector<Feature> Dictionary::featuresOf(const Grams& grams) const
{
    std::vector<Feature> features;
    features.reserve(grams.words.size() + grams.letters.size());
    addBlock(grams.words, features);
    addBlock(grams.letters, features);
    std::ranges::sort(features, {}, &Feature::id);
    // The two blocks may share a hash.
    auto out = features.begin();
    for (auto in = features.begin(); in != features.end(); ++in) {
        if (out != features.begin() && std::prev(out)->id == in->id)
            std::prev(out)->value += in->value;
        else
            *out++ = *in;
    }
    features.erase(out, features.end());
    return features;
}

} // namespace nlu
