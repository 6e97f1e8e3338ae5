// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/customers.h"

#include "base/random.h"
#include "engine/engine.h"
#include "engine/recording.h"

#include <array>

namespace engine {

namespace {

constexpr int kLongest = 90;  ///< turns: whoever is still here was not helped
constexpr int kPatience = 22; ///< turns, then a person or a close
constexpr int kMostRepeated = 2;

/// What a customer says, in Spanish and English.
using Said = std::array<const char16_t*, 2>;
constexpr std::array<Said, 5> kNames{{{u"Juan Pablo", u"Bob"},
                                      {u"me llamo Ana", u"my name is Jane"},
                                      {u"soy María José", u"I'm Peter"},
                                      {u"O'Neill", u"O'Neill"},
                                      {u"prefiero no decirlo", u"I'd rather not say"}}};
constexpr std::array<Said, 4> kYes{
    {{u"sí", u"yes"}, {u"dale", u"sure"}, {u"ok", u"okay"}, {u"claro que sí", u"yes please"}}};
constexpr std::array<Said, 3> kNo{
    {{u"no", u"no"}, {u"no gracias", u"no thanks"}, {u"mejor no", u"not really"}}};
constexpr std::array<Said, 4> kStillSame{{{u"sigue igual", u"still the same"},
                                          {u"no anduvo", u"it didn't work"},
                                          {u"nada", u"no change"},
                                          {u"lo hice y nada", u"tried it, no luck"}}};
constexpr std::array<Said, 3> kDone{{{u"listo, se arregló", u"done, it's fixed"},
                                     {u"ya anda", u"it works now"},
                                     {u"funcionó", u"that worked"}}};
constexpr std::array<Said, 3> kHelp{{{u"explicame", u"explain it to me"},
                                     {u"no entiendo", u"I don't understand"},
                                     {u"cómo hago?", u"how do I do that"}}};
constexpr std::array<Said, 2> kCannot{
    {{u"no puedo", u"I can't"}, {u"no me sale", u"can't find it"}}};
constexpr std::array<Said, 5> kAnger{{{u"ESTO NO SIRVE PARA NADA", u"THIS IS USELESS"},
                                      {u"ya te lo dije!!!", u"I already told you!!!"},
                                      {u"una vergüenza", u"unacceptable"},
                                      {u"la puta madre, no anda", u"this sucks"},
                                      {u"estoy harto", u"I'm fed up"}}};
constexpr std::array<Said, 4> kShop{
    {{u"a qué hora abren?", u"when do you open?"},
     {u"cuánto sale cambiar una pantalla", u"how much is a new screen"},
     {u"dónde están ubicados", u"where are you located"},
     {u"está lista mi notebook?", u"is my repair ready?"}}};
constexpr std::array<Said, 4> kOdd{{{u"quién ganó el partido?", u"who won the match?"},
                                    {u"asdf qwer zxcv", u"asdf qwer zxcv"},
                                    {u"😀😀", u"😀😀"},
                                    {u"contame un chiste", u"tell me a joke"}}};
constexpr std::array<Said, 2> kPerson{
    {{u"quiero hablar con una persona", u"I want to talk to a person"},
     {u"pasame con alguien", u"talk to someone"}}};
constexpr std::array<Said, 2> kClose{
    {{u"cerrar la conversación", u"close the chat"}, {u"chau", u"bye"}}};
constexpr std::array<Said, 2> kContact{
    {{u"ana@ejemplo.com", u"jane@example.com"}, {u"11 4444 5555", u"11 4444 5555"}}};
constexpr std::array<Said, 3> kSkills{
    {{u"no entiendo nada de esto", u"I'm not good with computers"},
     {u"me doy maña", u"I know the basics"},
     {u"soy técnico", u"I'm a technician"}}};
constexpr std::array kSkillNames{"basic", "medium", "advanced"};
constexpr std::array<std::array<quint64, 4>, 3> kStepDice{
    {{20, 35, 60, 100}, {35, 45, 55, 100}, {45, 48, 53, 100}}}; ///< done, help, cannot, same: up to

struct Persona {
    std::size_t skill = 0;
    std::size_t language = 0; ///< 0 Spanish, 1 English
    bool isTapper = false;
    int silentAt = -1; ///< turn; -1: never
};

class Conversation
{
public:
    Conversation(const Flow& flow, const CustomersOptions& options, quint64 seed)
        : m_flow(flow), m_options(options), m_random(seed)
    {
        m_facts = options.facts;
        m_facts.personsOnDuty = chance(50) ? 1 : 0;
        m_facts.isOpen = m_facts.personsOnDuty > 0;
        m_persona.skill = m_random.below(3);
        m_persona.language = chance(25) ? 1 : 0;
        m_persona.isTapper = chance(35);
        if (chance(8))
            m_persona.silentAt = static_cast<int>(m_random.below(15));
    }

