// SPDX-License-Identifier: GPL-3.0-or-later
// A few phrases as customers type them, for tests only.
#pragma once

#include "nlu/trainer.h"

#include <vector>

namespace nlutest {

/// Seven intents in two languages, "out_of_scope" among them.
[[nodiscard]] const std::vector<nlu::Example>& phrases();
/// Trained on them once.
[[nodiscard]] const nlu::Trained& trained();

} // namespace nlutest
