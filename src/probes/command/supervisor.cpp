// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/command/supervisor.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace probes {

namespace {

constexpr timespec kKillPause{0, 5'000'000}; ///< between two rounds of killing
constexpr int kMostKillRounds = 2'000;
constexpr int kNotReaped = -1; ///< no status of waitpid(2)

void closeAllBut(int kept)
{
    const auto close = [](unsigned first, unsigned last) {
        return first > last || ::syscall(SYS_close_range, first, last, 0U) == 0;
    };
    const auto file = static_cast<unsigned>(kept);
    if ((file == 0 || close(0, file - 1)) && close(file + 1, ~0U))
        return;
    constexpr int kUsualMost = 1'024;
    for (int each = 0; each < kUsualMost; ++each) {
        if (each != kept)
            ::close(each);
    }
}

void report(int file, SupervisorReport::Kind kind, int number)
{
    const SupervisorReport said{kind, number};
    [[maybe_unused]] const auto written = ::write(file, &said, sizeof said);
}

sigset_t awaited()
{
    sigset_t set;
    sigemptyset(&set);
    for (const int signal : {SIGCHLD, SIGTERM, kKillAllSignal})
        sigaddset(&set, signal);
    return set;
}

[[noreturn]] void become(const ProgramStart& start)
{
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const int signal : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD, kKillAllSignal})
        ::signal(signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    const bool isReady = ::dup2(start.input, STDIN_FILENO) >= 0 &&
                         ::dup2(start.output, STDOUT_FILENO) >= 0 &&
                         ::dup2(start.output, STDERR_FILENO) >= 0 && ::chdir(start.folder) == 0;
    if (isReady)
        ::execve(start.program, start.arguments, start.environment);
    report(start.report, SupervisorReport::Kind::NotStarted, errno);
    ::_exit(127);
}

/// Whatever they left behind is adopted, and killed the next time.
void killChildren()
{
    std::array<char, 4'096> text{};
    const int file = ::open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    const auto size = ::read(file, text.data(), text.size());
    ::close(file);
    pid_t pid = 0;
    for (ssize_t i = 0; i < size; ++i) {
        const char c = text[static_cast<std::size_t>(i)];
        if (c >= '0' && c <= '9') {
            pid = pid * 10 + (c - '0');
            continue;
        }
        if (pid > 1) // a number that the end of the text cuts is none
            ::kill(pid, SIGKILL);
        pid = 0;
    }
}

void signalCommand(pid_t command, int signal)
{
    ::kill(-command, signal);
    ::kill(command, signal); // before it has a group
}

/// Takes those that ended. While it is not reaped itself, its number is nobody else's.
int reap(pid_t command, int status)
{
    if (status == kNotReaped) {
        siginfo_t ended{};
        ::waitid(P_PID, static_cast<id_t>(command), &ended, WEXITED | WNOHANG | WNOWAIT);
        if (ended.si_pid == command)
            ::kill(-command, SIGKILL);
    }
    int one = 0;
    for (pid_t pid = ::waitpid(-1, &one, WNOHANG); pid > 0; pid = ::waitpid(-1, &one, WNOHANG)) {
        if (pid == command)
            status = one;
    }
    return status;
}

bool hasChildren()
{
    siginfo_t any{};
    return ::waitid(P_ALL, 0, &any, WEXITED | WNOHANG | WNOWAIT) == 0;
}

/// Until nobody is left. As waitpid(2) says of the command; kNotReaped: it cannot be killed.
int waitForAll(pid_t command)
{
    const sigset_t signals = awaited();
    int status = kNotReaped;
    bool isKilling = false;
    for (int round = 0; round < kMostKillRounds; round += isKilling ? 1 : 0) {
        status = reap(command, status);
        if (!hasChildren())
            break;
        isKilling = isKilling || status != kNotReaped;
        if (isKilling) {
            if (status == kNotReaped)
                signalCommand(command, SIGKILL);
            killChildren();
        }
        const int got = isKilling ? ::sigtimedwait(&signals, nullptr, &kKillPause)
                                  : ::sigwaitinfo(&signals, nullptr);
        if (got == SIGTERM && status == kNotReaped)
            signalCommand(command, SIGTERM);
        isKilling = isKilling || got == kKillAllSignal;
    }
    return status;
}

} // namespace

void supervise(const ProgramStart& start)
{
    ::setsid();
    sigset_t all;
    sigfillset(&all);
    ::sigprocmask(SIG_SETMASK, &all, nullptr); // those that matter are waited for
    ::signal(SIGCHLD, SIG_DFL);
    ::prctl(PR_SET_PDEATHSIG, kKillAllSignal); // of the thread that started all this
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    // Not fork(): its handlers may wait for a lock that nobody holds here any more.
    const pid_t command = ::_Fork();
    if (command == 0)
        become(start);
    if (command < 0) {
        report(start.report, SupervisorReport::Kind::NotStarted, errno);
        ::_exit(1);
    }
    closeAllBut(start.report);
    const int status = waitForAll(command);
    report(start.report, SupervisorReport::Kind::Ended, status == kNotReaped ? SIGKILL : status);
    ::_exit(0);
}

} // namespace probes
