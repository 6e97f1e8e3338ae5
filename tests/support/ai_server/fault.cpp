// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ai_server/fault.h"

#include <QStringList>
#include <QUrl>

namespace aiserver {

int Fault::number(const char* name, int otherwise) const
{
    bool isNumber = false;
    const int value = settings.value(QLatin1String(name)).toInt(&isNumber);
    return isNumber ? value : otherwise;
}

QString Fault::text(const char* name, const char* otherwise) const
{
    return settings.value(QLatin1String(name), QString::fromUtf8(otherwise));
}

Fault parseFault(const QString& word)
{
    const QStringList parts = word.split(u',');
    Fault fault{.mode = parts.first()};
    for (const QString& part : parts.mid(1)) {
        const auto equals = part.indexOf(u'=');
        const QString value = equals < 0 ? QStringLiteral("1") : part.mid(equals + 1);
        fault.settings.insert(part.left(equals), QUrl::fromPercentEncoding(value.toUtf8()));
    }
    return fault;
}

std::optional<QString> faultWordOf(const QString& path)
{
    const QString first = path.section(u'/', 1, 1);
    const bool isOfTheInterface = first == QLatin1String("v1") ||
                                  first == QLatin1String("openai") ||
                                  first == QLatin1String("api") || first.startsWith(u'_');
    return first.isEmpty() || isOfTheInterface ? std::nullopt : std::optional(first);
}

} // namespace aiserver
