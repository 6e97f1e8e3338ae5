// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/frame/alerts.h"

#include <QSettings>
#include <QTime>

namespace panels {

namespace {
constexpr int kRepeatMs = 10'000;
}

Alerts::Alerts(desk::Desk& desk, std::shared_ptr<base::Home> home, QSettings& settings,
               QObject* parent)
    : QObject(parent), m_desk(desk), m_caller(std::move(home)), m_settings(settings)
{
    m_sound.setSource(QUrl(QStringLiteral("qrc:/sounds/alert.wav")));
    m_repeat.setInterval(kRepeatMs);
    connect(&m_repeat, &QTimer::timeout, this, [this] {
        for (const desk::Alert& alert : std::as_const(m_ringing))
            ring(alert);
    });
    desk.hearAlerts(m_caller, [this](const desk::Alert& alert) { hear(alert); });
}

bool Alerts::isInScope(const desk::Alert& alert) const
{
    const QString scope =
        m_settings.value(QStringLiteral("alerts/scope"), QStringLiteral("unassigned")).toString();
    if (m_duty == desk::Duty::Off)
        return false;
    if (scope == QLatin1String("all"))
        return m_duty == desk::Duty::OnDuty || alert.owner == m_me;
    if (alert.kind == desk::Alert::Kind::MessageForOwner)
        return alert.owner == m_me;
    return scope == QLatin1String("unassigned") && m_duty == desk::Duty::OnDuty;
}

bool Alerts::isQuiet() const
{
    if (!m_settings.value(QStringLiteral("alerts/quietOn"), false).toBool())
        return false;
    const QTime from = QTime::fromString(
        m_settings.value(QStringLiteral("alerts/quietFrom")).toString(), QStringLiteral("HH:mm"));
    const QTime to = QTime::fromString(
        m_settings.value(QStringLiteral("alerts/quietTo")).toString(), QStringLiteral("HH:mm"));
    const QTime now = QTime::currentTime();
    if (!from.isValid() || !to.isValid())
        return false;
    return from <= to ? now >= from && now < to : now >= from || now < to;
}

void Alerts::hear(const desk::Alert& alert)
{
    m_ringing.removeIf([&](const desk::Alert& r) { return r.conversation == alert.conversation; });
    if (alert.kind != desk::Alert::Kind::Stopped && m_me.isValid() && isInScope(alert)) {
        m_ringing.append(alert);
        ring(alert);
    }
    told();
}

void Alerts::setDuty(desk::Duty duty)
{
    const bool isBack = duty == desk::Duty::OnDuty && std::exchange(m_duty, duty) != duty;
    m_duty = duty;
    m_ringing.removeIf([this](const desk::Alert& alert) { return !isInScope(alert); });
    told();
    if (isBack)
        readWaiting();
}

// Who has begun to wait while nothing rang here, and is still there.
void Alerts::readWaiting()
{
    m_desk.conversationPage(
        m_caller, {.view = desk::View::Unassigned},
        [this](base::Result<desk::ConversationPage> page) {
            if (!page)
                return;
            for (const auto& head : page->rows) {
                if (head.isCustomerOnline)
                    hear({desk::Alert::Kind::PersonWanted, head.id, {}, head.name});
            }
        });
}

void Alerts::told()
{
    if (m_ringing.isEmpty())
        m_repeat.stop();
    else if (!m_repeat.isActive())
        m_repeat.start();
    Q_EMIT ringingChanged();
}

std::optional<desk::Alert> Alerts::newest() const
{
    return m_ringing.isEmpty() ? std::nullopt : std::optional(m_ringing.last());
}

QString Alerts::textOf(const desk::Alert& alert)
{
    const QString name =
        alert.name.isEmpty() ? base::conversationCode(alert.conversation) : alert.name;
    return alert.kind == desk::Alert::Kind::PersonWanted ? tr("%1 waits for a person").arg(name)
                                                         : tr("%1 wrote to you").arg(name);
}

void Alerts::ring(const desk::Alert& alert)
{
    if (isQuiet())
        return;
    play();
    if (m_notice) {
        desk::Alert nameless = alert;
        nameless.name.clear();
        m_notice(textOf(nameless));
    }
    Q_EMIT rang(alert.conversation.value);
}

void Alerts::play()
{
    if (m_settings.value(QStringLiteral("alerts/sound"), true).toBool())
        m_sound.play();
}

} // namespace panels
