// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/report.h"

namespace ai {

std::string summary(const CallReport& report)
{
    std::string text = report.purpose + " " + laneName(report.lane) + ": " +
                       outcomeName(report.outcome) + " after " +
                       std::to_string(report.duration.count()) + " ms;";
    for (const Hop& hop : report.hops)
        text += " " + hop.endpoint + (hop.model.empty() ? "" : "/" + hop.model) + " (" +
                hop.reason + ")";
    for (const Attempt& attempt : report.attempts) {
        text += "; " + attempt.endpoint + "/" + attempt.model + " " +
                std::to_string(attempt.status) + " " + attempt.reason + " " +
                std::to_string(attempt.duration.count()) + " ms of " +
                std::to_string(attempt.left.count());
        if (!attempt.requestId.empty())
            text += " id " + attempt.requestId;
    }
    return text;
}

} // namespace ai
