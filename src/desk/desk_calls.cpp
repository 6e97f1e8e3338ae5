// SPDX-License-Identifier: GPL-3.0-or-later
// The facade's calls that only pass on to the part that does the work.
#include "desk/impl.h"

#include <utility>

namespace desk {

using Kind = engine::Input::Kind;

// ---- Customers ----

void Desk::greet(base::Caller& caller, const GreetRequest& request, Done<Greeting> done)
{
    m_impl->ask<Greeting>(caller, std::move(done),
                          [request](Impl& d, const SharedReply<Greeting>& reply) {
                              d.customers.greet(request, reply);
                          });
}

void Desk::session(base::Caller& caller, const base::SessionId& session, Done<SessionInfo> done)
{
    m_impl->ask<SessionInfo>(caller, std::move(done),
                             [session](Impl& d, const SharedReply<SessionInfo>& reply) {
                                 d.customers.session(session, reply);
                             });
}

void Desk::customerSays(base::Caller& caller, const base::SessionId& session,
                        const CustomerInput& input, Done<Answer> done)
{
    m_impl->ask<Answer>(caller, std::move(done),
                        [session, input](Impl& d, const SharedReply<Answer>& reply) {
                            d.customers.says(session, input, reply);
                        });
}

void Desk::resetConversation(base::Caller& caller, const base::SessionId& session,
                             Done<Answer> done)
{
    m_impl->ask<Answer>(caller, std::move(done),
                        [session](Impl& d, const SharedReply<Answer>& reply) {
                            d.customers.reset(session, reply);
                        });
}

void Desk::customerEvents(base::Caller& caller, const base::SessionId& session, StreamPosition from,
                          int limit, Done<CustomerEventPage> done)
{
    m_impl->ask<CustomerEventPage>(
        caller, std::move(done),
        [session, from, limit](Impl& d, const SharedReply<CustomerEventPage>& reply) {
            d.customers.events(session, from, limit, reply);
        });
}

void Desk::hearCustomer(base::Caller& caller, const base::SessionId& session,
                        std::function<void(CustomerNews)> work)
{
    m_impl->tell([session, ear = caller.ear<CustomerNews>(std::move(work))](Impl& d) {
        d.customers.hear(session, ear);
    });
}

void Desk::customerTyping(const base::SessionId& session)
{
    m_impl->tell([session](Impl& d) { d.customers.typing(session); });
}

void Desk::customerHasSeen(const base::SessionId& session, base::CustomerSeq upTo)
{
    m_impl->tell([session, upTo](Impl& d) { d.customers.seen(session, upTo); });
}

// ---- Agents ----

void Desk::conversationPage(base::Caller& caller, const ConversationQuery& query,
                            Done<ConversationPage> done)
{
    m_impl->ask<ConversationPage>(caller, std::move(done),
                                  [query](Impl& d, const SharedReply<ConversationPage>& reply) {
                                      d.agents.page(query, reply);
                                  });
}

void Desk::viewCounts(base::Caller& caller, base::PersonId me, Done<ViewCounts> done)
{
    m_impl->ask<ViewCounts>(
        caller, std::move(done),
        [me](Impl& d, const SharedReply<ViewCounts>& reply) { d.agents.counts(me, reply); });
}

void Desk::conversation(base::Caller& caller, base::ConversationId id, Done<ConversationHead> done)
{
    m_impl->ask<ConversationHead>(
        caller, std::move(done),
        [id](Impl& d, const SharedReply<ConversationHead>& reply) { d.agents.head(id, reply); });
}

void Desk::events(base::Caller& caller, EventQuery query, Done<EventPage> done)
{
    m_impl->ask<EventPage>(
        caller, std::move(done),
        [query](Impl& d, const SharedReply<EventPage>& reply) { d.agents.events(query, reply); });
}

void Desk::search(base::Caller& caller, const SearchQuery& query, Done<SearchPage> done)
{
    m_impl->ask<SearchPage>(
        caller, std::move(done),
        [query](Impl& d, const SharedReply<SearchPage>& reply) { d.agents.search(query, reply); });
}

void Desk::connectedCustomers(base::Caller& caller, Done<std::vector<ConversationHead>> done)
{
    m_impl->ask<std::vector<ConversationHead>>(
        caller, std::move(done),
        [](Impl& d, const SharedReply<std::vector<ConversationHead>>& reply) {
            d.agents.connected(reply);
        });
}

void Desk::drafts(base::Caller& caller, base::PersonId me, Done<std::vector<Draft>> done)
{
    m_impl->ask<std::vector<Draft>>(caller, std::move(done),
                                    [me](Impl& d, const SharedReply<std::vector<Draft>>& reply) {
                                        d.agents.drafts(me, reply);
                                    });
}

void Desk::giveBackStages(base::Caller& caller, base::ConversationId id,
                          Done<QList<engine::Option>> done)
{
    m_impl->ask<QList<engine::Option>>(
        caller, std::move(done), [id](Impl& d, const SharedReply<QList<engine::Option>>& reply) {
            d.agents.giveBackStages(id, reply);
        });
}

void Desk::takeOver(base::Caller& caller, base::ConversationId id, base::PersonId me,
                    base::Seq expectedControl, Done<ConversationHead> done)
{
    m_impl->act(caller, id, {.kind = Kind::TakeOver, .person = me}, expectedControl,
                std::move(done));
}

void Desk::transfer(base::Caller& caller, base::ConversationId id, base::PersonId me,
                    base::PersonId to, const QString& summary, base::Seq expectedControl,
                    Done<ConversationHead> done)
{
    m_impl->ask<ConversationHead>(
        caller, std::move(done),
        [id, me, to, summary, expectedControl](Impl& d,
                                               const SharedReply<ConversationHead>& reply) {
            if (to.isValid() && !d.context.people.contains(to)) {
                reply->answer(base::fail(base::Code::NotFound, QStringLiteral("no such person")));
                return;
            }
            d.agents.act(id, {.kind = Kind::Transfer, .text = summary, .person = me, .target = to},
                         expectedControl, reply);
        });
}

void Desk::giveBack(base::Caller& caller, base::ConversationId id, base::PersonId me, QString stage,
                    base::Seq expectedControl, Done<ConversationHead> done)
{
    m_impl->act(caller, id, {.kind = Kind::GiveBack, .value = std::move(stage), .person = me},
                expectedControl, std::move(done));
}

void Desk::close(base::Caller& caller, base::ConversationId id, base::PersonId me,
                 base::Seq expectedControl, Done<ConversationHead> done)
{
    m_impl->act(caller, id, {.kind = Kind::Close, .person = me}, expectedControl, std::move(done));
}

void Desk::erase(base::Caller& caller, base::ConversationId id, base::PersonId me,
                 Done<ConversationHead> done)
{
    m_impl->act(caller, id, {.kind = Kind::Erase, .person = me}, {}, std::move(done));
}

void Desk::reply(base::Caller& caller, base::ConversationId id, base::PersonId me, QString text,
                 const QString& clientMessageId, Done<base::Seq> done)
{
    m_impl->write(caller, id, {.kind = Kind::AgentMessage, .text = std::move(text), .person = me},
                  clientMessageId, std::move(done));
}

void Desk::note(base::Caller& caller, base::ConversationId id, base::PersonId me, QString text,
                const QString& clientMessageId, Done<base::Seq> done)
{
    m_impl->write(caller, id, {.kind = Kind::Note, .text = std::move(text), .person = me},
                  clientMessageId, std::move(done));
}

void Desk::saveDraft(base::Caller& caller, base::PersonId me, const Draft& draft, Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done),
                      [me, draft](Impl& d, const SharedReply<void>& reply) {
                          d.context.store.saveDraft({draft.conversation, me, draft.text,
                                                     draft.isNote, d.context.clock.wall()},
                                                    std::move(*reply));
                      });
}

