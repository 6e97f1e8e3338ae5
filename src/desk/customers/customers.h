// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/customers/sessions.h"
#include "desk/turns.h"

#include <memory>
#include <set>

namespace desk {

/// The customer's use cases. Lives on the desk thread.
class Customers
{
public:
    Customers(Context& context, Hub& hub, Turns& turns, Sessions& sessions)
        : m_context(context), m_hub(hub), m_turns(turns), m_sessions(sessions)
    {
    }

    void greet(GreetRequest request, const SharedReply<Greeting>& reply);
    void session(const base::SessionId& id, const SharedReply<SessionInfo>& reply);
    void says(const base::SessionId& id, CustomerInput input, const SharedReply<Answer>& reply);
    void reset(const base::SessionId& id, const SharedReply<Answer>& reply);
    void events(const base::SessionId& id, StreamPosition from, int limit,
                const SharedReply<CustomerEventPage>& reply);
    void hear(const base::SessionId& id, base::Ear<CustomerNews> ear);
    void typing(const base::SessionId& id);
    void seen(const base::SessionId& id, base::CustomerSeq upTo);

private:
    struct Starting {
        std::vector<std::function<void()>> waiting;
    };

    void greetKnown(const GreetRequest& request, const store::CustomerRow& customer,
                    const SharedReply<Greeting>& reply);
    void sayAfterTheEnd(const store::SessionRow& session, const engine::State& state,
                        const CustomerInput& input, const SharedReply<Answer>& reply);
    void sayNow(const store::SessionRow& session, const CustomerInput& input, const Answer& before,
                const SharedReply<Answer>& reply);
    void answer(const QByteArray& sessionHash, const TurnDone& turn, const Answer& before,
                const SharedReply<Answer>& reply);
    /// A new conversation in the session, known name and language taken along; one at a time.
    void startAgain(const QByteArray& sessionHash, const base::CustomerId& customer,
                    const QString& locale, const std::function<void(base::Result<Answer>)>& done);
    void rememberCustomer(const TurnDone& turn);
    [[nodiscard]] Handling handlingOf(const engine::State& state) const;
    void pageOf(base::ConversationId conversation, base::ConversationId current,
                base::CustomerSeq after, int limit, const SharedReply<CustomerEventPage>& reply);
    void tellReceipts(base::ConversationId id, const base::Ear<CustomerNews>& ear);

    Context& m_context;
    Hub& m_hub;
    Turns& m_turns;
    Sessions& m_sessions;
    std::map<QByteArray, Starting> m_starting;
    std::map<base::CustomerId, std::pair<QString, QString>>
        m_known; ///< name and language as stored
};

/// The customer's view of a committed turn.
[[nodiscard]] Answer answerOf(const TurnDone& turn);

} // namespace desk
