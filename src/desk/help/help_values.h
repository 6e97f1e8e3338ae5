// SPDX-License-Identifier: GPL-3.0-or-later
// AI's help for the agent: what is asked and what comes of it. Plain values.
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

enum class HelpTask {
    Reply,       ///< a reply to the customer's last words
    Shorter,     ///< the agent's text, said otherwise
    Clearer,     ///< …
    Friendlier,  ///< …
    Formal,      ///< …
    ForCustomer, ///< the agent's text in the customer's language
    ForMe,       ///< the customer's words in the agent's language
    Summary,     ///< of the conversation, for agents
};
/// Name in log, ratings and tests: reply, shorter …, for_customer, for_me, summary.
[[nodiscard]] QString helpTaskName(HelpTask task);
[[nodiscard]] std::optional<HelpTask> helpTaskOf(const QString& name);
/// Whether it works on what the agent has written.
[[nodiscard]] bool isOfDraft(HelpTask task) noexcept;

struct HelpRequest {
    base::ConversationId conversation;
    HelpTask task = HelpTask::Reply;
    QString text;     ///< the agent's, at most kLongestHelpText; for what is of a draft
    base::Seq about;  ///< ForMe: this message; none: the customer's newest
    QString language; ///< the agent's: es or en
    QString ticket;   ///< made by the asker, one a request: for cancelHelp() and rateHelp()
};
inline constexpr qsizetype kLongestHelpText = 4'000;
inline constexpr qsizetype kLongestAnswer = 8'000; ///< characters that are kept

/// How it ended.
enum class HelpEnd {
    Done,
    Partial,      ///< the server broke off: text is a part
    NoAi,         ///< no server is configured
    SwitchedOff,  ///< smart mode is off for all
    NothingToDo,  ///< no words to work on
    Gone,         ///< the conversation's texts were erased
    RateLimited,  ///< until says when again
    Unavailable,  ///< until may say when again
    Incapable,    ///< no configured server can do this task
    NoKey,        ///< its key is missing or locked away
    Unauthorized, ///< the server does not take the key
    TimedOut,
    TooLong,   ///< more than the model takes
    Refused,   ///< by the server's policy
    Rejected,  ///< the server did not take the request, or its account has no credit
    BadAnswer, ///< what came was no answer that can be used
    OverBudget,
    Cancelled,
};

/// A line of the summary. Without a message it is AI's word only.
struct HelpLine {
    QString text;
    QList<base::Seq> messages; ///< of this conversation, ascending; every one exists
    bool operator==(const HelpLine&) const = default;
};
struct HelpSummary {
    HelpLine intent, nextStep, mood;
    QList<HelpLine> facts, openQuestions;
    int droppedLinks = 0; ///< to messages that do not exist
    bool operator==(const HelpSummary&) const = default;
};

struct HelpAnswer {
    HelpTask task = HelpTask::Reply;
    HelpEnd end = HelpEnd::Done;
    QString text;     ///< plain text, for a summary too; never to be read as markup
    QString original; ///< what it was made from, where there is one text: the draft, the message
    std::optional<HelpSummary> summary;
    bool isCut = false;           ///< the answer was longer than is kept
    QStringList strangeAddresses; ///< web and mail addresses that nobody wrote here
    std::optional<base::WallTime> until;
    QByteArray sent;       ///< the body as it went out, masked; empty: nothing was sent
    QString prompt, model; ///< "help_reply/1"; of the server that answered
};

/// What an agent thought of an answer.
struct HelpRating {
    base::ConversationId conversation;
    base::PersonId person;
    QString ticket;
    HelpTask task = HelpTask::Reply;
    QString prompt, model;
    bool isGood = true;
    QString comment; ///< at most 1,000 characters
};

struct HelpRated {
    base::ConversationId conversation;
    QString task, prompt, model, comment, personName;
    bool isGood = true;
    base::WallTime time;
};

} // namespace desk
