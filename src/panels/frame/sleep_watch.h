// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace panels {

/// Sleep, as logind tells it (org.freedesktop.login1): a delay lock gives time to say goodbye before,
/// and an inhibitor keeps the machine awake while customers wait. Does nothing where there is no logind.
class SleepWatch final : public QObject
{
    Q_OBJECT
public:
    explicit SleepWatch(QObject* parent);
    void keepAwake(bool on);

Q_SIGNALS:
    void goingToSleep();
    void awake();

private Q_SLOTS:
    void prepareForSleep(bool isComing);

private:
    [[nodiscard]] QDBusUnixFileDescriptor inhibit(const QString& what, const QString& why,
                                                  const QString& mode) const;

    QDBusUnixFileDescriptor m_delay;
    QDBusUnixFileDescriptor m_block;
};

} // namespace panels
