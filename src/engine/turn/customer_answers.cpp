// SPDX-License-Identifier: GPL-3.0-or-later
// Which of its readings a message is answered by.
#include "engine/turn/customer.h"
#include "engine/turn/names.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kCertainInFreeText = 0.8; ///< where anything may be said, only the plain counts
constexpr double kMostOfIt = 0.5;
constexpr double kSurelyNoName = 0.94;
constexpr std::size_t kManyWords = 4;
constexpr std::size_t kWordsToSearch = 3;
constexpr std::size_t kIntroduction = 2; ///< "me llamo", "hola, soy"
constexpr qsizetype kMaxKept = 500;
constexpr qsizetype kMaxComment = 1000;

Meaning meaningOfHit(const Hit& hit)
{
    return static_cast<Meaning>(hit.owner / kMeaningStride);
}

/// What is only asked for, or asks first, may be meant in passing; what ends or begins anew may
/// not.
bool isHarmless(const Choice& command)
{
    return command.isDetour || command.value == u"cmd:person";
}

/// Two things were named, or one that may be either.
bool isEqualReading(const Hit& a, const Hit& b)
{
    const bool areApart = a.end <= b.begin || b.end <= a.begin;
    const bool areClose = a.score - b.score < kSame && a.letters < 2 * b.letters;
    return a.isWhole == b.isWhole && b.score >= kCertain && (areApart || areClose);
}

} // namespace

void CustomerTurn::readTerm(Reading& reading, TermKind kind, const Hit& hit, int index) const
{
    const auto& here = m_turn.stage();
    const bool fits = here.term == kind || here.implied[static_cast<std::size_t>(kind)] >= 0;
    if (!fits || reading.termIndex >= 0)
        return;
    reading.term = hit;
    reading.termIndex = index;
    reading.termKind = kind;
}

void CustomerTurn::readGlobal(Reading& reading) const
{
    for (const auto& hit : m_meanings) {
        const int index = hit.owner % kMeaningStride;
        switch (const auto meaning = meaningOfHit(hit)) {
        case Meaning::Command:
            if (reading.commandIndex < 0) {
                reading.command = hit;
                reading.commandIndex = index;
            }
            break;
        case Meaning::Problem:
        case Meaning::Device:
        case Meaning::System:
        case Meaning::Topic:
        case Meaning::Brand:
            readTerm(reading,
                     static_cast<TermKind>(static_cast<int>(meaning) -
                                           static_cast<int>(Meaning::Problem)),
                     hit, index);
            break;
        case Meaning::Hello:
        case Meaning::Thanks:
        case Meaning::Frustration:
        case Meaning::Dunno:
        case Meaning::NotName:
            if (hit.score > reading.smallTalk.score) {
                reading.smallTalk = hit;
                reading.talk = meaning;
            }
            break;
        case Meaning::Yes:
        case Meaning::No:
        case Meaning::SkillBasic:
        case Meaning::SkillMedium:
        case Meaning::SkillAdvanced: break;
        }
    }
}

CustomerTurn::Reading CustomerTurn::read() const
{
    Reading reading;
    if (!m_options.empty()) {
        reading.option = m_options.front();
        reading.optionIndex = m_options.front().owner;
    }
    readGlobal(reading);
    return reading;
}

void CustomerTurn::noteNearMisses(const Reading& reading)
{
    auto& list = m_turn.record().nearMisses;
    const auto& here = m_turn.stage();
    if (reading.optionIndex >= 0)
        list.append({here.options[static_cast<std::size_t>(reading.optionIndex)].value,
                     reading.option.score});
    if (reading.commandIndex >= 0)
        list.append({m_turn.flow().command(reading.commandIndex).value, reading.command.score});
    if (reading.termIndex >= 0) {
        const auto& term = m_turn.flow().catalogue().terms(
            reading.termKind)[static_cast<std::size_t>(reading.termIndex)];
        list.append({slotOfTerm(reading.termKind) + u':' + term.code, reading.term.score});
    }
}

