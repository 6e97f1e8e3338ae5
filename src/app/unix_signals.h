// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>

namespace app {

/// Turns SIGTERM and SIGINT into one call on the event loop. One a process, for its whole life.
class UnixSignals final : public QObject
{
public:
    explicit UnixSignals(std::function<void()> quit);

private:
    std::function<void()> m_quit;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

/// Makes SIGINT and SIGTERM set wasInterrupted() instead of ending the process.
void catchInterrupts();
[[nodiscard]] bool wasInterrupted() noexcept;

} // namespace app
