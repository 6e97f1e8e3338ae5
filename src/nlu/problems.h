// SPDX-License-Identifier: GPL-3.0-or-later
// What trouble a message tells: a second Model, learnt like the one of the intents. Its labels are
// the problems of the catalogue; what tells none is out of scope to it.
#pragma once

#include "nlu/examples.h"
#include "nlu/model.h"
#include "nlu/trainer.h"

#include <span>
#include <vector>

namespace nlu {

/// Chosen by cross-validation (`relevoctl nlu eval --problems`): runs of 4 letters, 16,384 features
/// and a coarse solver find as much as the intents' options do, within half a point, in a fifth of
/// the time and a quarter of the memory. The calibration is what calibrate() gives in each of five
/// parts, within a twentieth; so it is learnt once, in well under a second.
[[nodiscard]] TrainOptions problemOptions();

/// What it learns from: phrases that tell a problem (readProblemFiles()), and as out of scope those
/// of the intents that tell none.
[[nodiscard]] std::vector<Example> problemExamples(std::vector<Example> told,
                                                   std::span<const Example> intents);

/// Of the whole message, best first, at most three; then, where it has several clauses, the best of
/// each, in the order said. What is hardly likely is left out.
[[nodiscard]] QList<engine::ProblemCandidate> problemsIn(const Model& model, QStringView text);

} // namespace nlu
