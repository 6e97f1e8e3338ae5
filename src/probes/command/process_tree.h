// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <sys/types.h>
#include <vector>

namespace probes {

/// The variable that marks all processes of one command, however far they went: a child that left the
/// session and lost its parent still has it.
inline constexpr const char* kRunMark = "RELEVO_CHECK_RUN";

/// A value for it that no other run on this machine has.
[[nodiscard]] QByteArray newRunMark();

/// Those of this user that carry the mark, from /proc.
[[nodiscard]] std::vector<pid_t> processesMarked(const QByteArray& mark);

/// Kills all that carry the mark until none is left, also those that start others meanwhile: all are
/// stopped before any is killed. Bounded.
void killMarked(const QByteArray& mark);

} // namespace probes
