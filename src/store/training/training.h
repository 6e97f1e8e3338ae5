// SPDX-License-Identifier: GPL-3.0-or-later
// Corrected phrases and learnt models, and what agents thought of AI's help; on the connection's thread.
#pragma once

#include "store/records.h"
#include "store/sql/connection.h"

namespace store {

/// One a message: a later correction replaces the earlier. NotFound: the conversation is gone.
[[nodiscard]] base::Result<void> writePhrase(Connection& connection, const PhraseRow& phrase);
/// NotFound: it is gone already.
[[nodiscard]] base::Result<void> removePhrase(Connection& connection, qint64 id);
/// Oldest first.
[[nodiscard]] base::Result<std::vector<PhraseRow>> readPhrases(Connection& connection);

/// One an answer and person: a later one replaces the earlier. NotFound: the conversation is gone.
[[nodiscard]] base::Result<void> writeHelpRating(Connection& connection,
                                                 const HelpRatingRow& rating);
/// Oldest first.
[[nodiscard]] base::Result<std::vector<HelpRatingRow>> readHelpRatings(Connection& connection);

/// Stores it as the active one and keeps the newest kKeptModels.
[[nodiscard]] base::Result<ModelRow> writeModel(Connection& connection, ModelRow model);
/// 0: none, the shipped one counts. NotFound: no such model.
[[nodiscard]] base::Result<void> activateModel(Connection& connection, qint64 id);
/// Newest first, without their bytes.
[[nodiscard]] base::Result<std::vector<ModelRow>> readModels(Connection& connection);
/// With its bytes. NotFound: there is none.
[[nodiscard]] base::Result<ModelRow> readActiveModel(Connection& connection);

inline constexpr int kKeptModels = 5;

} // namespace store