    void run(CustomersReport& report)
    {
        take({.kind = Input::Kind::Begin,
              .text = m_persona.language == 1 ? QStringLiteral("en-US") : QStringLiteral("es-AR")},
             report);
        while (m_offence.isEmpty() && !isOver()) {
            take(m_turns == m_persona.silentAt ? silence() : input(), report);
            if (m_turns > kLongest)
                m_offence = QStringLiteral("no end after %1 turns").arg(m_turns);
        }
        ++report.conversations;
        ++report.skills[QLatin1StringView(kSkillNames[m_persona.skill])];
        for (const auto& [manner, times] : m_manners.asKeyValueRange())
            report.manners[manner] += times;
        report.turns += m_turns;
        report.longest = std::max<qint64>(report.longest, m_turns);
        const QString end = endOf();
        if (m_offence.isEmpty() && end.isEmpty())
            m_offence = QStringLiteral("ended as ") + m_state.outcome;
        ++report.ends[end];
    }

    [[nodiscard]] const QString& offence() const { return m_offence; }
    [[nodiscard]] const QString& transcript() const { return m_transcript; }

private:
    bool chance(quint64 percent) { return m_random.below(100) < percent; }
    template <std::size_t N>
    QString any(const std::array<Said, N>& list)
    {
        return QStringView(list[m_random.below(N)][m_persona.language]).toString();
    }

    [[nodiscard]] bool isOver() const
    {
        const bool isRating =
            m_flow.stage(std::max(0, m_flow.stageIndex(m_state.stage))).takesRating;
        if (m_state.mode == Mode::Closed)
            return !isRating || m_hasRated;
        return m_state.mode == Mode::Waiting &&
               (m_wasSilent || m_state.stage == m_flow.stage(m_flow.waitingStage()).id);
    }

    [[nodiscard]] QString endOf() const
    {
        if (m_state.mode == Mode::Waiting)
            return m_state.slots.contains(QStringLiteral("contact")) ? QStringLiteral("contact")
                                                                     : QStringLiteral("person");
        const QString& outcome = m_state.outcome;
        if (outcome == u"resolved" || outcome == u"answered" || outcome == u"refused")
            return outcome == u"resolved" ? QStringLiteral("solved") : outcome;
        if (outcome == u"abandoned")
            return m_wasSilent ? QStringLiteral("idle") : QString();
        return outcome == u"closed" || outcome == u"unresolved" || outcome == u"erased"
                   ? QStringLiteral("closed")
                   : QString();
    }

    void note(const char* manner) { ++m_manners[QLatin1StringView(manner)]; }

    Input silence()
    {
        note("silence");
        return {.kind = Input::Kind::Idle};
    }

    Input input()
    {
        if (chance(15) && !m_last.isEmpty() && m_state.mode != Mode::Closed) {
            note("repeat");
            return {.kind = Input::Kind::Message, .text = m_last};
        }
        if (m_turns > kPatience)
            return said(chance(60) ? any(kPerson) : any(kClose));
        if (chance(m_state.misses > 0 ? 12 : 4) && m_state.stage != u"consent") {
            note("anger");
            return said(any(kAnger));
        }
        const bool isTapping = m_persona.isTapper ? chance(70) : chance(15);
        if (isTapping && !m_state.offered.isEmpty() && !isOfSteps())
            return tapped(static_cast<qsizetype>(
                m_random.below(static_cast<quint64>(m_state.offered.size()))));
        return said(words());
    }

