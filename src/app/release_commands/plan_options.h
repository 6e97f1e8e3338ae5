// SPDX-License-Identifier: GPL-3.0-or-later
// What an item or a sign-off asks for, as options of a command say it.
#pragma once

#include "app/release_commands/release_command.h"

namespace app {

/// The options that say what an item asks for; "-" takes away what need not be there. The file of
/// --checks may be /dev/stdin.
[[nodiscard]] const std::vector<const char*>& itemOptions();
/// The item's plan with what the options say; what they do not name stays. An item that moves to another
/// section leaves what it was a part of. Invalid: the detail says what cannot be used, and what could.
[[nodiscard]] base::Result<release::ItemPlan> itemGiven(CommandContext& context, Acting& acting,
                                                        const release::Release& release,
                                                        release::ItemPlan plan);

[[nodiscard]] const std::vector<const char*>& ruleOptions();
/// The same of a sign-off. Invalid: also one that nobody could sign.
[[nodiscard]] base::Result<release::SignOffRule> ruleGiven(const CommandContext& context,
                                                           const release::Release& release,
                                                           release::SignOffRule rule);

} // namespace app
