// SPDX-License-Identifier: GPL-3.0-or-later
// What a turn waits for before it is decided: articles, then AI. No transaction is open meanwhile, and
// only the last decision is committed.
#include "desk/masking/conversation_masker.h"
#include "desk/turns.h"

#include <algorithm>

namespace desk {

namespace {

/// Ends, begins anew, or leads to the question whether to erase.
bool breaksOff(const engine::Flow& flow, const engine::Choice& command)
{
    using engine::Effect;
    const auto erases = [](const engine::Choice& choice) { return choice.effect == Effect::Erase; };
    return command.effect == Effect::Close || erases(command) || command.withdraws ||
           std::ranges::any_of(command.next, [&](const auto& route) {
               return route.target >= 0 &&
                      std::ranges::any_of(flow.stage(route.target).options, erases);
           });
}

} // namespace

bool Turns::comesFirst(const Live& live, const engine::Input& input)
{
    using InputKind = engine::Input::Kind;
    if (input.kind == InputKind::TakeOver || input.kind == InputKind::Close ||
        input.kind == InputKind::Erase || input.kind == InputKind::Leave)
        return true;
    // A customer's tap on close, start over or erase.
    const auto flow = input.kind == InputKind::Option && live.phase == Phase::Asking
                          ? m_context.flows.find(live.state.flowVersion)
                          : nullptr;
    return flow && std::ranges::any_of(flow->commands(), [&](const engine::Choice& command) {
               return command.value == input.value && breaksOff(*flow, command);
           });
}

void Turns::goOn(base::ConversationId id, TurnInput input, engine::Facts facts)
{
    Live& live = m_live[id];
    live.endAsking = nullptr;
    live.phase = Phase::Idle;
    if (!decide(id, live, std::move(input), std::move(facts)))
        next(id, live);
}

void Turns::askFirst(base::ConversationId id, Live& live, TurnInput input, engine::Facts facts,
                     const engine::ArticleSearch& search)
{
    live.phase = Phase::Asking;
    live.endAsking =
        m_knowledge.find(search, [this, id, input = std::move(input), facts = std::move(facts)](
                                     QList<engine::FoundArticle> found) mutable {
            facts.articles = std::move(found);
            goOn(id, std::move(input), std::move(facts));
        });
}

QString Turns::refusalOf(const Live& live, const TurnInput& input, const engine::Decision& decision)
{
    if (!live.queue.empty() && comesFirst(live, live.queue.front().input))
        return QStringLiteral("something came that does not wait");
    QString off = m_help.refusal(live.row.ulid, decision.next.stage);
    if (!off.isEmpty())
        return off;
    return m_help.canAsk(*decision.wish, input.input)
               ? QString()
               : QStringLiteral("there is nothing to ask about");
}

void Turns::leaveAiOut(base::ConversationId id, Live& live, const std::shared_ptr<Wishing>& wishing,
                       const QString& why)
{
    live.endAsking = nullptr;
    wishing->decision.record.noAiReason = why;
    commit(id, live, std::move(wishing->input), wishing->facts, std::move(wishing->decision));
}

// A repeat is answered from its turn: nothing is asked for it.
void Turns::askAi(base::ConversationId id, Live& live, const std::shared_ptr<Wishing>& wishing)
{
    live.phase = Phase::Asking;
    live.endAsking = [wishing] { wishing->isHurried = true; };
    const QString messageId = wishing->input.clientMessageId;
    if (messageId.isEmpty()) {
        hearLast(id, live, wishing);
        return;
    }
    m_context.store.turn(id, messageId,
                         m_context.caller.expect<store::Committed>(
                             [this, id, wishing](const base::Result<store::Committed>& known) {
                                 if (!known && known.error().code == base::Code::NotFound)
                                     hearLast(id, m_live[id], wishing);
                                 else
                                     leaveAiOut(id, m_live[id], wishing,
                                                QStringLiteral("answered before"));
                             }));
}

void Turns::hearLast(base::ConversationId id, Live& live, const std::shared_ptr<Wishing>& wishing)
{
    using Events = std::vector<store::EventRow>;
    constexpr int kRows = 64; // most are receipts and the like, which nobody says
    m_context.store.events(
        {.conversation = id, .before = base::Seq{live.row.lastSeq.value + 1}, .limit = kRows},
        m_context.caller.expect<Events>([this, id, wishing](const base::Result<Events>& events) {
            Live& asking = m_live[id];
            if (wishing->isHurried)
                leaveAiOut(id, asking, wishing,
                           QStringLiteral("something came that does not wait"));
            else if (!events) // what cannot be masked rightly does not leave
                leaveAiOut(id, asking, wishing,
                           QStringLiteral("what was said before cannot be read"));
            else
                callAi(id, asking, wishing, questionBefore(*events, wishing->input.input.text));
        }));
}

void Turns::callAi(base::ConversationId id, Live& live, const std::shared_ptr<Wishing>& wishing,
                   const QString& before)
{
    m_hub.tellCustomer(id, {.kind = CustomerNews::Kind::Typing, .conversation = id, .isOn = true});
    const TurnQuestion question{.wish = *wishing->decision.wish,
                                .flow = wishing->flow,
                                .state = wishing->decision.next,
                                .input = wishing->input.input,
                                .before = before};
    live.endAsking = m_help.ask(question, wishing->facts, [this, id, wishing](engine::Facts facts) {
        m_hub.tellCustomer(id,
                           {.kind = CustomerNews::Kind::Typing, .conversation = id, .isOn = false});
        goOn(id, std::move(wishing->input), std::move(facts));
    });
}

} // namespace desk
