// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/releases/finding_texts.h"

#include <QCoreApplication>

#include <array>

namespace desk {

namespace {

using probes::Reason;

/// In the order of the reasons.
constexpr std::array kReasonTexts{
    QT_TRANSLATE_NOOP("Findings", "Passed"),
    QT_TRANSLATE_NOOP("Findings", "A schedule does not run checks of this kind (%1)"),
    QT_TRANSLATE_NOOP("Findings", "Nothing here can be checked for this (%1)"),
    QT_TRANSLATE_NOOP("Findings", "This command is not confirmed on this machine: %1"),
    QT_TRANSLATE_NOOP("Findings", "The check is wrong or incomplete: %1"),
    QT_TRANSLATE_NOOP("Findings", "It needs a value for %1"),
    QT_TRANSLATE_NOOP("Findings", "“%1” is no address that can be called"),
    QT_TRANSLATE_NOOP("Findings", "%1 cannot be started: %2"),
    QT_TRANSLATE_NOOP("Findings", "Cancelled"),
    QT_TRANSLATE_NOOP("Findings", "It did not end within %1 ms"),
    QT_TRANSLATE_NOOP("Findings", "There is no host called %1"),
    QT_TRANSLATE_NOOP("Findings", "%1 cannot be reached: %2"),
    QT_TRANSLATE_NOOP("Findings", "%1 ended the connection too early"),
    QT_TRANSLATE_NOOP("Findings", "No safe connection to %1: %2"),
    QT_TRANSLATE_NOOP("Findings", "It leads on to %1, where it is not followed"),
    QT_TRANSLATE_NOOP("Findings", "The answer is larger than %1 bytes"),
    QT_TRANSLATE_NOOP("Findings", "It answered with status %1 instead of %2"),
    QT_TRANSLATE_NOOP("Findings", "The answer is no JSON"),
    QT_TRANSLATE_NOOP("Findings", "The answer has no %1"),
    QT_TRANSLATE_NOOP("Findings", "%1 is %2 instead of %3"),
    QT_TRANSLATE_NOOP("Findings", "“%1” is missing in the answer"),
    QT_TRANSLATE_NOOP("Findings", "“%1” stands in the answer"),
    QT_TRANSLATE_NOOP("Findings", "It took %1 ms; %2 are allowed"),
    QT_TRANSLATE_NOOP("Findings", "It ended with code %1"),
    QT_TRANSLATE_NOOP("Findings", "It was ended by signal %1"),
    QT_TRANSLATE_NOOP("Findings", "The certificate ended %1 days ago"),
    QT_TRANSLATE_NOOP("Findings", "The certificate is not valid yet, %1 days to go"),
    QT_TRANSLATE_NOOP("Findings", "The certificate ends in %1 days; %2 are asked for"),
    QT_TRANSLATE_NOOP("Findings", "The certificate is not for %1"),
    QT_TRANSLATE_NOOP("Findings", "The certificate vouches for itself"),
    QT_TRANSLATE_NOOP("Findings", "Nobody trusted vouches for the certificate: %1"),
    QT_TRANSLATE_NOOP("Findings", "What answers at %1 is no Redis"),
    QT_TRANSLATE_NOOP("Findings", "Redis refuses: %1"),
    QT_TRANSLATE_NOOP("Findings", "There is no file %1"),
    QT_TRANSLATE_NOOP("Findings", "The file is %1 minutes old; %2 are allowed"),
    QT_TRANSLATE_NOOP("Findings", "The file is from %1 minutes ahead: is the clock right?"),
    QT_TRANSLATE_NOOP("Findings", "There is no value of %1: %2"),
    QT_TRANSLATE_NOOP("Findings", "%1 is %2; the limit is %3"),
    QT_TRANSLATE_NOOP("Findings", "%1"),
    QT_TRANSLATE_NOOP("Findings", "No check may call %1 from here"),
    QT_TRANSLATE_NOOP("Findings", "%1 is this program's own secret; it is not told to %2"),
};
static_assert(kReasonTexts.size() == release::Names<Reason>::kAll.size());

} // namespace

QString findingText(const probes::Finding& finding,
                    const std::function<QString(const char*)>& translate)
{
    const QString form = translate(kReasonTexts.at(static_cast<std::size_t>(finding.reason)));
    QString text;
    // In one go, so that what an argument holds is not taken for a place.
    for (qsizetype at = 0; at < form.size(); ++at) {
        const int place = at + 1 < form.size() && form[at] == u'%' ? form[at + 1].digitValue() : -1;
        if (place < 1) {
            text += form[at];
            continue;
        }
        text += finding.arguments.value(place - 1);
        ++at;
    }
    return text;
}

} // namespace desk
