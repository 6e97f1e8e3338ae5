// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/connection.h"
#include "store/turn_writer.h"

#include <QSet>

namespace store {

/// One row of the table `erasure`, which the search index, the list beside the database and every
/// restore follow.
struct Erasure {
    qint64 number = 0;
    base::ConversationId conversation;
    QString ulid;
    bool isRemoved = false; ///< no row is left; else the skeleton stays
};
[[nodiscard]] base::Result<std::vector<Erasure>> erasuresAfter(Connection& connection,
                                                               qint64 number, int limit);

/// Removes what is personal of a conversation besides its summary and state, and notes it.
[[nodiscard]] base::Result<void> eraseTexts(Connection& connection,
                                            base::ConversationId conversation, const QString& ulid,
                                            const QString& customer, base::WallTime now);

/// Removes the demonstration's conversations with all their rows.
[[nodiscard]] base::Result<TurnEffects> removeDemoRows(Connection& connection, base::WallTime now);

/// Erases those conversations of the list that stand unerased in a restored database: texts, name
/// and state go (the state is left empty). Answers how many there were.
[[nodiscard]] base::Result<int> eraseListed(Connection& connection, const QSet<QString>& ulids,
                                            base::WallTime now);

} // namespace store
