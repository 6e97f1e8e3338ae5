// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/checks/check_words.h"

#include <QCoreApplication>

namespace panels {

QString parameterText(const QString& name)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Checks", text); };
    if (name == QLatin1String("host"))
        return say(QT_TRANSLATE_NOOP("Checks", "Host"));
    if (name == QLatin1String("redis"))
        return say(QT_TRANSLATE_NOOP("Checks", "Redis address"));
    if (name == QLatin1String("log_token"))
        return say(QT_TRANSLATE_NOOP("Checks", "Log token"));
    if (name == QLatin1String("prometheus"))
        return say(QT_TRANSLATE_NOOP("Checks", "Prometheus address"));
    return name;
}

QString checkKindText(release::CheckKind kind)
{
    using release::CheckKind;
    const auto say = [](const char* text) { return QCoreApplication::translate("Checks", text); };
    switch (kind) {
    case CheckKind::Http: return say(QT_TRANSLATE_NOOP("Checks", "Web address (HTTP)"));
    case CheckKind::Command: return say(QT_TRANSLATE_NOOP("Checks", "Command on this machine"));
    case CheckKind::Metric: return say(QT_TRANSLATE_NOOP("Checks", "Figure against a limit"));
    case CheckKind::Tls: return say(QT_TRANSLATE_NOOP("Checks", "Certificate (TLS)"));
    case CheckKind::Tcp: return say(QT_TRANSLATE_NOOP("Checks", "Open port (TCP)"));
    case CheckKind::Redis: return say(QT_TRANSLATE_NOOP("Checks", "Redis"));
    case CheckKind::FileAge: return say(QT_TRANSLATE_NOOP("Checks", "Age of a file"));
    case CheckKind::Backup: return say(QT_TRANSLATE_NOOP("Checks", "Last backup"));
    case CheckKind::Ledger: return say(QT_TRANSLATE_NOOP("Checks", "Ledger of this release"));
    case CheckKind::Replay:
        return say(QT_TRANSLATE_NOOP("Checks", "Replay of recorded conversations"));
    case CheckKind::AlertRules: return say(QT_TRANSLATE_NOOP("Checks", "Alert rules"));
    }
    return {};
}

} // namespace panels
