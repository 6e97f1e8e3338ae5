// SPDX-License-Identifier: GPL-3.0-or-later
// From scores to probabilities. A soft maximum in which "none of these" takes part with a score of
// its own:
//     P(i) = exp(s m_i) / (exp(s n) + sum over j of exp(s m_j)),   P(none) likewise
// The sharpness s and the score n of "none" are those with the least log loss on held-back phrases
// (s alone is temperature scaling: C. Guo et al., "On Calibration of Modern Neural Networks", 2017).
// What no intent fits is learnt from held-back phrases out of scope and, because there may be few
// of them or none, from every phrase once more with its own intent taken away.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace nlu {

struct Calibration {
    double sharpness = 2.0;
    double noneScore = -0.5;
    double threshold = 0.3; ///< an intent less probable than this is no answer
    bool operator==(const Calibration&) const = default;
};

/// Of each class, and in the last place of "none of these".
[[nodiscard]] std::vector<float> probabilitiesOf(std::span<const float> scores,
                                                 const Calibration& calibration);

/// A held-back phrase as the weights saw it.
struct Judged {
    std::vector<float> scores;
    int truth = 0; ///< its class
};
/// \param outOfScopeClass the class of what belongs to no other; -1 where the data has none
[[nodiscard]] Calibration calibrate(std::span<const Judged> heldBack, int outOfScopeClass);

} // namespace nlu
