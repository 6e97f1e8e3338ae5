// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLocalServer>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace app {

class Service;

/// Commands from outside while this program runs: a local socket, mode 0700, on the main thread's
/// event loop. Each command runs on a thread of its own. Frames in frames.h.
class ControlServer final : public QObject
{
public:
    ControlServer(Service& service, QString folder);
    /// Cancels the commands under way and waits for their threads.
    ~ControlServer() override;

    /// Offline where no socket can be made.
    [[nodiscard]] base::Result<void> listen();

    /// A second start of the desktop program asks for the window.
    std::function<void()> onRaise;

private:
    struct Session;
    void accept();
    void begin(const std::shared_ptr<Session>& session, const QByteArray& command);
    void forgetFinished();

    Service& m_service;
    const QString m_folder;
    QLocalServer m_server;
    std::vector<std::shared_ptr<Session>> m_sessions;
};

} // namespace app
