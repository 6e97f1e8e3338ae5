// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "store/records.h"
#include "store/sql/connection.h"

namespace store {

/// What the group has to do after its commit because of a turn.
struct TurnEffects {
    int messages = 0;
    int opened = 0;         ///< conversations that are not closed: +1, 0 or -1
    qint64 newestEvent = 0; ///< id of the last event row
    bool hasErased = false; ///< or removed
    int removed = 0;        ///< conversations
};

struct WrittenTurn {
    Committed committed;
    TurnEffects effects;
};

/// Writes one turn; the caller has opened a savepoint and rolls it back on failure. NotFound: no
/// such conversation. Conflict: expectedSeq is not the newest, or the imported id is there already.
/// Invalid: no events, or neither conversation nor ULID.
[[nodiscard]] base::Result<WrittenTurn> writeTurn(Connection& connection, const TurnCommit& turn,
                                                  base::Random& random);

/// The turn that carried this client message id before, with its events, if one did.
[[nodiscard]] base::Result<std::optional<Committed>>
turnOfClientMessage(Connection& connection, base::ConversationId conversation,
                    const QString& clientMessageId);

/// The events from `first` to `last`, both included.
[[nodiscard]] base::Result<std::vector<EventRow>> eventsBetween(Connection& connection,
                                                                base::ConversationId conversation,
                                                                base::Seq first, base::Seq last);

} // namespace store
