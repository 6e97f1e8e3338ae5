// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "nlu/examples.h"
#include "nlu/model.h"
#include "nlu/trainer.h"

#include <span>
#include <vector>

namespace nlu {

struct IntentFigures {
    QString intent;
    int phrases = 0;
    double precision = 0, recall = 0, f1 = 0;
};

/// How a model does on labelled phrases. What a message is taken for is the best candidate; where
/// there are phrases out of scope, a refused one is taken for "out_of_scope".
struct Evaluation {
    int phrases = 0, inScope = 0, outOfScope = 0;
    double accuracy = 0; ///< taken for the right intent
    double macroF1 = 0;  ///< mean F1 of the intents
    /// Of the phrases in scope: accepted and right. A refused one counts as wrong.
    double inScopeAccuracy = 0;
    double inScopeRefused = 0;
    double outOfScopeRecall = 0; ///< of the phrases out of scope: refused
    std::vector<IntentFigures> intents;
    double trainSeconds = 0;             ///< 0 where nothing was trained
    double microsP50 = 0, microsP99 = 0; ///< of one classify()
};

[[nodiscard]] Evaluation evaluate(const Model& model, std::span<const Example> examples);

/// Every phrase is judged by a model that was trained without it; the parts are chosen by hash,
/// each intent spread over all. trainSeconds is the mean of one. Invalid: see train(), or
/// fewer than 2 folds.
[[nodiscard]] base::Result<Evaluation> crossValidate(std::span<const Example> examples, int folds,
                                                     const TrainOptions& options);

/// In short, of the chosen phrases.
[[nodiscard]] Figures figuresOf(const Model& model, std::span<const Example> examples,
                                const std::vector<bool>& isChosen);

} // namespace nlu
