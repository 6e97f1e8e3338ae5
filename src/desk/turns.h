// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"
#include "desk/facts.h"
#include "desk/hub.h"
#include "desk/knowledge/knowledge.h"
#include "desk/smart/turn_help.h"
#include "engine/engine.h"

#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>

namespace desk {

/// A turn as it was committed.
struct TurnDone {
    store::ConversationRow row; ///< after the turn
    engine::State state;
    store::Committed committed;
    QList<engine::Option> options; ///< of the bot's last message in this turn
    qint64 lastAgentMessage = 0;   ///< customer-side number of the newest agent message; 0: none
};
/// The options of the bot's last message among these rows.
[[nodiscard]] QList<engine::Option> optionsOf(const std::vector<store::EventRow>& events);

using TurnReply = std::function<void(base::Result<TurnDone>)>;

/// One input for a conversation.
struct TurnInput {
    engine::Input input;
    QString clientMessageId;
    base::Seq expectedControl;          ///< none: any
    TurnReply done;                     ///< runs on the desk thread, once
    std::optional<engine::AiHelp> help; ///< of Helped
};

/// Whom a new conversation is with.
struct NewConversation {
    base::CustomerId customer;
    QString locale;
    QString name;     ///< known from before
    QString language; ///< known from before
    bool isDemo = false;
};

/// The one place where conversations change. Each is Loading, Idle, Asking (articles are searched for
/// it, then AI is asked, once at most) or Committing; unless Idle, inputs queue in order, at most 8,
/// then Busy; take over, close, start over and erasure come first, and end the asking: the turn is then
/// decided with what is known. A turn that fails drops what is cached and reads the conversation again
/// before the queue goes on. Lives on the desk thread.
class Turns
{
public:
    Turns(Context& context, Hub& hub, Knowledge& knowledge, TurnHelp& help)
        : m_context(context), m_hub(hub), m_knowledge(knowledge), m_help(help)
    {
    }

    void begin(const NewConversation& conversation, TurnReply done);
    void submit(base::ConversationId id, TurnInput input);
    /// The row and state as committed, loading them if need be.
    void look(base::ConversationId id,
              std::function<void(base::Result<const store::ConversationRow*>, const engine::State&)>
                  work);
    /// Forgets what is cached, for instance after rows were removed.
    void forget(base::ConversationId id);
    void forgetDemo();

    /// Receipts: what the customer has got and seen of the agents' messages. A row is written only
    /// for news about an agent's message.
    void customerHas(base::ConversationId id, engine::Input::Kind kind, base::CustomerSeq upTo);

    /// What the owner's window has got; the customer hears of it, no row is written.
    void agentHas(base::ConversationId id, base::PersonId person, base::Seq upTo);
    /// What the owner has read; a row is written only for news about a customer's message.
    void agentHasSeen(base::ConversationId id, base::PersonId person, base::Seq upTo);
    /// Customer-side numbers up to which an agent has got and seen the customer's messages; 0 where
    /// the conversation is not in memory.
    [[nodiscard]] std::pair<qint64, qint64> agentReceipts(base::ConversationId id) const;
    /// Customer-side numbers up to which the customer has got and seen agents' messages; 0 where the
    /// conversation is not in memory.
    [[nodiscard]] std::pair<qint64, qint64> customerReceipts(base::ConversationId id) const;

    [[nodiscard]] const WaitEstimate& wait() const noexcept { return m_wait; }

private:
    enum class Phase { Loading, Idle, Asking, Committing };
    struct Live {
        Phase phase = Phase::Loading;
        store::ConversationRow row;
        engine::State state;
        std::deque<TurnInput> queue;
        std::vector<
            std::function<void(base::Result<const store::ConversationRow*>, const engine::State&)>>
            lookers;
        qint64 lastAgentMessage = 0;    ///< customer-side number of the newest agent message
        qint64 lastCustomerMessage = 0; ///< … and of the customer's newest
        base::Seq lastCustomerRow;      ///< the row of that one
        qint64 delivered = 0, seen = 0; ///< by the customer
        qint64 agentGot = 0, agentSeen = 0;
        QString lastArticle;             ///< the newest that was quoted
        std::function<void()> endAsking; ///< at once, with nothing found and no help
        std::list<base::ConversationId>::iterator place;
    };

    Live& live(base::ConversationId id);
    void load(base::ConversationId id);
    void loaded(base::ConversationId id, base::Result<store::ConversationRow> row);
    void readReceipts(base::ConversationId id);
    void next(base::ConversationId id, Live& live);
    /// False where the input needs no commit and was answered.
    bool decide(base::ConversationId id, Live& live, TurnInput input, engine::Facts facts);
    void askFirst(base::ConversationId id, Live& live, TurnInput input, engine::Facts facts,
                  const engine::ArticleSearch& search);
    /// A decision that wishes for AI, and what it was made from.
    struct Wishing {
        TurnInput input;
        engine::Facts facts;
        engine::Decision decision; ///< complete without AI
        std::shared_ptr<const engine::Flow> flow;
        bool isHurried = false; ///< something came that must not wait
    };
    void forgetSwitch(const QString& ulid);
    /// Empty: the wish is granted; else why not.
    [[nodiscard]] QString refusalOf(const Live& live, const TurnInput& input,
                                    const engine::Decision& decision);
    void askAi(base::ConversationId id, Live& live, const std::shared_ptr<Wishing>& wishing);
    /// What was said last is read first: an agent may have asked for what the customer tells.
    void hearLast(base::ConversationId id, Live& live, const std::shared_ptr<Wishing>& wishing);
    void callAi(base::ConversationId id, Live& live, const std::shared_ptr<Wishing>& wishing,
                const QString& before);
    void leaveAiOut(base::ConversationId id, Live& live, const std::shared_ptr<Wishing>& wishing,
                    const QString& why);
    void goOn(base::ConversationId id, TurnInput input, engine::Facts facts);
    /// What must not wait behind a customer's queued words.
    [[nodiscard]] bool comesFirst(const Live& live, const engine::Input& input);
    void commit(base::ConversationId id, Live& live, TurnInput input, const engine::Facts& facts,
                engine::Decision decision);
    void committed(base::ConversationId id, base::Result<store::Committed> result,
                   store::ConversationRow row, engine::Decision decision, const TurnReply& done);
    void tell(const Live& live, const store::Committed& committed, engine::Mode before,
              base::PersonId ownerBefore);
    void noteReceipts(Live& live, const std::vector<store::EventRow>& events);
    /// The live conversation, where this person owns it and has the customer's newest message.
    [[nodiscard]] Live* readBy(base::ConversationId id, const engine::State& state,
                               base::PersonId person, base::Seq upTo);
    void tellReceipt(base::ConversationId id, const Live& live);
    void makeRoom();

    Context& m_context;
    Hub& m_hub;
    Knowledge& m_knowledge;
    TurnHelp& m_help;
    WaitEstimate m_wait;
    std::map<base::ConversationId, Live> m_live;
    std::list<base::ConversationId> m_newestFirst;
};

} // namespace desk
