// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "engine/flow.h"

namespace app {

/// The flow that --flow names, or the built-in one, with the built-in catalogue.
[[nodiscard]] base::Result<engine::Flow> flowOf(CommandContext& context);

} // namespace app
