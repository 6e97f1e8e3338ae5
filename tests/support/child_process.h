// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

#include <chrono>
#include <functional>
#include <optional>
#include <sys/types.h>

namespace support {

/// A program of ours as a process of its own, its standard output read line by line. It is killed
/// when this object goes. One thread.
class ChildProcess
{
public:
    /// `environment` is added to ours.
    ChildProcess(const QString& program, const QStringList& arguments,
                 const QMap<QByteArray, QByteArray>& environment = {});
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Reads until a line that satisfies; nothing where the output ended or the time was over.
    std::optional<QByteArray> waitForLine(const std::function<bool(const QByteArray&)>& fits,
                                          std::chrono::milliseconds atMost);
    /// Sends a signal and goes on.
    void signal(int number) const;
    /// Waits for the end; the exit code, or minus the number of the signal.
    int wait();
    /// kill -9, and wait.
    void kill();
    /// Every whole line so far; after wait() or kill() all there ever were.
    [[nodiscard]] const QList<QByteArray>& lines() const { return m_lines; }

private:
    bool readSome(std::chrono::milliseconds atMost);

    pid_t m_pid = -1;
    int m_output = -1;
    QByteArray m_rest;
    QList<QByteArray> m_lines;
};

} // namespace support
