// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "engine/flow.h"
#include "engine/values.h"

#include <QStringList>

#include <optional>

namespace engine {

/// One turn under way: the state as it becomes, the events so far, and what the bot is about to
/// say. Lives inside one call of step().
class Turn
{
public:
    Turn(const Flow& flow, const State& state, const Input& input, const Facts& facts);

    // ---- What guards ask ----
    [[nodiscard]] QString slotValue(const QString& name) const;
    [[nodiscard]] int misses() const noexcept { return m_state.misses; }
    [[nodiscard]] bool fact(Fact fact) const;

    // ---- What happens ----
    void add(EventKind kind, Actor actor, bool customerSees, const base::JsonWriter& payload,
             const QString& text = {});
    void setSlot(const QString& name, const QString& value, Slot::Source source,
                 double confidence = 1.0);
    void clearSlots(const QStringList& names);
    void rule(const QString& name) { m_record.rule = name; }
    /// The button's effects and its transition.
    void choose(const Choice& choice, Slot::Source source);
    /// Takes the first route that applies.
    void go(const Routes& routes);
    /// Forced: without the stage's skips (somebody chose it).
    enum class Entry { Usual, Forced };
    void enter(int target, Entry entry = Entry::Usual);
    void detourTo(int target);
    void back();
    /// The conversation is closed; nothing is said.
    void end(const char* by, const QString& outcome);
    /// Ends it and asks for the rating, where there is something to rate.
    void close(const char* by, const QString& outcome);
    void erase(const char* by);
    void raiseFrustration(int by);
    /// For later: kept once, at most a few.
    void queueProblem(const QString& problem, const QString& device);
    /// The article that this turn's search found and that was not quoted before; null: none.
    [[nodiscard]] const FoundArticle* foundArticle() const;
    /// Quotes it, with a question of its own; false: there is none.
    bool quoteArticle();
    void wishSearch(const QString& words);
    /// What was said here is not understood, or not for certain: AI may say what it means.
    void wishUnderstanding() { m_isUnsure = true; }
    /// Forgets what was going to be said.
    void unsay();

    // ---- What is said ----
    /// A sentence before the prompt.
    void notice(int text);
    /// The present stage's question.
    void ask();
    /// A text of its own with the present stage's buttons.
    enum class Offer { Stage, PersonFirst, PersonLast };
    void say(int text, const QString& key, Offer offer = Offer::Stage);
    void sayWith(int text, const QString& key, QList<Option> options);
    void silence() { m_isSilent = true; }
    /// Who speaks; the bot unless a person owns the conversation.
    void speakAs(Actor actor) { m_speaker = actor; }

    [[nodiscard]] Decision finish();

    // ---- What is known ----
    [[nodiscard]] const Flow& flow() const noexcept { return m_flow; }
    [[nodiscard]] const Input& input() const noexcept { return m_input; }
    [[nodiscard]] const Facts& facts() const noexcept { return m_facts; }
    [[nodiscard]] State& state() noexcept { return m_state; }
    [[nodiscard]] const State& state() const noexcept { return m_state; }
    [[nodiscard]] TurnRecord& record() noexcept { return m_record; }
    [[nodiscard]] const Stage& stage() const;
    [[nodiscard]] const QString& stageBefore() const noexcept { return m_stageBefore; }
    [[nodiscard]] Language language() const noexcept { return m_language; }
    [[nodiscard]] QList<Option> stageOptions() const;
    [[nodiscard]] Option optionOf(const Choice& choice) const;
    [[nodiscard]] Option optionOf(TermKind kind, const Term& term) const;
    [[nodiscard]] QStringList shownTerms(const Stage& stage) const;

private:
    [[nodiscard]] QString blank(Blank blank) const;
    [[nodiscard]] QString stepBlank(Blank blank) const;
    [[nodiscard]] QString termLabel(TermKind kind) const;
    [[nodiscard]] QString rendered(int text) const;
    [[nodiscard]] QString question(bool inShort) const;

    // turn_steps.cpp
    [[nodiscard]] const StepList* stepList(StepSet set) const;
    /// Of the list, those that this customer is given: within reach, or shown before.
    [[nodiscard]] std::vector<const StepItem*> stepsFor(StepSet set) const;
    [[nodiscard]] const StepItem* currentItem() const;
    /// What this customer can do: what was said or concluded, else a little.
    [[nodiscard]] Skill customerSkill() const;
    [[nodiscard]] bool hasHelper() const;
    [[nodiscard]] bool isGiven(const StepItem& item) const;
    [[nodiscard]] bool isShown(const StepItem& item) const;
    /// A step of the set that was not shown yet and is given.
    [[nodiscard]] bool hasStepLeft(StepSet set) const;
    /// An advanced one that was not shown yet, so far away, and is not given.
    [[nodiscard]] bool hasStepBeyond(Reach reach) const;
    [[nodiscard]] bool pickStep(StepSet set);
    /// To the step before the present one, where there is one.
    void unpickStep(StepSet set);

    [[nodiscard]] int routed(const Routes& routes) const;
    void requestPerson();
    /// What the catalogue says of what is known, where nobody has told it.
    void fillImplied();
    /// … goes with what it was concluded from: another problem, device or brand.
    void clearImplied(const QString& by);
    void takeUpNext();
    void tellArticle(Effect effect);
    void noteStepOutcome(const Choice& choice);
    [[nodiscard]] QString articleBlank(Blank blank) const;
    [[nodiscard]] QString laterText() const;
    /// Empty: nothing to tell.
    [[nodiscard]] static QString toldNumber(int number);
    /// What lies ahead at the first step of a list: its steps, and those that follow without a
    /// question at this customer's skill. Zero elsewhere.
    struct Ahead {
        int steps = 0, minutes = 0;
    };
    [[nodiscard]] Ahead stepsAhead() const;
    void tellRating();
    void withPerson(QList<Option>& options, bool first) const;
    void speak();

    // turn_ai.cpp
    [[nodiscard]] bool hasAiFor(AiPurpose purpose) const;
    [[nodiscard]] bool isExplainedByAi() const;
    [[nodiscard]] bool isWordedByAi() const;
    [[nodiscard]] bool mayBeWorded() const;
    [[nodiscard]] bool mayBeProposedFor() const;
    [[nodiscard]] QString pairOfSteps() const;
    [[nodiscard]] const StepList* proposedList() const;
    [[nodiscard]] bool isProposedByAi() const;
    void keepProposal();
    [[nodiscard]] std::optional<Wish> wishForAi() const;
    [[nodiscard]] std::optional<Wish> wishForWords() const;
    void addAiCall(const AiHelp& help);

    const Flow& m_flow;
    const Input& m_input;
    const Facts& m_facts;
    State m_state;
    Language m_language;
    const QString m_stageBefore;
    std::vector<Event> m_events;
    TurnRecord m_record;
    Actor m_speaker = Actor::Bot;
    QStringList m_parts;
    QString m_key;
    QList<Option> m_options;
    bool m_isSilent = false;
    bool m_erases = false;
    bool m_offersPerson = false;
    bool m_isUnsure = false;
    mutable QStringList m_proposedIds; ///< of the list that follows
    mutable StepList m_proposed;
    mutable bool m_saysHelp = false; ///< a step was put in simpler words
    std::optional<bool> m_hasHelped; ///< what the customer says of the article
    QString m_told;                  ///< whose notice comes before the question of a detour
    QString m_quoted;                ///< slug, of this turn's message
    std::optional<ArticleSearch> m_search;
};

} // namespace engine
