// SPDX-License-Identifier: GPL-3.0-or-later
// The declarative description of a conversation, read from JSON (resources/flows, described by
// flow.schema.json). Immutable once loaded; any thread.
#pragma once

#include "base/result.h"
#include "engine/catalogue.h"
#include "engine/values.h"
#include "engine/words/phrases.h"
#include "engine/words/text.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace engine {

/// What a guard may ask for beside slots and misses.
enum class Fact {
    PersonOnDuty,
    SmartMode,
    Open,
    BasicLeft,
    AdvancedLeft,   ///< a step of that set that was not shown yet, and that this customer can do
    AssistedLeft,   ///< one above the customer's skill that can be done with somebody's help
    TechnicianLeft, ///< one that is for a technician only
    StepAssisted,   ///< the present step is above the customer's skill: somebody helps
    GuideKnown,     ///< a guide for the topic and system
    WaitKnown,
    EmailKnown,
    WhatsappKnown,
    ShopKnown,
    QueuedText,   ///< something said too early waits to be used
    Waiting,      ///< a person was asked for already
    Unserved,     ///< what is wanted is known, and the catalogue has nothing for it
    Closed,       ///< the conversation ended already (a late rating)
    Resolved,     ///< the outcome is "resolved"
    ArticleFound, ///< of this turn's search, one that was not quoted before
    MoreProblems, ///< a problem that was told waits for its turn
};
inline constexpr std::size_t kFacts = 20;
[[nodiscard]] const char* factName(Fact fact) noexcept;

struct Guard {
    enum class Kind { SlotSet, SlotIs, Misses, Fact };
    Kind kind = Kind::SlotSet;
    QString slot, value;
    int misses = 0;
    Fact fact = Fact::PersonOnDuty;
    bool negate = false;
};
using Guards = std::vector<Guard>; ///< all must hold

/// `world` answers slotValue(name) -> QString (empty: not set), misses() -> int, fact(Fact) ->
/// bool.
template <class World>
[[nodiscard]] bool holds(const Guards& guards, const World& world)
{
    for (const auto& guard : guards) {
        bool is = false;
        switch (guard.kind) {
        case Guard::Kind::SlotSet: is = !world.slotValue(guard.slot).isEmpty(); break;
        case Guard::Kind::SlotIs: is = world.slotValue(guard.slot) == guard.value; break;
        case Guard::Kind::Misses: is = world.misses() >= guard.misses; break;
        case Guard::Kind::Fact: is = world.fact(guard.fact); break;
        }
        if (is == guard.negate)
            return false;
    }
    return true;
}

/// Targets that are not stages.
inline constexpr int kResume =
    -2;                          ///< "@resume": where the detour began; not applicable without one
inline constexpr int kStay = -3; ///< "@stay": the same stage, entered anew

struct Route {
    Guards when;
    int target = kStay;
};
using Routes = std::vector<Route>; ///< the first that applies

enum class Effect {
    None,
    Close,
    Erase,
    Back,
    RateGood,
    RateBad,
    RateReason,
    ArticleHelped,
    ArticleDidNotHelp
};

/// A transition with a button: of a stage, or a command that is valid everywhere.
struct Choice {
    QString value;
    Text label;
    Guards when;
    Routes next;
    std::vector<std::pair<QString, QString>> sets;
    QStringList clears; ///< slots; "steps" clears what was tried
    QStringList aliases, intents;
    std::array<QStringList, kLanguages> phrases;
    Effect effect = Effect::None;
    QString outcome;        ///< of the conversation
    QString stepOutcome;    ///< done, same, cannot: of the step on the table
    int notice = -1;        ///< text said before the next prompt
    bool isHidden = false;  ///< understood, not shown
    bool isDetour = false;  ///< comes back by @resume
    bool withdraws = false; ///< a person is no longer asked for
    int command = -1;       ///< of a stage: this command's button
};

struct Prompt {
    Guards when;
    int text = -1;
    QString key;
};

/// NextProblem asks nothing: it puts the next problem that waits on the table and goes on.
enum class StageKind { Choice, Ask, Steps, Handoff, Waiting, Human, End, NextProblem };
enum class Asked { Nothing, Name, Contact, Comment };
enum class TermsShown { None, All, Served };

