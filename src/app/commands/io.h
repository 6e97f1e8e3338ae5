// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "probes/values.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace app {

/// Checks that run one after another and share what they keep.
struct ChecksAsked {
    std::vector<release::CheckPlan> plans;
    probes::Parameters parameters;
    bool isShown = false; ///< what they print goes to out() as they print it
};

/// A command's standard streams and files, wherever they are: this process's own, or at the other
/// end of the control socket. Used on the command's thread.
class Io
{
public:
    virtual ~Io() = default;
    virtual void out(const QByteArray& bytes) = 0;
    virtual void err(const QByteArray& bytes) = 0;
    /// Opens a file of the one who gave the command; "-" is standard input.
    [[nodiscard]] virtual base::Result<void> openInput(const QString& path) = 0;
    /// The next piece of it; empty at its end.
    [[nodiscard]] virtual base::Result<QByteArray> read() = 0;
    /// Runs checks where the one who gave the command is: in their process, with their user, folder and
    /// environment. What touches a machine runs for the person in front of it only, never in a service
    /// that the command was handed to. Waits; a finding a check, in their order.
    [[nodiscard]] virtual base::Result<std::vector<probes::Finding>>
    runChecks(const ChecksAsked& asked) = 0;
    /// True once Ctrl-C was pressed or the other end has gone.
    [[nodiscard]] virtual bool isCancelled() const = 0;
};

/// Splits what read() brings into lines.
class LineReader
{
public:
    explicit LineReader(Io& io) : m_io(io) {}
    /// The next line without its end; nothing at the end. Invalid: longer than 64 MB.
    [[nodiscard]] base::Result<std::optional<QByteArray>> next();

private:
    Io& m_io;
    QByteArray m_rest;
    qsizetype m_from = 0;
    bool m_isAtEnd = false;
};

} // namespace app
