// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QString>
#include <QTimer>

#include <functional>

namespace panels {

/// Sleep, as logind tells it (org.freedesktop.login1): a delay lock gives time to say goodbye before,
/// and an inhibitor keeps the machine awake while customers wait. Does nothing where there is no
/// logind, and never waits for it.
class SleepWatch final : public QObject
{
    Q_OBJECT
public:
    explicit SleepWatch(QObject* parent);
    void keepAwake(bool on);
    /// What goingToSleep() asked for is done: the machine may sleep. By itself after three seconds.
    void letSleep();

Q_SIGNALS:
    void goingToSleep();
    void awake();

private Q_SLOTS:
    void prepareForSleep(bool isComing);

private:
    using Taken = std::function<void(const QDBusUnixFileDescriptor&)>;
    void inhibit(const QString& what, const QString& why, const QString& mode, Taken taken);
    void takeDelay();

    QDBusUnixFileDescriptor m_delay;
    QDBusUnixFileDescriptor m_block;
    QTimer m_longest;
    bool m_wantsAwake = false;
};

} // namespace panels
