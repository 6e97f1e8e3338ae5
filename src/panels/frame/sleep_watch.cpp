// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/frame/sleep_watch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace panels {

namespace {
const QString kLogin = QStringLiteral("org.freedesktop.login1");
const QString kLoginPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");
constexpr int kLongestDelayMs = 3000; // logind's own InhibitDelayMaxSec is 5 s
} // namespace

SleepWatch::SleepWatch(QObject* parent) : QObject(parent)
{
    m_longest.setSingleShot(true);
    m_longest.setInterval(kLongestDelayMs);
    connect(&m_longest, &QTimer::timeout, this, &SleepWatch::letSleep);
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    bus.connect(kLogin, kLoginPath, kManager, QStringLiteral("PrepareForSleep"), this,
                SLOT(prepareForSleep(bool)));
    takeDelay();
}

void SleepWatch::inhibit(const QString& what, const QString& why, const QString& mode, Taken taken)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(kLogin, kLoginPath, kManager, QStringLiteral("Inhibit"));
    call.setArguments({what, QStringLiteral("Relevo"), why, mode});
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [taken = std::move(taken)](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<QDBusUnixFileDescriptor> lock = *done;
                if (lock.isValid())
                    taken(lock.value());
                done->deleteLater();
            });
}

void SleepWatch::takeDelay()
{
    inhibit(QStringLiteral("sleep"), tr("Customers are told before this machine sleeps"),
            QStringLiteral("delay"),
            [this](const QDBusUnixFileDescriptor& lock) { m_delay = lock; });
}

void SleepWatch::keepAwake(bool on)
{
    if (on == std::exchange(m_wantsAwake, on))
        return;
    if (!on) {
        m_block = {};
        return;
    }
    inhibit(QStringLiteral("sleep:idle"), tr("Customers wait for an answer"),
            QStringLiteral("block"), [this](const QDBusUnixFileDescriptor& lock) {
                if (m_wantsAwake)
                    m_block = lock;
            });
}

void SleepWatch::letSleep()
{
    m_longest.stop();
    m_delay = {};
}

void SleepWatch::prepareForSleep(bool isComing)
{
    if (isComing) {
        m_longest.start();
        Q_EMIT goingToSleep();
    } else {
        takeDelay();
        Q_EMIT awake();
    }
}

} // namespace panels
