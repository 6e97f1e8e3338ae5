// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"

namespace app {

[[nodiscard]] std::vector<Command> serviceCommands(); ///< serve, status, config
[[nodiscard]] std::vector<Command>
dataCommands(); ///< backup, restore, import, export, demo, verify
[[nodiscard]] std::vector<Command> verifyCommands();
[[nodiscard]] std::vector<Command> smartCommands(); ///< smart
[[nodiscard]] std::vector<Command> peopleCommands();
[[nodiscard]] std::vector<Command> flowCommands(); ///< flow …

[[nodiscard]] std::vector<Command> replayCommands();
[[nodiscard]] std::vector<Command> nluCommands(); ///< nlu …
[[nodiscard]] std::vector<Command> maskCommands();
[[nodiscard]] std::vector<Command> aiCommands();      ///< ai …
[[nodiscard]] std::vector<Command> releaseCommands(); ///< release …

/// What went wrong, for people, in the command's language.
[[nodiscard]] QString errorSentence(const CommandContext& context, const base::Error& error);
/// An error's detail in the command's language, as far as it is words; names and figures stay.
[[nodiscard]] QString detailSentence(const CommandContext& context, const QString& detail);

} // namespace app
