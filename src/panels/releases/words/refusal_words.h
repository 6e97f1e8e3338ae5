// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/outline.h"
#include "release/refusal.h"

#include <QString>

namespace panels {

/// Why somebody may not do it, as one or two sentences in the language of now. Items are called by
/// their titles in this release.
[[nodiscard]] QString refusalText(const release::Refusal& refusal, const release::Release& release);
/// Why its items do not fit together, and which ones.
[[nodiscard]] QString planFaultText(const release::PlanFault& fault, const release::Template& plan);

} // namespace panels
