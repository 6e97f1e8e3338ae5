// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_lists.h"

namespace app {

std::vector<Command> flowCommands()
{
    return {};
}

} // namespace app
