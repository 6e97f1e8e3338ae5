// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/customers/customers.h"

#include "desk/customers/customer_view.h"
#include "engine/recording.h"

#include <algorithm>

namespace desk {

namespace {

constexpr std::size_t kKnownCustomers = 5000;
constexpr int kMissedAgentMessages = 50;

engine::Input inputOf(const CustomerInput& said)
{
    if (!said.value.isEmpty())
        return {.kind = engine::Input::Kind::Option, .value = said.value, .label = said.label};
    return {.kind = engine::Input::Kind::Message, .text = said.text};
}

QString joined(const QString& first, const QString& second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return first + QStringLiteral("\n\n") + second;
}

} // namespace

Answer answerOf(const TurnDone& turn)
{
    Answer answer{.conversation = turn.committed.conversation,
                  .seq = turn.committed.lastCustomer,
                  .stage = turn.committed.stage.isEmpty() ? turn.state.stage : turn.committed.stage,
                  .mode = turn.state.mode,
                  .handledBy = turn.committed.handledBy};
    answer.options = turn.options;
    for (const auto& event : turn.committed.events) {
        if (event.kind == engine::EventKind::BotMessage)
            answer.reply = joined(answer.reply, event.text);
    }
    for (const auto& event : turn.committed.events) {
        if (event.customerSeq.isValid())
            answer.seq = turn.committed.isRepeat ? event.customerSeq : answer.seq;
    }
    return answer;
}

void Customers::greet(GreetRequest request, const SharedReply<Greeting>& reply)
{
    if (!request.customer.isValid()) {
        greetKnown(request, {.id = {base::randomHex(m_context.random)}}, reply);
        return;
    }
    const auto id = request.customer;
    m_context.store.customer(
        id,
        m_context.caller.expect<store::CustomerRow>(
            [this, request = std::move(request), reply](base::Result<store::CustomerRow> customer) {
                if (customer)
                    greetKnown(request, *customer, reply);
                else if (customer.error().code == base::Code::NotFound)
                    greetKnown(request, {.id = {base::randomHex(m_context.random)}}, reply);
                else
                    reply->answer(base::fail(customer.error()));
            }));
}

void Customers::greetKnown(const GreetRequest& request, const store::CustomerRow& customer,
                           const SharedReply<Greeting>& reply)
{
    const NewConversation conversation{.customer = customer.id,
                                       .locale = request.locale,
                                       .name =
                                           customer.name.isEmpty() ? request.name : customer.name,
                                       .language = customer.language};
    m_turns.begin(conversation, [this, reply, customer,
                                 locale = request.locale](base::Result<TurnDone> turn) {
        if (!turn) {
            reply->answer(base::fail(turn.error()));
            return;
        }
        rememberCustomer(*turn);
        m_sessions.create(
            customer.id, turn->row.id, locale,
            [reply, customer,
             answer = answerOf(*turn)](base::Result<std::pair<base::SessionId, QString>> session) {
                if (session)
                    reply->answer(Greeting{session->first, session->second, customer.id, answer});
                else
                    reply->answer(base::fail(session.error()));
            });
    });
}

void Customers::rememberCustomer(const TurnDone& turn)
{
    if (!turn.row.customer.isValid() || turn.state.isErased)
        return;
    const auto known =
        std::pair(turn.state.slots.value(QStringLiteral("name")).value, turn.state.language);
    auto& stored = m_known[turn.row.customer];
    if (stored == known && !known.second.isEmpty())
        return;
    stored = known;
    m_context.store.saveCustomer({turn.row.customer, known.first, known.second}, {});
    if (m_known.size() > kKnownCustomers)
        m_known.clear();
}

void Customers::session(const base::SessionId& id, const SharedReply<SessionInfo>& reply)
{
    m_sessions.find(id, [this, reply](base::Result<Sessions::Session*> session) {
        if (!session && session.error().code == base::Code::NotFound) {
            reply->answer(SessionInfo{});
            return;
        }
        if (!session) {
            reply->answer(base::fail(session.error()));
            return;
        }
        const store::SessionRow row = (*session)->row;
        m_turns.look(
            row.conversation,
            [this, reply, row](const base::Result<const store::ConversationRow*>& conversation,
                               const engine::State& state) {
                SessionInfo info{.isValid = true,
                                 .customer = row.customer,
                                 .conversation = row.conversation,
                                 .csrfHash = row.csrfHash,
                                 .locale = row.locale,
                                 .expires = row.expires};
                if (conversation)
                    info.handling = handlingOf(state);
                reply->answer(std::move(info));
            });
    });
}

void Customers::says(const base::SessionId& id, CustomerInput input,
                     const SharedReply<Answer>& reply)
{
    m_sessions.find(id, [this, input = std::move(input),
                         reply](base::Result<Sessions::Session*> found) {
        if (!found) {
            reply->answer(base::fail(found.error()));
            return;
        }
        const store::SessionRow row = (*found)->row;
        m_turns.look(row.conversation, [this, input, reply, row](
                                           base::Result<const store::ConversationRow*> conversation,
                                           const engine::State& state) {
            const bool isGone = !conversation && conversation.error().code == base::Code::NotFound;
            if (!conversation && !isGone) {
                reply->answer(base::fail(conversation.error()));
                return;
            }
            const auto flow = m_context.flows.find(state.flowVersion);
            const bool isTaken =
                !isGone && flow && engine::takesCustomer(*flow, state, inputOf(input));
            const bool isOver = isGone || (state.mode == engine::Mode::Closed && !isTaken);
            if (!isOver) {
                sayNow(row, input, {}, reply);
                return;
            }
            sayAfterTheEnd(row, state, input, reply);
        });
    });
}

// A repeat of what ended the conversation gets its old answer; anything else opens the next one.
void Customers::sayAfterTheEnd(const store::SessionRow& session, const engine::State& state,
                               const CustomerInput& input, const SharedReply<Answer>& reply)
{
    const auto open = [this, session, input, reply] {
        startAgain(session.idHash, session.customer, session.locale,
                   [this, session, input, reply](base::Result<Answer> begun) {
                       store::SessionRow moved = session;
                       if (begun)
                           moved.conversation = begun->conversation;
                       if (begun)
                           sayNow(moved, input, *begun, reply);
                       else
                           reply->answer(base::fail(begun.error()));
                   });
    };
    if (input.clientMessageId.isEmpty()) {
        open();
        return;
    }
    m_context.store.turn(
        session.conversation, input.clientMessageId,
        m_context.caller.expect<store::Committed>(
            [reply, open, state](base::Result<store::Committed> turn) {
                if (turn)
                    reply->answer(answerOf(
                        {.state = state, .committed = *turn, .options = optionsOf(turn->events)}));
                else
                    open();
            }));
}

void Customers::sayNow(const store::SessionRow& session, const CustomerInput& input,
                       const Answer& before, const SharedReply<Answer>& reply)
{
    m_turns.submit(session.conversation,
                   {.input = inputOf(input),
                    .clientMessageId = input.clientMessageId,
                    .done = [this, session, input, before, reply](base::Result<TurnDone> turn) {
                        if (turn) {
                            answer(session.idHash, *turn, before, reply);
                            return;
                        }
                        // It may have been closed while this waited its turn; once is enough.
                        const bool mayHaveEnded = turn.error().code == base::Code::Refused &&
                                                  !before.conversation.isValid();
                        if (!mayHaveEnded) {
                            reply->answer(base::fail(turn.error()));
                            return;
                        }
                        m_turns.look(session.conversation,
                                     [this, session, input, reply, error = turn.error()](
                                         const base::Result<const store::ConversationRow*>& row,
                                         const engine::State& state) {
                                         if (row && state.mode == engine::Mode::Closed)
                                             sayAfterTheEnd(session, state, input, reply);
                                         else
                                             reply->answer(base::fail(error));
                                     });
                    }});
}

void Customers::answer(const QByteArray& sessionHash, const TurnDone& turn, const Answer& before,
                       const SharedReply<Answer>& reply)
{
    rememberCustomer(turn);
    Answer mine = answerOf(turn);
    mine.reply = joined(before.reply, mine.reply);
    Sessions::Session* session = m_sessions.cached(sessionHash);
    if (!session || turn.committed.isRepeat ||
        m_hub.hasStream(session->row.conversation, sessionHash)) {
        reply->answer(std::move(mine));
        return;
    }
    // Without a stream, what agents wrote meanwhile comes at the start of this answer.
    const auto from = std::exchange(session->lastAnswered, turn.committed.lastCustomer);
    if (turn.lastAgentMessage <= from.value) {
        reply->answer(std::move(mine));
        return;
    }
    const base::ConversationId conversation = mine.conversation;
    m_context.store.events(
        {.conversation = conversation, .afterCustomer = from, .limit = kMissedAgentMessages},
        m_context.caller.expect<std::vector<store::EventRow>>(
            [mine = std::move(mine),
             reply](base::Result<std::vector<store::EventRow>> events) mutable {
                QString missed;
                for (const auto& event : events ? *events : std::vector<store::EventRow>()) {
                    if (event.kind == engine::EventKind::AgentMessage)
                        missed = joined(missed, event.text);
                }
                mine.reply = joined(missed, mine.reply);
                reply->answer(std::move(mine));
            }));
}

void Customers::reset(const base::SessionId& id, const SharedReply<Answer>& reply)
{
    m_sessions.find(id, [this, reply](base::Result<Sessions::Session*> found) {
        if (!found) {
            reply->answer(base::fail(found.error()));
            return;
        }
        const store::SessionRow row = (*found)->row;
        const auto begin = [this, row, reply] {
            startAgain(row.idHash, row.customer, row.locale,
                       [reply](base::Result<Answer> begun) { reply->answer(std::move(begun)); });
        };
        // The old conversation ends by the customer's own wish, so that it does not wait for ever.
        m_turns.submit(row.conversation,
                       {.input = {.kind = engine::Input::Kind::Leave},
                        .done = [begin](const base::Result<TurnDone>&) { begin(); }});
    });
}

void Customers::startAgain(const QByteArray& sessionHash, const base::CustomerId& customer,
                           const QString& locale,
                           const std::function<void(base::Result<Answer>)>& done)
{
    const auto [it, isFirst] = m_starting.try_emplace(sessionHash);
    if (!isFirst) {
        // Another input of this session opens the next conversation already: this one joins it.
        it->second.waiting.push_back([this, sessionHash, done] {
            Sessions::Session* session = m_sessions.cached(sessionHash);
            if (session)
                done(Answer{.conversation = session->row.conversation});
            else
                done(base::fail(base::Code::NotFound, QStringLiteral("the session has gone")));
        });
        return;
    }
    const auto finish = [this, sessionHash, done](base::Result<Answer> begun) {
        auto node = m_starting.extract(sessionHash);
        done(std::move(begun));
        for (const auto& waiting : node.mapped().waiting)
            waiting();
    };
    m_context.store.customer(
        customer,
        m_context.caller.expect<store::CustomerRow>([this, sessionHash, customer, locale, finish](
                                                        base::Result<store::CustomerRow> known) {
            NewConversation conversation{.customer = customer, .locale = locale};
            if (known) {
                conversation.name = known->name;
                conversation.language = known->language;
            }
            m_turns.begin(conversation, [this, sessionHash, finish](base::Result<TurnDone> turn) {
                if (!turn) {
                    finish(base::fail(turn.error()));
                    return;
                }
                m_sessions.move(sessionHash, turn->row.id,
                                [this, sessionHash, finish,
                                 answer = answerOf(*turn)](base::Result<void> moved) {
                                    if (!moved) {
                                        finish(base::fail(moved.error()));
                                        return;
                                    }
                                    m_hub.moveCustomer(sessionHash, answer.conversation);
                                    finish(answer);
                                });
            });
        }));
}

void Customers::events(const base::SessionId& id, StreamPosition from, int limit,
                       const SharedReply<CustomerEventPage>& reply)
{
    m_sessions.find(id, [this, from, limit, reply](base::Result<Sessions::Session*> found) {
        if (!found) {
            reply->answer(base::fail(found.error()));
            return;
        }
        const auto current = (*found)->row.conversation;
        const auto customer = (*found)->row.customer;
        if (!from.conversation || *from.conversation == current) {
            pageOf(current, current, from.after, limit, reply);
            return;
        }
        // An earlier conversation of the same customer may be read to its end; any other is not his.
        m_turns.look(*from.conversation,
                     [this, from, limit, reply, current, customer](
                         base::Result<const store::ConversationRow*> row, const engine::State&) {
                         const bool isOwn = row && (*row)->customer == customer;
                         pageOf(isOwn ? *from.conversation : current, current,
                                isOwn ? from.after : base::CustomerSeq{}, limit, reply);
                     });
    });
}

void Customers::pageOf(base::ConversationId conversation, base::ConversationId current,
                       base::CustomerSeq after, int limit,
                       const SharedReply<CustomerEventPage>& reply)
{
    const int atMost = std::clamp(limit, 1, 500);
    m_context.store.events(
        {.conversation = conversation, .afterCustomer = after, .limit = atMost},
        m_context.caller.expect<std::vector<store::EventRow>>(
            [this, conversation, current, atMost,
             reply](base::Result<std::vector<store::EventRow>> rows) {
                if (!rows) {
                    reply->answer(base::fail(rows.error()));
                    return;
                }
                CustomerEventPage page{.current = current,
                                       .hasMore = static_cast<int>(rows->size()) == atMost};
                for (const auto& row : *rows)
                    page.events.push_back(customerEvent(m_context, row));
                if (!rows->empty())
                    m_turns.customerHas(conversation, engine::Input::Kind::Delivered,
                                        rows->back().customerSeq);
                m_turns.look(current, [this, reply, page = std::move(page)](
                                          const base::Result<const store::ConversationRow*>& row,
                                          const engine::State& state) mutable {
                    if (row)
                        page.handling = handlingOf(state);
                    reply->answer(std::move(page));
                });
            }));
}

Handling Customers::handlingOf(const engine::State& state) const
{
    Handling handling{.mode = state.mode, .stage = state.stage};
    if (state.mode == engine::Mode::Human)
        handling.agentName = m_context.nameOf(state.owner);
    if (state.mode == engine::Mode::Waiting && m_context.personsOnDuty() > 0)
        handling.waitMinutes = m_turns.wait().minutes();
    return handling;
}

// What agents read before this stream began, which a page that was loaded anew does not know.
void Customers::tellReceipts(base::ConversationId id, const base::Ear<CustomerNews>& ear)
{
    m_turns.look(id, [this, id, ear](const base::Result<const store::ConversationRow*>& row,
                                     const engine::State&) {
        const auto [delivered, seen] = m_turns.agentReceipts(id);
        if (row && delivered > 0)
            ear.tell({.kind = CustomerNews::Kind::Receipt,
                      .conversation = id,
                      .delivered = delivered,
                      .seen = seen});
    });
}

void Customers::hear(const base::SessionId& id, base::Ear<CustomerNews> ear)
{
    m_sessions.find(id, [this, ear = std::move(ear)](base::Result<Sessions::Session*> found) {
        if (!found)
            return;
        const auto conversation = (*found)->row.conversation;
        ear.tell({.kind = CustomerNews::Kind::Presence,
                  .conversation = conversation,
                  .isOn = m_context.personsOnDuty() > 0});
        // Whatever was committed between the last page and now is fetched once more.
        ear.tell({.kind = CustomerNews::Kind::Changed, .conversation = conversation});
        tellReceipts(conversation, ear);
        m_hub.addCustomer(conversation, (*found)->row.idHash, ear);
    });
}

void Customers::typing(const base::SessionId& id)
{
    m_sessions.find(id, [this](base::Result<Sessions::Session*> found) {
        if (found)
            m_hub.customerTypes((*found)->row.conversation);
    });
}

void Customers::seen(const base::SessionId& id, base::CustomerSeq upTo)
{
    m_sessions.find(id, [this, upTo](base::Result<Sessions::Session*> found) {
        if (found)
            m_turns.customerHas((*found)->row.conversation, engine::Input::Kind::Seen, upTo);
    });
}

} // namespace desk