void CustomerTurn::answerBot()
{
    const auto reading = read();
    noteNearMisses(reading);
    if (answerSure() || answerOrdinal() || answerProblemAtRating())
        return;
    const bool isFree = m_turn.stage().kind == StageKind::Ask;
    if (m_turn.stage().kind == StageKind::Waiting && keepContact()) {
        m_turn.say(m_turn.flow().common().noted,
                   m_turn.stage().id + QStringLiteral("/contact noted"));
        return;
    }
    if (answerChangedDevice())
        return;
    if (answerOtherProblem(reading) || answerWiderProblem(reading) || (!isFree && answerUnsure()))
        return;
    if (answerReading(reading) || (isFree && answerAsked(reading)) || answerYesNo() ||
        answerChangedProblem() || answerLikelyProblems() || answerCandidates(reading))
        return;
    answerNothing(reading);
}

bool CustomerTurn::answerOrdinal()
{
    if (m_turn.stage().kind == StageKind::Ask && m_turn.stage().asked != Asked::Name)
        return false;
    const auto& flow = m_turn.flow();
    const auto& offered = m_turn.state().offered;
    int ordinal = 0;
    for (const auto& word : m_heard.all) {
        if (flow.isNumberWord(word.id))
            continue;
        const int said = flow.ordinalOf(word.id);
        if (ordinal != 0 && said == 1 && word.size > 1) // "the first one"
            continue;
        if (ordinal != 0 || said == 0 || word.penalty > 0.0F)
            return false;
        ordinal = flow.ordinalOf(word.id);
    }
    if (ordinal == -1)
        ordinal = static_cast<int>(offered.size());
    if (ordinal < 1 || ordinal > offered.size())
        return false;
    const QString value = offered[ordinal - 1].value;
    return chooseValue(value, "number");
}

bool CustomerTurn::answerUnsure()
{
    const auto& here = m_turn.stage();
    QList<Option> candidates;
    if (m_options.size() >= 2 && m_options[0].score >= kCertain &&
        isEqualReading(m_options[0], m_options[1])) {
        for (std::size_t i = 0; i < std::min<std::size_t>(3, m_options.size()); ++i) {
            const auto& option = here.options[static_cast<std::size_t>(m_options[i].owner)];
            if (isEqualReading(m_options[0], m_options[i]) && !option.isHidden)
                candidates.append(m_turn.optionOf(option));
        }
    } else if (here.term && m_options.empty()) {
        const auto wanted =
            static_cast<Meaning>(static_cast<int>(Meaning::Problem) + static_cast<int>(*here.term));
        const Hit* best = nullptr;
        for (const auto& hit : m_meanings) {
            if (meaningOfHit(hit) != wanted || hit.score < kCertain || candidates.size() >= 3)
                continue;
            best = best ? best : &hit;
            if (isEqualReading(*best, hit))
                candidates.append(m_turn.optionOf(
                    *here.term,
                    m_turn.flow().catalogue().terms(
                        *here.term)[static_cast<std::size_t>(hit.owner % kMeaningStride)]));
        }
    }
    if (candidates.size() < 2)
        return false;
    m_turn.rule(here.id + QStringLiteral("/unsure"));
    ++m_turn.state().misses;
    m_turn.sayWith(m_turn.flow().common().candidates, here.id + QStringLiteral("/candidates"),
                   candidates);
    return true;
}

