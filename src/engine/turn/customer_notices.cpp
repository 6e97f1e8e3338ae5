// SPDX-License-Identifier: GPL-3.0-or-later
// What a message tells beside its answer.
#include "engine/turn/customer.h"
#include "engine/turn/names.h"
#include "engine/words/codes.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kHeard = 0.6;
constexpr double kExact = 0.99;    ///< no slip, not even one of sound
constexpr double kAngryFrom = 0.8; ///< the classifier's score
constexpr int kShoutLetters = 8;
constexpr int kManyMarks = 3;
constexpr int kPlainWords = 2;    ///< of a language, at least
constexpr int kSwitchesAfter = 2; ///< messages in another language
const QString kSpokenSlot = QStringLiteral("language");
const QString kKnowsSlot = QStringLiteral("skill");
const QString kErrorCodeSlot = QStringLiteral("error_code");

bool isShouted(QStringView text)
{
    int upper = 0, lower = 0;
    for (const QChar c : text) {
        upper += c.isUpper() ? 1 : 0;
        lower += c.isLower() ? 1 : 0;
    }
    return upper >= kShoutLetters && upper > 4 * lower;
}

Meaning meaningFrom(const Hit& hit)
{
    return static_cast<Meaning>(hit.owner / kMeaningStride);
}

} // namespace

void CustomerTurn::notice()
{
    guessLanguage();
    hearAi();
    hearProblems();
    noticeFrustration();
    const auto& here = m_turn.stage();
    if (here.kind == StageKind::Ask && here.asked != Asked::Name)
        return;
    noticeSkill();
    noticeErrorCode();
    if (here.listens || takesUpProblems())
        partProblems();
}

void CustomerTurn::guessLanguage()
{
    const auto it = m_turn.state().slots.constFind(kSpokenSlot);
    const bool isGuess =
        it == m_turn.state().slots.constEnd() || it->source == Slot::Source::Guessed;
    if (!isGuess) {
        followLanguage();
        return;
    }
    const auto sure = [](const std::vector<Hit>& hits) {
        return !hits.empty() && hits.front().score >= kCertain;
    };
    const bool fromOption = sure(m_options) && (!sure(m_meanings) || m_options.front().score >=
                                                                         m_meanings.front().score);
    std::optional<Language> heard = plainLanguage();
    if (!heard && (fromOption || sure(m_meanings))) {
        const unsigned languages = (fromOption ? m_options : m_meanings).front().languages;
        const unsigned english = 1U << static_cast<unsigned>(Language::En);
        if (languages == english)
            heard = Language::En;
        else if ((languages & english) == 0)
            heard = Language::EsAr;
    }
    const bool isEnglish = m_turn.language() == Language::En;
    if (heard && (*heard == Language::En) != isEnglish)
        m_turn.setSlot(kSpokenSlot, languageCode(*heard), Slot::Source::Guessed, kHeard);
}

std::optional<Language> CustomerTurn::plainLanguage() const
{
    const unsigned english = 1U << static_cast<unsigned>(Language::En);
    int ofEnglish = 0, ofSpanish = 0;
    for (const auto& word : m_heard.all) {
        const unsigned languages =
            word.id >= 0 && word.penalty <= 0.0F ? m_turn.flow().languagesOf(word.id) : 0U;
        ofEnglish += (languages & english) != 0 ? 1 : 0;
        ofSpanish += (languages & ~english) != 0 ? 1 : 0;
    }
    if (ofEnglish >= kPlainWords && ofEnglish > 2 * ofSpanish)
        return Language::En;
    if (ofSpanish >= kPlainWords && ofSpanish > 2 * ofEnglish)
        return Language::EsAr;
    return std::nullopt;
}

/// One message may quote an error in another language; two in a row are a change of language.
void CustomerTurn::followLanguage()
{
    auto& state = m_turn.state();
    const auto heard = plainLanguage();
    if (!heard || state.mode == Mode::Closed)
        return;
    const bool isForeign = (*heard == Language::En) != (m_turn.language() == Language::En);
    state.foreignMessages = isForeign ? state.foreignMessages + 1 : 0;
    if (state.foreignMessages < kSwitchesAfter || m_turn.flow().common().languageSwitched < 0)
        return;
    state.foreignMessages = 0;
    m_turn.setSlot(kSpokenSlot, languageCode(*heard), Slot::Source::Said, kHeard);
    m_turn.notice(m_turn.flow().common().languageSwitched);
}

void CustomerTurn::noticeFrustration()
{
    const auto has = [this](Meaning meaning) { return !certainHits(meaning).empty(); };
    const auto& candidates = m_turn.facts().candidates;
    const bool isClassified = !candidates.isEmpty() &&
                              candidates.front().intent == u"frustration" &&
                              candidates.front().score >= kAngryFrom;
    const bool isSaid = has(Meaning::Frustration) || isClassified;
    m_isAngry = isSaid;
    const QString& text = m_turn.input().text;
    const bool isAboutTrouble = has(Meaning::Problem) || has(Meaning::No) || isSaid;
    const bool exclaims = isAboutTrouble && text.count(u'!') >= kManyMarks;
    if (isSaid || isShouted(text) || exclaims)
        m_turn.raiseFrustration(isSaid ? 2 : 1);
}

