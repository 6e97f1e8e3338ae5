// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusVariant>
#include <QObject>
#include <QString>

namespace panels {

/// Whether the desktop prefers dark, as its settings portal says (org.freedesktop.appearance
/// color-scheme), now and whenever it changes. Where there is no portal nothing is heard.
class SystemTheme final : public QObject
{
    Q_OBJECT
public:
    explicit SystemTheme(QObject* parent);

Q_SIGNALS:
    void darkChanged(bool isDark);

private Q_SLOTS:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void take(QVariant value);
};

} // namespace panels
