// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/threads/qt_home.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimerEvent>

namespace base {

namespace {
constexpr milliseconds kSlice{8};
const QEvent::Type kWake = static_cast<QEvent::Type>(QEvent::registerEventType());
} // namespace

QtHome::QtHome(const Clock& clock, std::size_t bound)
    : m_clock(clock), m_timers(clock), m_home(std::make_shared<Home>(bound, [this] {
          QCoreApplication::postEvent(this, new QEvent(kWake));
      }))
{
}

QtHome::~QtHome()
{
    m_home->mailbox().close();
}

TimerId QtHome::after(milliseconds delay, Task work)
{
    const TimerId id = m_timers.after(delay, std::move(work));
    armTimer();
    return id;
}

void QtHome::cancel(TimerId id)
{
    m_timers.cancel(id);
    armTimer();
}

bool QtHome::event(QEvent* event)
{
    if (event->type() == kWake) {
        runSlice();
        return true;
    }
    if (event->type() == QEvent::Timer) {
        m_timers.fireDue();
        armTimer();
        return true;
    }
    return QObject::event(event);
}

void QtHome::runSlice()
{
    const SteadyTime end = m_clock.steady() + kSlice;
    for (auto& work : m_home->mailbox().takeAll())
        m_rest.push_back(std::move(work));
    while (!m_rest.empty()) {
        Task work = std::move(m_rest.front());
        m_rest.pop_front();
        work();
        if (m_clock.steady() >= end)
            break;
    }
    if (!m_rest.empty())
        QCoreApplication::postEvent(this, new QEvent(kWake), Qt::LowEventPriority);
}

void QtHome::armTimer()
{
    if (m_qtTimer != 0)
        killTimer(m_qtTimer);
    m_qtTimer = 0;
    if (const auto deadline = m_timers.nextDeadline()) {
        const auto wait = std::chrono::ceil<milliseconds>(*deadline - m_clock.steady());
        m_qtTimer = startTimer(std::max(wait, milliseconds(0)), Qt::PreciseTimer);
    }
}

} // namespace base
