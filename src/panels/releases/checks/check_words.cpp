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

} // namespace panels
