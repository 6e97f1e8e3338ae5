// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/worker.h"
#include "desk/agents.h"
#include "desk/customers/customers.h"
#include "desk/help/help.h"
#include "desk/keeping/keeping.h"
#include "desk/knowledge/knowledge.h"
#include "desk/masking/masking.h"
#include "desk/people/people.h"
#include "desk/releases/releases.h"
#include "desk/releases/template_shelf.h"
#include "desk/smart/ai_keeper.h"
#include "desk/smart/ai_service.h"
#include "desk/smart/smart_mode.h"
#include "desk/understanding/understanding.h"

#include <tuple>

namespace base {
class BlockingHome;
}

namespace desk {

/// The desk thread and what lives on it. The facade's calls only post here.
struct Desk::Impl {
    Impl(Desk::Options options, store::Store& store, const base::Clock& clock, base::Random& random,
         base::Log& log);

    /// Before the thread starts.
    [[nodiscard]] base::Result<void> load();
    [[nodiscard]] base::Result<void> loadFlows(base::BlockingHome& here);

    void armIdle();
    void closeIdle();
    void presenceChanged(base::ConversationId id, bool isOnline);
    void addLastBackup(Status status, const SharedReply<Status>& reply);
    void saveSetting(const QString& key, const QString& value, const SharedReply<void>& reply);
    [[nodiscard]] SmartState smartNow() const;
    /// Answers with what counts once a setting of smart mode is saved.
    [[nodiscard]] SharedReply<void> thenSmart(const SharedReply<SmartState>& reply);

    /// Runs `work` on the desk thread with the right to answer; Busy where the mailbox is full.
    template <class T, class F>
    void ask(base::Caller& asker, Done<T> done, F work, std::string_view slot = {})
    {
        base::Reply<T> reply = asker.expect<T>(std::move(done), slot);
        reply.setWhenDropped(base::Code::Busy);
        // A refused post drops the reply, which then says Busy.
        std::ignore =
            worker.post([this, reply = std::move(reply), work = std::move(work)]() mutable {
                reply.setWhenDropped(base::Code::Cancelled);
                work(*this, std::make_shared<base::Reply<T>>(std::move(reply)));
            });
    }
    /// What passes by: lost where the mailbox is full.
    template <class F>
    void tell(F work)
    {
        std::ignore = worker.post([this, work = std::move(work)]() mutable { work(*this); });
    }

    void act(base::Caller& asker, base::ConversationId id, const engine::Input& input,
             base::Seq expectedControl, Done<ConversationHead> done)
    {
        ask<ConversationHead>(
            asker, std::move(done),
            [id, input, expectedControl](Impl& d, const SharedReply<ConversationHead>& reply) {
                d.agents.act(id, input, expectedControl, reply);
            });
    }
    void write(base::Caller& asker, base::ConversationId id, const engine::Input& input,
               const QString& clientMessageId, Done<base::Seq> done)
    {
        ask<base::Seq>(asker, std::move(done),
                       [id, input, clientMessageId](Impl& d, const SharedReply<base::Seq>& reply) {
                           d.agents.write(id, input, clientMessageId, reply);
                       });
    }

    base::Worker worker;
    base::Caller caller;
    Context context;
    std::unique_ptr<AiService> ai; ///< ends before the worker does
    SmartMode smart{context.options.smart, context.settings};
    Hub hub{context};
    Knowledge knowledge{context, hub};
    TurnHelp help{context, *ai, smart};
    Turns turns{context, hub, knowledge, help};
    Help agentHelp{context, *ai, smart, turns};
    Sessions sessions{context};
    Customers customers{context, hub, turns, sessions};
    Agents agents{context, hub, turns};
    People people{context, hub, agents};
    Masking masking{context, turns, sessions};
    Releases releases{context, hub, people, masking};
    TemplateShelf templates{context, hub, people};
    Keeping keeping{context, hub, turns, sessions, masking};
    Understanding understanding{context, hub};
    AiKeeper aiKeeper{context, ai};
};

} // namespace desk
