// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words/vocabulary.h"

#include "base/stable_hash.h"
#include "engine/words/normalise.h"

#include <QVarLengthArray>

#include <algorithm>
#include <array>

namespace engine {

namespace {

constexpr qsizetype kMaxWord = 24;
constexpr qsizetype kTwoSlipsFrom = 8;

/// How far a word of this length may be from a known one.
double slipLimit(qsizetype size)
{
    if (size < 4)
        return 0.0;
    if (size == 4)
        return 0.75;
    return size >= kTwoSlipsFrom + 1 ? 1.8 : 1.0;
}

std::uint32_t hashOf(QStringView form)
{
    return base::folded(base::mixed(0xCBF29CE484222325ULL, form));
}

/// Calls `work` with the sound itself and with each shortened form of it.
template <class Work>
void eachShortened(QStringView sound, const Work& work)
{
    work(sound);
    if (sound.size() < 4 || sound.size() > kMaxWord)
        return;
    std::array<QChar, kMaxWord> once{}, twice{};
    const auto drop = [](QStringView from, qsizetype at, std::array<QChar, kMaxWord>& to) {
        std::copy(from.begin(), from.begin() + at, to.begin());
        std::copy(from.begin() + at + 1, from.end(), to.begin() + at);
        return QStringView(to.data(), from.size() - 1);
    };
    for (qsizetype i = 0; i < sound.size(); ++i) {
        const QStringView one = drop(sound, i, once);
        work(one);
        for (qsizetype j = i; sound.size() >= kTwoSlipsFrom && j < one.size(); ++j)
            work(drop(one, j, twice));
    }
}

} // namespace

int Vocabulary::add(QStringView word)
{
    if (const auto it = m_exact.find(word); it != m_exact.end())
        return it->second;
    const int id = static_cast<int>(m_words.size());
    m_words.push_back({.length = word.size()});
    m_exact.emplace(word.toString(), id);
    return id;
}

void Vocabulary::addAlias(QStringView word, int target)
{
    m_exact.insert_or_assign(word.toString(), target);
}

void Vocabulary::setWeak(int id, Weak weak)
{
    auto& word = m_words[static_cast<std::size_t>(id)];
    word.isWeak = true;
    word.isLight = weak == Weak::Light;
}

void Vocabulary::setStandsFor(int word, int target)
{
    m_words[static_cast<std::size_t>(word)].standsFor = target;
}

void Vocabulary::protect(QStringView word)
{
    if (!m_exact.contains(word))
        m_words[static_cast<std::size_t>(add(word))].isSlipTarget = false;
}

void Vocabulary::finish()
{
    for (const auto& [text, id] : m_exact) {
        const auto& word = m_words[static_cast<std::size_t>(id)];
        const QString sound = soundOf(text);
        if (!word.isSlipTarget || sound.size() < 2)
            continue;
        const auto [it, isNew] = m_sounds.emplace(sound, id);
        if (!isNew)
            it->second = std::min(it->second, id);
        if (isNew)
            indexShortened(sound, id);
    }
    std::sort(m_shortened.begin(), m_shortened.end());
    m_shortened.erase(std::unique(m_shortened.begin(), m_shortened.end()), m_shortened.end());
    m_shortened.shrink_to_fit();
    m_shortenedIndex =
        base::HashIndex(m_shortened, [](const Shortened& each) { return each.hash; });
}

void Vocabulary::indexShortened(const QString& sound, int id)
{
    if (sound.size() < 4)
        return;
    const auto place = static_cast<std::uint32_t>(m_heard.size());
    m_heard.push_back({sound, id});
    eachShortened(sound, [&](QStringView form) {
        m_shortened.push_back({.hash = hashOf(form), .heard = place});
    });
}

int Vocabulary::exactly(QStringView word) const
{
    const auto it = m_exact.find(word);
    return it == m_exact.end() ? -1 : it->second;
}

Vocabulary::Found Vocabulary::find(QStringView word) const
{
    if (const int id = exactly(word); id >= 0)
        return {.id = id, .penalty = 0.0F};
    if (word.size() < 3 || word.size() > kMaxWord || word.front().isDigit())
        return {};
    const QString sound = soundOf(word);
    if (const auto it = m_sounds.find(QStringView(sound));
        it != m_sounds.end() && sound.size() >= 2)
        return {.id = it->second, .penalty = 0.03F};
    const Found near = slip(sound);
    return near.id >= 0 ? near : swapped(word);
}

// "fucniona": where "c" and "n" change places, so does the sound of "c".
Vocabulary::Found Vocabulary::swapped(QStringView word) const
{
    constexpr qsizetype kShortest = 5;
    if (word.size() < kShortest)
        return {};
    std::array<QChar, kMaxWord> letters{};
    std::copy(word.begin(), word.end(), letters.begin());
    for (std::size_t i = 0; i + 1 < static_cast<std::size_t>(word.size()); ++i) {
        std::swap(letters[i], letters[i + 1]);
        const int id = exactly(QStringView(letters.data(), word.size()));
        std::swap(letters[i], letters[i + 1]);
        if (id >= 0 && m_words[static_cast<std::size_t>(id)].isSlipTarget)
            return {.id = id, .penalty = 0.1F};
    }
    return {};
}

Vocabulary::Found Vocabulary::slip(QStringView sound) const
{
    const double limit = slipLimit(sound.size());
    if (limit <= 0.0)
        return {};
    Found best;
    double bestDistance = limit + 0.001;
    QVarLengthArray<std::uint32_t, 64> looked;
    eachShortened(sound, [&](QStringView form) {
        const std::uint32_t hash = hashOf(form);
        const auto [begin, end] = m_shortenedIndex.around(hash);
        for (std::uint32_t at = begin; at < end; ++at) {
            // A near word meets by many of its forms, and is as far by each.
            if (m_shortened[at].hash != hash || looked.contains(m_shortened[at].heard))
                continue;
            looked.append(m_shortened[at].heard);
            const Sound& known = m_heard[m_shortened[at].heard];
            const double distance = slipDistance(sound, known.text, limit);
            if (distance < bestDistance || (distance == bestDistance && known.id < best.id)) {
                bestDistance = distance;
                best.id = known.id;
            }
        }
    });
    if (best.id >= 0)
        best.penalty = static_cast<float>(0.05 + 0.07 * bestDistance);
    return best;
}

} // namespace engine
