// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/turn/agent.h"

namespace engine {

namespace {

base::JsonWriter personPayload(base::PersonId person)
{
    base::JsonWriter payload;
    payload.beginObject().member("person", person.value);
    return payload;
}

bool isBlank(const QString& text)
{
    return text.trimmed().isEmpty();
}

} // namespace

base::Result<void> AgentTurn::run()
{
    using Kind = Input::Kind;
    m_turn.rule(QLatin1StringView(inputKindName(m_turn.input().kind)));
    m_turn.record().noAiReason = QStringLiteral("not the customer's turn");
    switch (m_turn.input().kind) {
    case Kind::TakeOver: return takeOver();
    case Kind::AgentMessage: return write();
    case Kind::Note: return note();
    case Kind::Transfer: return transfer();
    case Kind::ReturnToQueue: return returnToQueue();
    case Kind::GiveBack: return giveBack();
    case Kind::Close: return close();
    case Kind::Leave: return leave();
    case Kind::Idle: return idle();
    case Kind::Delivered: return receipt(EventKind::Delivered);
    case Kind::Seen: return receipt(EventKind::Seen);
    case Kind::Erase: m_turn.erase("agent"); return {};
    case Kind::Helped: return helped();
    case Kind::Begin:
    case Kind::Message:
    case Kind::Option: break;
    }
    return base::fail(base::Code::Internal, QStringLiteral("not an agent's input"));
}

base::Result<void> AgentTurn::mustOwn() const
{
    const auto& state = m_turn.state();
    if (state.mode != Mode::Human)
        return base::fail(base::Code::Refused,
                          QStringLiteral("nobody owns the conversation: take over first"));
    if (state.owner != m_turn.input().person)
        return base::fail(base::Code::Conflict,
                          QStringLiteral("another person owns the conversation"));
    return {};
}

base::Result<void> AgentTurn::takeOver()
{
    auto& state = m_turn.state();
    const auto person = m_turn.input().person;
    if (!person.isValid())
        return base::fail(base::Code::Invalid, QStringLiteral("a take-over without a person"));
    if (state.mode == Mode::Closed)
        return base::fail(base::Code::Refused, QStringLiteral("the conversation is closed"));
    if (state.mode == Mode::Human && state.owner != person)
        return base::fail(base::Code::Conflict,
                          QStringLiteral("another person owns the conversation"));
    m_turn.silence();
    if (state.mode == Mode::Human)
        return {};
    state.mode = Mode::Human;
    state.owner = person;
    state.stage = m_turn.flow().stage(m_turn.flow().humanStage()).id;
    state.resumeStage.clear();
    state.misses = 0;
    m_turn.add(EventKind::TakenOver, Actor::Agent, true, personPayload(person).endObject());
    return {};
}

base::Result<void> AgentTurn::write()
{
    if (isBlank(m_turn.input().text))
        return base::fail(base::Code::Invalid, QStringLiteral("an empty message"));
    if (m_turn.state().mode == Mode::Closed)
        return base::fail(base::Code::Refused, QStringLiteral("the conversation is closed"));
    return mustOwn().map([this] {
        m_turn.add(EventKind::AgentMessage, Actor::Agent, true,
                   personPayload(m_turn.input().person).endObject(), m_turn.input().text);
    });
}

base::Result<void> AgentTurn::note()
{
    if (isBlank(m_turn.input().text))
        return base::fail(base::Code::Invalid, QStringLiteral("an empty note"));
    addNote(m_turn.input().text);
    return {};
}

// The call itself is recorded as that of any other turn.
base::Result<void> AgentTurn::helped()
{
    if (!m_turn.facts().ai)
        return base::fail(base::Code::Invalid, QStringLiteral("help without a call of AI"));
    if (m_turn.state().isErased)
        return base::fail(base::Code::Refused, QStringLiteral("the conversation is erased"));
    m_turn.silence();
    return {};
}

void AgentTurn::addNote(const QString& text)
{
    m_turn.add(EventKind::Note, Actor::Agent, false,
               personPayload(m_turn.input().person).endObject(), text);
}

base::Result<void> AgentTurn::transfer()
{
    if (auto owns = mustOwn(); !owns)
        return owns;
    auto& state = m_turn.state();
    const auto& input = m_turn.input();
    if (input.target == input.person)
        return base::fail(base::Code::Invalid, QStringLiteral("a transfer to oneself"));
    base::JsonWriter payload;
    payload.beginObject().member("from", input.person.value);
    if (input.target.isValid())
        payload.member("to", input.target.value);
    m_turn.add(EventKind::Transferred, Actor::Agent, true, payload.endObject());
    if (!isBlank(input.text))
        addNote(input.text);
    if (input.target.isValid())
        state.owner = input.target;
    else
        queueAgain(m_turn.flow().common().transferred, QStringLiteral("transferred"));
    return {};
}

base::Result<void> AgentTurn::returnToQueue()
{
    auto& state = m_turn.state();
    if (state.mode != Mode::Human)
        return base::fail(base::Code::Refused, QStringLiteral("nobody owns the conversation"));
    base::JsonWriter payload;
    payload.beginObject()
        .member("person", state.owner.value)
        .member("reason", m_turn.input().text.left(100));
    m_turn.add(EventKind::ReturnedToQueue, Actor::System, true, payload.endObject());
    queueAgain(m_turn.flow().common().returned, QStringLiteral("returned"));
    return {};
}

void AgentTurn::queueAgain(int text, const QString& key)
{
    auto& state = m_turn.state();
    state.mode = Mode::Waiting;
    state.owner = {};
    state.resumeStage.clear();
    state.misses = 0;
    state.stage = m_turn.flow().stage(m_turn.flow().waitingStage()).id;
    m_turn.say(text, key);
}

base::Result<void> AgentTurn::giveBack()
{
    if (auto owns = mustOwn(); !owns)
        return owns;
    const auto& flow = m_turn.flow();
    const int stage = flow.stageIndex(m_turn.input().value);
    if (stage < 0 || flow.stage(stage).label.isEmpty())
        return base::fail(base::Code::Invalid, QStringLiteral("no stage to give back at: ") +
                                                   m_turn.input().value.left(60));
    auto& state = m_turn.state();
    auto payload = personPayload(state.owner);
    m_turn.add(EventKind::GivenBack, Actor::Agent, true,
               payload.member("stage", flow.stage(stage).id).endObject());
    state.mode = Mode::Bot;
    state.owner = {};
    state.resumeStage.clear();
    state.lastPrompt.clear();
    m_turn.enter(stage, Turn::Entry::Forced);
    return {};
}

base::Result<void> AgentTurn::close()
{
    if (m_turn.state().mode == Mode::Closed)
        return base::fail(base::Code::Refused,
                          QStringLiteral("the conversation is closed already"));
    return mustOwn().map([this] {
        // A person served the customer, whatever was told before: ask for the rating.
        if (m_turn.slotValue(QStringLiteral("need")).isEmpty())
            m_turn.setSlot(QStringLiteral("need"), QStringLiteral("person"), Slot::Source::Known);
        m_turn.close("agent", QStringLiteral("resolved"));
    });
}

base::Result<void> AgentTurn::idle()
{
    auto& state = m_turn.state();
    if (state.mode == Mode::Waiting)
        return base::fail(base::Code::Refused, QStringLiteral("the customer waits for us"));
    if (state.mode == Mode::Closed)
        return base::fail(base::Code::Refused,
                          QStringLiteral("the conversation is closed already"));
    const bool isRefused = state.stage == m_turn.flow().stage(m_turn.flow().refusedStage()).id;
    const bool hasOutcome = !state.outcome.isEmpty();
    const QString outcome = isRefused    ? QStringLiteral("refused")
                            : hasOutcome ? state.outcome
                                         : QStringLiteral("abandoned");
    closeSilently(isRefused ? "consent" : "idle", outcome);
    m_turn.sayWith(m_turn.flow().common().idle, QStringLiteral("idle"), {});
    return {};
}

base::Result<void> AgentTurn::leave()
{
    const auto& state = m_turn.state();
    if (state.mode == Mode::Closed)
        return base::fail(base::Code::Refused,
                          QStringLiteral("the conversation is closed already"));
    closeSilently("customer", state.outcome);
    return {};
}

void AgentTurn::closeSilently(const char* by, const QString& outcome)
{
    m_turn.end(by, outcome);
    m_turn.state().stage = m_turn.flow().stage(m_turn.flow().closedStage()).id;
}

base::Result<void> AgentTurn::receipt(EventKind kind)
{
    const auto& input = m_turn.input();
    auto& newest = m_turn.state().receipts[QLatin1StringView(eventKindName(kind)) + u':' +
                                           QLatin1StringView(actorName(input.by))];
    if (input.upTo <= newest)
        return {};
    newest = input.upTo;
    base::JsonWriter payload;
    payload.beginObject().member("upTo", input.upTo).member("by", actorName(input.by)).endObject();
    m_turn.add(kind, input.by, false, payload);
    return {};
}

} // namespace engine
