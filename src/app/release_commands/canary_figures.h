// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/release_commands/release_command.h"
#include "release/rollout/out_times.h"

namespace app {

/// What is known of the figures that a release watches.
struct FiguresSeen {
    release::Readings readings;
    QString server;  ///< whom they were asked of; empty: the program's own
    QString problem; ///< why they could not all be read, for people; empty: they could
};

/// Options that say what somebody read themselves, "http_error_ratio=0.002,…".
inline const std::vector<const char*> kFigureOptions{"readings", "baselines", "prometheus"};

enum class Ask {
    All,
    Briefly, ///< a server for two seconds: what is urgent does not wait for it
};

/// Reads them as the window does, of a Prometheus server (--prometheus, else the release's parameter) or of
/// the program that runs with this data, with as much of the past as the limits ask for; --readings and
/// --baselines come on top. Waits. Invalid: one of these is none.
[[nodiscard]] base::Result<FiguresSeen>
figuresSeen(CommandContext& context, const release::Release& release, Ask ask = Ask::All);

} // namespace app
