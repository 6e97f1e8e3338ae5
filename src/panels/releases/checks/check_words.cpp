// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/checks/check_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace panels {

namespace {

struct ReasonWords {
    const char* reason;
    const char* text; ///< its blanks are the arguments, in their order
};

constexpr std::array kReasonWords{
    ReasonWords{"not_allowed_here", QT_TRANSLATE_NOOP("Checks", "it may not run here")},
    ReasonWords{"not_offered", QT_TRANSLATE_NOOP("Checks", "there is nothing here to check")},
    ReasonWords{"not_confirmed", QT_TRANSLATE_NOOP("Checks", "the command was not confirmed")},
    ReasonWords{"bad_plan", QT_TRANSLATE_NOOP("Checks", "its plan is wrong: %1")},
    ReasonWords{"missing_parameter", QT_TRANSLATE_NOOP("Checks", "%1 is not said")},
    ReasonWords{"bad_host", QT_TRANSLATE_NOOP("Checks", "«%1» is no address")},
    ReasonWords{"cannot_start", QT_TRANSLATE_NOOP("Checks", "%1 does not start: %2")},
    ReasonWords{"cancelled", QT_TRANSLATE_NOOP("Checks", "it was stopped")},
    ReasonWords{"timed_out", QT_TRANSLATE_NOOP("Checks", "no end within %1 ms")},
    ReasonWords{"name_not_found", QT_TRANSLATE_NOOP("Checks", "nobody knows %1")},
    ReasonWords{"cannot_connect", QT_TRANSLATE_NOOP("Checks", "no connection to %1: %2")},
    ReasonWords{"connection_lost", QT_TRANSLATE_NOOP("Checks", "the connection to %1 broke")},
    ReasonWords{"tls_failed", QT_TRANSLATE_NOOP("Checks", "no safe connection to %1: %2")},
    ReasonWords{"redirect_refused", QT_TRANSLATE_NOOP("Checks", "it leads elsewhere: %1")},
    ReasonWords{"too_large", QT_TRANSLATE_NOOP("Checks", "the answer is over %1 bytes")},
    ReasonWords{"status_differs", QT_TRANSLATE_NOOP("Checks", "status %1, not %2")},
    ReasonWords{"no_json", QT_TRANSLATE_NOOP("Checks", "the answer is no JSON")},
    ReasonWords{"json_missing", QT_TRANSLATE_NOOP("Checks", "%1 is missing in the answer")},
    ReasonWords{"json_differs", QT_TRANSLATE_NOOP("Checks", "%1 is %2, not %3")},
    ReasonWords{"text_missing", QT_TRANSLATE_NOOP("Checks", "the answer lacks «%1»")},
    ReasonWords{"text_present", QT_TRANSLATE_NOOP("Checks", "the answer holds «%1»")},
    ReasonWords{"too_slow", QT_TRANSLATE_NOOP("Checks", "it took %1 ms, over %2 ms")},
    ReasonWords{"exit_code", QT_TRANSLATE_NOOP("Checks", "it ended with code %1")},
    ReasonWords{"killed", QT_TRANSLATE_NOOP("Checks", "signal %1 ended it")},
    ReasonWords{"certificate_expired",
                QT_TRANSLATE_NOOP("Checks", "the certificate ended %1 days ago")},
    ReasonWords{"certificate_not_yet_valid",
                QT_TRANSLATE_NOOP("Checks", "the certificate begins in %1 days")},
    ReasonWords{"certificate_ends_soon",
                QT_TRANSLATE_NOOP("Checks", "the certificate ends in %1 days, under %2")},
    ReasonWords{"certificate_of_other_host",
                QT_TRANSLATE_NOOP("Checks", "the certificate is not for %1")},
    ReasonWords{"certificate_self_signed",
                QT_TRANSLATE_NOOP("Checks", "the certificate signs itself")},
    ReasonWords{"certificate_untrusted",
                QT_TRANSLATE_NOOP("Checks", "the certificate is not trusted: %1")},
    ReasonWords{"not_redis", QT_TRANSLATE_NOOP("Checks", "%1 is no Redis")},
    ReasonWords{"redis_refused", QT_TRANSLATE_NOOP("Checks", "Redis says: %1")},
    ReasonWords{"file_missing", QT_TRANSLATE_NOOP("Checks", "%1 is not there")},
    ReasonWords{"file_too_old", QT_TRANSLATE_NOOP("Checks", "the file is %1 minutes old, over %2")},
    ReasonWords{"file_from_future",
                QT_TRANSLATE_NOOP("Checks", "the file is %1 minutes ahead of the clock")},
    ReasonWords{"no_data", QT_TRANSLATE_NOOP("Checks", "%1 has no value: %2")},
    ReasonWords{"limit_passed", QT_TRANSLATE_NOOP("Checks", "%1 is %2, past %3")},
    ReasonWords{"subject_failed", QT_TRANSLATE_NOOP("Checks", "%1")},
};

} // namespace

QString checkReasonText(const QString& reason, const QStringList& arguments)
{
    const auto found = std::ranges::find_if(kReasonWords, [&reason](const ReasonWords& each) {
        return reason == QLatin1StringView(each.reason);
    });
    if (found == kReasonWords.end())
        return (QStringList{reason} + arguments).join(u' ');
    QString text = QCoreApplication::translate("Checks", found->text);
    // Backwards, so that a blank in an argument is not filled in again.
    for (qsizetype i = arguments.size(); i > 0; --i) {
        const QString blank = u'%' + QString::number(i);
        const QString value = reason == QLatin1String("missing_parameter")
                                  ? parameterText(arguments[i - 1])
                                  : arguments[i - 1];
        text.replace(blank, value);
    }
    return text;
}

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