    Input tapped(qsizetype at)
    {
        const auto& option = m_state.offered[at];
        return {.kind = Input::Kind::Option, .value = option.value, .label = option.text};
    }

    Input said(QString text)
    {
        if (chance(10)) {
            note("typo");
            text = mistyped(text);
        }
        return {.kind = Input::Kind::Message, .text = text};
    }

    /// One letter dropped, doubled or swapped with the next.
    QString mistyped(QString text)
    {
        if (text.size() < 5)
            return text;
        const auto at =
            static_cast<qsizetype>(1 + m_random.below(static_cast<quint64>(text.size() - 2)));
        switch (m_random.below(3)) {
        case 0: return text.remove(at, 1);
        case 1: return text.insert(at, text[at]);
        default: {
            const QChar c = text[at];
            text[at] = text[at + 1];
            text[at + 1] = c;
            return text;
        }
        }
    }

    [[nodiscard]] bool isOfSteps() const
    {
        return m_state.stage == u"basic" || m_state.stage == u"advanced" ||
               m_state.stage == u"step_help";
    }

    QString words()
    {
        const QString& stage = m_state.stage;
        if (stage == u"consent" || stage == u"refused") {
            if (chance(stage == u"consent" ? 94 : 50))
                return any(kYes);
            note("refusal");
            return stage == u"consent" ? any(kNo) : any(kClose);
        }
        if (chance(3))
            return any(kOdd);
        if (stage == u"language")
            return m_persona.language == 1 ? QStringLiteral("english") : QStringLiteral("español");
        if (stage == u"name")
            return chance(25) ? any(kNames) + QStringLiteral(", ") + trouble() : any(kNames);
        if (stage == u"need" || stage == u"topic" || stage == u"problem")
            return need(stage);
        if (stage == u"device")
            return phrase(TermKind::Device);
        if (stage == u"system")
            return phrase(TermKind::System);
        if (isOfSteps())
            return outcomeOfStep();
        if (stage == u"contact")
            return chance(70) ? any(kContact) : any(kNo);
        return answer();
    }

    QString need(const QString& stage)
    {
        if (chance(12))
            return QStringView(kSkills[m_persona.skill][m_persona.language]).toString();
        if (chance(6))
            return any(kShop);
        if (chance(6))
            return any(kPerson);
        return stage == u"topic" || (stage == u"need" && chance(15)) ? phrase(TermKind::Topic)
                                                                     : trouble();
    }

    QString outcomeOfStep()
    {
        if (chance(4)) {
            note("change of mind");
            return trouble();
        }
        if (chance(3))
            return any(kShop);
        const auto& dice = kStepDice[m_persona.skill];
        const auto thrown = m_random.below(100);
        return thrown < dice[0]   ? any(kDone)
               : thrown < dice[1] ? any(kHelp)
               : thrown < dice[2] ? any(kCannot)
                                  : any(kStillSame);
    }

    QString answer()
    {
        const auto thrown = m_random.below(100);
        if (thrown < 40)
            return any(kYes);
        if (thrown < 65)
            return any(kNo);
        const auto& offered = m_state.offered;
        return offered.isEmpty() ? any(kYes)
                                 : offered[static_cast<qsizetype>(m_random.below(
                                               static_cast<quint64>(offered.size())))]
                                       .text;
    }

    /// As the catalogue writes it.
    QString phrase(TermKind kind)
    {
        const auto& terms = m_flow.catalogue().terms(kind);
        if (terms.empty())
            return any(kYes);
        const auto& term = terms[m_random.below(terms.size())];
        const auto language = m_persona.language == 1 ? Language::En : Language::Es;
        const auto& phrases = term.phrases[static_cast<std::size_t>(language)];
        QString text = phrases.isEmpty() ? term.label.plain(language)
                                         : phrases[static_cast<qsizetype>(m_random.below(
                                               static_cast<quint64>(phrases.size())))];
        if (text.startsWith(u'='))
            text.remove(0, 1);
        return text;
    }

