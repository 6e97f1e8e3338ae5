// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of what is said of masking, for the tester and for relevoctl mask --explain.
#pragma once

#include "privacy/values.h"

#include <QString>

#include <functional>

namespace desk {

/// From the English of the context "Masking" to the reader's language.
using TranslateMasking = std::function<QString(const char*)>;

[[nodiscard]] QString maskKindText(privacy::Kind kind, const TranslateMasking& translate);
[[nodiscard]] QString maskStepText(const privacy::Step& step, const TranslateMasking& translate);
[[nodiscard]] QString maskOutcomeText(privacy::Outcome outcome, const TranslateMasking& translate);

} // namespace desk
