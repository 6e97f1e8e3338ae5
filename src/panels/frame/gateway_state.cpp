// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/frame/gateway_state.h"

#include "panels/look/theme.h"

#include <QLabel>

#include <algorithm>

namespace panels {

using namespace std::chrono_literals;

namespace {
constexpr int kBeatMs = 2000;
constexpr auto kAmberAfter = 10s;
constexpr auto kRedAfter = 15s;
} // namespace

GatewayState::GatewayState(QLabel& label, desk::Desk& desk, std::shared_ptr<base::Home> home,
                           const base::Clock& clock, const Hooks& hooks, QObject* parent)
    : QObject(parent), m_label(label), m_desk(desk), m_caller(std::move(home)), m_clock(clock),
      m_hooks(hooks), m_lastAnswer(clock.steady())
{
    connect(&m_beat, &QTimer::timeout, this, &GatewayState::ask);
    m_beat.start(kBeatMs);
    ask();
}

void GatewayState::ask()
{
    show();
    m_desk.status(m_caller, [this](base::Result<desk::Status> status) {
        if (!status)
            return;
        m_lastAnswer = m_clock.steady();
        m_status = *std::move(status);
        show();
    });
}

std::chrono::seconds GatewayState::age() const
{
    const auto desk = m_clock.steady() - m_lastAnswer;
    const auto gateway = m_hooks.gatewayAge ? m_hooks.gatewayAge() : base::milliseconds(0);
    return std::chrono::duration_cast<std::chrono::seconds>(
        std::max<std::chrono::nanoseconds>(desk, gateway));
}

QString GatewayState::unwritableText() const
{
    if (!m_status.isReadOnly)
        return tr("✗ The disk cannot be written: customers are asked to try again");
    if (m_status.mayMissNewest)
        return tr("✗ Read only, and the newest messages may be missing: the data folder cannot be "
                  "written. Customers are asked to try again");
    return tr("✗ Read only: the data folder cannot be written. Customers are asked to try again");
}

void GatewayState::show()
{
    const QString error = m_hooks.gatewayError ? m_hooks.gatewayError() : QString();
    const auto old = age();
    QColor colour = colours().good;
    QString text;
    if (!error.isEmpty()) {
        colour = colours().bad;
        text = tr("✗ Customers cannot reach the chat: %1").arg(error);
    } else if (old > kAmberAfter) {
        colour = old > kRedAfter ? colours().bad : colours().warning;
        text =
            (old > kRedAfter ? tr("✗ No sign of life for %1 s") : tr("⚠ No sign of life for %1 s"))
                .arg(old.count());
    } else if (!m_status.isDatabaseWritable) {
        colour = colours().bad;
        text = unwritableText();
    } else {
        const QString url = m_hooks.chatUrl ? m_hooks.chatUrl() : QString();
        text =
            tr("✓ Serving at %1").arg(url) + QStringLiteral(" · ") +
            tr("%n customer(s) connected", nullptr, static_cast<int>(m_status.connectedCustomers)) +
            QStringLiteral(" · ") + tr("%1 s ago").arg(old.count());
    }
    m_label.setText(text);
    QPalette state = m_label.palette();
    if (state.color(QPalette::WindowText) == colour)
        return;
    state.setColor(QPalette::WindowText, colour);
    m_label.setPalette(state);
}

} // namespace panels