    QString trouble()
    {
        QString text = phrase(TermKind::Problem);
        if (chance(50))
            text = phrase(TermKind::Device) + u' ' + text;
        if (chance(20))
            text = (m_persona.language == 1 ? QStringLiteral("hi, ") : QStringLiteral("hola, ")) +
                   text;
        if (chance(6))
            text += (m_persona.language == 1 ? QStringLiteral(" and also ")
                                             : QStringLiteral(" y además ")) +
                    phrase(TermKind::Problem);
        return text;
    }

    /// What the knowledge base has for a search: now and then nothing.
    QList<FoundArticle> found()
    {
        QList<FoundArticle> articles;
        for (quint64 i = m_random.below(3); i > 0; --i)
            articles.append({.slug = QStringLiteral("article_%1").arg(m_random.below(9)),
                             .title = QStringLiteral("Title"),
                             .excerpt = QStringLiteral("Excerpt.")});
        return articles;
    }

    void take(const Input& input, CustomersReport& report)
    {
        ++m_turns;
        m_wasSilent = m_wasSilent || input.kind == Input::Kind::Idle;
        const bool isClosed = m_state.mode == Mode::Closed;
        const QString text = input.kind == Input::Kind::Option
                                 ? QStringLiteral("[%1]").arg(input.value)
                                 : input.text;
        m_transcript += QStringLiteral("> ") + text + u'\n';
        auto facts = understood(m_options.understand, input, m_facts);
        auto result = step(m_flow, m_state, input, facts);
        if (result && result->search) {
            facts.articles = found();
            result = step(m_flow, m_state, input, facts);
        }
        if (!result) {
            m_hasRated = isClosed; // the next conversation would begin here
            const bool isSilence =
                input.kind == Input::Kind::Idle; // who waits for us is not closed
            if (!isClosed && !(isSilence && m_state.mode == Mode::Waiting))
                m_offence = QStringLiteral("refused: ") + result.error().detail;
            return;
        }
        m_state = result->next;
        m_hasRated = isClosed;
        if (input.kind == Input::Kind::Message) {
            m_last = input.text;
            ++report.said;
            const QString& rule = result->record.rule;
            const bool isLost = rule.endsWith(u"/miss") || rule.endsWith(u"/candidates") ||
                                rule.endsWith(u"/unsure");
            report.movedOn += isLost ? 0 : 1;
        }
        for (const auto& event : result->events) {
            if (event.kind == EventKind::BotMessage)
                hear(event);
        }
    }

    void hear(const Event& event)
    {
        m_transcript += QStringLiteral("[%1] %2\n").arg(m_state.stage, event.text);
        // Said again in another language, it is no repetition.
        const QString key =
            payloadText(event.payload, "prompt") + u' ' + payloadText(event.payload, "lang");
        m_times = key == m_key ? m_times + 1 : 1;
        m_key = key;
        if (m_times > kMostRepeated)
            m_offence = QStringLiteral("three times in a row: ") + key;
    }

    const Flow& m_flow;
    const CustomersOptions& m_options;
    base::SeededRandom m_random;
    Facts m_facts;
    Persona m_persona;
    State m_state;
    QMap<QString, qint64> m_manners;
    QString m_last, m_key, m_offence, m_transcript;
    int m_turns = 0, m_times = 0;
    bool m_wasSilent = false, m_hasRated = false;
};

} // namespace

CustomersReport simulateCustomers(const Flow& flow, const CustomersOptions& options)
{
    CustomersReport report;
    for (qint64 i = 0; i < options.conversations && report.offence.isEmpty(); ++i) {
        const quint64 seed = options.seed + static_cast<quint64>(i);
        Conversation conversation(flow, options, seed);
        conversation.run(report);
        if (conversation.offence().isEmpty())
            continue;
        report.offence = conversation.offence();
        report.offender = seed;
        report.transcript = conversation.transcript();
    }
    return report;
}

} // namespace engine
