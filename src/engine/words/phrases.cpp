// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words/phrases.h"

#include "engine/words/normalise.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace engine {

namespace {

constexpr std::size_t kMaxSlipsLooked = 40;
constexpr std::array kNegations{u"no", u"not", u"sin", u"nunca", u"dont", u"never", u"without", u"tampoco"};

qsizetype lettersOf(const std::vector<Heard::Word>& words, std::size_t at, std::size_t count)
{
    qsizetype letters = 0;
    for (std::size_t i = at; i < at + count; ++i)
        letters += words[i].size;
    return letters;
}

bool isBetter(const Hit& a, const Hit& b)
{
    return std::tuple(-a.score, -a.letters, a.owner) < std::tuple(-b.score, -b.letters, b.owner);
}

} // namespace

Heard hear(const Vocabulary& vocabulary, QStringView message)
{
    auto normalised = normalise(message);
    Heard heard;
    heard.all.reserve(normalised.words.size());
    const QStringView text(normalised.text);
    std::size_t looked = 0;
    for (const auto& raw : normalised.words) {
        const QStringView word = text.mid(raw.begin, raw.size);
        Vocabulary::Found found{.id = vocabulary.exactly(word)};
        if (found.id < 0 && looked < kMaxSlipsLooked) {
            ++looked;
            found = vocabulary.find(word);
        }
        heard.all.push_back({found.id, found.penalty, raw.size, raw.startsClause});
    }
    bool carriesClause = false;
    for (std::size_t i = 0; i < heard.all.size(); ++i) {
        auto word = heard.all[i];
        carriesClause = carriesClause || word.startsClause;
        if (vocabulary.isWeak(word.id))
            continue;
        word.startsClause = std::exchange(carriesClause, false);
        heard.strong.push_back(word);
    }
    if (heard.strong.empty())
        heard.strong = heard.all;
    heard.text = std::move(normalised.text);
    return heard;
}

bool areSameWords(const std::vector<int>& phrase, const std::vector<Heard::Word>& words)
{
    return phrase.size() == words.size()
        && std::equal(phrase.begin(), phrase.end(), words.begin(),
                      [](int id, const Heard::Word& word) { return id == word.id; });
}

void PhraseBook::add(Vocabulary& vocabulary, int owner, const QString& phrase, unsigned languages)
{
    Phrase made{.owner = owner, .languages = languages, .wholeOnly = phrase.startsWith(u'=')};
    const auto normalised = normalise(phrase);
    for (const auto& word : normalised.words)
        made.all.push_back(vocabulary.add(QStringView(normalised.text).mid(word.begin, word.size)));
    if (made.all.empty())
        return;
    made.letters = normalised.text.size() - static_cast<qsizetype>(made.all.size()) + 1;
    made.isShort = made.all.size() == 1 && normalised.text.size() <= 3;
    for (auto& old : m_phrases) {
        if (old.owner == owner && old.all == made.all) {
            old.languages |= languages;
            old.wholeOnly = old.wholeOnly && made.wholeOnly;
            return;
        }
    }
    m_phrases.push_back(std::move(made));
}

void PhraseBook::finish(const Vocabulary& vocabulary)
{
    for (const auto* negation : kNegations) {
        if (const int id = vocabulary.exactly(negation); id >= 0)
            m_negations.push_back(id);
    }
    for (auto& phrase : m_phrases) {
        std::copy_if(phrase.all.begin(), phrase.all.end(), std::back_inserter(phrase.strong),
                     [&](int id) { return !vocabulary.isWeak(id); });
        // "no se" without its weak word would be a plain "no".
        if (phrase.strong.empty() || (phrase.strong.size() == 1 && isNegation(phrase.strong.front()))) {
            phrase.wholeOnly = phrase.wholeOnly || phrase.all.size() > 1;
            phrase.strong = phrase.strong.empty() ? phrase.all : phrase.strong;
        }
        phrase.isNegated = std::any_of(phrase.strong.begin(), phrase.strong.end(),
                                       [this](int id) { return isNegation(id); });
    }
    std::sort(m_phrases.begin(), m_phrases.end(),
              [](const Phrase& a, const Phrase& b) { return a.strong < b.strong; });
}

