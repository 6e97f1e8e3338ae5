// SPDX-License-Identifier: GPL-3.0-or-later
// How a command tells what is different.
#pragma once

#include "app/release_commands/release_command.h"
#include "release/compare/difference.h"

namespace app {

/// As an array of objects, with the names that files use.
void differencesAsJson(base::JsonWriter& json, const std::vector<release::ItemDifference>& all);
/// Lines of people's words, or JSON. No where there are any.
Exit tellDifferences(CommandContext& context, const release::ReportWords& words,
                     const std::vector<release::ItemDifference>& all);

} // namespace app
