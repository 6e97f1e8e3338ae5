// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "nlu/examples.h"
#include "nlu/model.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace nlu {

struct TrainOptions {
    std::uint32_t seed = 1;
    double cost = 1.0;      ///< liblinear's C
    double tolerance = 0.1; ///< and its eps
    double heldBack = 0.15; ///< share of each intent that calibrates, 0 … 0.5
    std::size_t mostFeatures = 262144;
    Runs runs;
    /// Known beforehand: then nothing is held back, and it is learnt once.
    std::optional<Calibration> calibration;
};

struct Trained {
    std::shared_ptr<const Model> model; ///< trained on everything
    /// Trained without the held-back part: what the figures of both are of, and what a later model
    /// may be compared with. The same model where nothing is held back.
    std::shared_ptr<const Model> judge;
};

/// The version of the model that these examples and options would give, without training it.
[[nodiscard]] QString versionOf(std::span<const Example> examples, const TrainOptions& options);

/// Which examples are held back. A text is chosen by its hash, so it stays on its side when others
/// come and go; an intent keeps at least two thirds of its own.
[[nodiscard]] std::vector<bool> heldBackOf(std::span<const Example> examples,
                                           const TrainOptions& options);

/// Learns on all but the held-back part, calibrates on that, then learns again on everything. The
/// same result for the same examples, options and program. Not reentrant. Invalid: fewer than two
/// intents, or options that make no sense.
[[nodiscard]] base::Result<Trained> train(std::span<const Example> examples,
                                          const TrainOptions& options);

} // namespace nlu
