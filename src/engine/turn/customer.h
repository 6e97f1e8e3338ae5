// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/turn/turn.h"

namespace engine {

/// The customer's side of a turn: what a message or a tap means here, and what it brings about.
class CustomerTurn
{
public:
    explicit CustomerTurn(Turn& turn) : m_turn(turn) {}

    void begin();
    /// Invalid: nothing was said. Refused: the conversation is closed and takes no more of this.
    [[nodiscard]] base::Result<void> message();
    [[nodiscard]] base::Result<void> tap();

private:
    /// What the message may mean, the best of each kind.
    struct Reading {
        Hit option, command, term, smallTalk;
        int optionIndex = -1, commandIndex = -1, termIndex = -1;
        TermKind termKind = TermKind::Problem;
        Meaning talk = Meaning::Hello;
    };

    void hearMessage();
    /// "Of course not" is no "of course", and "I'm a technician" asks for none.
    void dropMisheard();
    [[nodiscard]] Reading read() const;
    void readGlobal(Reading& reading) const;
    void readTerm(Reading& reading, TermKind kind, const Hit& hit, int index) const;
    void noteNearMisses(const Reading& reading);
    /// What a message tells beside its answer: language, anger, skill, error codes, more problems.
    void notice();
    /// The device and system that AI makes of the message, beside what phrases mean.
    void hearAi();
    void guessLanguage();
    void followLanguage();
    /// En, EsAr or nothing: what the message is plainly written in.
    [[nodiscard]] std::optional<Language> plainLanguage() const;
    void noticeFrustration();
    void noticeSkill();
    void learnSkill(const QString& skill, double confidence);
    void noticeErrorCode();
    /// Adds what the classifier is sure of to what phrases mean, where no phrase names a problem.
    void hearProblems();
    [[nodiscard]] bool mayTellProblem() const;
    /// The classifier's, of the problems that this catalogue knows.
    [[nodiscard]] QList<ProblemCandidate> knownCandidates() const;
    [[nodiscard]] Hit learntHit(const ProblemCandidate& candidate) const;
    /// What clauses tell beside the problems that phrases name.
    [[nodiscard]] std::vector<Hit> learntParts(std::vector<Hit> named) const;
    /// Two problems that are told at once: the first stays, the others wait for their turn.
    void partProblems();
    [[nodiscard]] QString codeOfHit(const Hit& hit) const;
    [[nodiscard]] std::vector<Hit> certainHits(Meaning meaning) const;
    [[nodiscard]] QString deviceNear(const Hit& problem) const;
    [[nodiscard]] bool saysAlso() const;
    [[nodiscard]] bool saysAnd() const;
    [[nodiscard]] bool saysEither() const;
    struct Likely {
        const Choice* choice = nullptr;
        double score = 0.0;
    };
    /// The choices that the classifier's candidates mean here, each with the sum of theirs: best first.
    [[nodiscard]] std::vector<Likely> likelyChoices() const;
    void chooseLikely(const Choice& choice);
    /// Keeps devices, problems … said in passing, beside the words of the answer; returns whether
    /// something new is known.
    bool absorbTerms(const Hit& answer = {});
    /// The name, a problem, a device … that was told before.
    [[nodiscard]] bool saysWhatIsKnown() const;
    /// Keeps a name that is told in passing.
    bool absorbName();
    /// Goes on without an answer; what this stage assumes then holds.
    void goOnUnanswered();
    void impliesNeed(TermKind kind);

    void answerBot();
    [[nodiscard]] bool answerOrdinal();
    [[nodiscard]] bool answerUnsure();
    [[nodiscard]] bool answerReading(const Reading& reading);
    [[nodiscard]] bool answerAsked(const Reading& reading);
    /// Offers the problems that the message may tell.
    [[nodiscard]] bool answerLikelyProblems();
    [[nodiscard]] bool answerCandidates(const Reading& reading);
    /// What is meant for no option: out of scope, a greeting.
    [[nodiscard]] bool answerAside(const IntentCandidate& candidate);
    [[nodiscard]] bool answerSure();
    [[nodiscard]] bool answerYesNo();
    [[nodiscard]] bool answerAnotherProblem(const QString& problem);
    /// "yes", "no" or nothing: all that was said.
    [[nodiscard]] QString plainAnswer() const;
    void askSure(const Option& option);
    void keepAside();
    /// Quotes an article, or asks for a search: once a turn.
    bool offerArticle();
    /// After the answer: for what it has no steps, and what it did not know.
    void lookForArticle();
    /// The first problem that is told after the answer, other than the one on the table; null: none.
    [[nodiscard]] const Hit* problemBeside(const Hit& answer) const;
    /// "it's fixed, but now …": the other problem comes next.
    void keepProblemBeside(const Hit& answer, const Choice& option);
    /// "I have another problem: …" is not asked for it again.
    [[nodiscard]] bool answerOtherProblem(const Reading& reading);
    /// Whether a problem that is told here is taken up, though something else was asked.
    [[nodiscard]] bool takesUpProblems() const;
    [[nodiscard]] bool answerChangedProblem();
    /// Told where a rating is asked; null: what is said there is about the service.
    [[nodiscard]] const Hit* otherProblemAtRating() const;
    [[nodiscard]] bool answerProblemAtRating();
    /// "the printer doesn't work" is more than "doesn't work".
    [[nodiscard]] bool answerWiderProblem(const Reading& reading);
    void beginProblem(const QString& problem, const Hit& hit);
    [[nodiscard]] bool keepContact(); ///< whether the message holds one
    [[nodiscard]] bool answerChangedDevice();
    [[nodiscard]] bool answerName();
    void answerNothing(const Reading& reading);
    void keepForLater();
    void answerHuman(int command);
    void miss(const Reading& reading);
    void stale();

    void chooseOption(int index, Slot::Source source, const char* how);
    void chooseCommand(int index, Slot::Source source, const char* how);
    void chooseTerm(TermKind kind, const QString& code, Slot::Source source, const char* how);
    /// A value that was tapped, or stands behind a number: true where it means something now.
    [[nodiscard]] bool chooseValue(const QString& value, const char* how);
    [[nodiscard]] bool chooseTermValue(const QString& value, const char* how);
    [[nodiscard]] int optionOfValue(const QString& value) const;
    /// The command that was typed in full: its label, or a plain wish to erase.
    [[nodiscard]] int exactCommand() const;
    [[nodiscard]] bool isTakenWhenClosed(int command) const;

    Turn& m_turn;
    Heard m_heard;
    std::vector<Hit> m_options;
    std::vector<Hit> m_meanings;
    bool m_hasNews = false; ///< something beside the answer was learnt
    bool m_isAngry = false;
    bool m_hasKept = false; ///< the text itself
};

} // namespace engine
