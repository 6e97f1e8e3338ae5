// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/turn_commit.h"

#include "base/json.h"
#include "desk/keeping/recorded.h"
#include "engine/recording.h"

#include <algorithm>

namespace desk {

namespace {

bool customerSpoke(const engine::Input& input)
{
    return input.kind == engine::Input::Kind::Message ||
           input.kind == engine::Input::Kind::Option || input.kind == engine::Input::Kind::Begin;
}

/// Nobody said or did anything.
bool isQuiet(const engine::Input& input)
{
    using Kind = engine::Input::Kind;
    return input.kind == Kind::Delivered || input.kind == Kind::Seen || input.kind == Kind::Helped;
}

void updateLastText(store::Summary& summary, const engine::Decision& decision)
{
    for (const engine::Event& event : decision.events) {
        const bool isWord =
            event.kind == engine::EventKind::CustomerMessage ||
            event.kind == engine::EventKind::OptionChosen ||
            event.kind == engine::EventKind::AgentMessage ||
            event.kind == engine::EventKind::ContactLeft ||
            (event.kind == engine::EventKind::BotMessage && summary.lastText.isEmpty());
        if (isWord && !event.text.isEmpty())
            summary.lastText = event.text.simplified().left(kLastTextLength);
    }
}

// Whose turn it is: a customer whom a person owes an answer waits for us.
void updateWait(store::Summary& summary, const engine::State& next, const engine::Input& input,
                const engine::Facts& facts)
{
    using Kind = engine::Input::Kind;
    if (next.mode == engine::Mode::Closed || next.mode == engine::Mode::Bot) {
        summary.turnOf = store::TurnOf::Customer;
        summary.waitingSince.reset();
        return;
    }
    if (next.mode == engine::Mode::Human && input.kind == Kind::AgentMessage) {
        summary.turnOf = store::TurnOf::Customer;
        summary.waitingSince.reset();
        return;
    }
    const bool asks = customerSpoke(input) || next.mode == engine::Mode::Waiting;
    if (asks && summary.turnOf != store::TurnOf::Us) {
        summary.turnOf = store::TurnOf::Us;
        summary.waitingSince = facts.now;
    }
}

QByteArray recordJson(const engine::Input& input, const engine::Facts& facts,
                      const engine::Decision& decision)
{
    const engine::TurnRecord& record = decision.record;
    base::JsonWriter json;
    json.beginObject();
    json.key("input").raw(engine::inputToJson(input, engine::TextIn::No).toStdString());
    json.key("facts").raw(engine::factsToJson(facts).toStdString());
    json.member("from", record.stageBefore)
        .member("to", record.stageAfter)
        .member("rule", record.rule);
    if (!record.nearMisses.isEmpty()) {
        json.key("near").beginArray();
        for (const auto& [name, score] : record.nearMisses)
            json.beginArray().value(name).value(score).endArray();
        json.endArray();
    }
    if (!record.noAiReason.isEmpty())
        json.member("noAi", record.noAiReason);
    json.endObject();
    return QByteArray::fromStdString(json.take());
}

QByteArray personalJson(const engine::Input& input, const engine::Decision& decision)
{
    const engine::TurnRecord& record = decision.record;
    const QByteArray untold = untoldInput(input, decision.events);
    if (record.normalised.isEmpty() && record.slotsChanged.isEmpty() && untold.isEmpty())
        return {};
    base::JsonWriter json;
    json.beginObject().member("normalised", record.normalised);
    if (!untold.isEmpty())
        json.key("input").raw(untold.toStdString());
    if (!record.slotsChanged.isEmpty()) {
        json.key("slots").beginObject();
        for (auto it = record.slotsChanged.begin(); it != record.slotsChanged.end(); ++it)
            json.member(it.key().toStdString(), it.value());
        json.endObject();
    }
    json.endObject();
    return QByteArray::fromStdString(json.take());
}

QString outcomeOf(const engine::Decision& decision, const QString& before)
{
    for (const engine::Event& event : decision.events) {
        if (event.kind == engine::EventKind::Closed)
            return engine::payloadText(event.payload, "outcome");
    }
    return before;
}

} // namespace

namespace {

QString handledByOf(const engine::Input& input, const engine::Decision& decision,
                    const engine::Facts& facts)
{
    QString plain = handledBy(decision.next.mode);
    if (input.kind == engine::Input::Kind::Helped)
        return plain;
    const auto asked =
        std::ranges::find(decision.events, engine::EventKind::AiCall, &engine::Event::kind);
    if (!facts.ai || asked == decision.events.end() || plain != u"flow")
        return plain;
    if (engine::payloadText(asked->payload, "used") != u"nothing")
        return QStringLiteral("ai");
    return facts.ai->outcome == u"completed" ? plain : QStringLiteral("fallback");
}

} // namespace

QString handledBy(engine::Mode mode)
{
    return mode == engine::Mode::Human ? QStringLiteral("human") : QStringLiteral("flow");
}

store::TurnCommit makeCommit(store::ConversationRow& row, const engine::State& before,
                             const engine::Input& input, const engine::Facts& facts,
                             const engine::Decision& decision)
{
    const engine::State& next = decision.next;
    store::Summary& summary = row.summary;
    if (!isQuiet(input)) {
        summary.lastTime = facts.now;
        updateLastText(summary, decision);
        updateWait(summary, next, input, facts);
    }
    summary.mode = next.mode;
    summary.owner = next.owner;
    summary.stage = next.stage;
    summary.language = next.language;
    summary.name = next.slots.value(QStringLiteral("name")).value;
    summary.mood = std::clamp(next.frustration, 0, 3);
    summary.priority = next.frustration >= 2 ? 1 : 0;
    summary.outcome = outcomeOf(decision, summary.outcome);
    if (next.mode == engine::Mode::Closed && !summary.closedTime)
        summary.closedTime = facts.now;
    if (decision.erases) {
        summary.name.clear();
        summary.lastText.clear();
    }
    row.isErased = row.isErased || decision.erases;
    row.flowVersion = next.flowVersion;
    row.state = engine::stateToJson(next);
    if (customerSpoke(input))
        row.customerTime = facts.now;

    store::TurnCommit turn;
    turn.conversation = row.id;
    turn.ulid = row.ulid;
    turn.customer = row.customer;
    turn.isDemo = row.isDemo;
    turn.expectedSeq = row.lastSeq;
    turn.time = facts.now;
    turn.events = decision.events;
    turn.flowVersion = row.flowVersion;
    turn.state = row.state;
    turn.summary = summary;
    turn.changesControl = before.mode != next.mode || before.owner != next.owner;
    turn.customerSpoke = customerSpoke(input);
    turn.erases = decision.erases;
    turn.record = recordJson(input, facts, decision);
    turn.recordPersonal = decision.erases ? QByteArray() : personalJson(input, decision);
    turn.handledBy = handledByOf(input, decision, facts);
    turn.inputKind = QLatin1String(engine::inputKindName(input.kind));
    return turn;
}

} // namespace desk
