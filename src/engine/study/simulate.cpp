// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/study/simulate.h"

#include "engine/engine.h"
#include "engine/recording.h"

#include <array>

namespace engine {

namespace {

constexpr int kLongestConversation = 60;
constexpr qsizetype kMaxViolations = 20;
constexpr std::array kAnswers{u"sí",
                              u"no",
                              u"Juan Pablo",
                              u"me llamo Ana",
                              u"no me enciende la notebook",
                              u"la compu anda muy lenta",
                              u"no tengo internet",
                              u"quiero instalar la impresora",
                              u"sigue igual",
                              u"listo",
                              u"no puedo",
                              u"explicame",
                              u"notebook",
                              u"windows 11",
                              u"2",
                              u"la primera",
                              u"a qué hora abren?",
                              u"gracias",
                              u"ana@ejemplo.com",
                              u"11 4444 5555",
                              u"👍",
                              u"👎",
                              u"english please",
                              u"my name is Bob",
                              u"it still does not work",
                              u"hola"};
constexpr std::array kNasty{u"asdf qwer zxcv",
                            u"😀😀😀",
                            u"   .   ",
                            u"ESTO NO SIRVE PARA NADA",
                            u"no sé",
                            u"'; drop table x; --",
                            u"<script>alert(1)</script>",
                            u"{name} [[{email}]]",
                            u"99",
                            u"0",
                            u"-1",
                            u"\u202eabc",
                            u"ñandú ñoño",
                            u"borrar mis datos",
                            u"cerrar",
                            u"volver",
                            u"cambiar de problema",
                            u"quiero hablar con una persona",
                            u"empezar de nuevo",
                            u"cambiar de idioma",
                            u"otro",
                            u"ninguno",
                            u"esto es una vergüenza",
                            u"kompu no enziende",
                            u"中文消息",
                            u"no",
                            u"si",
                            u"la puta madre",
                            u"1 2 3 4",
                            u"siiiiiiii",
                            u"no no no no no no no no"};
constexpr std::array kStale{u"step:done:gone", u"consent:yes",  u"erase:yes",   u"BTN_SOLVED",
                            u"BTN_PERSIST",    u"si",           u"no",          u"english",
                            u"nonsense",       u"problem:slow", u"lang:en",     u"BTN_CONNECT_TECH",
                            u"cmd:back",       u"cmd:restart",  u"cmd:problem", u"cmd:language",
                            u"cmd:close",      u"cmd:erase",    u"cmd:person"};
constexpr std::array kLocales{u"es-AR", u"es", u"en-US", u"pt-BR", u""};

class Simulation
{
public:
    Simulation(const Flow& flow, const SimulationOptions& options, base::Random& random)
        : m_flow(flow), m_options(options), m_random(random), m_facts(options.facts)
    {
    }

    SimulationReport run()
    {
        while (m_report.turns < m_options.turns && m_report.violations.isEmpty())
            converse();
        return std::move(m_report);
    }

private:
    template <class List>
    QString any(const List& list)
    {
        return QStringView(list[m_random.below(list.size())]).toString();
    }
    bool chance(quint64 percent) { return m_random.below(100) < percent; }

    void converse()
    {
        m_state = {};
        m_lastKey.clear();
        m_times = m_closedEvents = 0;
        ++m_report.conversations;
        Input begin{.kind = Input::Kind::Begin, .text = any(kLocales)};
        if (chance(20))
            begin.label = QStringLiteral("Ana");
        if (chance(20))
            begin.value = chance(50) ? QStringLiteral("en") : QStringLiteral("es-AR");
        take(begin);
        for (int i = 0; i < kLongestConversation && m_report.turns < m_options.turns; ++i) {
            if (m_state.mode == Mode::Closed &&
                (m_state.stage == m_flow.stage(m_flow.closedStage()).id || chance(30)))
                break;
            if (m_options.manner == Manner::Hostile)
                shuffleFacts();
            take(m_options.manner == Manner::Hostile ? hostile() : usual());
        }
        if (m_state.mode != Mode::Closed)
            take({.kind = Input::Kind::Idle});
        ++m_report
              .outcomes[m_state.mode == Mode::Closed ? m_state.outcome : QStringLiteral("open")];
    }

