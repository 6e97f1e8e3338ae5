// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

namespace probes {

/// What a supervisor understands, besides SIGTERM, which it hands on to its command's group: kill all.
inline constexpr int kKillAllSignal = SIGUSR1;

/// A program to be started, as execve(2) wants it, and the files that it gets.
struct ProgramStart {
    const char* program;
    char* const* arguments;
    char* const* environment;
    const char* folder;
    int input, output; ///< its standard ones; errors go where the output goes
    int report;        ///< where SupervisorReport are written; closed by execve(2)
};

/// At most one of each, NotStarted first.
struct SupervisorReport {
    enum class Kind : int {
        NotStarted, ///< number: of errno(3)
        Ended,      ///< number: as waitpid(2) says
    };
    Kind kind = Kind::Ended;
    int number = 0;
};

/// Called in a new process, which it becomes: a supervisor with the program as its child, in a session of
/// its own. It adopts whatever the program's children leave behind (PR_SET_CHILD_SUBREAPER, prctl(2)),
/// and once the program has ended, or the thread that started all this has, it kills what is left,
/// reports, and ends. So no child escapes, whatever session, group or environment it gives itself. A
/// process that may not be killed is given up on after ten seconds.
///
/// Nothing but plain system calls is made: other threads may have held any lock when the process was
/// made.
[[noreturn]] void supervise(const ProgramStart& start);

} // namespace probes
