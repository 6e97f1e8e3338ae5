// SPDX-License-Identifier: GPL-3.0-or-later
// Rows as the store gives and takes them. Plain values.
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "engine/values.h"
#include "store/knowledge/articles.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace store {

/// Who is to speak next, from the shop's point of view.
enum class TurnOf { Us, Customer };

/// What the lists show and the views filter on; written with every turn.
struct Summary {
    engine::Mode mode = engine::Mode::Bot;
    base::PersonId owner;
    QString stage;
    QString language;
    QString name;     ///< personal
    QString lastText; ///< personal; at most 120 characters
    base::WallTime lastTime;
    TurnOf turnOf = TurnOf::Customer;
    std::optional<base::WallTime> waitingSince; ///< first customer message that nobody answered
    int mood = 0;                               ///< 0 calm … 3 angry
    int priority = 0;                           ///< 0 normal, 1 high, 2 urgent
    std::optional<base::WallTime> closedTime;
    QString outcome;
};

struct ConversationRow {
    base::ConversationId id;
    QString ulid;
    base::CustomerId customer;
    base::WallTime created;
    int flowVersion = 0;
    base::Seq lastSeq;
    base::CustomerSeq lastCustomerSeq;
    base::Seq controlSeq; ///< the newest change of owner or mode: what optimistic locking compares
    base::WallTime customerTime; ///< the customer's newest word
    bool isDemo = false;
    bool isErased = false;
    /// engine::stateToJson; empty in list pages, and where a restore had to erase the conversation.
    QByteArray state;
    Summary summary;
};

struct EventRow {
    base::ConversationId conversation;
    base::Seq seq;
    base::CustomerSeq customerSeq; ///< none where the customer may not see it
    base::WallTime time;
    engine::EventKind kind = engine::EventKind::BotMessage;
    engine::Actor actor = engine::Actor::Bot;
    QByteArray payload;
    QString text;
    QString clientMessageId; ///< of the turn, on its first event
    bool isErased = false;   ///< its text is gone
};

/// One input and everything that it caused, committed as one.
struct TurnCommit {
    base::ConversationId conversation; ///< none: a new one is made from ulid, customer, isDemo
    QString ulid;
    base::CustomerId customer;
    bool isDemo = false;
    QString externalId;    ///< of an imported conversation
    base::Seq expectedSeq; ///< the lastSeq that the decision rests on; another one answers Conflict
    QString clientMessageId; ///< empty: the turn cannot be repeated
    base::WallTime time;
    std::vector<engine::Event> events;
    std::vector<base::WallTime> eventTimes; ///< one an event (imported ones); empty: all at `time`
    int flowVersion = 0;
    QByteArray state;
    Summary summary;
    bool changesControl = false;
    bool customerSpoke = false;
    /// Remove text and salt of every earlier event of the conversation and of this turn's up to its
    /// Erased event, the name and last text of the summary, the customer's name and the drafts.
    /// `state` replaces the old one. Committed::events tells the removed texts of this turn for the
    /// last time.
    bool erases = false;
    QByteArray record;         ///< turn record, JSON without personal text
    QByteArray recordPersonal; ///< normalised input, slots: kept beside the first event's text
    QString handledBy;         ///< "flow", "human" …
    QString inputKind;
    std::vector<ArticleNote> articles; ///< quoted in this turn, or told to have helped or not
};

/// A turn as it was recorded, for replay.
struct TurnRow {
    base::Seq first, last;
    QByteArray record;
    QByteArray personal; ///< empty where there was nothing personal, or it was erased
};

struct Committed {
    base::ConversationId conversation;
    base::Seq first, last;
    base::CustomerSeq lastCustomer;
    std::vector<EventRow> events;
    /// The client message id was there already: nothing was stored, `events` are the first turn's.
    bool isRepeat = false;
    QString stage, handledBy; ///< of the turn (the first one's, where it is a repeat)
};

/// One browser's credential. The id itself is never stored: its SHA-256 is.
struct SessionRow {
    QByteArray idHash;
    QByteArray csrfHash;
    base::CustomerId customer;
    base::ConversationId conversation;
    QString locale;
    base::WallTime expires;
};

struct CustomerRow {
    base::CustomerId id;
    QString name; ///< personal
    QString language;
};

enum class View { Mine, Unassigned, WaitingForUs, WaitingForCustomer, WithBot, Closed, All };

