// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/settings/faults.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace panels {

namespace {

struct Faults {
    Q_DECLARE_TR_FUNCTIONS(Faults)
};

bool fits(const QString& text, const QString& pattern)
{
    return text.isEmpty() ||
           QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isWebLink(const QUrl& url)
{
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http"));
}

} // namespace

QString noFault(const QString&)
{
    return {};
}

QString emailFault(const QString& text)
{
    return fits(text, QStringLiteral("[^\\s@]+@[^\\s@]+\\.[^\\s@]+"))
               ? QString()
               : Faults::tr("That is no e-mail address: %1").arg(text);
}

QString phoneFault(const QString& text)
{
    return fits(text, QStringLiteral("\\d{8,15}"))
               ? QString()
               : Faults::tr(
                     "WhatsApp needs 8 to 15 digits with the country code, without + or spaces.");
}

QString linkFault(const QString& text)
{
    return text.isEmpty() || isWebLink(QUrl(text, QUrl::StrictMode))
               ? QString()
               : Faults::tr("A link begins with https://, for instance https://www.example.com.");
}

QString hostFault(const QString& text)
{
    static const QString kNumber = QStringLiteral("(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    const QString ip4 = QStringLiteral("(%1\\.){3}%1").arg(kNumber);
    const bool isIp6 =
        text.contains(u':') && !QUrl(QStringLiteral("http://[%1]/").arg(text)).host().isEmpty();
    return isIp6 || fits(text, QStringLiteral("localhost|") + ip4)
               ? QString()
               : Faults::tr("An address to listen on is 127.0.0.1 (this machine), 0.0.0.0 (every "
                            "network) or one of this machine's own: %1")
                     .arg(text);
}

QString originFault(const QString& text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isOrigin = isWebLink(url) && url.path().isEmpty() && !url.hasQuery();
    return text.isEmpty() || isOrigin
               ? QString()
               : Faults::tr("An origin looks like https://www.example.com, without anything behind "
                            "it: %1")
                     .arg(text);
}

QString rateFault(const QString& text)
{
    return fits(text, QStringLiteral("off|[1-9]\\d{0,8}/(s|min|h)"))
               ? QString()
               : Faults::tr("A limit looks like 20/min, 100/h or off: %1").arg(text);
}

QString countFault(const QString& text)
{
    return fits(text, QStringLiteral("off|[1-9]\\d{0,8}"))
               ? QString()
               : Faults::tr("Write a number of at least 1, or off: %1").arg(text);
}

} // namespace panels
