// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/qt_home.h"

#include <QThread>

#include <functional>
#include <memory>
#include <string>

namespace base {

/// A home with a thread of its own and a Qt event loop on it, for what needs one (network access).
class QtWorker
{
public:
    struct Options {
        std::string name; ///< thread name, at most 15 characters
        std::size_t bound = 4096;
        std::function<void(QtHome&)> atStart; ///< on the thread, before the first work
        std::function<void()> atEnd; ///< on the thread, after the last; the home still lives
    };

    /// Starts, and waits until atStart has run.
    QtWorker(const Clock& clock, Options options);
    /// Stops and joins.
    ~QtWorker();
    QtWorker(const QtWorker&) = delete;
    QtWorker& operator=(const QtWorker&) = delete;

    /// Ends the thread; work that has not begun is dropped, later work refused. Idempotent.
    void stop();
    [[nodiscard]] const std::shared_ptr<Home>& home() const noexcept { return m_home; }
    [[nodiscard]] bool post(Task work) { return m_home->mailbox().post(std::move(work)); }

private:
    std::shared_ptr<Home> m_home;
    std::unique_ptr<QThread> m_thread;
};

} // namespace base
