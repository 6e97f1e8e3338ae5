// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/calibration.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nlu {

namespace {

constexpr std::size_t kEnoughPhrases = 1000;
/// Weight of a phrase whose own intent was taken away, beside one as it is.
constexpr double kTakenAway = 0.25;
constexpr float kGone = -1e9F;

double noneOf(const std::vector<float>& probabilities, int outOfScopeClass)
{
    const double none = probabilities.back();
    return outOfScopeClass < 0
               ? none
               : none +
                     static_cast<double>(probabilities[static_cast<std::size_t>(outOfScopeClass)]);
}

std::vector<float> without(const Judged& judged)
{
    auto scores = judged.scores;
    scores[static_cast<std::size_t>(judged.truth)] = kGone;
    return scores;
}

double logLoss(std::span<const Judged> heldBack, const Calibration& calibration, int outOfScope)
{
    constexpr double kFloor = 1e-9;
    double loss = 0;
    for (const Judged& judged : heldBack) {
        const auto p = probabilitiesOf(judged.scores, calibration);
        if (judged.truth == outOfScope) {
            loss -= std::log(std::max(noneOf(p, outOfScope), kFloor));
            continue;
        }
        const auto right = static_cast<double>(p[static_cast<std::size_t>(judged.truth)]);
        const double none = noneOf(probabilitiesOf(without(judged), calibration), outOfScope);
        loss -= std::log(std::max(right, kFloor)) + kTakenAway * std::log(std::max(none, kFloor));
    }
    return loss;
}

/// The best in scope, and whether it is the truth.
struct Best {
    double probability = 0;
    bool isRight = false;
};

Best bestOf(const std::vector<float>& p, int truth, int outOfScope)
{
    Best best;
    int at = -1;
    for (std::size_t c = 0; c + 1 < p.size(); ++c) {
        if (static_cast<int>(c) != outOfScope && static_cast<double>(p[c]) > best.probability) {
            best.probability = static_cast<double>(p[c]);
            at = static_cast<int>(c);
        }
    }
    if (outOfScope >= 0 &&
        static_cast<double>(p[static_cast<std::size_t>(outOfScope)]) > best.probability)
        return {}; // refused whatever the threshold
    best.isRight = at == truth;
    return best;
}

/// Held-back phrases by what a threshold should do with them.
struct Sides {
    std::vector<double> right; ///< probabilities of right answers: to be kept
    std::vector<double> out;   ///< of answers to what is out of scope: to be refused
    double inScope = 0;        ///< phrases, right or not
};

double shareBelow(const std::vector<double>& sorted, double threshold, double all)
{
    const auto end = std::ranges::lower_bound(sorted, threshold);
    return static_cast<double>(end - sorted.begin()) / std::max(all, 1.0);
}

Sides sidesOf(std::span<const Judged> heldBack, const Calibration& calibration, int outOfScope)
{
    constexpr std::size_t kEnoughOut = 30;
    Sides sides;
    std::vector<double> takenAway;
    for (const Judged& judged : heldBack) {
        const Best best =
            bestOf(probabilitiesOf(judged.scores, calibration), judged.truth, outOfScope);
        if (judged.truth == outOfScope) {
            sides.out.push_back(best.probability);
            continue;
        }
        sides.inScope += 1;
        if (best.isRight)
            sides.right.push_back(best.probability);
        takenAway.push_back(
            bestOf(probabilitiesOf(without(judged), calibration), -1, outOfScope).probability);
    }
    if (sides.out.size() < kEnoughOut)
        sides.out.insert(sides.out.end(), takenAway.begin(), takenAway.end());
    std::ranges::sort(sides.right);
    std::ranges::sort(sides.out);
    return sides;
}

/// A point of right answers is worth four of refusals; and however many those are, of the right
/// ones no more than a little may be lost: least where the data knows nothing out of scope.
double thresholdOf(std::span<const Judged> heldBack, const Calibration& calibration, int outOfScope)
{
    constexpr double kWorthOfRefusal = 0.25;
    const double mayLose = outOfScope < 0 ? 0.005 : 0.02;
    const Sides sides = sidesOf(heldBack, calibration, outOfScope);
    constexpr int kSteps = 90;
    double best = 0, bestWorth = 0;
    for (int i = 1; i <= kSteps; ++i) {
        const double threshold = i / 100.0;
        const double lost = shareBelow(sides.right, threshold, sides.inScope);
        const double refused =
            shareBelow(sides.out, threshold, static_cast<double>(sides.out.size()));
        const double worth = kWorthOfRefusal * refused - lost;
        if (lost <= mayLose && worth > bestWorth + 1e-12) {
            bestWorth = worth;
            best = threshold;
        }
    }
    return best;
}

} // namespace

std::vector<float> probabilitiesOf(std::span<const float> scores, const Calibration& calibration)
{
    const auto sharpness = static_cast<float>(calibration.sharpness);
    const auto none = static_cast<float>(calibration.noneScore);
    float highest = none;
    for (const float score : scores)
        highest = std::max(highest, score);
    std::vector<float> p;
    p.reserve(scores.size() + 1);
    float sum = 0;
    for (const float score : scores)
        sum += p.emplace_back(std::exp(sharpness * (score - highest)));
    sum += p.emplace_back(std::exp(sharpness * (none - highest)));
    // What a strange file overflows is no probability.
    const bool isWhole = std::isfinite(sum) && sum > 0;
    const float factor = isWhole ? 1 / sum : 0.0F;
    for (float& each : p)
        each = isWhole ? each * factor : 0.0F;
    return p;
}

Calibration calibrate(std::span<const Judged> heldBack, int outOfScopeClass)
{
    if (heldBack.empty())
        return {};
    const auto part = heldBack.first(std::min(heldBack.size(), kEnoughPhrases));
    Calibration best;
    double bestLoss = std::numeric_limits<double>::max();
    double sharpness = 3.0, none = -0.4, factor = 2.0, step = 0.4;
    // A pattern search that halves its steps: two smooth parameters need no more.
    for (int round = 0; round < 6; ++round, factor = std::sqrt(factor), step /= 2) {
        for (int i = -1; i <= 1; ++i) {
            for (int j = -1; j <= 1; ++j) {
                const Calibration tried{.sharpness = sharpness * std::pow(factor, i),
                                        .noneScore = none + step * j};
                if (const double loss = logLoss(part, tried, outOfScopeClass); loss < bestLoss) {
                    bestLoss = loss;
                    best = tried;
                }
            }
        }
        sharpness = best.sharpness;
        none = best.noneScore;
    }
    best.threshold = thresholdOf(heldBack, best, outOfScopeClass);
    return best;
}

} // namespace nlu
