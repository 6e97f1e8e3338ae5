// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QList>
#include <QObject>
#include <QSoundEffect>
#include <QTimer>

#include <memory>
#include <optional>

class QSettings;
class QSystemTrayIcon;

namespace panels {

/// Rings when a customer needs somebody, whether or not the window has focus, and again every ten
/// seconds until somebody claims it or the customer leaves. Off duty nothing rings, on a break only
/// what is mine. Scope and quiet hours come from the
/// settings alerts/scope (mine, unassigned, all), alerts/sound, alerts/quietOn, quietFrom, quietTo.
class Alerts final : public QObject
{
    Q_OBJECT
public:
    Alerts(desk::Desk& desk, std::shared_ptr<base::Home> home, QSettings& settings,
           QObject* parent);

    void setMe(base::PersonId me) { m_me = me; }
    /// How long until what rings rings again; ten seconds.
    void setRepeat(int milliseconds) { m_repeat.setInterval(milliseconds); }
    /// What shows a notification of the desktop, which other people may see: names stay out of it.
    void setNotice(std::function<void(const QString&)> show) { m_notice = std::move(show); }
    void testSound() { play(); }
    void setDuty(desk::Duty duty);
    /// How many conversations ring now, and which rang last.
    [[nodiscard]] int ringing() const { return static_cast<int>(m_ringing.size()); }
    [[nodiscard]] std::optional<desk::Alert> newest() const;
    /// For the window itself: with the customer's name.
    [[nodiscard]] static QString textOf(const desk::Alert& alert);

Q_SIGNALS:
    void rang(qint64 conversation);
    void ringingChanged();

private:
    void hear(const desk::Alert& alert);
    void told();
    void readWaiting();
    void ring(const desk::Alert& alert);
    void play();
    [[nodiscard]] bool isInScope(const desk::Alert& alert) const;
    [[nodiscard]] bool isQuiet() const;

    desk::Desk& m_desk;
    base::Caller m_caller;
    QSettings& m_settings;
    base::PersonId m_me;
    std::function<void(const QString&)> m_notice;
    QSoundEffect m_sound;
    QTimer m_repeat;
    QList<desk::Alert> m_ringing; ///< one a conversation, the newest last
    desk::Duty m_duty = desk::Duty::OnDuty;
};

} // namespace panels
