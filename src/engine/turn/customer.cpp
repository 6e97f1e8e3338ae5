// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/turn/customer.h"

#include "engine/turn/names.h"

#include <algorithm>

namespace engine {

namespace {

constexpr double kGuessed = 0.6;
constexpr double kPlain = 0.95;
constexpr qsizetype kManyFailures = 3;
const QString kNameSlot = QStringLiteral("name");

Meaning meaningOf(const Hit& hit)
{
    return static_cast<Meaning>(hit.owner / kMeaningStride);
}

} // namespace

void CustomerTurn::begin()
{
    auto& state = m_turn.state();
    const auto& input = m_turn.input();
    if (state.flowVersion == 0)
        state.flowVersion = m_turn.flow().version();
    state.language = languageCode(languageOf(input.value.isEmpty() ? input.text : input.value));
    if (!input.value.isEmpty())
        m_turn.setSlot(QStringLiteral("language"), state.language, Slot::Source::Known);
    else if (!input.text.isEmpty())
        m_turn.setSlot(QStringLiteral("language"), state.language, Slot::Source::Guessed, kGuessed);
    else
        m_turn.setSlot(QStringLiteral("language"), state.language, Slot::Source::Guessed, 0.0);
    const QString name = input.label.simplified();
    if (!name.isEmpty())
        m_turn.setSlot(kNameSlot, name, Slot::Source::Known);
    m_turn.rule(QStringLiteral("begin"));
    m_turn.enter(m_turn.flow().beginStage());
}

void CustomerTurn::hearMessage()
{
    const auto& flow = m_turn.flow();
    m_heard = hear(flow.vocabulary(), m_turn.input().text);
    m_options = m_turn.stage().book.hits(m_heard);
    std::erase_if(m_options, [&](const Hit& hit) {
        return !holds(m_turn.stage().options[static_cast<std::size_t>(hit.owner)].when, m_turn);
    });
    m_meanings = flow.meanings().hits(m_heard);
    dropMisheard();
    m_turn.record().normalised = m_heard.text;
}

void CustomerTurn::dropMisheard()
{
    const auto longest = [this](Meaning from, Meaning to) {
        qsizetype letters = 0;
        for (const auto& hit : m_meanings) {
            const auto meaning = meaningOf(hit);
            if (meaning >= from && meaning <= to && hit.score >= kCertain)
                letters = std::max(letters, hit.letters);
        }
        return letters;
    };
    const auto refusal = longest(Meaning::No, Meaning::No);
    std::erase_if(m_options, [&](const Hit& hit) {
        const auto& option = m_turn.stage().options[static_cast<std::size_t>(hit.owner)];
        return hit.letters < refusal && option.intents.contains(QStringLiteral("yes"));
    });
    if (m_heard.strong.size() == 1 && longest(Meaning::SkillBasic, Meaning::SkillAdvanced) > 0)
        std::erase_if(m_meanings,
                      [](const Hit& hit) { return meaningOf(hit) == Meaning::Command; });
}

base::Result<void> CustomerTurn::message()
{
    const auto& input = m_turn.input();
    if (input.text.trimmed().isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("an empty message"));
    hearMessage();
    const int command = exactCommand();
    if (m_turn.state().mode == Mode::Closed && !isTakenWhenClosed(command))
        return base::fail(base::Code::Refused, QStringLiteral("the conversation is closed"));
    base::JsonWriter payload;
    payload.beginObject().endObject();
    m_turn.add(EventKind::CustomerMessage, Actor::Customer, true, payload, input.text);
    if (m_turn.state().mode == Mode::Human) {
        answerHuman(command);
        return {};
    }
    notice();
    answerBot();
    lookForArticle();
    return {};
}

base::Result<void> CustomerTurn::tap()
{
    const auto& input = m_turn.input();
    const auto& flow = m_turn.flow();
    if (input.value.isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("an option without a value"));
    const int command = flow.commandIndex(input.value);
    auto& state = m_turn.state();
    const int option = optionOfValue(input.value);
    if (state.mode == Mode::Closed && option < 0 && !isTakenWhenClosed(command))
        return base::fail(base::Code::Refused, QStringLiteral("the conversation is closed"));
    const auto isOffered = std::find_if(state.offered.begin(), state.offered.end(),
                                        [&](const Option& o) { return o.value == input.value; });
    QString label = input.label.left(200);
    if (isOffered != state.offered.end())
        label = isOffered->text;
    else if (command >= 0)
        label = flow.command(command).label.plain(m_turn.language());
    const bool isOurs = option >= 0 || command >= 0 || isOffered != state.offered.end();
    base::JsonWriter payload;
    payload.beginObject()
        .member("value", isOurs ? input.value : QStringLiteral("stale"))
        .endObject();
    m_turn.add(EventKind::OptionChosen, Actor::Customer, true, payload,
               label.isEmpty() ? input.value.left(200) : label);
    if (state.mode == Mode::Human)
        answerHuman(command);
    else if (!chooseValue(input.value, "tapped"))
        stale();
    else
        lookForArticle();
    return {};
}

bool CustomerTurn::isTakenWhenClosed(int command) const
{
    const auto& flow = m_turn.flow();
    const auto& here = m_turn.stage();
    if (m_turn.state().isErased)
        return false;
    if (command >= 0 && flow.command(command).value == u"cmd:erase")
        return true;
    if (here.id == flow.stage(flow.eraseStage()).id)
        return !m_options.empty() && m_options.front().score >= kCertain;
    if (!here.takesRating || otherProblemAtRating())
        return false;
    return (here.asked == Asked::Comment && m_turn.input().kind == Input::Kind::Message) ||
           (!m_options.empty() && m_options.front().score >= kCertain);
}

int CustomerTurn::exactCommand() const
{
    const auto& flow = m_turn.flow();
    const int labelled = flow.commandOfLabel(m_heard.text);
    for (const auto& hit : m_meanings) {
        const int index = hit.owner % kMeaningStride;
        const bool isPlain =
            meaningOf(hit) == Meaning::Command && hit.isWhole && hit.score >= kPlain;
        if (labelled < 0 && isPlain && flow.command(index).value == u"cmd:erase")
            return index;
    }
    return labelled;
}

int CustomerTurn::optionOfValue(const QString& value) const
{
    const auto& here = m_turn.stage();
    const QString step = u':' + m_turn.state().currentStep;
    for (std::size_t i = 0; i < here.options.size(); ++i) {
        const auto& option = here.options[i];
        const bool isOfStep = here.kind == StageKind::Steps && option.command < 0;
        const bool isValue = value == (isOfStep ? option.value + step : option.value) ||
                             option.aliases.contains(value, Qt::CaseInsensitive);
        if (isValue && holds(option.when, m_turn))
            return static_cast<int>(i);
    }
    return -1;
}

bool CustomerTurn::chooseValue(const QString& value, const char* how)
{
    if (const int option = optionOfValue(value); option >= 0) {
        chooseOption(option, Slot::Source::Tapped, how);
        return true;
    }
    if (chooseTermValue(value, how))
        return true;
    if (const int command = m_turn.flow().commandIndex(value); command >= 0) {
        chooseCommand(command, Slot::Source::Tapped, how);
        return true;
    }
    return false;
}

bool CustomerTurn::chooseTermValue(const QString& value, const char* how)
{
    const QString alias = m_turn.flow().termOfAlias(value);
    const QString full = alias.isEmpty() ? value : alias;
    const auto colon = full.indexOf(u':');
    for (std::size_t i = 0; colon > 0 && i < kTermKinds; ++i) {
        const auto kind = static_cast<TermKind>(i);
        if (QStringView(full).left(colon) != slotOfTerm(kind))
            continue;
        const QString code = full.mid(colon + 1);
        const bool fits = m_turn.stage().term == kind || m_turn.stage().implied[i] >= 0;
        if (!fits || m_turn.flow().catalogue().indexOf(kind, code) < 0)
            return false;
        chooseTerm(kind, code, Slot::Source::Tapped, how);
        return true;
    }
    return false;
}

void CustomerTurn::chooseOption(int index, Slot::Source source, const char* how)
{
    const auto& here = m_turn.stage();
    const auto& option = here.options[static_cast<std::size_t>(index)];
    if (option.command >= 0) {
        chooseCommand(option.command, source, how);
        return;
    }
    m_turn.rule(here.id + u'/' + option.value + u'/' + QLatin1StringView(how));
    m_turn.state().misses = 0;
    if (!option.stepOutcome.isEmpty() && option.stepOutcome != u"done" &&
        m_turn.state().stepOutcomes.size() == kManyFailures)
        m_turn.raiseFrustration(1);
    // Who wants a step explained is no expert.
    if (here.kind == StageKind::Steps && option.isDetour)
        learnSkill(QStringLiteral("basic"), kGuessed);
    m_turn.choose(option, source);
}

void CustomerTurn::chooseCommand(int index, Slot::Source source, const char* how)
{
    const auto& command = m_turn.flow().command(index);
    m_turn.rule(command.value + u'/' + QLatin1StringView(how));
    m_turn.choose(command, source);
}

void CustomerTurn::chooseTerm(TermKind kind, const QString& code, Slot::Source source,
                              const char* how)
{
    const auto& here = m_turn.stage();
    m_turn.setSlot(slotOfTerm(kind), code, source);
    const int implied = here.implied[static_cast<std::size_t>(kind)];
    if (here.term != kind && implied >= 0) {
        chooseOption(implied, source, how);
        return;
    }
    m_turn.rule(here.id + u'/' + slotOfTerm(kind) + u':' + code + u'/' + QLatin1StringView(how));
    m_turn.go(here.next);
}

void CustomerTurn::stale()
{
    m_turn.rule(QStringLiteral("stale"));
    m_turn.say(m_turn.flow().common().stale, m_turn.state().stage + QStringLiteral("/stale"));
}

void CustomerTurn::answerHuman(int command)
{
    auto& state = m_turn.state();
    const auto& flow = m_turn.flow();
    m_turn.rule(QStringLiteral("human"));
    m_turn.speakAs(Actor::System);
    const bool asksErase = state.stage == flow.stage(flow.eraseStage()).id;
    if (asksErase) {
        if (const int option =
                m_turn.input().kind == Input::Kind::Option ? optionOfValue(m_turn.input().value)
                : !m_options.empty() && m_options.front().isWhole ? m_options.front().owner
                                                                  : -1;
            option >= 0 &&
            m_turn.stage().options[static_cast<std::size_t>(option)].effect == Effect::Erase) {
            m_turn.speakAs(Actor::Bot);
            m_turn.choose(m_turn.stage().options[static_cast<std::size_t>(option)],
                          Slot::Source::Tapped);
            return;
        }
        state.stage = flow.stage(flow.humanStage()).id;
        state.resumeStage.clear();
    }
    if (command < 0)
        return;
    const auto& chosen = flow.command(command);
    if (chosen.value == u"cmd:erase") {
        m_turn.rule(chosen.value);
        m_turn.detourTo(flow.eraseStage());
    } else if (chosen.value == u"cmd:close" || chosen.value == u"cmd:restart" ||
               chosen.value == u"cmd:problem") {
        m_turn.rule(chosen.value);
        m_turn.speakAs(Actor::Bot);
        if (chosen.value != u"cmd:close") {
            base::JsonWriter payload;
            payload.beginObject()
                .member("person", state.owner.value)
                .member("stage", "")
                .endObject();
            m_turn.add(EventKind::GivenBack, Actor::Customer, true, payload);
            state.mode = Mode::Bot;
            state.owner = {};
        }
        m_turn.choose(chosen, Slot::Source::Tapped);
    } else if (chosen.sets.size() == 1 && chosen.sets.front().first == u"language") {
        m_turn.setSlot(chosen.sets.front().first, chosen.sets.front().second, Slot::Source::Tapped);
    }
}

} // namespace engine