bool CustomerTurn::answerReading(const Reading& reading)
{
    const bool isFree = m_turn.stage().kind == StageKind::Ask;
    // A single word at the name prompt may be a name that looks like a phrase.
    const bool isPerhapsName = m_turn.stage().asked == Asked::Name && m_heard.all.size() == 1;
    const double needed = isPerhapsName ? kSurelyNoName : isFree ? kCertainInFreeText : kCertain;
    const double option =
        reading.optionIndex >= 0 && reading.option.score >= needed ? reading.option.score : 0.0;
    const double command = reading.commandIndex >= 0 && reading.command.score >= needed &&
                                   (isHarmless(m_turn.flow().command(reading.commandIndex)) ||
                                    reading.command.coverage >= kMostOfIt)
                               ? reading.command.score
                               : 0.0;
    const double term =
        reading.termIndex >= 0 && reading.term.score >= kCertain ? reading.term.score : 0.0;
    const double talk = reading.smallTalk.isWhole ? reading.smallTalk.score : 0.0;
    // "how much is a new screen" asks for a price, whatever it names besides.
    const bool asksAside = command > option && reading.command.begin == 0 &&
                           m_turn.flow().command(reading.commandIndex).isDetour &&
                           m_turn.flow().command(reading.commandIndex).notice >= 0;
    const double best = std::max({option, command, term});
    if (best <= 0.0 || (talk > best && !(term > 0.0 && reading.talk == Meaning::NotName)))
        return false;
    const bool isCommand = asksAside || (command >= best && command > option && command > term);
    const bool isTerm = !isCommand && term >= option;
    if (m_turn.stage().listens) {
        absorbTerms(isCommand ? reading.command : isTerm ? Hit() : reading.option);
        absorbName();
        const bool isTold = term <= 0.0 && command <= 0.0 && !reading.option.isWhole;
        if (isTold && m_heard.all.size() >= kManyWords && m_turn.state().queuedText.isEmpty())
            keepForLater();
    }
    if (isCommand) {
        chooseCommand(reading.commandIndex, Slot::Source::Said, "said");
    } else if (isTerm) {
        const auto& terms = m_turn.flow().catalogue().terms(reading.termKind);
        chooseTerm(reading.termKind, terms[static_cast<std::size_t>(reading.termIndex)].code,
                   Slot::Source::Said, reading.term.letters > 0 ? "said" : "classified");
    } else {
        const auto at = static_cast<std::size_t>(reading.optionIndex);
        keepProblemBeside(reading.option, m_turn.stage().options[at]);
        chooseOption(reading.optionIndex, Slot::Source::Said, "said");
    }
    return true;
}

bool CustomerTurn::keepContact()
{
    const auto contact = contactIn(m_turn.input().text);
    if (!contact)
        return false;
    m_turn.setSlot(QStringLiteral("contact"), *contact, Slot::Source::Said);
    base::JsonWriter payload;
    payload.beginObject().endObject();
    m_turn.add(EventKind::ContactLeft, Actor::Customer, false, payload, *contact);
    m_turn.rule(m_turn.stage().id + QStringLiteral("/contact"));
    return true;
}

bool CustomerTurn::answerAsked(const Reading& reading)
{
    const auto& here = m_turn.stage();
    const QString text = m_turn.input().text.trimmed();
    if (here.asked == Asked::Name)
        return answerName();
    if (here.asked == Asked::Contact) {
        if (!keepContact())
            return false;
        m_turn.go(here.next);
        return true;
    }
    if (reading.smallTalk.isWhole && reading.talk == Meaning::Thanks) {
        m_turn.rule(here.id + QStringLiteral("/thanks"));
    } else {
        const bool isGood = m_turn.slotValue(QStringLiteral("rating")) == u"good";
        const QString reason = m_turn.slotValue(QStringLiteral("rating_reason"));
        base::JsonWriter payload;
        payload.beginObject().member("good", isGood);
        if (!reason.isEmpty())
            payload.member("reason", reason);
        payload.endObject();
        m_turn.add(EventKind::Rated, Actor::Customer, false, payload, text.left(kMaxComment));
        m_turn.rule(here.id + QStringLiteral("/comment"));
    }
    m_turn.go(here.next);
    return true;
}

bool CustomerTurn::answerName()
{
    const auto& here = m_turn.stage();
    if (here.listens && absorbTerms()) {
        // "soy Ana, no me anda la notebook" gives both.
        const auto both = nameIn(m_turn.flow(), m_turn.input().text);
        if (both && both->size() + 6 < m_turn.input().text.trimmed().size()) {
            m_turn.setSlot(QStringLiteral("name"), *both, Slot::Source::Said);
            m_turn.rule(here.id + QStringLiteral("/name"));
            m_turn.notice(m_turn.flow().common().noted);
            m_turn.go(here.next);
            return true;
        }
        ++m_turn.state().misses;
        m_turn.rule(here.id + QStringLiteral("/noted"));
        m_turn.notice(m_turn.flow().common().noted);
        if (here.giveUpAfter > 0 && m_turn.state().misses >= here.giveUpAfter)
            m_turn.go(here.next);
        else
            m_turn.say(here.again >= 0 ? here.again : here.prompts.back().text,
                       here.id + QStringLiteral("/again"));
        return true;
    }
    const auto name = nameIn(m_turn.flow(), m_turn.input().text);
    if (!name)
        return false;
    const auto nameWords = static_cast<std::size_t>(name->count(u' ')) + 1;
    if (here.listens && m_heard.all.size() >= nameWords + kIntroduction + kManyWords - 1)
        keepForLater();
    m_turn.setSlot(QStringLiteral("name"), *name, Slot::Source::Said);
    m_turn.rule(here.id + QStringLiteral("/name"));
    m_turn.go(here.next);
    return true;
}

