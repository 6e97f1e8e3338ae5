// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/words/phrases.h"

#include "engine/words/normalise.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace engine {

namespace {

constexpr qsizetype kShortWord = 3;
constexpr std::size_t kMaxSlipsLooked = 40;
constexpr std::array kNegations{u"no",   u"not",   u"sin",     u"nunca",
                                u"dont", u"never", u"without", u"tampoco"};

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
        heard.all.push_back(
            {found.id, found.penalty, raw.size, raw.startsClause, vocabulary.standsFor(found.id)});
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
    return phrase.size() == words.size() &&
           std::equal(phrase.begin(), phrase.end(), words.begin(),
                      [](int id, const Heard::Word& word) { return id == word.id; });
}

void PhraseBook::add(Vocabulary& vocabulary, int owner, const QString& phrase, unsigned languages,
                     ShortWords shortWords)
{
    Phrase made{.owner = owner,
                .languages = languages,
                .wholeOnly = phrase.startsWith(u'='),
                .isVerbatim = phrase.startsWith(u'~'),
                .isShort = shortWords == ShortWords::Lead};
    const auto normalised = normalise(phrase);
    for (const auto& word : normalised.words)
        made.all.push_back(vocabulary.add(QStringView(normalised.text).mid(word.begin, word.size)));
    if (made.all.empty())
        return;
    made.letters = normalised.text.size() - static_cast<qsizetype>(made.all.size()) + 1;
    for (auto old = m_phrases.rbegin(); old != m_phrases.rend() && old->owner == owner; ++old) {
        if (old->all == made.all) {
            old->languages |= languages;
            old->wholeOnly = old->wholeOnly && made.wholeOnly;
            old->isVerbatim = old->isVerbatim && made.isVerbatim;
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
    std::vector<Phrase> phrases = std::exchange(m_phrases, {});
    for (auto& phrase : phrases) {
        std::copy_if(phrase.all.begin(), phrase.all.end(), std::back_inserter(phrase.strong),
                     [&](int id) { return !vocabulary.isWeak(id); });
        const auto isHeavy = [&](int id) {
            return vocabulary.isWeak(id) && !vocabulary.isLight(id);
        };
        const bool losesMeaning = phrase.strong.empty() ||
                                  std::any_of(phrase.all.begin(), phrase.all.end(), isHeavy) ||
                                  isNegation(phrase.strong.front());
        const bool isLiteral = phrase.isVerbatim ||
                               (phrase.all.size() > 1 && phrase.strong.size() <= 1 && losesMeaning);
        if (phrase.strong.empty() || isLiteral)
            phrase.strong = phrase.all;
        phrase.isShort = phrase.isShort && phrase.strong.size() == 1 &&
                         vocabulary.lengthOf(phrase.strong.front()) <= kShortWord;
        phrase.isNegated = std::any_of(phrase.strong.begin(), phrase.strong.end(),
                                       [this](int id) { return isNegation(id); });
        (isLiteral ? m_literal : m_phrases).push_back(std::move(phrase));
    }
    for (auto* list : {&m_phrases, &m_literal}) {
        std::sort(list->begin(), list->end(),
                  [](const Phrase& x, const Phrase& y) { return x.strong < y.strong; });
    }
}

bool PhraseBook::isNegation(int id) const
{
    return std::find(m_negations.begin(), m_negations.end(), id) != m_negations.end();
}

bool PhraseBook::matchesAt(const Phrase& phrase, const Spoken& words, std::size_t at) const
{
    const std::size_t count = phrase.strong.size();
    const bool isWhole = at == 0 && count == words.size();
    if (at + count > words.size() || (phrase.wholeOnly && !isWhole))
        return false;
    for (std::size_t i = 0; i < count; ++i) {
        if (!words[at + i].says(phrase.strong[i]))
            return false;
    }
    if (isWhole)
        return true;
    if (phrase.isShort) // leads a short answer ("no, gracias"), or ends a shorter one ("mmm no")
        return (at == 0 && words.size() <= 3) || (at == 1 && words.size() == 2);
    const bool isNegated = at > 0 && !words[at].startsClause && isNegation(words[at - 1].id);
    return phrase.isNegated || !isNegated;
}

Hit PhraseBook::rated(const Phrase& phrase, const Spoken& words, std::size_t at)
{
    const std::size_t count = phrase.strong.size();
    double penalty = 0.0;
    for (std::size_t i = at; i < at + count; ++i)
        penalty += words[i].penalty;
    const double coverage = static_cast<double>(count) / static_cast<double>(words.size());
    Hit hit{.owner = phrase.owner,
            .letters = lettersOf(words, at, count),
            .isWhole = count == words.size(),
            .begin = at,
            .end = at + count,
            .coverage = coverage,
            .languages = phrase.languages};
    const double length = std::min(1.0, static_cast<double>(hit.letters) / 18.0);
    if (hit.isWhole)
        hit.score = 0.98 - std::min(0.3, penalty);
    else if (phrase.isShort)
        hit.score = 0.62;
    else
        hit.score = 0.62 + 0.18 * coverage + 0.18 * length - std::min(0.3, penalty);
    return hit;
}

template <class Keep>
void PhraseBook::collect(const std::vector<Phrase>& phrases, const Heard& heard,
                         const Spoken& words, const Keep& keep) const
{
    for (std::size_t at = 0; at < words.size() && !phrases.empty(); ++at) {
        for (const int first : {words[at].id, words[at].standsFor}) {
            if (first >= 0)
                collectAt(phrases, heard, words, at, first, keep);
        }
    }
}

template <class Keep>
void PhraseBook::collectAt(const std::vector<Phrase>& phrases, const Heard& heard,
                           const Spoken& words, std::size_t at, int first, const Keep& keep) const
{
    auto it =
        std::lower_bound(phrases.begin(), phrases.end(), first, [](const Phrase& phrase, int word) {
            return phrase.strong.front() < word;
        });
    for (; it != phrases.end() && it->strong.front() == first; ++it) {
        if (!matchesAt(*it, words, at))
            continue;
        auto hit = rated(*it, words, at);
        if (hit.isWhole && areSameWords(it->all, heard.all))
            hit.score += 0.02;
        keep(hit);
    }
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
        else if (!isBetter(*it, hit)) // equally good: it was said in either language
            it->languages |= hit.languages;
    };
    collect(m_phrases, heard, heard.strong, keep);
    collect(m_literal, heard, heard.all, keep);
    std::sort(found.begin(), found.end(), isBetter);
    return found;
}

std::vector<std::pair<int, int>> PhraseBook::clashes() const
{
    std::vector<std::pair<int, int>> pairs;
    for (const auto* list : {&m_phrases, &m_literal}) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            for (std::size_t j = i + 1; j < list->size() && (*list)[j].strong == (*list)[i].strong;
                 ++j) {
                if ((*list)[i].owner != (*list)[j].owner && (*list)[i].all == (*list)[j].all)
                    pairs.emplace_back((*list)[i].owner, (*list)[j].owner);
            }
        }
    }
    return pairs;
}

} // namespace engine