bool PhraseBook::isNegation(int id) const
{
    return std::find(m_negations.begin(), m_negations.end(), id) != m_negations.end();
}

bool PhraseBook::matchesAt(const Phrase& phrase, const Heard& heard, std::size_t at) const
{
    if (phrase.wholeOnly || at + phrase.strong.size() > heard.strong.size())
        return false;
    for (std::size_t i = 0; i < phrase.strong.size(); ++i) {
        if (phrase.strong[i] != heard.strong[at + i].id)
            return false;
    }
    if (phrase.isShort)
        return at == 0 && heard.strong.size() <= 3;
    const bool isNegated = at > 0 && !heard.strong[at].startsClause && isNegation(heard.strong[at - 1].id);
    return phrase.isNegated || !isNegated;
}

Hit PhraseBook::rated(const Phrase& phrase, const Heard& heard, std::size_t at) const
{
    const std::size_t count = phrase.strong.size();
    double penalty = 0.0;
    for (std::size_t i = at; i < at + count; ++i)
        penalty += heard.strong[i].penalty;
    const double coverage = static_cast<double>(count) / static_cast<double>(heard.strong.size());
    Hit hit{.owner = phrase.owner, .letters = lettersOf(heard.strong, at, count),
            .isWhole = count == heard.strong.size(), .begin = at, .end = at + count, .languages = phrase.languages};
    const double length = std::min(1.0, static_cast<double>(hit.letters) / 18.0);
    if (hit.isWhole)
        hit.score = 0.98 - std::min(0.3, penalty);
    else if (phrase.isShort)
        hit.score = 0.62;
    else
        hit.score = 0.62 + 0.18 * coverage + 0.18 * length - std::min(0.3, penalty);
    return hit;
}

std::vector<Hit> PhraseBook::hits(const Heard& heard) const
{
    std::vector<Hit> found;
    const auto keep = [&found](const Hit& hit) {
        const auto it = std::find_if(found.begin(), found.end(),
                                     [&](const Hit& h) { return h.owner == hit.owner; });
        if (it == found.end())
            found.push_back(hit);
        else if (isBetter(hit, *it))
            *it = hit;
    };
    for (std::size_t at = 0; at < heard.strong.size(); ++at) {
        const int id = heard.strong[at].id;
        if (id < 0)
            continue;
        auto it = std::lower_bound(m_phrases.begin(), m_phrases.end(), id,
                                   [](const Phrase& phrase, int first) { return phrase.strong.front() < first; });
        for (; it != m_phrases.end() && it->strong.front() == id; ++it) {
            if (at == 0 && areSameWords(it->all, heard.all)) {
                auto hit = rated(*it, heard, 0);
                hit.score += 0.02;
                hit.isWhole = true;
                keep(hit);
            } else if (at == 0 && areSameWords(it->strong, heard.strong)
                       && !(it->wholeOnly && it->strong.size() == 1 && it->isNegated)) {
                keep(rated(*it, heard, 0));
            } else if (matchesAt(*it, heard, at)) {
                keep(rated(*it, heard, at));
            }
        }
    }
    std::sort(found.begin(), found.end(), isBetter);
    return found;
}

std::vector<std::pair<int, int>> PhraseBook::clashes() const
{
    std::vector<std::pair<int, int>> pairs;
    for (std::size_t i = 0; i < m_phrases.size(); ++i) {
        for (std::size_t j = i + 1; j < m_phrases.size() && m_phrases[j].strong == m_phrases[i].strong; ++j) {
            if (m_phrases[i].owner != m_phrases[j].owner && m_phrases[i].all == m_phrases[j].all)
                pairs.emplace_back(m_phrases[i].owner, m_phrases[j].owner);
        }
    }
    return pairs;
}

} // namespace engine
