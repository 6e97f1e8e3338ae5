// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/keeping/recorded.h"

#include "engine/recording.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace desk {

namespace {

bool tellsTheInput(engine::EventKind kind)
{
    return kind == engine::EventKind::CustomerMessage || kind == engine::EventKind::OptionChosen ||
           kind == engine::EventKind::AgentMessage || kind == engine::EventKind::Note;
}

/// The words of the first event that repeats its input's.
QString toldWords(const std::vector<engine::Event>& events)
{
    const auto told = std::ranges::find_if(
        events, [](const engine::Event& event) { return tellsTheInput(event.kind); });
    return told == events.end() ? QString() : told->text;
}

void putWords(engine::Input& input, const QString& words)
{
    (input.kind == engine::Input::Kind::Option ? input.label : input.text) = words;
}

engine::Event eventOf(const store::EventRow& row)
{
    return {.kind = row.kind,
            .actor = row.actor,
            .customerSees = row.customerSeq.isValid(),
            .payload = row.payload,
            .text = row.text};
}

/// What AI was asked and said is personal, so it stands with the texts.
void putAiWords(engine::Facts& facts, const std::vector<engine::Event>& events)
{
    for (const engine::Event& event : events) {
        if (event.kind != engine::EventKind::AiCall || !facts.ai)
            continue;
        facts.ai->request = engine::payloadText(event.text.toUtf8(), "request");
        facts.ai->text = engine::payloadText(event.text.toUtf8(), "text");
    }
}

QByteArray compact(const QJsonValue& value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

engine::RecordedTurn recordedTurn(const store::TurnRow& row, std::vector<engine::Event> events,
                                  bool hasText)
{
    const QJsonObject record = QJsonDocument::fromJson(row.record).object();
    const QJsonObject personal = QJsonDocument::fromJson(row.personal).object();
    const auto untold = engine::inputFromJson(compact(personal.value(u"input")));
    auto input = untold ? untold : engine::inputFromJson(compact(record.value(u"input")));
    auto facts = engine::factsFromJson(compact(record.value(u"facts")));
    engine::RecordedTurn turn;
    turn.isReplayable = hasText && input && facts && record.contains(u"facts");
    if (!turn.isReplayable)
        return turn;
    if (!untold)
        putWords(*input, toldWords(events));
    putAiWords(*facts, events);
    turn.input = *std::move(input);
    turn.facts = *std::move(facts);
    turn.stageAfter = record.value(u"to").toString();
    turn.rule = record.value(u"rule").toString();
    turn.events = std::move(events);
    return turn;
}

} // namespace

engine::Facts recordedFacts(const store::TurnRow& turn)
{
    const QJsonObject record = QJsonDocument::fromJson(turn.record).object();
    return engine::factsFromJson(compact(record.value(u"facts"))).value_or(engine::Facts());
}

QByteArray untoldInput(const engine::Input& input, const std::vector<engine::Event>& events)
{
    engine::Input told = input;
    told.text.clear();
    told.label.clear();
    putWords(told, toldWords(events));
    return told == input ? QByteArray() : engine::inputToJson(input, engine::TextIn::Yes);
}

std::vector<engine::RecordedTurn> recordedTurns(const std::vector<store::TurnRow>& turns,
                                                const std::vector<store::EventRow>& events)
{
    std::vector<engine::RecordedTurn> recorded;
    recorded.reserve(turns.size());
    auto event = events.begin();
    for (const store::TurnRow& row : turns) {
        std::vector<engine::Event> its;
        bool hasText = true;
        for (; event != events.end() && event->seq <= row.last; ++event) {
            hasText = hasText && !event->isErased;
            its.push_back(eventOf(*event));
        }
        recorded.push_back(recordedTurn(row, std::move(its), hasText));
    }
    return recorded;
}

} // namespace desk