    void shuffleFacts()
    {
        if (!chance(10))
            return;
        m_facts.personsOnDuty = static_cast<int>(m_random.below(3));
        m_facts.expectedWaitMinutes = static_cast<int>(m_random.below(2)) * 7;
        m_facts.isOpen = chance(50);
        m_facts.smartMode = chance(50);
        m_facts.shop.email = chance(50) ? QStringLiteral("a@b.example") : QString();
        m_facts.shop.whatsapp = chance(50) ? QStringLiteral("+54 9 11 5555 4444") : QString();
        m_facts.shop.hours = chance(50) ? QStringLiteral("9 a 18") : QString();
        m_facts.articles.reset();
        if (chance(50))
            m_facts.articles = {{.slug = chance(50) ? QStringLiteral("one") : QStringLiteral("two"),
                                 .title = QStringLiteral("Uno"),
                                 .excerpt = QStringLiteral("Algo")}};
    }

    Input tapped()
    {
        const auto& offered = m_state.offered;
        if (offered.isEmpty())
            return {.kind = Input::Kind::Message, .text = any(kAnswers)};
        const auto& option =
            offered[static_cast<qsizetype>(m_random.below(static_cast<quint64>(offered.size())))];
        return {.kind = Input::Kind::Option, .value = option.value, .label = option.text};
    }

    Input usual()
    {
        const auto dice = m_random.below(100);
        if (dice < 60)
            return tapped();
        if (dice < 75 && !m_state.offered.isEmpty()) {
            auto input = tapped();
            return {.kind = Input::Kind::Message,
                    .text = input.label.isEmpty() ? input.text : input.label};
        }
        return {.kind = Input::Kind::Message, .text = dice < 96 ? any(kAnswers) : any(kNasty)};
    }

    Input hostile()
    {
        const auto dice = m_random.below(100);
        if (dice < 40)
            return tapped();
        if (dice < 55)
            return {.kind = Input::Kind::Message, .text = any(kAnswers)};
        if (dice < 72)
            return {.kind = Input::Kind::Message, .text = any(kNasty)};
        if (dice < 84)
            return {.kind = Input::Kind::Option, .value = any(kStale)};
        if (dice < 85)
            return {.kind = Input::Kind::Message, .text = any(kNasty).repeated(100)};
        return byPeople();
    }

    Input byPeople()
    {
        static constexpr std::array kinds{
            Input::Kind::TakeOver,  Input::Kind::AgentMessage,  Input::Kind::Note,
            Input::Kind::Transfer,  Input::Kind::ReturnToQueue, Input::Kind::GiveBack,
            Input::Kind::GiveBack,  Input::Kind::Close,         Input::Kind::Idle,
            Input::Kind::Delivered, Input::Kind::Seen};
        Input input{.kind = kinds[m_random.below(kinds.size())]};
        input.text = QStringLiteral("texto");
        input.person = base::PersonId{static_cast<qint64>(m_random.below(2)) + 1};
        if (chance(50))
            input.target = base::PersonId{3 - input.person.value};
        input.upTo = static_cast<qint64>(m_random.below(50));
        const auto stages = m_flow.giveBackStages(u"en");
        input.value =
            stages[static_cast<qsizetype>(m_random.below(static_cast<quint64>(stages.size())))]
                .value;
        return input;
    }

    void take(const Input& input)
    {
        const State before = m_state;
        auto result = step(m_flow, before, input, understood(m_options.understand, input, m_facts));
        ++m_report.turns;
        if (!result) {
            ++m_report.refused;
            const auto code = result.error().code;
            if (code != base::Code::Refused && code != base::Code::Conflict &&
                code != base::Code::Invalid)
                violation(input, before, result.error().detail);
            return;
        }
        m_state = result->next;
        count(*result);
        check(before, input, *result);
    }

