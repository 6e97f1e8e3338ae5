// SPDX-License-Identifier: GPL-3.0-or-later
// The values that go into and come out of the engine. Everything here is copied freely, compares by
// value and knows no thread, clock or file.
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace engine {

enum class Actor { Customer, Bot, Agent, System };

/// Who answers the customer now.
enum class Mode {
    Bot,     ///< the flow
    Waiting, ///< a person was asked for and nobody has claimed yet
    Human,   ///< a person owns the conversation; the bot is silent
    Closed,  ///< ended: a new message opens a new conversation
};

/// What an event row says. Names on disk and on the wire: eventKindName().
enum class EventKind {
    CustomerMessage,  ///< text as given
    OptionChosen,     ///< text is the label; payload {"value"}
    BotMessage,       ///< payload {"prompt","buttons":[{"text","value"}],"lang"}
    AgentMessage,     ///< payload {"person"}
    Note,             ///< private: the customer never gets it; payload {"person"}
    StageChanged,     ///< payload {"from","to","rule"}
    HandoffRequested, ///< payload {"reason","tried":[…]}
    TakenOver,        ///< payload {"person"}
    Transferred,     ///< payload {"from","to"} (to absent: the queue); the customer sees it, so the
                     ///< summary follows in a Note of its own
    ReturnedToQueue, ///< the owner's machine is gone; payload {"person","reason"}
    GivenBack,   ///< payload {"person","stage"}; by the customer too (start over, change problem)
    ContactLeft, ///< text is what the customer left
    Rated,       ///< payload {"good":true|false,"reason"?}; text is the free comment. Sent as
                 ///< each part is known: the newest counts
    Delivered,   ///< receipt; payload {"upTo","by":"customer"|"agent"}
    Seen,        ///< receipt; payload {"upTo","by"}
    Closed,      ///< payload {"by":"customer"|"agent"|"idle"|"consent","outcome"}; outcome is
                 ///< resolved, unresolved, answered, abandoned, refused, erased or closed
    Erased,      ///< this conversation's texts are gone
    Redacted,    ///< payload {"seqs":[…]}: those rows' texts were replaced
    AiCall, ///< AI was asked in this turn; payload {"purpose","prompt","model","outcome","used",
            ///< "inputTokens","outputTokens","costMicros","firstMs","totalMs"}; text is JSON of
            ///< what was sent, masked, and of what came of it
};
[[nodiscard]] const char* eventKindName(EventKind kind) noexcept;
[[nodiscard]] std::optional<EventKind> eventKindOfName(QStringView name) noexcept;
[[nodiscard]] const char* actorName(Actor actor) noexcept;
[[nodiscard]] std::optional<Actor> actorOfName(QStringView name) noexcept;
[[nodiscard]] const char* modeName(Mode mode) noexcept;
[[nodiscard]] std::optional<Mode> modeOfName(QStringView name) noexcept;

/// A button. It exists only because the flow has a transition for it.
struct Option {
    QString value; ///< token, stable over languages
    QString text;  ///< label in the conversation's language
    bool operator==(const Option&) const = default;
};

/// One immutable row of a conversation, before the store numbers it.
struct Event {
    EventKind kind = EventKind::BotMessage;
    Actor actor = Actor::Bot;
    bool customerSees = false; ///< carries a customer-side number too
    QByteArray payload;        ///< compact JSON object without personal text; part of the checksum
    QString text;              ///< personal text, kept apart with its salt; may be empty
    QList<Option> options;     ///< of a bot message; also written into the payload
    bool operator==(const Event&) const = default;
};

struct Slot {
    enum class Source { Said, Tapped, Guessed, Known };
    QString value;
    Source source = Source::Said;
    double confidence = 1.0;
    bool operator==(const Slot&) const = default;
};

/// What the engine remembers of a conversation: a function of its event log, kept as a snapshot so
/// that a turn need not replay it. Serialised by stateToJson(); personal (slots), so erased with
/// the texts.
struct State {
    int flowVersion = 0;
    QString stage; ///< empty before Begin
    Mode mode = Mode::Bot;
    QString language; ///< "es-AR", "es", "en"
    base::PersonId owner;
    QMap<QString, Slot> slots;           ///< name, need, problem, device, system, contact …
    int misses = 0;                      ///< in a row at this stage
    QString lastPrompt;                  ///< what was asked last …
    int lastPromptTimes = 0;             ///< … and how many times in a row
    QList<Option> offered;               ///< the newest options; anything else tapped is stale
    QStringList stepsDone;               ///< ids of steps and guide steps already shown
    QMap<QString, QString> stepOutcomes; ///< step id -> done, same, cannot
    QString resumeStage;       ///< where a detour (language, erase?, step help) returns to
    QString queuedText;        ///< said at the wrong moment, used when its stage comes
    QString currentStep;       ///< the step that is on the table
    QString outcome;           ///< what Closed will say, once it is known
    int frustration = 0;       ///< 0 calm … 3 angry
    QStringList laterProblems; ///< "code" or "code/device": told, and waiting for their turn
    QString article;           ///< slug of the article that was quoted last
    /// Basic steps that AI chose for "problem/device", which has none of its own in the catalogue.
    QString proposedFor;
    QStringList proposedSteps;
    int foreignMessages = 0;        ///< in a row, plainly in another language than the bot's
    qint64 stepAt = 0;              ///< when the step on the table was put, ms; 0: not known
    QString handoffReason;          ///< why a person was asked for, in the conversation's language
    QMap<QString, qint64> receipts; ///< "seen:customer" -> the newest number heard of
    bool isErased = false;
    bool operator==(const State&) const = default;
};
[[nodiscard]] QByteArray stateToJson(const State& state);
/// Nothing where the bytes are no state.
[[nodiscard]] std::optional<State> stateFromJson(const QByteArray& json);

/// The shop as the bot may speak of it. An empty value leaves its part of a text out.
struct Shop {
    QString name, address, email, whatsapp, privacyUrl, hours;
    bool operator==(const Shop&) const = default;
};

/// What a classifier makes of the message; an intent's name is one of resources/nlu.
struct IntentCandidate {
    QString intent;
    double score = 0; ///< calibrated, 0 … 1
    bool operator==(const IntentCandidate&) const = default;
};

/// What a classifier takes a message, or some of its words, to tell of a problem of the catalogue.
struct ProblemCandidate {
    QString problem;
    double score = 0;       ///< calibrated, 0 … 1
    int begin = 0, end = 0; ///< words of the normalised message; 0, 0: all of it
    bool operator==(const ProblemCandidate&) const = default;
};

/// An article of the knowledge base that was found for a message.
struct FoundArticle {
    QString slug;    ///< its name in addresses: "wifi_slow"
    QString title;   ///< in the conversation's language
    QString excerpt; ///< plain text, one paragraph
    QString link;    ///< where the customer reads all of it; empty: nowhere
    bool operator==(const FoundArticle&) const = default;
};

/// What a turn may know from outside; recorded with it, so that replay needs nothing else.
/// How an AI call ended that a wish led to, or an agent, and what of its answer counts. `request` and `text` are
/// as personal as the customer's own words. What AI understood stands in Facts::candidates and
/// Facts::problemCandidates, like a classifier's; here is what those have no place for.
struct AiHelp {
    QString purpose; ///< of the wish; help_… of an agent's
    QString prompt;  ///< which text it was asked with, for instance "understand/1"
    QString model;   ///< that answered, or was asked last
    QString outcome; ///< "completed", "timed_out" …; "rejected": it does not hold what we check
    qint64 inputTokens = 0, outputTokens = 0, costMicros = 0;
    qint64 firstMs = -1; ///< until the first content; -1: none came
    qint64 totalMs = 0;
    QString device, system; ///< codes of the catalogue, checked; may be empty
    QStringList steps;      ///< ids of basic steps of the catalogue, checked; may be empty
    QString request;        ///< as sent, masked
    QString text;           ///< for the customer instead of the step's explanation, or of the whole
                            ///< message; checked
    bool operator==(const AiHelp&) const = default;
};

struct Facts {
    base::WallTime now;
    int personsOnDuty = 0;
    int expectedWaitMinutes = 0; ///< 0: not known
    bool isOpen = true;          ///< business hours
    bool smartMode = false;      ///< AI may be asked in this turn
    QString noAiReason;          ///< why not, where it may not
    QString tone;          ///< in which AI words what the flow says; empty: as the flow says it
    QString retentionText; ///< spare for texts that name the retention window
    Shop shop;
    QList<IntentCandidate> candidates; ///< best first; empty: no classifier ran
    QString nluModel;                  ///< version of the classifier's model; empty: none ran
    /// Of the whole message, best first; then of each clause that may tell one, in the order said.
    QList<ProblemCandidate> problemCandidates;
    QString problemModel; ///< version of the model that heard them; empty: none ran
    /// Best first; nothing: nobody searched (Decision::search asks for it).
    std::optional<QList<FoundArticle>> articles;
    std::optional<AiHelp> ai; ///< nothing: AI was not asked (Decision::wish asks for it)
    bool operator==(const Facts&) const = default;
};

struct Input {
    enum class Kind {
        Begin,         ///< text: the browser's locale; label: a known name; value: a known language
        Message,       ///< text
        Option,        ///< value, label
        TakeOver,      ///< person
        AgentMessage,  ///< person, text
        Note,          ///< person, text
        Transfer,      ///< person -> target (none: the queue), text: summary
        ReturnToQueue, ///< the owner is gone; text: reason
        GiveBack,      ///< person, value: stage
        Close,         ///< person
        Leave, ///< the customer starts a new conversation: this one closes at once, without rating
        Idle,  ///< a timer: the customer has been silent for too long
        Delivered, ///< upTo, by
        Seen,      ///< upTo, by
        Erase,     ///< person: an agent erases it (a customer asks by Message or Option)
        Helped,    ///< AI gave the agent a text (Facts::ai); the conversation goes on as it was
    };
    Kind kind = Kind::Message;
    QString text;
    QString value;
    QString label;
    base::PersonId person;
    base::PersonId target;
    qint64 upTo = 0;
    Actor by = Actor::Customer;
    bool operator==(const Input&) const = default;
};
[[nodiscard]] const char* inputKindName(Input::Kind kind) noexcept;
[[nodiscard]] std::optional<Input::Kind> inputKindOfName(QStringView name) noexcept;

/// What AI may do for a customer's turn.
enum class AiPurpose {
    Understand, ///< what the message means: intent, problems, device, system
    Explain,    ///< the step that was not understood, in simpler words
    Propose,    ///< steps of the catalogue for a problem of a device that it has no entry for
    Word,       ///< what the flow says, in the shop's tone
};
/// "understand", "explain", "propose", "word".
[[nodiscard]] const char* aiPurposeName(AiPurpose purpose) noexcept;

/// A wish for AI that the desk may grant: one call, then a step with Facts::ai. The decision that
/// holds it is complete without.
struct Wish {
    AiPurpose purpose = AiPurpose::Understand;
    QString text, tone; ///< what is to be worded, and how
};

/// A wish for articles: the desk searches and steps again with Facts::articles.
struct ArticleSearch {
    QString words; ///< as the customer wrote them
    QString language;
};

/// What is recorded of a turn beside its events.
struct TurnRecord {
    QString stageBefore, stageAfter;
    QString rule; ///< the transition or rule that matched
    QList<QPair<QString, double>> nearMisses;
    QString normalised;                  ///< personal
    QMap<QString, QString> slotsChanged; ///< personal
    QString noAiReason;
};

struct Decision {
    State next;
    std::vector<Event> events;
    TurnRecord record;
    /// Only where smart mode allows and nobody was asked yet. Not granted, the desk says why in the
    /// record's noAiReason.
    std::optional<Wish> wish;
    std::optional<ArticleSearch> search; ///< only where nobody has searched yet
    bool erases = false; ///< the texts of this conversation are to go, those of this turn included
};

} // namespace engine
