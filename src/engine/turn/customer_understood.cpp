// SPDX-License-Identifier: GPL-3.0-or-later
// What helps where no phrase was certain: a plain yes or no, the classifier, the articles.
#include "engine/turn/customer.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kAiVeryCertain = 0.9; ///< to end or erase without asking
constexpr double kAiCertain = 0.6;
constexpr double kAiPossible = 0.35;
constexpr std::size_t kMostOffered = 3;
constexpr std::size_t kWordsToKeep = 4;
constexpr qsizetype kLongestSearch = 300;
const QString kSure = QStringLiteral("/sure");

/// What cannot be taken back, or must be meant.
bool endsAll(const Choice& choice)
{
    const bool consents = std::any_of(choice.sets.begin(), choice.sets.end(),
                                      [](const auto& set) { return set.first == u"consent"; });
    return choice.effect == Effect::Close || choice.effect == Effect::Erase || choice.withdraws ||
           consents;
}

bool asksForKnowledge(const QString& intent)
{
    return intent == u"general_question" || intent == u"how_to";
}

} // namespace

QString CustomerTurn::plainAnswer() const
{
    for (const auto& hit : m_meanings) {
        const auto meaning = static_cast<Meaning>(hit.owner / kMeaningStride);
        if (hit.isWhole && hit.score >= kCertain &&
            (meaning == Meaning::Yes || meaning == Meaning::No))
            return meaning == Meaning::Yes ? QStringLiteral("yes") : QStringLiteral("no");
    }
    return {};
}

bool CustomerTurn::answerSure()
{
    const auto& state = m_turn.state();
    if (!state.lastPrompt.endsWith(kSure) || state.offered.isEmpty())
        return false;
    const QString answer = plainAnswer();
    if (answer == u"yes")
        return chooseValue(QString(state.offered.front().value), "said");
    if (answer != u"no")
        return false;
    m_turn.rule(m_turn.stage().id + QStringLiteral("/not sure"));
    m_turn.ask();
    return true;
}

bool CustomerTurn::answerYesNo()
{
    const QString answer = plainAnswer();
    const auto& here = m_turn.stage();
    const auto& options = here.options;
    const auto option = std::find_if(options.begin(), options.end(), [&](const Choice& choice) {
        return choice.intents.contains(answer) && holds(choice.when, m_turn);
    });
    // "Yes" to what was only guessed.
    if (answer == u"yes" && !here.assumes.isEmpty()) {
        m_turn.rule(here.id + QStringLiteral("/assumed"));
        goOnUnanswered();
        return true;
    }
    if (answer.isEmpty() || option == options.end())
        return false;
    chooseOption(static_cast<int>(option - options.begin()), Slot::Source::Said, "said");
    return true;
}

void CustomerTurn::askSure(const Option& option)
{
    const auto& here = m_turn.stage();
    QList<Option> options{option};
    const auto others = m_turn.stageOptions();
    for (const auto& other : others) {
        if (other.value != option.value)
            options.append(other);
    }
    ++m_turn.state().misses;
    m_turn.rule(here.id + QStringLiteral("/candidates"));
    m_turn.wishUnderstanding();
    const auto& texts = m_turn.flow().common();
    m_turn.sayWith(texts.sure >= 0 ? texts.sure : texts.candidates, here.id + kSure, options);
}

void CustomerTurn::keepAside()
{
    if (!m_turn.stage().listens)
        return;
    absorbTerms();
    absorbName();
    if (m_heard.all.size() >= kWordsToKeep && m_turn.state().queuedText.isEmpty())
        keepForLater();
}

bool CustomerTurn::answerAside(const IntentCandidate& candidate)
{
    const auto& here = m_turn.stage();
    const auto& texts = m_turn.flow().common();
    if (candidate.intent == u"greeting_thanks") {
        m_turn.rule(here.id + QStringLiteral("/hello"));
        m_turn.say(texts.hello, here.id + QStringLiteral("/talk"));
        return true;
    }
    const bool isNews =
        m_hasNews || std::any_of(m_meanings.begin(), m_meanings.end(), [](const Hit& hit) {
            return hit.score >= kCertain &&
                   hit.owner / kMeaningStride >= static_cast<int>(Meaning::Problem);
        });
    if (candidate.intent != u"out_of_scope" || texts.outOfScope < 0 || isNews)
        return false;
    ++m_turn.state().misses;
    m_turn.rule(here.id + QStringLiteral("/out of scope"));
    m_turn.wishUnderstanding();
    m_turn.say(texts.outOfScope, here.id + QStringLiteral("/scope"), Turn::Offer::PersonLast);
    return true;
}

