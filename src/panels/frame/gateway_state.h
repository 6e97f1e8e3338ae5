// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/panels.h"

#include <QObject>
#include <QTimer>

#include <memory>

class QLabel;

namespace panels {

/// The header strip's line: where customers reach the chat, how many are connected, and how old the
/// last sign of life of gateway and desk is. Amber after 10 s, red after 15 s, and in words.
class GatewayState final : public QObject
{
    Q_OBJECT
public:
    GatewayState(QLabel& label, desk::Desk& desk, std::shared_ptr<base::Home> home,
                 const base::Clock& clock, const Hooks& hooks, QObject* parent);

    void show();

private:
    void ask();
    [[nodiscard]] QString unwritableText() const;
    [[nodiscard]] std::chrono::seconds age() const;

    QLabel& m_label;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const base::Clock& m_clock;
    const Hooks& m_hooks;
    QTimer m_beat;
    base::SteadyTime m_lastAnswer;
    desk::Status m_status;
};

} // namespace panels
