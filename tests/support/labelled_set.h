// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled phrases of a made-up language, for times and sizes: words of syllables, some common to
// all intents (the more common the more often), some of one intent or shared by two neighbours.
#pragma once

#include "nlu/examples.h"

#include <vector>

namespace support {

struct LabelledSet {
    int intents = 77;
    int phrases = 10'000;
    double typos = 0.05;     ///< share of words with a slip
    double outOfScope = 0.0; ///< share of phrases made of other words, labelled "out_of_scope"
    unsigned seed = 1;
};

/// The same for the same numbers. Another seed gives other phrases of the same language.
[[nodiscard]] std::vector<nlu::Example> makeLabelledSet(const LabelledSet& wanted);

} // namespace support
