// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/frame/sleep_watch.h"

#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusReply>

namespace panels {

namespace {
const QString kLogin = QStringLiteral("org.freedesktop.login1");
const QString kLoginPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");
} // namespace

SleepWatch::SleepWatch(QObject* parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::systemBus();
    if (!bus.isConnected())
        return;
    bus.connect(kLogin, kLoginPath, kManager, QStringLiteral("PrepareForSleep"), this,
                SLOT(prepareForSleep(bool)));
    m_delay = inhibit(QStringLiteral("sleep"), tr("Customers are told before this machine sleeps"),
                      QStringLiteral("delay"));
}

QDBusUnixFileDescriptor SleepWatch::inhibit(const QString& what, const QString& why,
                                            const QString& mode) const
{
    if (!QDBusConnection::systemBus().isConnected())
        return {};
    QDBusInterface manager(kLogin, kLoginPath, kManager, QDBusConnection::systemBus());
    manager.setTimeout(500);
    const QDBusReply<QDBusUnixFileDescriptor> lock =
        manager.call(QStringLiteral("Inhibit"), what, QStringLiteral("Relevo"), why, mode);
    return lock.isValid() ? lock.value() : QDBusUnixFileDescriptor();
}

void SleepWatch::keepAwake(bool on)
{
    if (on && !m_block.isValid())
        m_block = inhibit(QStringLiteral("sleep:idle"), tr("Customers wait for an answer"),
                          QStringLiteral("block"));
    else if (!on)
        m_block = {};
}

void SleepWatch::prepareForSleep(bool isComing)
{
    if (isComing) {
        Q_EMIT goingToSleep();
        m_delay = {}; // lets the machine sleep
    } else {
        m_delay =
            inhibit(QStringLiteral("sleep"), tr("Customers are told before this machine sleeps"),
                    QStringLiteral("delay"));
        Q_EMIT awake();
    }
}

} // namespace panels
