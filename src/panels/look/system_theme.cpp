// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/look/system_theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace panels {

namespace {
const QString kPortal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kSettings = QStringLiteral("org.freedesktop.portal.Settings");
const QString kAppearance = QStringLiteral("org.freedesktop.appearance");
const QString kScheme = QStringLiteral("color-scheme");
} // namespace

SystemTheme::SystemTheme(QObject* parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kPortal, kPortalPath, kSettings, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call =
        QDBusMessage::createMethodCall(kPortal, kPortalPath, kSettings, QStringLiteral("Read"));
    call.setArguments({kAppearance, kScheme});
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (reply.isValid())
                    take(reply.value().variant());
                done->deleteLater();
            });
}

void SystemTheme::settingChanged(const QString& group, const QString& key,
                                 const QDBusVariant& value)
{
    if (group == kAppearance && key == kScheme)
        take(value.variant());
}

void SystemTheme::take(QVariant value)
{
    while (value.canConvert<QDBusVariant>()) // Read wraps it once more
        value = value.value<QDBusVariant>().variant();
    constexpr uint kPrefersDark = 1;
    Q_EMIT darkChanged(value.toUInt() == kPrefersDark);
}

} // namespace panels
