// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/error_texts.h"

#include <QCoreApplication>

namespace panels {

QString errorText(const base::Error& error)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("Errors", text); };
    switch (error.code) {
    case base::Code::NotFound: return say(QT_TRANSLATE_NOOP("Errors", "That is no longer there."));
    case base::Code::Conflict:
        return say(
            QT_TRANSLATE_NOOP("Errors", "Somebody else was faster. This is how it stands now."));
    case base::Code::Busy:
        return say(
            QT_TRANSLATE_NOOP("Errors", "Too much is waiting already. Try again in a moment."));
    case base::Code::Timeout:
        return say(QT_TRANSLATE_NOOP("Errors", "It took too long. Try again."));
    case base::Code::Cancelled: return say(QT_TRANSLATE_NOOP("Errors", "It was cancelled."));
    case base::Code::Offline:
        return say(QT_TRANSLATE_NOOP(
            "Errors", "The disk cannot be written now. Nothing is lost; try again."));
    case base::Code::RateLimited:
        return say(QT_TRANSLATE_NOOP("Errors", "That was too often. Wait a little."));
    case base::Code::Refused:
        return say(
            QT_TRANSLATE_NOOP("Errors", "That is not possible as the conversation stands now."));
    case base::Code::Invalid:
        return say(QT_TRANSLATE_NOOP("Errors", "That cannot be used. Check what you wrote."));
    case base::Code::Corrupt:
        return say(
            QT_TRANSLATE_NOOP("Errors", "The stored data is damaged there. A backup may help."));
    case base::Code::NoSecret: return say(QT_TRANSLATE_NOOP("Errors", "A key is missing."));
    case base::Code::Internal: break;
    }
    return say(
        QT_TRANSLATE_NOOP("Errors", "Something in Relevo itself went wrong. The log says more."));
}

} // namespace panels