struct Stage {
    QString id;
    StageKind kind = StageKind::Choice;
    Text label; ///< for people; empty: the conversation cannot be given back here
    Routes skips;
    std::vector<Prompt> prompts;
    int again = -1; ///< text: the question in short
    std::vector<Choice> options;
    std::optional<TermKind> term; ///< the slot that this stage asks for
    TermsShown termsShown = TermsShown::None;
    Asked asked = Asked::Nothing;
    Routes next;           ///< after a term, an asked value, a handoff request, or the last step
    int giveUpAfter = 0;   ///< misses; 0: never
    bool listens = false;  ///< terms said here are kept
    bool searches = false; ///< what is not understood here is looked for in the articles
    bool isSmart = false;  ///< AI may help to understand what is said here
    bool explains =
        false;       ///< what is said here is a step's explanation: AI may word it more simply
    QString assumes; ///< slot whose guess holds when the customer goes on without answering
    std::array<int, kTermKinds> implied{-1, -1, -1, -1,
                                        -1}; ///< a term said here chooses this option
    StepSet steps = StepSet::Basic;
    int back = kStay;
    bool takesRating = false; ///< goes on after the conversation closed
    PhraseBook book;          ///< owner: index of options
};

/// Texts that do not belong to a stage.
struct CommonTexts {
    int missFirst = -1, missSecond = -1, missThird = -1, stale = -1, candidates = -1, hello = -1,
        thanks = -1;
    int frustrated = -1, noted = -1, problemChanged = -1, idle = -1, erased = -1, returned = -1,
        transferred = -1, reasonAsked = -1, reasonNotSolved = -1, reasonNotUnderstood = -1,
        reasonFrustrated = -1;
    /// Flows of before issue 4 have none of these (-1): nothing is said then.
    int outOfScope = -1, sure = -1, languageSwitched = -1, later = -1, nextProblem = -1,
        nextWhileWaiting = -1, openNow = -1, closedNow = -1;
};

/// What a global phrase belongs to.
enum class Meaning {
    Command,
    Hello,
    Thanks,
    Frustration,
    Dunno,
    NotName,
    Yes,
    No,
    SkillBasic,
    SkillMedium,
    SkillAdvanced,
    Problem,
    Device,
    System,
    Topic,
    Brand
};
inline constexpr int kMeaningStride = 100000;

/// A flow with its catalogue as one JSON: what is stored as a flow version, and replayed later.
[[nodiscard]] QByteArray bundleFlow(const QByteArray& flowJson,
                                    const std::vector<QByteArray>& catalogueJson);

class Flow
{
public:
    /// Structure, references, texts and templates are checked here; what needs the graph is checked
    /// by checkFlow(). Invalid names the place.
    [[nodiscard]] static base::Result<Flow> load(const QByteArray& flowJson,
                                                 const QList<QByteArray>& catalogueJson);

    [[nodiscard]] int version() const noexcept { return m_version; }
    [[nodiscard]] const QString& name() const noexcept { return m_name; }
    [[nodiscard]] const std::vector<Stage>& stages() const noexcept { return m_stages; }
    [[nodiscard]] const std::vector<Choice>& commands() const noexcept { return m_commands; }
    [[nodiscard]] const Catalogue& catalogue() const noexcept { return m_catalogue; }
    /// From bundleFlow().
    [[nodiscard]] static base::Result<Flow> loadBundle(const QByteArray& bundle);

    /// The stages at which a conversation can be given back: value is the stage, text its label.
    [[nodiscard]] QList<Option> giveBackStages(QStringView language) const;
    /// A stage's name as people read it; its id where there is none.
    [[nodiscard]] QString stageText(const QString& stage, QStringView language) const;
    /// A slot's value as people read it: the label of a problem, a device, a need …; else the
    /// value.
    [[nodiscard]] QString slotText(const QString& slot, const QString& value,
                                   QStringView language) const;
    /// The first sentence of a step, at most 90 characters; its id where the catalogue has none.
    [[nodiscard]] QString stepText(const QString& step, QStringView language) const;

