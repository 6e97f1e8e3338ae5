// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words/vocabulary.h"

#include "engine/words/normalise.h"

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
}

void Vocabulary::indexShortened(const QString& sound, int id)
{
    if (sound.size() < 4)
        return;
    const int place = static_cast<int>(m_heard.size());
    m_heard.push_back({sound, id});
    eachShortened(sound, [&](QStringView form) { m_shortened.emplace_back(Hash()(form), place); });
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
    return slip(sound);
}

Vocabulary::Found Vocabulary::slip(QStringView sound) const
{
    const double limit = slipLimit(sound.size());
    if (limit <= 0.0)
        return {};
    Found best;
    double bestDistance = limit + 0.001;
    eachShortened(sound, [&](QStringView form) {
        const size_t hash = Hash()(form);
        auto it = std::lower_bound(m_shortened.begin(), m_shortened.end(), std::pair(hash, 0));
        for (; it != m_shortened.end() && it->first == hash; ++it) {
            const auto& known = m_heard[static_cast<std::size_t>(it->second)];
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
