// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/agents.h"

#include "desk/people/allowed.h"
#include "desk/search_words.h"
#include "desk/smart/smart_mode.h"
#include "engine/recording.h"

#include <algorithm>

namespace desk {

namespace {

store::View storeView(View view)
{
    switch (view) {
    case View::Mine: return store::View::Mine;
    case View::Unassigned: return store::View::Unassigned;
    case View::WaitingForUs: return store::View::WaitingForUs;
    case View::WaitingForCustomer: return store::View::WaitingForCustomer;
    case View::WithBot: return store::View::WithBot;
    case View::Closed: return store::View::Closed;
    case View::All: break;
    }
    return store::View::All;
}

constexpr int kReturnedAtOnce = 500;

} // namespace

ConversationHead Agents::headOf(const store::ConversationRow& row) const
{
    const store::Summary& s = row.summary;
    ConversationHead head{.id = row.id,
                          .name = s.name,
                          .lastText = s.lastText,
                          .lastTime = s.lastTime,
                          .created = row.created,
                          .waitingSince = s.waitingSince,
                          .mode = s.mode,
                          .owner = s.owner,
                          .ownerName = m_context.nameOf(s.owner),
                          .stage = s.stage,
                          .language = s.language,
                          .outcome = s.outcome,
                          .mood = s.mood,
                          .priority = s.priority,
                          .lastSeq = row.lastSeq,
                          .controlSeq = row.controlSeq,
                          .isDemo = row.isDemo,
                          .isErased = row.isErased,
                          .isSmartOff =
                              m_context.settings.value(kSmartOneSetting + row.ulid) == u"off"};
    head.isCustomerOnline = m_hub.isOnline(row.id);
    head.isCustomerTyping = m_hub.isTyping(row.id);
    head.viewers = m_hub.viewersOf(row.id);
    return head;
}

ConversationHead Agents::fullHead(const store::ConversationRow& row,
                                  const engine::State& state) const
{
    ConversationHead head = headOf(row);
    const auto flow = m_context.flows.find(state.flowVersion);
    if (!flow)
        return head;
    for (auto it = state.slots.begin(); it != state.slots.end(); ++it)
        head.known.insert(it.key(), flow->slotText(it.key(), it.value().value, state.language));
    for (const QString& step : state.stepsDone) {
        const QString outcome = state.stepOutcomes.value(step);
        const QString text = flow->stepText(step, state.language);
        head.tried += outcome.isEmpty() ? text : text + QStringLiteral(" — ") + outcome;
    }
    head.reason = state.handoffReason;
    return head;
}

void Agents::page(const ConversationQuery& query, const SharedReply<ConversationPage>& reply)
{
    m_context.store.conversationPage({.view = storeView(query.view),
                                      .person = query.person,
                                      .after = query.after,
                                      .limit = std::clamp(query.limit, 1, 500)},
                                     m_context.caller.expect<store::ConversationPage>(
                                         [this, reply](base::Result<store::ConversationPage> page) {
                                             if (!page) {
                                                 reply->answer(base::fail(page.error()));
                                                 return;
                                             }
                                             ConversationPage answer{.next = page->next};
                                             answer.rows.reserve(page->rows.size());
                                             for (const auto& row : page->rows)
                                                 answer.rows.push_back(headOf(row));
                                             reply->answer(std::move(answer));
                                         }));
}

void Agents::counts(base::PersonId me, const SharedReply<ViewCounts>& reply)
{
    m_context.store.viewCounts(
        me,
        m_context.caller.expect<store::ViewCounts>([reply](base::Result<store::ViewCounts> counts) {
            if (!counts) {
                reply->answer(base::fail(counts.error()));
                return;
            }
            ViewCounts answer;
            for (const View view :
                 {View::Mine, View::Unassigned, View::WaitingForUs, View::WaitingForCustomer,
                  View::WithBot, View::Closed, View::All})
                answer[view] = counts->counts.value(storeView(view));
            reply->answer(std::move(answer));
        }));
}

void Agents::head(base::ConversationId id, const SharedReply<ConversationHead>& reply)
{
    m_turns.look(id, [this, reply](base::Result<const store::ConversationRow*> row,
                                   const engine::State& state) {
        if (row)
            reply->answer(fullHead(**row, state));
        else
            reply->answer(base::fail(row.error()));
    });
}

void Agents::connected(const SharedReply<std::vector<ConversationHead>>& reply)
{
    struct Gathering {
        std::vector<ConversationHead> heads;
        std::size_t rest = 0;
    };
    const auto online = m_hub.online();
    const auto gathering = std::make_shared<Gathering>(Gathering{.rest = online.size()});
    if (online.empty())
        reply->answer({});
    for (const auto id : online) {
        m_turns.look(id, [this, gathering, reply](base::Result<const store::ConversationRow*> row,
                                                  const engine::State&) {
            if (row)
                gathering->heads.push_back(headOf(**row));
            if (--gathering->rest == 0)
                reply->answer(std::move(gathering->heads));
        });
    }
}

void Agents::events(EventQuery query, const SharedReply<EventPage>& reply)
{
    const auto id = query.conversation;
    m_context.store.events(
        {.conversation = id,
         .before = query.before,
         .after = query.after,
         .limit = std::clamp(query.limit, 1, 1000)},
        m_context.caller.expect<std::vector<store::EventRow>>(
            [this, id, reply](base::Result<std::vector<store::EventRow>> rows) {
                if (!rows) {
                    reply->answer(base::fail(rows.error()));
                    return;
                }
                EventPage page{.conversation = id};
                for (auto& row : *rows) {
                    MessageEvent event{.seq = row.seq,
                                       .customerSeq = row.customerSeq,
                                       .time = row.time,
                                       .kind = row.kind,
                                       .actor = row.actor,
                                       .text = std::move(row.text),
                                       .payload = row.payload,
                                       .clientMessageId = std::move(row.clientMessageId),
                                       .isErased = row.isErased};
                    if (row.kind == engine::EventKind::BotMessage)
                        event.options = engine::payloadOptions(row.payload);
                    event.personName =
                        m_context.nameOf({engine::payloadNumber(row.payload, "person")});
                    page.lastSeq = row.seq;
                    page.events.push_back(std::move(event));
                }
                m_turns.look(id, [this, id, reply, page = std::move(page)](
                                     base::Result<const store::ConversationRow*> row,
                                     const engine::State&) mutable {
                    if (!row) {
                        reply->answer(base::fail(row.error()));
                        return;
                    }
                    page.lastSeq = (*row)->lastSeq;
                    std::tie(page.deliveredUpTo, page.seenUpTo) = m_turns.customerReceipts(id);
                    reply->answer(std::move(page));
                });
            }));
}

void Agents::search(const SearchQuery& query, const SharedReply<SearchPage>& reply)
{
    auto words = parseSearch(query.text);
    words.after = query.after;
    words.limit = std::clamp(query.limit, 1, 200);
    m_context.store.search(
        std::move(words),
        m_context.caller.expect<store::SearchPage>([reply](base::Result<store::SearchPage> page) {
            if (!page) {
                reply->answer(base::fail(page.error()));
                return;
            }
            SearchPage answer{.next = page->next, .isBehind = page->isBehind};
            for (const auto& hit : page->hits)
                answer.hits.push_back(
                    {hit.conversation, hit.seq, hit.time, hit.actor, hit.name, hit.snippet});
            reply->answer(std::move(answer));
        }));
}

void Agents::drafts(base::PersonId me, const SharedReply<std::vector<Draft>>& reply)
{
    m_context.store.drafts(me,
                           m_context.caller.expect<std::vector<store::Draft>>(
                               [reply](base::Result<std::vector<store::Draft>> rows) {
                                   if (!rows) {
                                       reply->answer(base::fail(rows.error()));
                                       return;
                                   }
                                   std::vector<Draft> drafts;
                                   for (const auto& row : *rows)
                                       drafts.push_back({row.conversation, row.text, row.isNote});
                                   reply->answer(std::move(drafts));
                               }));
}

void Agents::giveBackStages(base::ConversationId id,
                            const SharedReply<QList<engine::Option>>& reply)
{
    m_turns.look(id, [this, reply](base::Result<const store::ConversationRow*> row,
                                   const engine::State& state) {
        const auto flow = m_context.flows.find(state.flowVersion);
        if (!row)
            reply->answer(base::fail(row.error()));
        else if (!flow)
            reply->answer(base::fail(base::Code::Corrupt, QStringLiteral("unknown flow version")));
        else
            reply->answer(flow->giveBackStages(state.language));
    });
}

base::Result<void> Agents::mayAct(const engine::Input& input) const
{
    using people::Action;
    const bool isErasure = input.kind == engine::Input::Kind::Erase;
    auto allowed = mayDo(m_context.people, input.person,
                         isErasure ? Action::EraseConversations : Action::AnswerCustomers);
    if (!allowed || !input.target.isValid())
        return allowed;
    return mayDo(m_context.people, input.target, Action::AnswerCustomers);
}

void Agents::act(base::ConversationId id, engine::Input input, base::Seq expectedControl,
                 const SharedReply<ConversationHead>& reply)
{
    if (const auto allowed = mayAct(input); !allowed) {
        reply->answer(base::fail(allowed.error()));
        return;
    }
    m_turns.submit(id, {.input = std::move(input),
                        .expectedControl = expectedControl,
                        .done = [this, reply](base::Result<TurnDone> turn) {
                            if (turn)
                                reply->answer(fullHead(turn->row, turn->state));
                            else
                                reply->answer(base::fail(turn.error()));
                        }});
}

void Agents::write(base::ConversationId id, engine::Input input, QString clientMessageId,
                   const SharedReply<base::Seq>& reply)
{
    if (const auto allowed = mayAct(input); !allowed) {
        reply->answer(base::fail(allowed.error()));
        return;
    }
    m_turns.submit(id, {.input = std::move(input),
                        .clientMessageId = std::move(clientMessageId),
                        .done = [reply](base::Result<TurnDone> turn) {
                            if (turn)
                                reply->answer(turn->committed.first);
                            else
                                reply->answer(base::fail(turn.error()));
                        }});
}

void Agents::setDuty(base::PersonId me, Duty duty)
{
    const auto it = m_context.people.find(me);
    if (it == m_context.people.end() || it->second.duty == duty ||
        (!it->second.isActive && duty != Duty::Off))
        return;
    const bool wasServed = m_context.personsOnDuty() > 0;
    it->second.duty = duty;
    const bool isServed = m_context.personsOnDuty() > 0;
    if (wasServed != isServed)
        m_hub.tellAllCustomers(CustomerNews::Kind::Presence, isServed);
    m_hub.changed({.presence = true, .people = true});
    if (duty == Duty::Off)
        returnToQueue(me);
}

// Who is off owns nothing: customers must not wait for somebody who has left.
void Agents::returnToQueue(base::PersonId person)
{
    m_context.store.conversationPage(
        {.view = store::View::Mine, .person = person, .limit = kReturnedAtOnce},
        m_context.caller.expect<store::ConversationPage>(
            [this, person](base::Result<store::ConversationPage> page) {
                if (!page || m_context.people.at(person).duty != Duty::Off)
                    return;
                for (const auto& row : page->rows)
                    m_turns.submit(row.id, {.input = {.kind = engine::Input::Kind::ReturnToQueue,
                                                      .text = QStringLiteral("off_duty"),
                                                      .person = person},
                                            .done = [](const base::Result<TurnDone>&) {}});
            }));
}

} // namespace desk
