// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/report_words_now.h"

#include "panels/look/language.h"

#include <QFile>

namespace panels {

release::ReportWords reportWordsNow()
{
    QFile file(QStringLiteral(":/releases/words/words.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return release::ReportWords::load(file.readAll(), currentLanguage())
        .value_or(release::ReportWords());
}

} // namespace panels
