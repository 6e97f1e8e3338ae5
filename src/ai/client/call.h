// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/attempt_run.h"
#include "ai/client/client.h"
#include "ai/client/json_schema.h"

namespace ai {

/// One call under way: where it stands in the chain, what it holds there, and what it waits for.
///
///   Fresh ─ begin ─▶ (hop) ─▶ Queued ─▶ Waiting ─▶ Sending ─▶ Over
///                      ▲        │          │  ▲        │
///                      └────────┴──────────┴──┼────────┤ next hop
///                                             └────────┘ retry
///
/// Fresh and Waiting have one timer; Queued waits for the bulkhead; Sending has an attempt. Whatever
/// happens, finish() is the one way out, and runs once.
class Call final : private AttemptHost
{
public:
    Call(Client& client, std::uint64_t number, ChatRequest request, CallListener listener);
    ~Call() override;
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    /// Ends it at the next turn of the loop, having tried nothing.
    void refuseSoon(Outcome outcome);
    void beginSoon();
    void cancel();
    /// As cancel(), but the caller hears nothing.
    void abandon();
    void setPaused(bool paused);
    /// A breaker has opened or a gate has shut: if it is this one's, waiting any longer is in vain.
    void lookAgain();
    [[nodiscard]] const std::string& idempotencyKey() const { return m_request.idempotencyKey; }

private:
    enum class State { Fresh, Queued, Waiting, Sending, Over };

    // call.cpp: from the start along the chain to an attempt
    void begin();
    void setDeadlines();
    void pass(Limit limit);
    void goOn(Next next);
    void enterQueue();
    void passOver(Outcome outcome, std::string reason);
    [[nodiscard]] bool isShut();
    [[nodiscard]] bool isCooling();
    void passOverShut(const BreakerRefusal& refusal);
    void leaveHop();
    void giveBack();
    void expectContent();
    void tryAttempt();
    [[nodiscard]] bool waitsForGate();
    [[nodiscard]] bool waitsForLimiter();
    void waitOrPassOver(base::milliseconds wait, std::string reason);
    [[nodiscard]] bool takesRetry();
    [[nodiscard]] bool reservesCost();
    [[nodiscard]] bool isAdmitted();
    void send();
    void startAttempt();
    void wakeAfter(base::milliseconds wait);

    // call_end.cpp: what an attempt's end means, until the call's
    void attemptContent(std::string_view text) override;
    void attemptEnded(AttemptEnd end) override;
    void deliver();
    [[nodiscard]] Judgement conclude(const AttemptEnd& end);
    void noteAttempt(const AttemptEnd& end, const std::string& reason);
    void settle(const Attempt& attempt);
    void tellServer(const AttemptEnd& end, Verdict verdict);
    [[nodiscard]] bool retries(const Judgement& judged, const AttemptEnd& end);
    void complete(const AttemptEnd& end, Completed completed);
    void repairOrFail(const std::string& flaw);
    void putAway(bool mayDrain);
    void stopAttempt(AttemptEnd::How how, Limit limit);
    [[nodiscard]] CallSide side() const;
    [[nodiscard]] Outcome lastOutcome() const;
    void finish(Outcome outcome);

    [[nodiscard]] base::milliseconds patience() const;
    [[nodiscard]] base::milliseconds patienceWithPause() const;
    [[nodiscard]] base::milliseconds left() const;
    [[nodiscard]] base::WallTime wallAfter(base::milliseconds wait) const;
    [[nodiscard]] BreakerKey breakerKey() const;

    Client& m_client;
    const std::uint64_t m_number;
    ChatRequest m_request; ///< masked
    CallListener m_listener;
    const base::SteadyTime m_start;
    std::unique_ptr<MaskedCall> m_masked;
    std::optional<JsonSchema> m_schema;
    Chain m_chain;
    CallReport m_report;
    State m_state = State::Fresh;
    bool m_isPaused = false;
    bool m_isMuted = false; ///< the caller has gone

    // the hop
    const Endpoint* m_endpoint = nullptr;
    ServerState* m_server = nullptr;
    ModelState* m_model = nullptr;
    BulkheadPlace m_place;
    std::optional<Bulkhead::WaiterId> m_waiter;
    std::optional<Gate::Place> m_gatePlace;
    std::optional<WireRequest> m_wire; ///< kept over retries: the same bytes
    std::int64_t m_answerTokens = 0;   ///< the most that may be answered at this hop
    int m_attempts = 0;
    bool m_isRetry = false;
    bool m_wasStale = false;

    // the attempt
    Limiter::Grant m_grant;
    Accounts::Reservation m_reservation;
    BreakerTicket m_ticket;
    std::unique_ptr<AttemptRun> m_attempt;
    base::milliseconds m_leftAtStart{0};
    std::int64_t m_promptTokens = 0;

    // the answer
    std::unique_ptr<Restorer> m_restorer;
    std::string m_piece;
    std::string m_text;
    std::string m_received; ///< with pseudonyms; only of an answer with a schema
    bool m_isDelivered = false;
    bool m_isRepair = false;
    std::optional<Outcome> m_real;    ///< of the last attempt
    std::optional<Outcome> m_refusal; ///< of the last hop that was passed over

    base::TimerId m_wakeTimer;
    base::TimerId m_totalTimer;
    base::TimerId m_firstTimer;
};

} // namespace ai
