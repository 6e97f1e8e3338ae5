// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/threads/home.h"
#include "desk/desk.h"

#include <memory>

namespace panels {

class FigureReader;
class ReleasesPanel;

/// Adds to the panel all pages but the board: gate, timeline, canary, rollback, what comes after,
/// report, comparison, the freeze calendar, templates, and importing.
/// \param reader of the figures that releases watch; outlives the panel; null: people note them
void addReleasePages(ReleasesPanel& panel, desk::Desk& desk,
                     const std::shared_ptr<base::Home>& home, const base::Clock& clock,
                     FigureReader* reader);

} // namespace panels
