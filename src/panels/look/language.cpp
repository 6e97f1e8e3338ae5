// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/look/language.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <tuple>

namespace panels {

namespace {
QString languageNow;
}

void applyLanguage(const QString& language)
{
    // The application owns them: translators must outlive every widget that shows their texts.
    static QTranslator* const ours = new QTranslator(QCoreApplication::instance());
    static QTranslator* const qts = new QTranslator(QCoreApplication::instance());
    const bool isSpanish =
        language == QLatin1String("es") ||
        (language != QLatin1String("en") && QLocale::system().language() == QLocale::Spanish);
    languageNow = isSpanish ? QStringLiteral("es") : QStringLiteral("en");
    QLocale::setDefault(isSpanish ? QLocale(QLocale::Spanish, QLocale::Argentina)
                                  : QLocale(QLocale::English));
    QCoreApplication::removeTranslator(ours);
    QCoreApplication::removeTranslator(qts);
    std::ignore = ours->load(QStringLiteral(":/i18n/relevo_%1.qm").arg(languageNow));
    std::ignore = qts->load(QStringLiteral("qtbase_") + languageNow,
                            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QCoreApplication::installTranslator(qts);
    QCoreApplication::installTranslator(ours);
}

QString currentLanguage()
{
    return languageNow;
}

QString whenText(base::WallTime time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(base::toMs(time)),
                              QLocale::ShortFormat);
}

} // namespace panels
