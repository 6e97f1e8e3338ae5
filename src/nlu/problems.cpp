// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/problems.h"

#include "nlu/clauses.h"

#include <algorithm>
#include <array>
#include <set>

namespace nlu {

namespace {

constexpr int kMost = 3;
constexpr double kHardlyLikely = 0.05;
constexpr double kLikelyClause = 0.4;
constexpr std::size_t kFewFeatures = 16'384;

/// Intents whose phrases tell no problem.
constexpr std::array kTellNone{QLatin1StringView("greeting_thanks"),
                               QLatin1StringView("yes"),
                               QLatin1StringView("no"),
                               QLatin1StringView("close"),
                               QLatin1StringView("erase_data"),
                               QLatin1StringView("person"),
                               QLatin1StringView("shop_information"),
                               QLatin1StringView("how_to"),
                               QLatin1StringView("installation"),
                               QLatin1StringView("configuration"),
                               QLatin1StringView("general_question"),
                               QLatin1StringView("frustration"),
                               QLatin1StringView("out_of_scope")};

} // namespace

TrainOptions problemOptions()
{
    return {.tolerance = 1.0,
            .mostFeatures = kFewFeatures,
            .runs = {.shortest = 4, .longest = 4},
            .calibration = Calibration{.sharpness = 5.5, .noneScore = -0.38, .threshold = 0.1}};
}

std::vector<Example> problemExamples(std::vector<Example> told, std::span<const Example> intents)
{
    std::vector<Example> examples;
    std::set<std::pair<QString, QString>> seen;
    const auto add = [&](Example example) {
        if (seen.emplace(engine::normalise(example.text).text, example.intent).second)
            examples.push_back(std::move(example));
    };
    for (Example& example : told)
        add(std::move(example));
    for (const Example& example : intents) {
        if (std::ranges::find(kTellNone, example.intent) != kTellNone.end())
            add({.text = example.text, .intent = kOutOfScope, .language = example.language});
    }
    return examples;
}

QList<engine::ProblemCandidate> problemsIn(const Model& model, QStringView text)
{
    const auto message = engine::normalise(text);
    QList<engine::ProblemCandidate> found;
    const auto whole = model.likeliest(message, {.first = 0, .count = message.words.size()}, kMost);
    for (const auto& likely : whole) {
        if (likely.score >= kHardlyLikely)
            found.append({.problem = likely.intent, .score = likely.score});
    }
    for (const Clause& clause : clausesOf(message)) {
        const auto best = model.likeliest(message, clause, 1);
        if (!best.isEmpty() && best.front().score >= kLikelyClause)
            found.append({.problem = best.front().intent,
                          .score = best.front().score,
                          .begin = static_cast<int>(clause.first),
                          .end = static_cast<int>(clause.first + clause.count)});
    }
    return found;
}

} // namespace nlu
