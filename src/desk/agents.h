// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/customers/customers.h"
#include "desk/turns.h"

namespace desk {

/// The agents' use cases: read models of lists and conversations, and what agents do. Lives on the
/// desk thread.
class Agents
{
public:
    Agents(Context& context, Hub& hub, Turns& turns)
        : m_context(context), m_hub(hub), m_turns(turns)
    {
    }

    void page(const ConversationQuery& query, const SharedReply<ConversationPage>& reply);
    void counts(base::PersonId me, const SharedReply<ViewCounts>& reply);
    void head(base::ConversationId id, const SharedReply<ConversationHead>& reply);
    void events(EventQuery query, const SharedReply<EventPage>& reply);
    void search(const SearchQuery& query, const SharedReply<SearchPage>& reply);
    void connected(const SharedReply<std::vector<ConversationHead>>& reply);
    void drafts(base::PersonId me, const SharedReply<std::vector<Draft>>& reply);
    void giveBackStages(base::ConversationId id, const SharedReply<QList<engine::Option>>& reply);

    /// One agent's input; the head afterwards. Refused, as in write(): see mayAct().
    void act(base::ConversationId id, engine::Input input, base::Seq expectedControl,
             const SharedReply<ConversationHead>& reply);
    /// A message or note; its number afterwards.
    void write(base::ConversationId id, engine::Input input, QString clientMessageId,
               const SharedReply<base::Seq>& reply);

    void setDuty(base::PersonId me, Duty duty);

private:
    /// Refused: the person's roles do not allow it, or it would go to one who could not answer.
    [[nodiscard]] base::Result<void> mayAct(const engine::Input& input) const;
    ConversationHead headOf(const store::ConversationRow& row) const;
    ConversationHead fullHead(const store::ConversationRow& row, const engine::State& state) const;
    void returnToQueue(base::PersonId person);

    Context& m_context;
    Hub& m_hub;
    Turns& m_turns;
};

} // namespace desk
