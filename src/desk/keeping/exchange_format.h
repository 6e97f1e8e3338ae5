// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/records.h"

#include <QByteArray>

namespace desk {

/// A conversation that came from elsewhere, not yet numbered.
struct ImportedConversation {
    QString id;
    std::vector<engine::Event> events;
    std::vector<base::WallTime> times; ///< one an event, never decreasing
};

/// Reads one line of the exchange format; see relevoctl import. Turns without a time follow the one
/// before by a millisecond. Invalid names what is wrong.
[[nodiscard]] base::Result<ImportedConversation> readExchangeLine(const QByteArray& line,
                                                                  base::WallTime now);

/// Writes what readExchangeLine() reads: what was said, without receipts and stage changes.
[[nodiscard]] QByteArray writeExchangeLine(const store::ConversationRow& row,
                                           const std::vector<store::EventRow>& events);

} // namespace desk
