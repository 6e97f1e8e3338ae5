// SPDX-License-Identifier: GPL-3.0-or-later
// Masked views of what was said, and why something was masked. Plain values.
#pragma once

#include "desk/values.h"
#include "privacy/values.h"

#include <QString>

#include <optional>
#include <vector>

namespace desk {

struct TranscriptQuery {
    base::ConversationId conversation; ///< none: the session's current one
    base::SessionId session;           ///< whose customer asks; none: an operator, who may read any
    base::CustomerSeq after;           ///< of an earlier page; none: from the start
};

/// A page of a conversation as its customer may see it, masked. One set of pseudonyms is for the whole
/// conversation, and stands on each of its pages for the same.
struct Transcript {
    base::ConversationId conversation;
    std::vector<CustomerEvent> events;     ///< texts, options and names masked
    std::optional<base::CustomerSeq> next; ///< where the next page goes on; none: this is the last
    bool isCut = false; ///< there is more than a transcript holds, see kMostTranscriptMessages
};

/// At most so much on a page …
inline constexpr int kMostPageMessages = 500;
inline constexpr qsizetype kMostPageText = 256 * 1024; ///< characters, but one message at least
/// … and so much in all: the pages before are masked again for each page.
inline constexpr int kMostTranscriptMessages = 10'000;
inline constexpr qsizetype kMostTranscriptText = 2 * 1024 * 1024; ///< characters

/// How an export writes what was said.
enum class Texts { AsStored, Masked };

/// What the tester shows of a text.
struct MaskingExplained {
    QString masked;
    std::vector<privacy::Entity> entities;       ///< what was masked, in order
    std::vector<privacy::Considered> considered; ///< and what was looked at, with each step
};
inline constexpr qsizetype kLongestExplained = 20'000; ///< characters

} // namespace desk