void CustomerTurn::answerNothing(const Reading& reading)
{
    const auto& here = m_turn.stage();
    const auto& texts = m_turn.flow().common();
    const bool isTalk = reading.smallTalk.isWhole;
    if (isTalk && (reading.talk == Meaning::Hello || reading.talk == Meaning::Thanks) &&
        here.kind != StageKind::Waiting) {
        const bool isHello = reading.talk == Meaning::Hello;
        m_turn.rule(here.id + (isHello ? QStringLiteral("/hello") : QStringLiteral("/thanks")));
        m_turn.say(isHello ? texts.hello : texts.thanks, here.id + QStringLiteral("/talk"));
        return;
    }
    if (m_isAngry && m_turn.state().misses == 0) {
        // What was said about the trouble stands before it; that nothing was understood would not help.
        ++m_turn.state().misses;
        m_turn.rule(here.id + QStringLiteral("/frustrated"));
        m_turn.say(here.again >= 0 ? here.again : here.prompts.back().text,
                   here.id + QStringLiteral("/again"));
        return;
    }
    const bool isTerm = here.listens && absorbTerms();
    const bool isNew = (here.listens && absorbName()) || isTerm || m_hasNews;
    const bool isLong = here.listens && !isTalk && m_heard.all.size() >= kManyWords;
    if (isLong && m_turn.state().queuedText.isEmpty())
        keepForLater();
    if (!isNew) {
        if (m_turn.state().misses == 0 && saysWhatIsKnown()) {
            ++m_turn.state().misses;
            m_turn.rule(here.id + QStringLiteral("/known"));
            m_turn.say(here.again >= 0 ? here.again : here.prompts.back().text,
                       here.id + QStringLiteral("/again"));
            return;
        }
        if (!isTalk && here.searches && m_heard.all.size() >= kWordsToSearch && offerArticle())
            return;
        miss(reading);
        return;
    }
    m_turn.rule(here.id + QStringLiteral("/noted"));
    m_turn.notice(texts.noted);
    if (!here.assumes.isEmpty())
        goOnUnanswered();
    else
        m_turn.say(here.again >= 0 ? here.again : here.prompts.back().text,
                   here.id + QStringLiteral("/noted"));
}

void CustomerTurn::goOnUnanswered()
{
    const auto& here = m_turn.stage();
    if (const auto guess = m_turn.state().slots.constFind(here.assumes);
        guess != m_turn.state().slots.constEnd())
        m_turn.setSlot(here.assumes, QString(guess->value), Slot::Source::Known);
    m_turn.go(here.next);
}

void CustomerTurn::keepForLater()
{
    const QString text = m_turn.input().text.simplified().left(kMaxKept);
    m_hasKept = true;
    m_turn.state().queuedText = text;
    m_turn.setSlot(QStringLiteral("description"), text, Slot::Source::Said);
}

void CustomerTurn::miss(const Reading&)
{
    auto& state = m_turn.state();
    const auto& here = m_turn.stage();
    const auto& texts = m_turn.flow().common();
    const int times = ++state.misses;
    m_turn.rule(here.id + QStringLiteral("/miss"));
    m_turn.wishUnderstanding();
    if (here.giveUpAfter > 0 && times >= here.giveUpAfter) {
        goOnUnanswered();
        return;
    }
    if (here.kind == StageKind::Waiting) {
        if (times > 1)
            m_turn.silence();
        else
            m_turn.say(here.again >= 0 ? here.again : texts.noted,
                       here.id + QStringLiteral("/noted"));
        return;
    }
    switch ((times - 1) % 3) {
    case 0: m_turn.say(texts.missFirst, here.id + QStringLiteral("/again")); break;
    case 1: m_turn.say(texts.missSecond, here.id + QStringLiteral("/choices")); break;
    default:
        m_turn.raiseFrustration(1);
        m_turn.say(texts.missThird, here.id + QStringLiteral("/person"), Turn::Offer::PersonFirst);
    }
}

} // namespace engine
