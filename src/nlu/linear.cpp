// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/linear.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <linear.h>
#include <memory>

namespace nlu {

namespace {

/// A phrase list as liblinear reads it: sparse rows in one block, each with a bias and an end mark.
class LinearInput
{
public:
    explicit LinearInput(const LinearProblem& problem)
    {
        std::size_t nodes = 0;
        for (const auto& phrase : problem.phrases)
            nodes += phrase.size() + 2;
        m_nodes.reserve(nodes); // rows point into it
        const int biasIndex = static_cast<int>(problem.featureCount) + 1;
        for (std::size_t i = 0; i < problem.phrases.size(); ++i) {
            m_rows.push_back(m_nodes.data() + m_nodes.size());
            for (const Feature& feature : problem.phrases[i])
                m_nodes.push_back({static_cast<int>(feature.id) + 1, feature.value});
            m_nodes.push_back({biasIndex, kBias});
            m_nodes.push_back({-1, 0.0});
            m_classes.push_back(problem.classes[i]);
        }
        m_problem = {static_cast<int>(m_rows.size()), biasIndex, m_classes.data(), m_rows.data(),
                     kBias};
    }
    LinearInput(const LinearInput&) = delete;
    LinearInput& operator=(const LinearInput&) = delete;

    [[nodiscard]] const problem& get() const noexcept { return m_problem; }
    static constexpr double kBias = 1.0;

private:
    std::vector<feature_node> m_nodes;
    std::vector<feature_node*> m_rows;
    std::vector<double> m_classes;
    problem m_problem{};
};

struct Freed {
    void operator()(model* m) const { free_and_destroy_model(&m); }
};

/// The weight of a feature (or of the bias, the last) for a class.
class RawWeights
{
public:
    RawWeights(const model& made, std::size_t classCount) : m_made(made), m_columns(classCount)
    {
        for (int i = 0; i < made.nr_class; ++i)
            m_columns[static_cast<std::size_t>(made.label[i])] = static_cast<std::size_t>(i);
    }
    [[nodiscard]] double of(std::size_t feature, std::size_t label) const
    {
        // Of two classes only the first has weights.
        if (m_made.nr_class == 2)
            return m_columns[label] == 0 ? m_made.w[feature] : -m_made.w[feature];
        return m_made.w[feature * static_cast<std::size_t>(m_made.nr_class) + m_columns[label]];
    }

private:
    const model& m_made;
    std::vector<std::size_t> m_columns;
};

Weights rounded(const RawWeights& raw, std::size_t features, std::size_t classes)
{
    constexpr double kLargest = 127.0;
    std::vector<std::int8_t> bytes(features * classes);
    std::vector<float> scales(features), biases(classes);
    for (std::size_t f = 0; f < features; ++f) {
        double largest = 0;
        for (std::size_t c = 0; c < classes; ++c)
            largest = std::max(largest, std::abs(raw.of(f, c)));
        if (largest <= 0)
            continue;
        scales[f] = static_cast<float>(largest / kLargest);
        for (std::size_t c = 0; c < classes; ++c)
            bytes[f * classes + c] =
                static_cast<std::int8_t>(std::round(raw.of(f, c) / largest * kLargest));
    }
    for (std::size_t c = 0; c < classes; ++c)
        biases[c] = static_cast<float>(raw.of(features, c) * LinearInput::kBias);
    return {classes, std::move(bytes), std::move(scales), std::move(biases)};
}

} // namespace

Weights::Weights(std::size_t columns, std::vector<std::int8_t> bytes, std::vector<float> scales,
                 std::vector<float> biases)
    : m_bytes(std::move(bytes)), m_scales(std::move(scales)), m_biases(std::move(biases))
{
    Q_ASSERT(m_biases.size() == columns && m_bytes.size() == columns * m_scales.size());
}

std::vector<float> Weights::scoresOf(std::span<const Feature> features) const
{
    std::vector<float> scores = m_biases;
    const std::size_t columns = scores.size();
    for (const Feature& feature : features) {
        const float factor = feature.value * m_scales[feature.id];
        const std::int8_t* row = m_bytes.data() + feature.id * columns;
        for (std::size_t c = 0; c < columns; ++c)
            scores[c] += factor * static_cast<float>(row[c]);
    }
    return scores;
}

Weights learnWeights(const LinearProblem& given)
{
    const LinearInput input(given);
    parameter settings{};
    settings.solver_type = L2R_L2LOSS_SVC_DUAL;
    settings.C = given.cost;
    settings.eps = given.tolerance;
    settings.p = 0.1;
    set_print_string_function([](const char*) {});
    std::srand(given.seed);
    const std::unique_ptr<model, Freed> made(::train(&input.get(), &settings));
    return rounded(RawWeights(*made, given.classCount), given.featureCount, given.classCount);
}

} // namespace nlu
