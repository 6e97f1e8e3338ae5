// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's callers get and give: plain values that could be written to a wire.
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "engine/values.h"
#include "people/values.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace desk {

// ---- The customer's side ---------------------------------------------------------------------

/// One event as the customer may see it.
struct CustomerEvent {
    base::ConversationId conversation;
    base::CustomerSeq seq;
    base::WallTime time;
    engine::EventKind kind = engine::EventKind::BotMessage;
    engine::Actor actor = engine::Actor::Bot;
    QString text;
    QList<engine::Option> options;
    QString clientMessageId;
    QString agentName;
    QString language;                      ///< of a bot message
    QString stage;                         ///< of StageChanged and of what changes who answers
    engine::Mode mode = engine::Mode::Bot; ///< after this event
};

/// Who answers a customer now.
struct Handling {
    engine::Mode mode = engine::Mode::Bot;
    QString stage;
    QString agentName;   ///< while a person owns the conversation
    int waitMinutes = 0; ///< expected, while a person is awaited; 0: not known
    bool operator==(const Handling&) const = default;
};

/// What a customer's input brought about.
struct Answer {
    base::ConversationId conversation;
    base::CustomerSeq seq; ///< the last customer-side number of the turn
    QString reply;         ///< empty while a person owns the conversation
    QList<engine::Option> options;
    QString stage;
    engine::Mode mode = engine::Mode::Bot;
    QString handledBy; ///< "flow", "ai", "human", "fallback"
};

struct GreetRequest {
    QString locale;
    QString name;
    base::CustomerId customer; ///< none or unknown: a new one
};

struct Greeting {
    base::SessionId session;
    QString csrfToken;
    base::CustomerId customer;
    Answer answer;
};

struct CustomerInput {
    QString text;  ///< a typed message …
    QString value; ///< … or a tapped option's token
    QString label;
    QString clientMessageId;
};

struct SessionInfo {
    bool isValid = false;
    base::CustomerId customer;
    base::ConversationId conversation;
    QByteArray csrfHash; ///< SHA-256 of the token
    QString locale;
    Handling handling;
    base::WallTime expires;
};

/// From where a customer's stream goes on. Without a conversation: the current one.
struct StreamPosition {
    std::optional<base::ConversationId> conversation;
    base::CustomerSeq after;
};

struct CustomerEventPage {
    base::ConversationId current; ///< the session's conversation now
    Handling handling;            ///< of that one, at least as new as the events
    std::vector<CustomerEvent> events;
    bool hasMore = false;
};

/// What passes by without a row, and the news that there are rows to fetch.
struct CustomerNews {
    enum class Kind { Changed, Typing, Presence, Receipt, Conversation, Erased, Goodbye };
    Kind kind = Kind::Changed;
    base::ConversationId conversation;
    base::CustomerSeq seq;          ///< Changed: the newest number
    bool isOn = false;              ///< Typing, Presence
    qint64 delivered = 0, seen = 0; ///< Receipt: customer-side numbers of the customer's messages
};

// ---- The agents' side --------------------------------------------------------------------------

enum class View { Mine, Unassigned, WaitingForUs, WaitingForCustomer, WithBot, Closed, All };

struct ConversationQuery {
    View view = View::All;
    base::PersonId person;
    QByteArray after;
    int limit = 128;
};

struct ConversationHead {
    base::ConversationId id;
    QString name;
    QString lastText;
    base::WallTime lastTime, created;
    std::optional<base::WallTime> waitingSince;
    engine::Mode mode = engine::Mode::Bot;
    base::PersonId owner;
    QString ownerName;
    QString stage, language, outcome;
    int mood = 0, priority = 0;
    base::Seq lastSeq, controlSeq;
    bool isDemo = false, isErased = false;
    bool isSmartOff = false; ///< AI does not help here, whatever it does elsewhere
    bool isCustomerOnline = false, isCustomerTyping = false;
    QList<base::PersonId> viewers; ///< other agents who have it open
    // What is known, for the handoff card; empty in list pages.
    QString reason;               ///< why a person was asked for
    QMap<QString, QString> known; ///< slot -> value as people read it
    QStringList tried;            ///< steps shown, with their outcome
};

struct ConversationPage {
    std::vector<ConversationHead> rows;
    QByteArray next;
};

/// Exact up to 10,000, which then means "10,000 or more".
using ViewCounts = std::map<View, int>;

/// Delivery of an agent's message, or the customer's reading of it.
enum class Delivery { Sent, Delivered, Seen };

