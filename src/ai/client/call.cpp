// SPDX-License-Identifier: GPL-3.0-or-later
// From the start along the chain to an attempt. What follows is in call_end.cpp.
#include "ai/client/call.h"

#include "ai/policy/steady.h"

#include <algorithm>
#include <utility>

namespace ai {

using namespace std::chrono_literals;

namespace {

std::string hexId(base::Random& random)
{
    return base::randomHex(random).toStdString();
}

} // namespace

Call::Call(Client& client, std::uint64_t number, ChatRequest request, CallListener listener)
    : m_client(client), m_number(number), m_request(std::move(request)),
      m_listener(std::move(listener)), m_start(client.m_parts.clock.steady()),
      m_masked(client.m_parts.masking.begin(m_request.names)),
      m_chain(client.m_config.endpoints, demandOf(m_request)), m_report{
                                                                   .id =
                                                                       hexId(client.m_parts.random),
                                                                   .purpose = m_request.purpose,
                                                                   .lane = m_request.lane,
                                                                   .startedAt =
                                                                       client.m_parts.clock.wall()}
{
    if (m_request.idempotencyKey.empty())
        m_request.idempotencyKey = hexId(client.m_parts.random);
    for (Message& message : m_request.messages)
        message.text = maskedText(*m_masked, message);
    for (const Message& message : m_request.messages) {
        if (message.role == Role::User)
            m_report.sent += (m_report.sent.empty() ? "" : "\n\n") + message.text;
    }
    m_promptTokens = guessTokens(m_request.messages);
}

Call::~Call()
{
    for (const auto timer : {m_wakeTimer, m_totalTimer, m_firstTimer})
        m_client.m_parts.timers.cancel(timer);
    if (m_waiter)
        m_server->bulkhead.giveUp(*m_waiter);
}

void Call::refuseSoon(Outcome outcome)
{
    m_request.idempotencyKey.clear(); // it may be another call's
    m_wakeTimer = m_client.m_parts.timers.after(
        0ms, [this, outcome = std::move(outcome)]() mutable { finish(std::move(outcome)); });
}

void Call::beginSoon()
{
    wakeAfter(0ms);
}

void Call::wakeAfter(base::milliseconds wait)
{
    auto& timers = m_client.m_parts.timers;
    timers.cancel(m_wakeTimer);
    m_wakeTimer = timers.after(wait, [this] {
        m_wakeTimer = {};
        if (m_state == State::Fresh)
            begin();
        else if (m_state == State::Waiting)
            tryAttempt();
    });
}

void Call::begin()
{
    if (m_request.deadlines.total <= 0ms) {
        finish(TimedOut{Limit::Total, {}});
        return;
    }
    if (m_request.schema) {
        auto schema = JsonSchema::parse(m_request.schema->json);
        if (!schema) {
            finish(BadRequest{"schema: " + schema.error().detail.toStdString()});
            return;
        }
        m_schema = std::move(*schema);
    }
    setDeadlines();
    goOn(Next::NextHop);
}

void Call::setDeadlines()
{
    auto& timers = m_client.m_parts.timers;
    const auto now = m_client.m_parts.clock.steady();
    const auto after = [&](base::milliseconds limit, Limit which) {
        return timers.after(waitUntil(now, later(m_start, limit)), [this, which] { pass(which); });
    };
    m_totalTimer = after(m_request.deadlines.total, Limit::Total);
    if (const auto first = m_request.deadlines.callFirstContent)
        m_firstTimer = after(*first, Limit::CallFirstContent);
}

void Call::pass(Limit limit)
{
    if (m_state == State::Over)
        return;
    stopAttempt(AttemptEnd::How::CallLimit, limit);
    if (m_endpoint)
        m_report.hops.push_back({m_endpoint->name, m_endpoint->model, limitName(limit)});
    finish(TimedOut{limit, m_isDelivered ? m_text : std::string()});
}

base::milliseconds Call::left() const
{
    return waitUntil(m_client.m_parts.clock.steady(), later(m_start, m_request.deadlines.total));
}

// Until the call must have its first content, if it has none; else until its end.
base::milliseconds Call::patience() const
{
    const auto first = m_request.deadlines.callFirstContent;
    if (!first || m_isDelivered || !m_firstTimer.isValid())
        return left();
    return std::min(left(), waitUntil(m_client.m_parts.clock.steady(), later(m_start, *first)));
}

// For a pause whose length is known. A customer is answered without AI at once rather than after it.
base::milliseconds Call::patienceWithPause() const
{
    return m_request.lane == Lane::Turn ? 0ms : std::min(patience(), m_client.m_config.longestTold);
}

base::WallTime Call::wallAfter(base::milliseconds wait) const
{
    return m_client.m_parts.clock.wall() + std::min(wait, kForever);
}

BreakerKey Call::breakerKey() const
{
    return {m_endpoint->name, m_endpoint->model, m_request.lane};
}

// --- along the chain

void Call::goOn(Next next)
{
    leaveHop();
    const auto at = m_chain.advance(next);
    for (const std::size_t passed : m_chain.takeIncapable()) {
        const Endpoint& endpoint = m_client.m_config.endpoints[passed];
        m_report.hops.push_back({endpoint.name, endpoint.model, causeName(Cause::Incapable)});
        if (!m_refusal)
            m_refusal = Unavailable{Cause::Incapable, {}};
    }
    if (!at) {
        finish(lastOutcome());
        return;
    }
    m_endpoint = &m_client.m_config.endpoints[*at];
    m_server = &m_client.m_endpoints.server(m_endpoint->name);
    m_model = &m_client.m_endpoints.model(m_endpoint->name, m_endpoint->model);
    m_answerTokens = m_request.maxTokens;
    if (!isShut() && !isCooling())
        enterQueue();
}

void Call::passOver(Outcome outcome, std::string reason)
{
    m_report.hops.push_back({m_endpoint->name, m_endpoint->model, std::move(reason)});
    m_refusal = std::move(outcome);
    goOn(Next::NextHop);
}

void Call::leaveHop()
{
    if (m_waiter)
        m_server->bulkhead.giveUp(*std::exchange(m_waiter, std::nullopt));
    m_client.m_parts.timers.cancel(std::exchange(m_wakeTimer, {}));
    m_gatePlace.reset();
    m_wire.reset();
    m_attempts = 0;
    m_isRetry = false;
    m_wasStale = false;
    giveBack();
    m_place.leave();
}

// What was reserved for an attempt that did not come about; nothing is left to give after one that did.
void Call::giveBack()
{
    if (m_model)
        m_model->limiter.settle(std::exchange(m_grant, {}), 0);
    m_client.m_accounts.settle(std::exchange(m_reservation, {}), 0);
}

// What is known before queueing: a shut endpoint costs no place in the queue and no time.
bool Call::isShut()
{
    const auto refusal = m_client.m_breakers.wouldRefuse(breakerKey());
    if (refusal)
        passOverShut(*refusal);
    return refusal.has_value();
}

void Call::passOverShut(const BreakerRefusal& refusal)
{
    const bool isForced = refusal.state == BreakerState::ForcedOpen;
    const Cause cause = isForced ? Cause::ForcedOpen : Cause::BreakerOpen;
    std::optional<base::WallTime> until;
    if (refusal.remaining > 0ms)
        until = wallAfter(refusal.remaining);
    passOver(Unavailable{cause, until},
             std::string(causeName(cause)) + ":" + tripCauseName(refusal.cause));
}

bool Call::isCooling()
{
    const auto gate = m_server->gate.wait();
    if (gate == 0ms)
        m_server->isWithoutCredit = false;
    if (gate > patienceWithPause()) {
        if (m_server->isWithoutCredit)
            passOver(Unavailable{Cause::Quota, wallAfter(gate)}, causeName(Cause::Quota));
        else
            passOver(RateLimited{wallAfter(gate)}, "cooling");
        return true;
    }
    return false;
}

void Call::enterQueue()
{
    m_state = State::Queued;
    auto entry = m_server->bulkhead.enter(m_request.priority,
                                          later(m_client.m_parts.clock.steady(), patience()),
                                          [this](BulkheadPlace place) {
                                              m_waiter.reset();
                                              m_place = std::move(place);
                                              m_state = State::Waiting;
                                              wakeAfter(0ms);
                                          });
    if (std::holds_alternative<Bulkhead::Full>(entry)) {
        passOver(Unavailable{Cause::QueueFull, {}}, causeName(Cause::QueueFull));
    } else if (const auto* const queued = std::get_if<Bulkhead::Queued>(&entry)) {
        m_waiter = queued->id;
    } else {
        m_place = std::move(std::get<BulkheadPlace>(entry));
        tryAttempt();
    }
}

void Call::lookAgain()
{
    const bool isWaiting = m_state == State::Queued || (m_state == State::Waiting && m_endpoint);
    if (isWaiting && !isShut() && m_request.lane == Lane::Turn)
        std::ignore = isCooling();
}

// --- to an attempt. Each step either holds, or has arranged what happens instead.

void Call::tryAttempt()
{
    m_state = State::Waiting;
    if (waitsForGate() || waitsForLimiter())
        return;
    if (takesRetry() && reservesCost() && isAdmitted())
        send();
}

void Call::waitOrPassOver(base::milliseconds wait, std::string reason)
{
    if (wait > patienceWithPause())
        passOver(RateLimited{wallAfter(wait)}, std::move(reason));
    else
        wakeAfter(wait);
}

bool Call::waitsForGate()
{
    Gate& gate = m_server->gate;
    if (!m_gatePlace || !gate.stillHolds(*m_gatePlace)) {
        if (isCooling())
            return true;
        m_gatePlace = gate.reserve();
    }
    const auto wait = waitUntil(m_client.m_parts.clock.steady(), m_gatePlace->at);
    if (wait == 0ms)
        return false;
    waitOrPassOver(wait, "cooling");
    return true;
}

bool Call::waitsForLimiter()
{
    // What was sent once is sent again as it was: no shorter answer then.
    const auto patient = m_wire ? kForever : patienceWithPause();
    m_grant = m_model->limiter.take({m_promptTokens, m_answerTokens}, patient);
    if (m_grant.wait == 0ms) {
        m_answerTokens = m_grant.answer;
        return false;
    }
    waitOrPassOver(m_grant.wait, "limit");
    return true;
}

bool Call::takesRetry()
{
    if (!m_isRetry || m_server->budget.takeRetry()) {
        m_isRetry = false;
        return true;
    }
    if (auto* const observer = m_client.m_parts.observer)
        observer->budgetExhausted(m_endpoint->name);
    m_report.hops.push_back({m_endpoint->name, m_endpoint->model, "budget_exhausted"});
    goOn(Next::NextHop);
    return false;
}

bool Call::reservesCost()
{
    const std::int64_t most = costMicros(
        m_endpoint->price, {.inputTokens = m_promptTokens, .outputTokens = m_answerTokens});
    if (const auto reservation = m_client.m_accounts.reserve(most)) {
        m_reservation = *reservation;
        return true;
    }
    passOver(OverBudget{}, "over_budget");
    return false;
}

bool Call::isAdmitted()
{
    // The attempt cannot outlive its call; the second is for the loop to say so.
    auto ticket = m_client.m_breakers.admit(breakerKey(), left() + 1s);
    if (ticket) {
        m_ticket = std::move(*ticket);
        return true;
    }
    passOverShut(ticket.error());
    return false;
}

void Call::send()
{
    std::optional<std::string> key;
    if (!m_endpoint->keyName.empty()) {
        key = m_client.m_parts.keyOf ? m_client.m_parts.keyOf(m_endpoint->keyName) : std::nullopt;
        if (!key) {
            m_ticket.report(Verdict::Ignored);
            passOver(Unavailable{Cause::NoKey, {}}, causeName(Cause::NoKey));
            return;
        }
    }
    if (!m_wire) {
        ChatRequest request = m_request;
        request.maxTokens = static_cast<int>(m_answerTokens);
        const auto& protocol = m_client.m_parts.protocol;
        m_wire = protocol.request(*m_endpoint, request, {.wantsUsage = m_model->takesUsage});
        m_wire->connectTimeout = m_request.deadlines.connect;
        m_wire->staysAtOrigin = !m_client.m_parts.masking.hides();
        m_wire->headers.push_back({"Idempotency-Key", m_isRepair
                                                          ? m_request.idempotencyKey + "-repair"
                                                          : m_request.idempotencyKey});
        if (key)
            m_wire->secret = protocol.secret(*m_endpoint, *key);
    }
    ++m_attempts;
    expectContent();
    startAttempt();
}

// An earlier attempt's content that nobody was given is no answer: the next one has as long for its own.
void Call::expectContent()
{
    const auto first = m_request.deadlines.callFirstContent;
    if (!first || m_isDelivered || m_firstTimer.isValid())
        return;
    m_firstTimer = m_client.m_parts.timers.after(std::min(*first, left()),
                                                 [this] { pass(Limit::CallFirstContent); });
}

void Call::startAttempt()
{
    m_state = State::Sending;
    m_gatePlace.reset();
    m_leftAtStart = left();
    m_restorer = m_masked->restorer(m_schema ? Form::Json : Form::Text);
    m_text.clear();
    m_received.clear();
    const auto& parts = m_client.m_parts;
    AttemptHost& host = *this;
    m_attempt = std::make_unique<AttemptRun>(
        AttemptRun::Parts{parts.clock, parts.timers, parts.transport, parts.protocol}, *m_endpoint,
        m_request.deadlines, host);
    m_attempt->start(*m_wire);
    if (m_isPaused)
        m_attempt->setPaused(true);
}

// --- from outside

void Call::cancel()
{
    if (m_state == State::Over)
        return;
    stopAttempt(AttemptEnd::How::Cancelled, Limit::Total);
    finish(Cancelled{});
}

void Call::abandon()
{
    m_isMuted = true;
    cancel();
}

void Call::setPaused(bool paused)
{
    if (m_isPaused == paused)
        return;
    m_isPaused = paused;
    if (m_attempt)
        m_attempt->setPaused(paused);
}

} // namespace ai
