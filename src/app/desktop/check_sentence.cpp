// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/check_sentence.h"

#include "desk/releases/finding_texts.h"
#include "panels/releases/checks/check_words.h"

#include <QCoreApplication>

namespace app {

QString checkSentence(probes::Finding finding)
{
    if (finding.reason == probes::Reason::MissingParameter) {
        for (QString& name : finding.arguments)
            name = panels::parameterText(name);
    }
    return desk::findingText(finding, [](const char* english) {
        return QCoreApplication::translate("Findings", english);
    });
}

} // namespace app