void CustomerTurn::noticeSkill()
{
    const std::pair<Meaning, QStringView> skills[] = {{Meaning::SkillAdvanced, u"advanced"},
                                                      {Meaning::SkillMedium, u"medium"},
                                                      {Meaning::SkillBasic, u"basic"}};
    for (const auto& [meaning, skill] : skills) {
        const auto hits = certainHits(meaning);
        if (hits.empty())
            continue;
        m_hasNews = m_hasNews || m_turn.slotValue(kKnowsSlot) != skill;
        m_turn.setSlot(kKnowsSlot, skill.toString(), Slot::Source::Said, hits.front().score);
        return;
    }
}

void CustomerTurn::learnSkill(const QString& skill, double confidence)
{
    if (m_turn.slotValue(kKnowsSlot).isEmpty())
        m_turn.setSlot(kKnowsSlot, skill, Slot::Source::Said, confidence);
}

void CustomerTurn::noticeErrorCode()
{
    const auto code = errorCodeIn(m_turn.input().text);
    if (!code || m_turn.slotValue(kErrorCodeSlot) == *code)
        return;
    m_turn.setSlot(kErrorCodeSlot, *code, Slot::Source::Said);
    m_hasNews = true;
}

std::vector<Hit> CustomerTurn::certainHits(Meaning meaning) const
{
    std::vector<Hit> hits;
    std::copy_if(
        m_meanings.begin(), m_meanings.end(), std::back_inserter(hits),
        [meaning](const Hit& hit) { return meaningFrom(hit) == meaning && hit.score >= kCertain; });
    return hits;
}

QString CustomerTurn::codeOfHit(const Hit& hit) const
{
    const auto kind = static_cast<TermKind>(static_cast<int>(meaningFrom(hit)) -
                                            static_cast<int>(Meaning::Problem));
    return m_turn.flow()
        .catalogue()
        .terms(kind)[static_cast<std::size_t>(hit.owner % kMeaningStride)]
        .code;
}

bool CustomerTurn::saysAlso() const
{
    return std::any_of(m_heard.all.begin(), m_heard.all.end(), [this](const Heard::Word& word) {
        return word.id >= 0 && m_turn.flow().isAlso(word.id);
    });
}

bool CustomerTurn::saysAnd() const
{
    return std::any_of(m_heard.all.begin(), m_heard.all.end(), [this](const Heard::Word& word) {
        return word.id >= 0 && m_turn.flow().isAnd(word.id);
    });
}

bool CustomerTurn::saysEither() const
{
    return std::any_of(m_heard.all.begin(), m_heard.all.end(), [this](const Heard::Word& word) {
        return word.id >= 0 && m_turn.flow().isEither(word.id);
    });
}

bool CustomerTurn::absorbTerms(const Hit& answer)
{
    const auto& here = m_turn.stage();
    bool isNew = false;
    for (const auto& hit : m_meanings) {
        const auto meaning = meaningFrom(hit);
        const bool isOfAnswer = hit.begin >= answer.begin && hit.end <= answer.end;
        if (meaning < Meaning::Problem || hit.score < kCertain || isOfAnswer)
            continue;
        const auto kind =
            static_cast<TermKind>(static_cast<int>(meaning) - static_cast<int>(Meaning::Problem));
        const QString& slot = slotOfTerm(kind);
        const QString code = codeOfHit(hit);
        // The best of this message counts, and the newest message more than an older one.
        const bool isTaken = !m_turn.record().slotsChanged.value(slot).isEmpty();
        if (isTaken || here.term == kind || m_turn.slotValue(slot) == code)
            continue;
        // "something else" chooses of what was asked; a name ("Linus") may resemble a system.
        const bool isLikeName =
            kind == TermKind::System && here.asked == Asked::Name && m_heard.all.size() == 1;
        if (code == u"other" || (isLikeName && hit.score < kExact))
            continue;
        m_turn.setSlot(slot, code, Slot::Source::Said, hit.score);
        if (kind == TermKind::Problem || kind == TermKind::Topic)
            impliesNeed(kind);
        // A single name may sound like a brand.
        isNew = isNew || kind != TermKind::Brand || here.asked != Asked::Name;
    }
    return isNew;
}

bool CustomerTurn::saysWhatIsKnown() const
{
    const QString name = m_turn.slotValue(QStringLiteral("name"));
    if (!name.isEmpty() && nameIn(m_turn.flow(), m_turn.input().text) == name)
        return true;
    return std::any_of(m_meanings.begin(), m_meanings.end(), [this](const Hit& hit) {
        const auto meaning = meaningFrom(hit);
        const bool isTerm = meaning >= Meaning::Problem && hit.score >= kCertain;
        const auto kind =
            static_cast<TermKind>(static_cast<int>(meaning) - static_cast<int>(Meaning::Problem));
        return isTerm && m_turn.slotValue(slotOfTerm(kind)) == codeOfHit(hit);
    });
}

/// Who tells a problem has told the need as well, unless the need was told before.
void CustomerTurn::impliesNeed(TermKind kind)
{
    const QString need = QStringLiteral("need");
    if (m_turn.slotValue(need).isEmpty())
        m_turn.setSlot(
            need, kind == TermKind::Problem ? QStringLiteral("problem") : QStringLiteral("howto"),
            Slot::Source::Said);
}

bool CustomerTurn::absorbName()
{
    const QString slot = QStringLiteral("name");
    if (!m_turn.slotValue(slot).isEmpty())
        return false;
    const auto name = introducedNameIn(m_turn.flow(), m_turn.input().text);
    if (name)
        m_turn.setSlot(slot, *name, Slot::Source::Said);
    return name.has_value();
}

} // namespace engine
