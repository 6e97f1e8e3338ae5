// SPDX-License-Identifier: GPL-3.0-or-later
// What the commands share that do something to a release: times and figures as people type them, the row
// of the table, and how it is told that it is done.
#pragma once

#include "app/release_commands/release_command.h"

#include <QJsonObject>

namespace app {

[[nodiscard]] base::WallTime nowOf(const CommandContext& context);
/// An optional time of an option. Invalid: it is given, and no time.
[[nodiscard]] base::Result<std::optional<base::WallTime>>
optionalTime(const CommandContext& context, const char* name);
/// "90m", "2h", "3d". Invalid: none of these, or longer than release::kLongestTime.
[[nodiscard]] base::Result<release::minutes> durationGiven(const QString& text);
/// Nothing: no number, or none that can be compared ("nan").
[[nodiscard]] std::optional<double> figureGiven(const QString& text);

/// What came of it: a line, or with --json an object. An empty line is not printed.
Exit tellDone(CommandContext& context, const QString& line, const QJsonObject& members);
/// "Tests green: done".
Exit tellItem(CommandContext& context, const ReleaseCommand& command, const desk::ReleaseView& view,
              const release::ItemId& id);
/// One that says nothing but that it is done.
Exit actOnly(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view,
             const release::Deed& deed, const QByteArray& file = {});
/// One that changes how many get what is new; tells how many that are.
Exit actAndTellShare(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view,
                     const release::Deed& deed);

/// A row of the table of commands. \param words how many it takes, all needed
[[nodiscard]] Command deedCommand(const char* name, const char* arguments, const char* summary,
                                  int words, Exit (*run)(CommandContext&),
                                  const std::vector<const char*>& values,
                                  const std::vector<const char*>& flags = {});

} // namespace app
