// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/home.h"
#include "base/threads/timers.h"

#include <QObject>

#include <deque>
#include <memory>

namespace base {

/// A home on the Qt event loop of the thread that makes it (the UI thread, or relevoctl's main).
/// Empties its mailbox in slices of at most 8 ms so that painting and typing come in between.
class QtHome final : public QObject, public Timers
{
public:
    explicit QtHome(const Clock& clock, std::size_t bound = 8192);
    ~QtHome() override;

    [[nodiscard]] const std::shared_ptr<Home>& home() const noexcept { return m_home; }
    TimerId after(milliseconds delay, Task work) override;
    void cancel(TimerId id) override;

protected:
    bool event(QEvent* event) override;

private:
    void runSlice();
    void armTimer();

    const Clock& m_clock;
    TimerQueue m_timers;
    std::shared_ptr<Home> m_home;
    std::deque<Task> m_rest;
    int m_qtTimer = 0;
};

} // namespace base
