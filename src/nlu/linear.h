// SPDX-License-Identifier: GPL-3.0-or-later
// The weights of a linear model: learnt by liblinear (R.-E. Fan et al., "LIBLINEAR: A Library for
// Large Linear Classification", JMLR 9, 2008), kept in a byte each.
#pragma once

#include "nlu/features.h"

#include <cstdint>
#include <span>
#include <vector>

namespace nlu {

/// One against the rest for each class: score = bias + sum of weight x value. A feature's weights
/// stand together, as bytes with one scale, so that a message reads few cache lines; learning
/// rounds too, so a model is the same before and after it was a file. Immutable.
class Weights
{
public:
    Weights() = default;
    /// `columns` x features bytes, a scale a feature, a bias a column.
    Weights(std::size_t columns, std::vector<std::int8_t> bytes, std::vector<float> scales,
            std::vector<float> biases);

    /// The score of each class.
    [[nodiscard]] std::vector<float> scoresOf(std::span<const Feature> features) const;

    [[nodiscard]] std::size_t columns() const noexcept { return m_biases.size(); }
    [[nodiscard]] const std::vector<std::int8_t>& bytes() const noexcept { return m_bytes; }
    [[nodiscard]] const std::vector<float>& scales() const noexcept { return m_scales; }
    [[nodiscard]] const std::vector<float>& biases() const noexcept { return m_biases; }

private:
    std::vector<std::int8_t> m_bytes;
    std::vector<float> m_scales;
    std::vector<float> m_biases;
};

struct LinearProblem {
    std::span<const std::vector<Feature>> phrases;
    std::span<const int> classes; ///< of each phrase, 0 … count - 1, every one present
    std::size_t classCount = 0;   ///< at least 2
    std::size_t featureCount = 0;
    double cost = 1.0;
    double tolerance = 0.1; ///< liblinear's eps: learning stops there
    std::uint32_t seed = 1;
};
/// The same weights for the same problem. Not while another one learns: liblinear shuffles with the
/// C library's rand(), whose state is the process's.
[[nodiscard]] Weights learnWeights(const LinearProblem& problem);

} // namespace nlu
