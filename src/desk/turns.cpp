// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/turns.h"

#include "desk/turn_commit.h"
#include "desk/understanding/understanding.h"
#include "engine/recording.h"

#include <algorithm>

namespace desk {

namespace {

constexpr std::size_t kQueueBound = 8;
constexpr std::size_t kCachedConversations = 2000;
constexpr int kReceiptRows = 64;

using Kind = engine::Input::Kind;

// The same as they are in the rows, which hold them as JSON.
QList<engine::Option> optionsOf(const std::vector<engine::Event>& events)
{
    const auto last = std::ranges::find(events.rbegin(), events.rend(),
                                        engine::EventKind::BotMessage, &engine::Event::kind);
    return last == events.rend() ? QList<engine::Option>() : last->options;
}

} // namespace

QList<engine::Option> optionsOf(const std::vector<store::EventRow>& events)
{
    const auto last = std::ranges::find(events.rbegin(), events.rend(),
                                        engine::EventKind::BotMessage, &store::EventRow::kind);
    return last == events.rend() ? QList<engine::Option>() : engine::payloadOptions(last->payload);
}

Turns::Live& Turns::live(base::ConversationId id)
{
    const auto it = m_live.find(id);
    if (it != m_live.end()) {
        m_newestFirst.splice(m_newestFirst.begin(), m_newestFirst, it->second.place);
        return it->second;
    }
    makeRoom();
    m_newestFirst.push_front(id);
    Live& live = m_live[id];
    live.place = m_newestFirst.begin();
    load(id);
    return live;
}

void Turns::makeRoom()
{
    for (auto it = m_newestFirst.end();
         m_live.size() >= kCachedConversations && it != m_newestFirst.begin();) {
        --it;
        const auto live = m_live.find(*it);
        if (live->second.phase != Phase::Idle || !live->second.queue.empty())
            continue;
        m_live.erase(live);
        it = m_newestFirst.erase(it);
    }
}

void Turns::forget(base::ConversationId id)
{
    const auto it = m_live.find(id);
    if (it == m_live.end() || it->second.phase != Phase::Idle)
        return;
    m_newestFirst.erase(it->second.place);
    m_live.erase(it);
}

void Turns::forgetDemo()
{
    std::vector<base::ConversationId> demo;
    for (const auto& [id, live] : m_live) {
        if (live.row.isDemo)
            demo.push_back(id);
    }
    for (const auto id : demo)
        forget(id);
}

void Turns::load(base::ConversationId id)
{
    m_live[id].phase = Phase::Loading;
    m_context.store.conversation(id, m_context.caller.expect<store::ConversationRow>(
                                         [this, id](base::Result<store::ConversationRow> row) {
                                             loaded(id, std::move(row));
                                         }));
}

void Turns::loaded(base::ConversationId id, base::Result<store::ConversationRow> row)
{
    Live& live = m_live[id];
    auto state = row ? engine::stateFromJson(row->state) : std::nullopt;
    if (row && !state)
        row = base::fail(base::Code::Corrupt,
                         QStringLiteral("the conversation's state cannot be read"));
    if (!row) {
        auto queue = std::move(live.queue);
        auto lookers = std::move(live.lookers);
        const base::Error error = row.error();
        m_newestFirst.erase(live.place);
        m_live.erase(id);
        for (auto& input : queue)
            input.done(base::fail(error));
        for (auto& look : lookers)
            look(base::fail(error), {});
        return;
    }
    live.row = *std::move(row);
    live.state = *std::move(state);
    readReceipts(id);
}

void Turns::readReceipts(base::ConversationId id)
{
    m_context.store.events({.conversation = id,
                            .before = base::Seq{m_live[id].row.lastSeq.value + 1},
                            .limit = kReceiptRows},
                           m_context.caller.expect<std::vector<store::EventRow>>(
                               [this, id](base::Result<std::vector<store::EventRow>> events) {
                                   Live& live = m_live[id];
                                   if (events)
                                       noteReceipts(live, *events);
                                   live.phase = Phase::Idle;
                                   const auto lookers = std::exchange(live.lookers, {});
                                   for (const auto& look : lookers)
                                       look(&live.row, live.state);
                                   next(id, live);
                               }));
}

void Turns::noteReceipts(Live& live, const std::vector<store::EventRow>& events)
{
    for (const auto& event : events) {
        if (event.kind == engine::EventKind::BotMessage && event.payload.contains("\"article\""))
            live.lastArticle = engine::payloadText(event.payload, "article");
        if (event.kind == engine::EventKind::AgentMessage)
            live.lastAgentMessage = std::max(live.lastAgentMessage, event.customerSeq.value);
        if (event.kind == engine::EventKind::CustomerMessage ||
            event.kind == engine::EventKind::OptionChosen) {
            live.lastCustomerMessage = std::max(live.lastCustomerMessage, event.customerSeq.value);
            live.lastCustomerRow = std::max(live.lastCustomerRow, event.seq);
        }
        const bool isReceipt =
            event.kind == engine::EventKind::Delivered || event.kind == engine::EventKind::Seen;
        if (!isReceipt)
            continue;
        const qint64 upTo = engine::payloadNumber(event.payload, "upTo");
        if (event.actor != engine::Actor::Customer) {
            live.agentSeen = std::max(live.agentSeen, upTo);
            continue;
        }
        live.delivered = std::max(live.delivered, upTo);
        if (event.kind == engine::EventKind::Seen)
            live.seen = std::max(live.seen, upTo);
    }
}

void Turns::look(
    base::ConversationId id,
    std::function<void(base::Result<const store::ConversationRow*>, const engine::State&)> work)
{
    Live& conversation = live(id);
    if (conversation.phase == Phase::Loading)
        conversation.lookers.push_back(std::move(work));
    else
        work(&conversation.row, conversation.state);
}

void Turns::begin(const NewConversation& conversation, TurnReply done)
{
    const auto& flow = m_context.flows.current();
    engine::State empty;
    empty.flowVersion = m_context.flows.currentVersion();
    const engine::Input input{.kind = Kind::Begin,
                              .text = conversation.language.isEmpty() ? conversation.locale
                                                                      : conversation.language,
                              .value = conversation.language,
                              .label = conversation.name};
    const auto facts = factsNow(m_context, m_wait, conversation.language);
    auto decision = engine::step(flow, empty, input, facts);
    if (!decision) {
        done(base::fail(decision.error()));
        return;
    }
    store::ConversationRow row;
    row.ulid = base::makeUlid(facts.now, m_context.random);
    row.customer = conversation.customer;
    row.created = facts.now;
    row.isDemo = conversation.isDemo;
    auto turn = makeCommit(row, empty, input, facts, *decision);
    m_context.store.commitTurn(
        std::move(turn),
        m_context.caller.expect<store::Committed>(
            [this, row = std::move(row), decision = *std::move(decision),
             done = std::move(done)](base::Result<store::Committed> result) mutable {
                if (!result) {
                    done(base::fail(result.error()));
                    return;
                }
                makeRoom();
                const auto id = result->conversation;
                m_newestFirst.push_front(id);
                Live& live = m_live[id];
                live.place = m_newestFirst.begin();
                live.phase = Phase::Committing;
                row.id = id;
                committed(id, std::move(result), std::move(row), std::move(decision), done);
            }));
}

void Turns::submit(base::ConversationId id, TurnInput input)
{
    Live& conversation = live(id);
    const bool first = comesFirst(conversation, input.input);
    if (!first && conversation.queue.size() >= kQueueBound) {
        input.done(base::fail(base::Code::Busy, QStringLiteral("eight inputs wait already")));
        return;
    }
    if (first) {
        const auto behind =
            std::find_if(conversation.queue.begin(), conversation.queue.end(),
                         [&](const TurnInput& i) { return !comesFirst(conversation, i.input); });
        conversation.queue.insert(behind, std::move(input));
    } else {
        conversation.queue.push_back(std::move(input));
    }
    if (const auto end = first ? std::exchange(conversation.endAsking, nullptr) : nullptr)
        end();
    else
        next(id, conversation);
}

void Turns::next(base::ConversationId id, Live& live)
{
    while (live.phase == Phase::Idle && !live.queue.empty()) {
        TurnInput input = std::move(live.queue.front());
        live.queue.pop_front();
        if (input.expectedControl.isValid() && input.expectedControl != live.row.controlSeq) {
            input.done(base::fail(base::Code::Conflict, QStringLiteral("somebody was faster")));
            continue;
        }
        auto facts = factsNow(m_context, m_wait, live.state.language);
        if (live.state.mode == engine::Mode::Bot)
            facts.noAiReason = m_help.refusal(live.row.ulid, live.state.stage);
        facts.smartMode = live.state.mode == engine::Mode::Bot && facts.noAiReason.isEmpty();
        if (facts.smartMode)
            facts.tone = m_context.settings.value(kSmartToneSetting);
        addCandidates(m_context, input.input, facts);
        facts.ai = std::move(input.help);
        if (decide(id, live, std::move(input), std::move(facts)))
            return;
    }
}

bool Turns::decide(base::ConversationId id, Live& live, TurnInput input, engine::Facts facts)
{
    const auto flow = m_context.flows.find(live.state.flowVersion);
    if (!flow) {
        input.done(base::fail(base::Code::Corrupt, QStringLiteral("unknown flow version")));
        return false;
    }
    auto decision = engine::step(*flow, live.state, input.input, facts);
    if (!decision) {
        input.done(base::fail(decision.error()));
        return false;
    }
    if (decision->search && !facts.articles) {
        askFirst(id, live, std::move(input), std::move(facts), *decision->search);
        return true;
    }
    if (decision->events.empty()) {
        input.done(TurnDone{live.row,
                            live.state,
                            {.conversation = id,
                             .first = live.row.lastSeq,
                             .last = live.row.lastSeq,
                             .lastCustomer = live.row.lastCustomerSeq,
                             .stage = live.state.stage,
                             .handledBy = handledBy(live.state.mode)},
                            {},
                            live.lastAgentMessage});
        return false;
    }
    if (decision->wish && !facts.ai)
        decision->record.noAiReason = refusalOf(live, input, *decision);
    if (decision->wish && !facts.ai && decision->record.noAiReason.isEmpty()) {
        askAi(id, live,
              std::make_shared<Wishing>(
                  Wishing{std::move(input), std::move(facts), *std::move(decision), flow}));
        return true;
    }
    commit(id, live, std::move(input), facts, *std::move(decision));
    return true;
}

void Turns::commit(base::ConversationId id, Live& live, TurnInput input, const engine::Facts& facts,
                   engine::Decision decision)
{
    live.phase = Phase::Committing;
    store::ConversationRow row = live.row;
    auto turn = makeCommit(row, live.state, input.input, facts, decision);
    turn.clientMessageId = input.clientMessageId;
    turn.articles = articleNotes(decision.events, live.lastArticle);
    const bool isAboutArticles = !turn.articles.empty();
    m_context.store.commitTurn(
        std::move(turn),
        m_context.caller.expect<store::Committed>(
            [this, id, isAboutArticles, row = std::move(row), decision = std::move(decision),
             done = std::move(input.done)](base::Result<store::Committed> result) mutable {
                if (isAboutArticles)
                    m_hub.changed({.knowledge = true});
                committed(id, std::move(result), std::move(row), std::move(decision), done);
            }));
}

void Turns::committed(base::ConversationId id, base::Result<store::Committed> result,
                      store::ConversationRow row, engine::Decision decision, const TurnReply& done)
{
    Live& live = m_live[id];
    if (!result) {
        ++m_context.errors;
        m_context.log.error("desk", "turn_failed",
                            {{"conversation", base::conversationCode(id)},
                             {"code", base::codeName(result.error().code)},
                             {"detail", result.error().detail}});
        done(base::fail(result.error()));
        load(id); // a commit that failed may still have happened: what is stored decides
        return;
    }
    auto options = result->isRepeat ? optionsOf(result->events) : optionsOf(decision.events);
    if (!result->isRepeat) {
        const engine::Mode before = live.state.mode;
        const base::PersonId ownerBefore = live.state.owner;
        const bool controlMoved = before != decision.next.mode ||
                                  ownerBefore != decision.next.owner || !row.controlSeq.isValid();
        row.lastSeq = result->last;
        row.lastCustomerSeq = result->lastCustomer;
        if (controlMoved)
            row.controlSeq = result->last;
        if (decision.erases)
            forgetSwitch(row.ulid);
        live.row = std::move(row);
        live.state = std::move(decision.next);
        noteReceipts(live, result->events);
        tell(live, *result, before, ownerBefore);
    }
    live.phase = Phase::Idle;
    done(TurnDone{live.row, live.state, *std::move(result), std::move(options),
                  live.lastAgentMessage});
    // `done` may have submitted more, or forgotten the conversation.
    if (const auto still = m_live.find(id); still != m_live.end())
        next(id, still->second);
}

// What was chosen for an erased conversation goes with it.
void Turns::forgetSwitch(const QString& ulid)
{
    const QString key = kSmartOneSetting + ulid;
    if (m_context.settings.remove(key) > 0)
        m_context.store.removeSetting(key, m_context.caller.expect<void>([](const auto&) {}));
}

void Turns::tell(const Live& live, const store::Committed& committed, engine::Mode before,
                 base::PersonId ownerBefore)
{
    const auto id = committed.conversation;
    const engine::Mode mode = live.state.mode;
    m_hub.conversationChanged(id, committed.last);
    m_hub.tellCustomer(
        id,
        {.kind = CustomerNews::Kind::Changed, .conversation = id, .seq = committed.lastCustomer});
    const QString name = live.row.summary.name;
    const bool customerSpoke = std::any_of(
        committed.events.begin(), committed.events.end(), [](const store::EventRow& event) {
            return event.kind == engine::EventKind::CustomerMessage ||
                   event.kind == engine::EventKind::OptionChosen;
        });
    if (mode == engine::Mode::Waiting && before != engine::Mode::Waiting)
        m_hub.alert({Alert::Kind::PersonWanted, id, {}, name});
    else if (before == engine::Mode::Waiting && mode != engine::Mode::Waiting)
        m_hub.alert({Alert::Kind::Stopped, id, live.state.owner, name});
    if (mode == engine::Mode::Human && live.state.owner.isValid() &&
        (customerSpoke || (ownerBefore.isValid() && ownerBefore != live.state.owner)))
        m_hub.alert({Alert::Kind::MessageForOwner, id, live.state.owner, name});
    else if (before == engine::Mode::Human && mode != engine::Mode::Human)
        m_hub.alert({Alert::Kind::Stopped, id, ownerBefore, name});
    for (const auto& event : committed.events) {
        if (event.kind == engine::EventKind::TakenOver && live.row.summary.waitingSince)
            m_wait.add(event.time - *live.row.summary.waitingSince);
        if (event.kind == engine::EventKind::AgentMessage)
            m_hub.alert({Alert::Kind::Stopped, id, live.state.owner, name});
        if (event.kind == engine::EventKind::Erased)
            m_hub.tellCustomer(id, {.kind = CustomerNews::Kind::Erased, .conversation = id});
        if (event.kind == engine::EventKind::Seen && event.actor == engine::Actor::Agent)
            tellReceipt(id, live);
    }
}

void Turns::customerHas(base::ConversationId id, engine::Input::Kind kind, base::CustomerSeq upTo)
{
    look(id, [this, id, kind, upTo](const base::Result<const store::ConversationRow*>& row,
                                    const engine::State&) {
        if (!row)
            return;
        Live& live = m_live[id];
        const qint64 known = kind == Kind::Seen ? live.seen : live.delivered;
        const qint64 news = std::min(upTo.value, live.row.lastCustomerSeq.value);
        if (news <= known || live.lastAgentMessage <= known)
            return;
        (kind == Kind::Seen ? live.seen : live.delivered) = news;
        submit(id, {.input = {.kind = kind, .upTo = news, .by = engine::Actor::Customer},
                    .done = [](const base::Result<TurnDone>&) {}});
    });
}

Turns::Live* Turns::readBy(base::ConversationId id, const engine::State& state,
                           base::PersonId person, base::Seq upTo)
{
    Live& live = m_live[id];
    const bool isOwner = state.mode == engine::Mode::Human && state.owner == person;
    return isOwner && upTo >= live.lastCustomerRow ? &live : nullptr;
}

void Turns::tellReceipt(base::ConversationId id, const Live& live)
{
    m_hub.tellCustomer(id, {.kind = CustomerNews::Kind::Receipt,
                            .conversation = id,
                            .delivered = std::max(live.agentGot, live.agentSeen),
                            .seen = live.agentSeen});
}

void Turns::agentHas(base::ConversationId id, base::PersonId person, base::Seq upTo)
{
    look(id, [this, id, person, upTo](const base::Result<const store::ConversationRow*>& row,
                                      const engine::State& state) {
        Live* live = row ? readBy(id, state, person, upTo) : nullptr;
        if (!live || live->lastCustomerMessage <= std::max(live->agentGot, live->agentSeen))
            return;
        live->agentGot = live->lastCustomerMessage;
        tellReceipt(id, *live);
    });
}

void Turns::agentHasSeen(base::ConversationId id, base::PersonId person, base::Seq upTo)
{
    look(id, [this, id, person, upTo](const base::Result<const store::ConversationRow*>& row,
                                      const engine::State& state) {
        Live* live = row ? readBy(id, state, person, upTo) : nullptr;
        if (!live || live->lastCustomerMessage <= live->agentSeen)
            return;
        live->agentSeen = live->lastCustomerMessage;
        submit(id, {.input = {.kind = Kind::Seen,
                              .person = person,
                              .upTo = live->agentSeen,
                              .by = engine::Actor::Agent},
                    .done = [](const base::Result<TurnDone>&) {}});
    });
}

std::pair<qint64, qint64> Turns::agentReceipts(base::ConversationId id) const
{
    const auto it = m_live.find(id);
    if (it == m_live.end())
        return {0, 0};
    return {std::max(it->second.agentGot, it->second.agentSeen), it->second.agentSeen};
}

std::pair<qint64, qint64> Turns::customerReceipts(base::ConversationId id) const
{
    const auto it = m_live.find(id);
    if (it == m_live.end())
        return {0, 0};
    return {it->second.delivered, it->second.seen};
}

} // namespace desk
