// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/io.h"

#include <QFile>
#include <QSaveFile>

#include <functional>
#include <memory>

namespace app {

/// Gives standard streams that are closed a place, so that no file of ours is opened as one and written
/// into. Once, before anything is opened; what is then written there fails.
void keepStreamsApart();

/// This process's own streams. With an output path, what goes to out() is written there, complete or
/// not at all.
class LocalIo final : public Io
{
public:
    /// Offline where the file cannot be written.
    [[nodiscard]] base::Result<void> redirectOutput(const QString& path);
    /// Puts the redirected output in its place. Offline: not all could be written.
    [[nodiscard]] base::Result<void> finishOutput();

    void out(const QByteArray& bytes) override;
    void err(const QByteArray& bytes) override;
    [[nodiscard]] base::Result<void> openInput(const QString& path) override;
    [[nodiscard]] base::Result<QByteArray> read() override;
    /// The same, but Cancelled soon after `isOver` says so.
    [[nodiscard]] base::Result<QByteArray> readUnless(const std::function<bool()>& isOver);
    [[nodiscard]] base::Result<std::vector<probes::Finding>>
    runChecks(const ChecksAsked& asked) override;
    /// The same, but what is left is cancelled once `isOver` says so.
    [[nodiscard]] std::vector<probes::Finding> runChecksUnless(const ChecksAsked& asked,
                                                               const std::function<bool()>& isOver);
    [[nodiscard]] bool isCancelled() const override;

private:
    /// NotFound, Refused: it may not be read. Invalid: a folder, or whatever else cannot be read.
    [[nodiscard]] base::Result<void> openFile(const QString& path);

    QFile m_input;
    std::unique_ptr<QSaveFile> m_output;
    bool m_isOutputBroken = false;
};

} // namespace app