void Desk::setDuty(base::PersonId me, Duty duty)
{
    m_impl->tell([me, duty](Impl& d) { d.agents.setDuty(me, duty); });
}

void Desk::agentTyping(base::ConversationId id, base::PersonId me)
{
    m_impl->tell([id, me](Impl& d) {
        d.turns.look(id, [&d, id, me](const base::Result<const store::ConversationRow*>& row,
                                      const engine::State& state) {
            if (row && state.mode == engine::Mode::Human && state.owner == me)
                d.hub.tellCustomer(
                    id, {.kind = CustomerNews::Kind::Typing, .conversation = id, .isOn = true});
        });
    });
}

void Desk::agentHas(base::ConversationId id, base::PersonId me, base::Seq upTo)
{
    m_impl->tell([id, me, upTo](Impl& d) { d.turns.agentHas(id, me, upTo); });
}

void Desk::agentHasSeen(base::ConversationId id, base::PersonId me, base::Seq upTo)
{
    m_impl->tell([id, me, upTo](Impl& d) { d.turns.agentHasSeen(id, me, upTo); });
}

void Desk::agentViews(base::PersonId me, base::ConversationId id)
{
    m_impl->tell([me, id](Impl& d) { d.hub.setViewing(me, id); });
}

// ---- Training from use ----

