// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "privacy/values.h"

namespace app {

/// What `relevoctl mask --explain` says, in the command's language.
[[nodiscard]] QString maskKindText(const CommandContext& context, privacy::Kind kind);
[[nodiscard]] QString maskStepText(const CommandContext& context, const privacy::Step& step);
[[nodiscard]] QString maskOutcomeText(const CommandContext& context, privacy::Outcome outcome);

} // namespace app
