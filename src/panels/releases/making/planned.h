// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <functional>

namespace panels {

/// Whose items and sign-offs a dialog changes: a release's, or those of a template at work.
struct Planned {
    /// As it is now: its sections, items and sign-offs.
    std::function<release::Template()> plan;
    /// Takes a PlanItem, RemoveItem, PlanRule or RemoveRule.
    std::function<void(release::Deed, OpenRelease::Done)> act;
    bool isTemplate = false; ///< nobody has worked on it or signed it yet
    QStringList signedRules; ///< ids, also of those that are gone
};

/// Of the release that is open. `open` outlives it.
[[nodiscard]] Planned plannedIn(OpenRelease& open);

} // namespace panels
