// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/release_commands/release_command.h"

namespace app {

std::vector<Command> releaseCommands()
{
    std::vector<Command> all;
    for (auto part : {releaseLookCommands(), releaseDeedCommands(), releaseItemCommands(),
                      releasePlanningCommands(), releaseRolloutCommands(), releaseAnswerCommands(),
                      releaseCompareCommands(), releaseTemplateCommands(), releaseImportCommands(),
                      releaseCheckCommands()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace app
