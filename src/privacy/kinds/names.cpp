// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/candidate.h"

#include <algorithm>
#include <array>
#include <set>

namespace privacy {

namespace {

/// Parts of names that are words of their own.
bool isParticle(std::string_view word)
{
    constexpr std::array<std::string_view, 10> kParticles{"de",  "del", "la",  "los", "las",
                                                          "van", "von", "san", "the", "y"};
    return std::ranges::find(kParticles, word) != kParticles.end();
}

/// Whole names and each of their parts, as normalised words.
using Parts = std::set<std::string, std::less<>>;

Parts partsOf(const QStringList& names)
{
    constexpr std::size_t kShortest = 3; ///< "Al", "Jo" are words too
    Parts parts;
    for (const QString& name : names) {
        const Normalised plain(name);
        const Words words(plain.bytes());
        for (const Word& word : words.all()) {
            std::string part = lowered(plain.bytes().substr(word.begin, word.end - word.begin));
            if (part.size() >= kShortest && isLetter(part.front()) && !isParticle(part))
                parts.insert(std::move(part));
        }
    }
    return parts;
}

/// Only what may stand inside a name.
bool isJoint(std::string_view between)
{
    return between.size() <= 2 && between.find_first_not_of(" -'.") == std::string_view::npos;
}

} // namespace

void spotNames(Scene& scene)
{
    if (scene.context.names.isEmpty())
        return;
    const Parts parts = partsOf(scene.context.names);
    const auto textOf = [&](const Word& word) {
        return lowered(scene.bytes.substr(word.begin, word.end - word.begin));
    };
    const auto& words = scene.words().all();
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!parts.contains(textOf(words[i])))
            continue;
        // As far as the words of names follow each other, particles between them included.
        std::size_t last = i;
        for (std::size_t k = i + 1; k < words.size() && k - last <= 3; ++k) {
            const auto between =
                scene.bytes.substr(words[k - 1].end, words[k].begin - words[k - 1].end);
            const std::string word = textOf(words[k]);
            if (!isJoint(between))
                break;
            if (parts.contains(word))
                last = k;
            else if (!isParticle(word) && word.size() > 1)
                break;
        }
        std::size_t begin = words[i].begin;
        // The O of O'Neil.
        if (begin >= 2 && (scene.bytes[begin - 1] == '\'') && isLetter(scene.bytes[begin - 2]))
            begin -= 2;
        scene.add({Kind::Name, begin, words[last].end, {.policy = Policy::Shape}});
        i = last;
    }
}

} // namespace privacy
