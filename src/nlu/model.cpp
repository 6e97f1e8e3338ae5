// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/model.h"

#include <algorithm>
#include <tuple>

namespace nlu {

Model::Model(Parts parts)
    : m_parts(std::move(parts)),
      m_outOfScope(static_cast<int>(m_parts.intents.indexOf(kOutOfScope)))
{
}

std::vector<float> Model::judged(const engine::Normalised& message, std::size_t first,
                                 std::size_t count) const
{
    const auto features =
        m_parts.dictionary.featuresOf(gramsOf(message, m_parts.runs, first, count));
    return probabilitiesOf(m_parts.weights.scoresOf(features), m_parts.calibration);
}

int Model::accepted(const std::vector<float>& p) const
{
    int best = -1;
    for (int i = 0; i + 1 < static_cast<int>(p.size()); ++i) {
        if (i != m_outOfScope &&
            (best < 0 || p[static_cast<std::size_t>(i)] > p[static_cast<std::size_t>(best)]))
            best = i;
    }
    if (best < 0)
        return -1;
    const float highest = p[static_cast<std::size_t>(best)];
    const bool isOutside = m_outOfScope >= 0 && p[static_cast<std::size_t>(m_outOfScope)] > highest;
    const bool isEnough = static_cast<double>(highest) >= m_parts.calibration.threshold;
    return isEnough && !isOutside ? best : -1;
}

std::vector<float> Model::clauseSupport(const engine::Normalised& message) const
{
    constexpr float kSure = 0.5F;
    constexpr qsizetype kFewestLetters = 4;
    std::vector<float> support;
    const auto lettersOf = [&](const Clause& clause) {
        qsizetype letters = 0;
        for (std::size_t i = clause.first; i < clause.first + clause.count; ++i)
            letters += message.words[i].size;
        return letters;
    };
    for (const Clause& clause : clausesOf(message)) {
        const qsizetype letters = lettersOf(clause);
        if (letters < kFewestLetters)
            continue;
        const auto p = judged(message, clause.first, clause.count);
        const int best = accepted(p);
        if (best < 0 || p[static_cast<std::size_t>(best)] < kSure)
            continue;
        if (support.empty())
            support.resize(p.size());
        // A word of greeting says less of a message than the sentence after it.
        const float share = static_cast<float>(letters) / static_cast<float>(message.text.size());
        auto& strongest = support[static_cast<std::size_t>(best)];
        strongest = std::max(strongest, p[static_cast<std::size_t>(best)] * (0.5F + share / 2));
    }
    return support;
}

Understanding Model::classify(QStringView text, int most) const
{
    Understanding out;
    out.language = m_parts.language.of(text);
    const auto message = engine::normalise(text);
    if (message.words.empty()) {
        out.isOutOfScope = true;
        return out;
    }
    auto p = judged(message, 0, message.words.size());
    const int best = accepted(p);
    out.isOutOfScope = best < 0;
    if (const auto support = clauseSupport(message); !support.empty()) {
        const float cap = best < 0 ? 1.0F : p[static_cast<std::size_t>(best)];
        for (std::size_t i = 0; i < p.size(); ++i)
            p[i] = std::max(p[i], std::min(support[i], cap));
        out.isOutOfScope = false;
    }
    if (m_outOfScope >= 0) { // first where it is the answer, and only there
        auto& outside = p[static_cast<std::size_t>(m_outOfScope)];
        const float was = std::exchange(outside, 0.0F) + std::exchange(p.back(), 0.0F);
        const float highest = *std::max_element(p.begin(), p.end());
        outside = out.isOutOfScope ? std::max(was, highest) : std::min(was, highest);
    }
    std::vector<std::size_t> order(static_cast<std::size_t>(m_parts.intents.size()));
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto wanted = std::min(order.size(), static_cast<std::size_t>(std::max(most, 0)));
    const auto first = static_cast<std::size_t>(out.isOutOfScope ? m_outOfScope : best);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(wanted),
                      order.end(), [&](std::size_t a, std::size_t b) {
                          return std::tuple(-p[a], a != first, a) <
                                 std::tuple(-p[b], b != first, b);
                      });
    for (std::size_t i = 0; i < wanted; ++i)
        out.candidates.append(
            {m_parts.intents[static_cast<qsizetype>(order[i])], static_cast<double>(p[order[i]])});
    return out;
}

QList<engine::IntentCandidate> Model::likeliest(const engine::Normalised& message,
                                                const Clause& words, int most) const
{
    const auto p = judged(message, words.first, words.count);
    std::vector<qsizetype> order;
    order.reserve(static_cast<std::size_t>(m_parts.intents.size()));
    for (qsizetype i = 0; i < m_parts.intents.size(); ++i) {
        if (i != m_outOfScope)
            order.push_back(i);
    }
    const auto wanted =
        std::min(static_cast<std::ptrdiff_t>(order.size()), std::ptrdiff_t{std::max(most, 0)});
    const auto isLikelier = [&](qsizetype a, qsizetype b) {
        const float pa = p[static_cast<std::size_t>(a)], pb = p[static_cast<std::size_t>(b)];
        return pa != pb ? pa > pb : m_parts.intents[a] < m_parts.intents[b];
    };
    std::partial_sort(order.begin(), order.begin() + wanted, order.end(), isLikelier);
    QList<engine::IntentCandidate> best;
    for (auto it = order.begin(); it != order.begin() + wanted; ++it)
        best.append({m_parts.intents[*it], static_cast<double>(p[static_cast<std::size_t>(*it)])});
    return best;
}

} // namespace nlu
