// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/report_words_now.h"

#include "panels/look/language.h"

#include <QFile>

namespace panels {

namespace {

release::ReportWords loadReportWords(const QString& language)
{
    QFile file(QStringLiteral(":/releases/words/words.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return release::ReportWords::load(file.readAll(), language).value_or(release::ReportWords());
}

} // namespace

const release::ReportWords& reportWordsNow()
{
    static QString language;
    static release::ReportWords words;
    if (language != currentLanguage()) {
        language = currentLanguage();
        words = loadReportWords(language);
    }
    return words;
}

} // namespace panels
