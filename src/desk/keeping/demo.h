// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/turns.h"

#include <functional>

namespace desk {

/// Plays the scripts of resources/demo/conversations.json through the flow, turn by turn, as
/// conversations marked as demonstration. A step that the flow refuses ends its own script only.
void playDemo(Context& context, Turns& turns, std::function<void(base::Result<int>)> done);

} // namespace desk