std::vector<CustomerTurn::Likely> CustomerTurn::likelyChoices() const
{
    const auto& here = m_turn.stage();
    const auto& commands = m_turn.flow().commands();
    std::vector<Likely> likely;
    for (const auto& candidate : m_turn.facts().candidates) {
        const auto wants = [&](const Choice& choice) {
            return choice.intents.contains(candidate.intent) && holds(choice.when, m_turn);
        };
        const auto option = std::find_if(here.options.begin(), here.options.end(), wants);
        const auto command = std::find_if(commands.begin(), commands.end(), wants);
        if (option == here.options.end() && command == commands.end())
            continue;
        const Choice* choice = option != here.options.end() ? &*option : &*command;
        const auto known = std::find_if(likely.begin(), likely.end(),
                                        [&](const Likely& l) { return l.choice == choice; });
        if (known == likely.end())
            likely.push_back({choice, candidate.score});
        else
            known->score += candidate.score;
    }
    std::stable_sort(likely.begin(), likely.end(),
                     [](const Likely& a, const Likely& b) { return a.score > b.score; });
    std::erase_if(likely, [](const Likely& l) { return l.score < kAiPossible; });
    return likely;
}

void CustomerTurn::chooseLikely(const Choice& choice)
{
    const auto& options = m_turn.stage().options;
    const auto& commands = m_turn.flow().commands();
    keepAside();
    const auto option = std::find_if(options.begin(), options.end(),
                                     [&](const Choice& c) { return &c == &choice; });
    if (option != options.end())
        chooseOption(static_cast<int>(option - options.begin()), Slot::Source::Said, "classified");
    else
        chooseCommand(static_cast<int>(&choice - commands.data()), Slot::Source::Said,
                      "classified");
}

bool CustomerTurn::answerCandidates(const Reading& reading)
{
    const auto& here = m_turn.stage();
    const auto& candidates = m_turn.facts().candidates;
    const bool isTalk = reading.smallTalk.isWhole && reading.smallTalk.score >= kCertain;
    if (candidates.isEmpty() || isTalk)
        return false;
    const auto& best = candidates.front();
    const bool isWaiting = here.kind == StageKind::Waiting;
    if (best.score >= kAiCertain && !isWaiting && answerAside(best))
        return true;
    if (best.score >= kAiCertain && asksForKnowledge(best.intent) && here.searches &&
        offerArticle())
        return true;
    const auto likely = likelyChoices();
    if (likely.empty())
        return false;
    const auto& first = likely.front();
    if (first.score >= (endsAll(*first.choice) ? kAiVeryCertain : kAiCertain)) {
        chooseLikely(*first.choice);
        return true;
    }
    if (isWaiting || m_isAngry)
        return false;
    keepAside();
    if (likely.size() == 1) {
        askSure(m_turn.optionOf(*first.choice));
        return true;
    }
    QList<Option> options;
    for (std::size_t i = 0; i < std::min(likely.size(), kMostOffered); ++i)
        options.append(m_turn.optionOf(*likely[i].choice));
    ++m_turn.state().misses;
    m_turn.rule(here.id + QStringLiteral("/candidates"));
    m_turn.wishUnderstanding();
    m_turn.sayWith(m_turn.flow().common().candidates, here.id + QStringLiteral("/candidates"),
                   options);
    return true;
}

bool CustomerTurn::offerArticle()
{
    const auto& state = m_turn.state();
    const bool isTyped = m_turn.input().kind == Input::Kind::Message;
    const QString words = isTyped ? m_turn.input().text
                          : state.queuedText.isEmpty()
                              ? m_turn.slotValue(QStringLiteral("description"))
                              : state.queuedText;
    m_turn.wishSearch(words.simplified().left(kLongestSearch));
    if (words.isEmpty() || !m_turn.foundArticle())
        return false;
    keepAside();
    m_turn.rule(m_turn.stage().id + QStringLiteral("/article"));
    m_turn.unsay();
    return m_turn.quoteArticle();
}

void CustomerTurn::lookForArticle()
{
    const auto& here = m_turn.stage();
    const auto& state = m_turn.state();
    if (!here.searches || state.mode == Mode::Closed)
        return;
    const bool isUnknown =
        m_hasKept && here.term && m_turn.slotValue(slotOfTerm(*here.term)).isEmpty();
    if (isUnknown)
        m_turn.wishUnderstanding();
    const bool isUnserved = state.stage != m_turn.stageBefore() && m_turn.fact(Fact::Unserved);
    if (isUnknown || isUnserved)
        offerArticle();
}

} // namespace engine