/// Keyset pages: newest activity first; WaitingForUs and Unassigned longest wait first.
struct ConversationQuery {
    View view = View::All;
    base::PersonId person;
    QByteArray after; ///< cursor of an earlier page; empty: from the start
    int limit = 128;
};
struct ConversationPage {
    std::vector<ConversationRow> rows;
    QByteArray next; ///< empty: that was the last
};

/// Exact up to 10,000, which then means "10,000 or more".
struct ViewCounts {
    QMap<View, int> counts;
};

struct EventQuery {
    base::ConversationId conversation;
    std::optional<base::Seq> before; ///< the newest ones before it, in ascending order
    std::optional<base::Seq> after;  ///< the oldest ones after it
    std::optional<base::CustomerSeq> afterCustomer; ///< only what the customer may see, after it
    int limit = 128;
};

struct Draft {
    base::ConversationId conversation;
    base::PersonId person;
    QString text;
    bool isNote = false;
    base::WallTime time;
};

struct Person {
    base::PersonId id;
    QString name;
    QString nameKey; ///< no two people have the same; empty: not compared
    bool isActive = true;
    QString roles;             ///< names, with a space between
    QByteArray passphraseHash; ///< empty: none is set
};

/// Who changed something, kept with the change.
struct AuditNote {
    base::PersonId by; ///< none: nobody was there yet
    QString what;      ///< "person.added" …
    QByteArray detail; ///< JSON, without secrets
    base::WallTime time;
};
struct AuditRow {
    qint64 id = 0;
    qint64 subject = 0; ///< id of what was changed
    AuditNote note;
};
struct AuditQuery {
    qint64 before = 0; ///< only rows older than this one; 0: from the newest
    int limit = 128;
};

struct FlowVersion {
    int version = 0;
    QByteArray json;
    QByteArray sha256;
    base::WallTime created;
};

/// What an agent said that a message wants; personal.
struct PhraseRow {
    qint64 id = 0;
    base::ConversationId conversation;
    base::Seq seq; ///< of the message
    QString text, intent, language;
    base::PersonId person;
    base::WallTime time;
};

/// What an agent thought of an answer of AI's help; personal.
struct HelpRatingRow {
    qint64 id = 0;
    base::ConversationId conversation;
    QString answer; ///< the call's ticket: one rating an answer and person, the last one counts
    QString task, prompt, model; ///< as they are named; prompt holds its version
    bool isGood = false;
    QString comment;
    base::PersonId person;
    base::WallTime time;
};

/// A model that was learnt from shipped and corrected phrases.
struct ModelRow {
    qint64 id = 0;
    QString version;
    QString shipped; ///< version of the shipped phrases under it
    base::WallTime trained;
    int phrases = 0, corrected = 0;
    int heldBack = 0; ///< phrases that the figures are of
    double accuracy = 0, inScopeAccuracy = 0, outOfScopeRecall = 0;
    bool isActive = false;
    QByteArray bytes, judge; ///< empty in lists
};

struct SearchQuery {
    QString words; ///< "quoted phrases" stay together; accents and case do not matter
    QString from;  ///< customer, bot, agent, note; empty: anybody
    std::optional<base::WallTime> before;
    QByteArray after; ///< cursor
    int limit = 50;
};
struct SearchHit {
    base::ConversationId conversation;
    base::Seq seq;
    base::WallTime time;
    engine::Actor actor = engine::Actor::Customer;
    QString snippet; ///< matches between U+0002 and U+0003
    QString name;
};
struct SearchPage {
    std::vector<SearchHit> hits;
    QByteArray next;
    bool isBehind = false; ///< the index has not yet seen the newest messages
};

struct BackupInfo {
    QString path;
    base::WallTime time;
    qint64 bytes = 0;
    bool isVerified = false;
    QString reason; ///< "daily", "manual", "migration"
};

struct Health {
    bool isWritable = true;
    bool isReadOnly = false;    ///< since the start, and until the next one
    bool mayMissNewest = false; ///< read only, without the write-ahead log that stands there
    QString detail;
    qint64 conversations = 0; ///< not closed, exact up to 10,000
    qint64 messages = 0;      ///< since the start of this process
    qint64 committedTurns = 0;
    qint64 groups = 0;     ///< fsyncs that they shared
    qint64 lostGroups = 0; ///< commits that the database had lost when it was opened
};

} // namespace store
