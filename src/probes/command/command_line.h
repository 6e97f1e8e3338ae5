// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/probe.h"

#include <QMap>

#include <tl/expected.hpp>

namespace probes {

/// A command as it will run: what is shown, what is confirmed and what is started are made of this one
/// value.
struct CommandLine {
    QString program;
    QStringList arguments;
    QString folder;                 ///< absolute
    QStringList passedOn;           ///< names of this program's own variables that a plan asks for
    QMap<QString, QString> checked; ///< CHECK_NAME: a value that the plan names, {name} otherwise
};

/// Filled in with the values that are no secret: neither a secret nor what an answer from elsewhere said
/// becomes part of a command, and the program itself is never filled in. A shell's words stay as they
/// are; it is given CHECK_NAME for each one that they, or `environment`, name.
///
/// \param ownSecrets variables of this program that are never passed on
/// Refused: MissingParameter; BadPlan with the parameter, of `environment` with the name also.
[[nodiscard]] tl::expected<CommandLine, End>
commandLineOf(const CheckPlan& plan, const Parameters& given, const QSet<QString>& ownSecrets = {});

/// As a shell would be told the same: folder, variables, program, every argument. Nothing in it moves,
/// hides or turns round what is read.
[[nodiscard]] QString textOf(const CommandLine& line);
/// Of all of it, and of this machine.
[[nodiscard]] QByteArray keyOf(const CommandLine& line);

} // namespace probes