struct MessageEvent {
    base::Seq seq;
    base::CustomerSeq customerSeq;
    base::WallTime time;
    engine::EventKind kind = engine::EventKind::BotMessage;
    engine::Actor actor = engine::Actor::Bot;
    QString text;
    QByteArray payload;
    QList<engine::Option> options;
    QString personName; ///< of agents' messages, notes, take-overs …
    QString clientMessageId;
    bool isErased = false;
};

struct EventQuery {
    base::ConversationId conversation;
    std::optional<base::Seq> before; ///< the newest before it, ascending
    std::optional<base::Seq> after;  ///< the oldest after it
    int limit = 128;
};
struct EventPage {
    base::ConversationId conversation;
    std::vector<MessageEvent> events;
    base::Seq lastSeq;        ///< of the conversation, when the page was read
    qint64 deliveredUpTo = 0; ///< customer-side numbers of agents' and the bot's messages
    qint64 seenUpTo = 0;
};

struct Draft {
    base::ConversationId conversation;
    QString text;
    bool isNote = false;
};

enum class Duty { OnDuty, Pause, Off };

struct Person {
    base::PersonId id;
    QString name;
    Duty duty = Duty::Off;
    people::Roles roles;
    bool isActive = true; ///< false: locked out
    bool hasPassphrase = false;
};

struct SearchQuery {
    QString text; ///< words, "phrases", from:, before:2026-11-01
    QByteArray after;
    int limit = 50;
};
struct SearchHit {
    base::ConversationId conversation;
    base::Seq seq;
    base::WallTime time;
    engine::Actor actor = engine::Actor::Customer;
    QString name;
    QString snippet; ///< matches between U+0002 and U+0003
};
struct SearchPage {
    std::vector<SearchHit> hits;
    QByteArray next;
    bool isBehind = false;
};

// ---- Training from use ---------------------------------------------------------------------------

/// What a customer's message was taken for.
struct Understood {
    QString text;
    QList<engine::IntentCandidate> candidates; ///< as recorded with its turn; empty: none
    QString corrected;                         ///< what an agent said that it wants; empty: nobody
    QStringList intents;                       ///< to choose from
};

/// An agent says what a message wants.
struct Correction {
    base::ConversationId conversation;
    base::Seq seq;
    QString intent;
    base::PersonId person;
};

struct CorrectedPhrase {
    qint64 id = 0;
    base::ConversationId conversation;
    base::Seq seq;
    QString text, intent, language, personName;
    base::WallTime time;
};

/// The model that messages are understood by. The shares are of phrases held back from its training.
struct ModelInfo {
    QString version;
    std::optional<base::WallTime> trained; ///< none: the shipped one
    int phrases = 0, corrected = 0, heldBack = 0;
    double accuracy = 0, inScopeAccuracy = 0, outOfScopeRecall = 0;
};

struct Training {
    std::optional<ModelInfo> model; ///< none: not ready yet
    QString problemModel;           ///< version of what problems are heard by; empty: not ready yet
    bool hasPrevious = false;       ///< previousModel() has somewhere to go
    bool isLearning = false;
    QStringList intents;
    std::vector<CorrectedPhrase> phrases; ///< oldest first
};

/// How a training ended; the accuracies are of the same phrases.
struct Retrained {
    bool isReplaced = false; ///< the new model was not worse, and is in use
    double before = 0, after = 0;
};

/// What listeners hear: ids and versions only. At most 10 a second, newest numbers only.
struct Changes {
    std::map<base::ConversationId, base::Seq> conversations;
    bool lists = false;    ///< a view's rows or counts changed
    bool presence = false; ///< duty, viewers, typing, who is online
    bool settings = false;
    bool people = false;
    bool knowledge = false; ///< an article
    bool releases = false;  ///< one of them, or a freeze window
    bool ai = false;        ///< its servers, a breaker, or a call that ended
};

/// A person was asked for, or a customer writes in a conversation that a person owns.
struct Alert {
    enum class Kind { PersonWanted, MessageForOwner, Stopped };
    Kind kind = Kind::PersonWanted;
    base::ConversationId conversation;
    base::PersonId owner;
    QString name;
};

struct BackupInfo {
    QString path;
    base::WallTime time;
    qint64 bytes = 0;
    bool isVerified = false;
    QString reason;
};

struct Status {
    bool isDatabaseWritable = true;
    bool isReadOnly = false; ///< the data could not be written at the start: so until the next one
    bool mayMissNewest = false; ///< read only, and the newest changes could not be read
    QString databaseDetail;
    qint64 activeConversations = 0, waitingCustomers = 0, connectedCustomers = 0;
    qint64 messages = 0, committedTurns = 0, groups = 0, errors = 0; ///< since the start
    base::WallTime started;
    std::optional<base::WallTime> lastBackup;
};

} // namespace desk
