// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "app/commands/local_io.h"

#include <optional>

namespace app {

/// Hands a command to the program that holds the data folder. Nothing where none runs there.
/// Blocks, opening the files that the command names on this side.
[[nodiscard]] std::optional<Exit> runThere(const QString& dataFolder, const QStringList& arguments,
                                           const QString& language, LocalIo& io);

} // namespace app