    void count(const Decision& decision)
    {
        ++m_report.stages[decision.next.stage];
        m_report.misses += decision.record.rule.endsWith(u"/miss") ? 1 : 0;
        for (const auto& event : decision.events) {
            m_report.handoffs += event.kind == EventKind::HandoffRequested ? 1 : 0;
            if (event.kind == EventKind::Rated)
                ++(event.payload.contains("true") ? m_report.ratedGood : m_report.ratedBad);
        }
    }

    void check(const State& before, const Input& input, const Decision& decision)
    {
        const bool wasHuman = before.mode == Mode::Human && m_state.mode == Mode::Human;
        for (const auto& event : decision.events) {
            if (wasHuman && event.actor == Actor::Bot)
                violation(input, before,
                          QStringLiteral("the bot spoke while a person owns the conversation"));
            if (event.kind == EventKind::TakenOver)
                m_lastKey.clear();
            if (event.kind == EventKind::Closed && ++m_closedEvents > 1)
                violation(input, before, QStringLiteral("closed twice"));
            if (event.kind == EventKind::BotMessage)
                checkPrompt(before, input, event);
        }
        if (before.mode == Mode::Closed && m_state.mode != Mode::Closed)
            violation(input, before, QStringLiteral("opened again"));
        if (m_flow.stageIndex(m_state.stage) < 0)
            violation(input, before, QStringLiteral("unknown stage"));
        if (m_state.mode != Mode::Closed)
            checkExits(before, input);
    }

    void checkPrompt(const State& before, const Input& input, const Event& event)
    {
        // Said again in another language, it is no repetition.
        const QString key =
            payloadText(event.payload, "prompt") + u' ' + payloadText(event.payload, "lang");
        m_times = key == m_lastKey ? m_times + 1 : 1;
        m_lastKey = key;
        if (m_times > 2)
            violation(input, before, QStringLiteral("three times in a row: ") + key);
        const bool isQuoted = m_state.queuedText.contains(QStringLiteral("[[")) ||
                              before.queuedText.contains(QStringLiteral("[["));
        if (event.text.contains(QStringLiteral("[[")) && !isQuoted)
            violation(input, before, QStringLiteral("raw text: ") + event.text);
    }

    void checkExits(const State& before, const Input& input)
    {
        const auto tap = [this](const QString& value) {
            return step(m_flow, m_state, {.kind = Input::Kind::Option, .value = value}, m_facts);
        };
        if (m_state.mode == Mode::Bot || m_state.mode == Mode::Waiting) {
            const auto person = tap(QStringLiteral("cmd:person"));
            if (!person || person->next.mode != Mode::Waiting)
                violation(input, before, QStringLiteral("no person from ") + m_state.stage);
            for (const auto& option : std::as_const(m_state.offered)) {
                const auto after = tap(option.value);
                if (!after || after->record.rule == u"stale")
                    violation(input, before,
                              QStringLiteral("offered and not understood: ") + option.value);
            }
        }
        const auto restart = tap(QStringLiteral("cmd:restart"));
        if (!restart || restart->next.mode != Mode::Bot)
            violation(input, before, QStringLiteral("no restart from ") + m_state.stage);
        const auto close = tap(QStringLiteral("cmd:close"));
        if (!close || close->next.mode != Mode::Closed)
            violation(input, before, QStringLiteral("no close from ") + m_state.stage);
    }

    void violation(const Input& input, const State& before, const QString& what)
    {
        if (m_report.violations.size() < kMaxViolations)
            m_report.violations.append(
                QStringLiteral("%1 (turn %2, state %3, input %4)")
                    .arg(what)
                    .arg(m_report.turns)
                    .arg(QString::fromUtf8(stateToJson(before)),
                         QString::fromUtf8(inputToJson(input, TextIn::Yes))));
    }

    const Flow& m_flow;
    const SimulationOptions& m_options;
    base::Random& m_random;
    Facts m_facts;
    State m_state;
    SimulationReport m_report;
    QString m_lastKey;
    int m_times = 0;
    int m_closedEvents = 0;
};

} // namespace

SimulationReport simulate(const Flow& flow, const SimulationOptions& options, base::Random& random)
{
    return Simulation(flow, options, random).run();
}

} // namespace engine
