// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace app {

/// One call of the AI client from the command line. No: the call ended in any way but an answer.
[[nodiscard]] Exit aiChat(CommandContext& context);

} // namespace app
