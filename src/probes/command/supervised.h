// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/command/command_line.h"
#include "probes/command/supervisor.h"

#include <QProcessEnvironment>
#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <optional>
#include <sys/types.h>

namespace probes {

/// A command under way with its supervisor, without input. (QProcess waits for the new process to become
/// another program, which a supervisor never does.) One thread, with an event loop.
class Supervised
{
public:
    struct Tell {
        std::function<void(const QByteArray&)> printed;
        std::function<void(const QString& why)> notStarted; ///< the system's words
        std::function<void(int status)> ended;              ///< as waitpid(2) says of the command
    };
    explicit Supervised(Tell tell) : m_tell(std::move(tell)) {}
    ~Supervised() { finish(); }
    Supervised(const Supervised&) = delete;
    Supervised& operator=(const Supervised&) = delete;

    /// Tells notStarted, or later ended, once.
    void start(const CommandLine& line, const QProcessEnvironment& environment);
    [[nodiscard]] bool isRunning() const noexcept { return m_supervisor > 0; }
    void askToEnd();
    void killAll();
    /// Kills it with all its children and waits for that; nobody is told.
    void finish();

private:
    class File
    {
    public:
        File() = default;
        explicit File(int number) : m_number(number) {}
        ~File() { close(); }
        File(const File&) = delete;
        File& operator=(const File&) = delete;
        void take(int number);
        void close();
        [[nodiscard]] int number() const noexcept { return m_number; }

    private:
        int m_number = -1;
    };
    void listen();
    void readOutput();
    void readReport();
    void end();

    const Tell m_tell;
    pid_t m_supervisor = 0;
    File m_output, m_report;
    std::unique_ptr<QSocketNotifier> m_outputReady, m_reportReady;
    std::optional<int> m_startError;
    int m_status = SIGKILL; ///< as of a supervisor that was killed itself
};

} // namespace probes