void Desk::understood(base::Caller& caller, base::ConversationId id, base::Seq seq,
                      Done<Understood> done)
{
    m_impl->ask<Understood>(caller, std::move(done),
                            [id, seq](Impl& d, const SharedReply<Understood>& reply) {
                                d.understanding.understood(id, seq, reply);
                            });
}

void Desk::correct(base::Caller& caller, const Correction& correction, Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done),
                      [correction](Impl& d, const SharedReply<void>& reply) {
                          d.understanding.correct(correction, reply);
                      });
}

void Desk::removePhrase(base::Caller& caller, qint64 id, Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done), [id](Impl& d, const SharedReply<void>& reply) {
        d.understanding.removePhrase(id, reply);
    });
}

void Desk::training(base::Caller& caller, Done<Training> done)
{
    m_impl->ask<Training>(caller, std::move(done), [](Impl& d, const SharedReply<Training>& reply) {
        d.understanding.training(reply);
    });
}

void Desk::retrain(base::Caller& caller, Done<Retrained> done)
{
    m_impl->ask<Retrained>(
        caller, std::move(done),
        [](Impl& d, const SharedReply<Retrained>& reply) { d.understanding.retrain(reply); });
}

void Desk::previousModel(base::Caller& caller, Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done), [](Impl& d, const SharedReply<void>& reply) {
        d.understanding.previousModel(reply);
    });
}

// ---- Keeping ----

void Desk::backup(base::Caller& caller, const QString& folder, Done<BackupInfo> done)
{
    m_impl->ask<BackupInfo>(caller, std::move(done),
                            [folder](Impl& d, const SharedReply<BackupInfo>& reply) {
                                d.keeping.backup(folder, reply);
                            });
}

void Desk::backups(base::Caller& caller, Done<std::vector<BackupInfo>> done)
{
    m_impl->ask<std::vector<BackupInfo>>(
        caller, std::move(done), [](Impl& d, const SharedReply<std::vector<BackupInfo>>& reply) {
            d.keeping.backups(reply);
        });
}

void Desk::importConversation(base::Caller& caller, const QByteArray& jsonLine,
                              Done<base::ConversationId> done)
{
    m_impl->ask<base::ConversationId>(
        caller, std::move(done),
        [jsonLine](Impl& d, const SharedReply<base::ConversationId>& reply) {
            d.keeping.importLine(jsonLine, reply);
        });
}

void Desk::exportPage(base::Caller& caller, const QByteArray& after, Texts texts,
                      Done<std::pair<QList<QByteArray>, QByteArray>> done)
{
    using Page = std::pair<QList<QByteArray>, QByteArray>;
    m_impl->ask<Page>(caller, std::move(done),
                      [after, texts](Impl& d, const SharedReply<Page>& reply) {
                          d.keeping.exportPage(after, texts, reply);
                      });
}

void Desk::recordedTurns(base::Caller& caller, base::ConversationId id,
                         Done<std::vector<engine::RecordedTurn>> done)
{
    using Recorded = std::vector<engine::RecordedTurn>;
    m_impl->ask<Recorded>(
        caller, std::move(done),
        [id](Impl& d, const SharedReply<Recorded>& reply) { d.keeping.recordedTurns(id, reply); });
}

void Desk::loadDemo(base::Caller& caller, Done<int> done)
{
    m_impl->ask<int>(caller, std::move(done),
                     [](Impl& d, const SharedReply<int>& reply) { d.keeping.loadDemo(reply); });
}

void Desk::clearDemo(base::Caller& caller, Done<int> done)
{
    m_impl->ask<int>(caller, std::move(done),
                     [](Impl& d, const SharedReply<int>& reply) { d.keeping.clearDemo(reply); });
}

void Desk::verify(base::Caller& caller, base::ConversationId id, Done<void> done)
{
    m_impl->ask<void>(caller, std::move(done), [id](Impl& d, const SharedReply<void>& reply) {
        d.context.store.verify(id, std::move(*reply));
    });
}

} // namespace desk