    [[nodiscard]] int stageIndex(const QString& id) const { return m_stageIndex.value(id, -1); }
    [[nodiscard]] const Stage& stage(int index) const
    {
        return m_stages[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] int commandIndex(const QString& valueOrAlias) const
    {
        return m_commandIndex.value(valueOrAlias.toLower(), -1);
    }
    /// By a label in any language, normalised.
    [[nodiscard]] int commandOfLabel(const QString& normalised) const
    {
        return m_commandLabels.value(normalised, -1);
    }
    [[nodiscard]] const Choice& command(int index) const
    {
        return m_commands[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const Text& text(int index) const
    {
        return m_texts[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const QStringList& textKeys() const noexcept { return m_textKeys; }
    [[nodiscard]] const QSet<int>& usedTexts() const noexcept { return m_usedTexts; }
    /// "problem:no_power" of an old button value; empty: no alias.
    [[nodiscard]] QString termOfAlias(const QString& value) const
    {
        return m_termAliases.value(value.toLower());
    }

    [[nodiscard]] const QHash<QString, QString>& termAliases() const noexcept
    {
        return m_termAliases;
    }

    [[nodiscard]] const CommonTexts& common() const noexcept { return m_common; }
    [[nodiscard]] const Vocabulary& vocabulary() const noexcept { return m_vocabulary; }
    /// Owner: Meaning * kMeaningStride + index.
    [[nodiscard]] const PhraseBook& meanings() const noexcept { return m_meanings; }
    /// 1-based; 0: the word is no ordinal; -1: the last.
    [[nodiscard]] int ordinalOf(int word) const { return m_ordinals.value(word, 0); }
    [[nodiscard]] bool isNumberWord(int word) const { return m_numberWords.contains(word); }
    [[nodiscard]] bool isNotName(int word) const { return m_notNames.contains(word); }
    /// "además", "too": what follows comes beside what is on the table.
    [[nodiscard]] bool isAlso(int word) const { return m_also.contains(word); }
    /// "y", "and".
    [[nodiscard]] bool isAnd(int word) const { return m_and.contains(word); }
    /// "o", "or": the one or the other.
    [[nodiscard]] bool isEither(int word) const { return m_either.contains(word); }
    /// Bits of Language for which the word speaks ("the", "pero"); 0: for none.
    [[nodiscard]] unsigned languagesOf(int word) const { return m_functionWords.value(word, 0); }
    /// "me llamo", "my name is" … as words, longest first.
    [[nodiscard]] const std::vector<std::vector<int>>& nameIntroductions() const noexcept
    {
        return m_introductions;
    }
    [[nodiscard]] int beginStage() const noexcept { return m_begin; }
    [[nodiscard]] int waitingStage() const noexcept { return m_waiting; }
    [[nodiscard]] int humanStage() const noexcept { return m_human; }
    [[nodiscard]] int ratingStage() const noexcept { return m_rating; }
    [[nodiscard]] int closedStage() const noexcept { return m_closed; }
    [[nodiscard]] int refusedStage() const noexcept { return m_refused; }
    [[nodiscard]] int eraseStage() const noexcept { return m_erase; }
    /// -1: this flow quotes no articles.
    [[nodiscard]] int articleStage() const noexcept { return m_article; }
    [[nodiscard]] static bool isGuide(const Stage& stage) noexcept
    {
        return stage.kind == StageKind::Steps && stage.steps == StepSet::Guide;
    }
    /// Whether a problem that is told at this stage is taken up, though something else was asked: at
    /// once, or within a guide after it.
    [[nodiscard]] bool takesUpProblems(const Stage& stage) const
    {
        if (stage.kind == StageKind::Steps)
            return true;
        return stage.kind == StageKind::Choice && !stage.term && !stage.listens &&
               !stage.takesRating && &stage != &this->stage(m_erase);
    }
    [[nodiscard]] int personCommand() const noexcept { return m_person; }

private:
    friend class FlowLoader;
    [[nodiscard]] const Choice* choiceThatSets(const QString& slot, const QString& value) const;

    int m_version = 0;
    QString m_name;
    Catalogue m_catalogue;
    std::vector<Stage> m_stages;
    QHash<QString, int> m_stageIndex;
    std::vector<Choice> m_commands;
    QHash<QString, int> m_commandIndex, m_commandLabels;
    std::vector<Text> m_texts;
    QStringList m_textKeys;
    QSet<int> m_usedTexts;
    CommonTexts m_common;
    Vocabulary m_vocabulary;
    PhraseBook m_meanings;
    QHash<QString, QString> m_termAliases;
    QHash<int, int> m_ordinals;
    QSet<int> m_numberWords, m_notNames, m_also, m_and, m_either;
    QHash<int, unsigned> m_functionWords;
    std::vector<std::vector<int>> m_introductions;
    int m_begin = -1, m_waiting = -1, m_human = -1, m_rating = -1, m_closed = -1, m_refused = -1,
        m_erase = -1, m_person = -1, m_article = -1;
};

} // namespace engine
