// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"

namespace app {

QString errorSentence(const CommandContext& context, const base::Error& error)
{
    const auto sentence = [&]() -> QString {
        switch (error.code) {
        case base::Code::NotFound: return context.translate("relevoctl", "There is no such thing.");
        case base::Code::Conflict:
            return context.translate("relevoctl",
                                     "It is there already, or somebody changed it first.");
        case base::Code::Busy:
            return context.translate(
                "relevoctl",
                "The data folder is in use by another program, or too much waits already.");
        case base::Code::Timeout: return context.translate("relevoctl", "It took too long.");
        case base::Code::Cancelled: return context.translate("relevoctl", "It was cancelled.");
        case base::Code::Offline:
            return context.translate("relevoctl",
                                     "The disk, the database or the network cannot be reached.");
        case base::Code::RateLimited:
            return context.translate("relevoctl", "That was too often; wait a little.");
        case base::Code::Refused:
            return context.translate("relevoctl", "That is not allowed here.");
        case base::Code::Invalid:
            return context.translate("relevoctl", "The input cannot be used.");
        case base::Code::Corrupt:
            return context.translate("relevoctl",
                                     "The stored data is damaged. It was left untouched.");
        case base::Code::NoSecret:
            return context.translate("relevoctl", "A key or token is missing.");
        case base::Code::Internal: break;
        }
        return context.translate("relevoctl", "Something in Relevo itself went wrong.");
    }();
    return error.detail.isEmpty() ? sentence
                                  : sentence + QStringLiteral(" (") + error.detail + u')';
}

} // namespace app
