// SPDX-License-Identifier: GPL-3.0-or-later
// What comes from an attempt and what its end means, until the call's own end.
#include "ai/client/call.h"
#include "ai/policy/steady.h"

#include <algorithm>
#include <utility>

namespace ai {

using namespace std::chrono_literals;

namespace {

/// What the attempt cost: the server's count; else, where it may have worked, our guess.
Usage usageOf(const AttemptEnd& end, std::int64_t promptTokens)
{
    if (end.answer.usage)
        return *end.answer.usage;
    const bool isRefused = end.status >= 300 || (end.status == 0 && !end.isSent);
    if (isRefused || (end.how == AttemptEnd::How::Wire && end.status == 0))
        return {};
    return {.inputTokens = promptTokens,
            .outputTokens = guessTokens(end.bytesOfContent),
            .isEstimated = true};
}

/// Their excerpts are foreign text and may repeat the question.
void maskExcerpt(Outcome& outcome, MaskedCall& masked)
{
    if (auto* const bad = std::get_if<BadRequest>(&outcome))
        bad->why = masked.mask(bad->why);
    if (auto* const protocol = std::get_if<ProtocolError>(&outcome))
        protocol->excerpt = masked.mask(protocol->excerpt);
}

bool isTimeout(const AttemptEnd& end)
{
    return end.how == AttemptEnd::How::Limit || end.how == AttemptEnd::How::CallLimit;
}

} // namespace

void Call::attemptContent(std::string_view text)
{
    m_client.m_parts.timers.cancel(std::exchange(m_firstTimer, {}));
    if (!m_report.firstContent)
        m_report.firstContent =
            std::chrono::floor<base::milliseconds>(m_client.m_parts.clock.steady() - m_start);
    if (m_schema)
        m_received += text;
    m_piece.clear();
    m_restorer->restore(text, m_piece);
    deliver();
}

void Call::deliver()
{
    if (m_piece.empty())
        return;
    m_text += m_piece;
    if (m_schema || !m_listener.delta)
        return;
    m_isDelivered = true;
    m_listener.delta(m_piece);
}

CallSide Call::side() const
{
    const Deadlines& limits = m_request.deadlines;
    return {.isDelivered = m_isDelivered,
            .partial = m_isDelivered ? m_text : std::string(),
            .slowAfter = limits.slowAfter,
            .firstLimit = std::min(limits.callFirstContent.value_or(limits.total), limits.total)};
}

void Call::stopAttempt(AttemptEnd::How how, Limit limit)
{
    if (m_state != State::Sending)
        return;
    const AttemptEnd end = m_attempt->stop(how, limit);
    std::ignore = conclude(end);
    putAway(false);
}

// The attempt may be on the stack: it is destroyed a little later. A whole answer's exchange may end by
// itself, and keeps its place among those in flight until then.
void Call::putAway(bool mayDrain)
{
    if (mayDrain && m_attempt->isDraining())
        m_client.drain(std::move(m_attempt), std::move(m_place));
    else
        m_client.bury(std::move(m_attempt));
    m_attempt = nullptr;
    m_state = State::Waiting;
}

Judgement Call::conclude(const AttemptEnd& end)
{
    Judgement judged = judge(end, side());
    maskExcerpt(judged.outcome, *m_masked);
    if (!m_wasStale && isStaleConnection(end)) {
        // Sent again in a moment under the same leave: no attempt of its own for any count.
        noteAttempt(end, std::string(kStaleConnection));
        return judged;
    }
    noteAttempt(end, judged.reason);
    settle(m_report.attempts.back());
    tellServer(end, judged.verdict);
    m_ticket.report(judged.verdict, judged.reach, judged.reason);
    return judged;
}

void Call::noteAttempt(const AttemptEnd& end, const std::string& reason)
{
    const Usage usage = usageOf(end, m_promptTokens);
    const std::int64_t cost = costMicros(m_endpoint->price, usage);
    m_report.attempts.push_back({.endpoint = m_endpoint->name,
                                 .model = m_endpoint->model,
                                 .status = end.status,
                                 .requestId = end.requestId,
                                 .duration = end.duration,
                                 .left = m_leftAtStart,
                                 .reason = reason,
                                 .usage = usage,
                                 .costMicros = cost});
    m_report.usage.inputTokens += usage.inputTokens;
    m_report.usage.outputTokens += usage.outputTokens;
    m_report.usage.isEstimated = m_report.usage.isEstimated || usage.isEstimated;
    m_report.costMicros += cost;
}

// In the place of what was reserved comes what it was.
void Call::settle(const Attempt& attempt)
{
    m_client.m_accounts.settle(std::exchange(m_reservation, {}), attempt.costMicros);
    m_model->limiter.settle(std::exchange(m_grant, {}),
                            attempt.usage.inputTokens + attempt.usage.outputTokens);
}

void Call::tellServer(const AttemptEnd& end, Verdict verdict)
{
    m_model->limiter.learn(end.told);
    const bool isServed = verdict == Verdict::Served || verdict == Verdict::ServedSlowly;
    if (isServed)
        m_server->budget.onSuccess();
    else if (isTimeout(end) && !end.isPaused)
        m_server->budget.onTimeout();
    else if (verdict == Verdict::Failed || verdict == Verdict::ConnectFailed || end.status == 429)
        m_server->budget.onFailure();
    if (isServed) {
        m_server->gate.relax();
        return;
    }
    const auto& error = end.answer.error;
    if (error && error->kind == ErrorClass::Quota) {
        m_server->gate.close(m_client.m_config.quotaRest);
        m_server->isWithoutCredit = true;
    } else if (end.retryAfter)
        m_server->gate.close(*end.retryAfter);
    else if (error && error->kind == ErrorClass::RateLimited)
        m_server->gate.closeLonger(m_client.m_config.backoff);
    if (m_server->gate.wait() > 0ms)
        m_client.sweepLater();
}

void Call::attemptEnded(AttemptEnd end)
{
    const bool isStale = !m_wasStale && isStaleConnection(end);
    Judgement judged = conclude(end);
    if (auto* const completed = std::get_if<Completed>(&judged.outcome)) {
        putAway(true);
        complete(end, std::move(*completed));
        return;
    }
    putAway(false);
    if (isStale) {
        m_wasStale = true;
        startAttempt();
        return;
    }
    if (end.status == 400 && end.answer.error &&
        end.answer.error->kind == ErrorClass::UnknownField && m_model->takesUsage) {
        m_model->takesUsage = false;
        m_wire.reset();
        wakeAfter(0ms);
        return;
    }
    const auto until = wallAfter(m_server->gate.wait());
    if (auto* const limited = std::get_if<RateLimited>(&judged.outcome))
        limited->until = until;
    if (auto* const unavailable = std::get_if<Unavailable>(&judged.outcome);
        unavailable && unavailable->cause == Cause::Quota)
        unavailable->until = until;
    m_real = judged.outcome;
    if (retries(judged, end))
        return;
    m_report.hops.push_back({m_endpoint->name, m_endpoint->model, judged.reason});
    goOn(judged.next);
}

bool Call::retries(const Judgement& judged, const AttemptEnd& end)
{
    const ClientConfig& config = m_client.m_config;
    if (!judged.mayRetry || m_attempts >= config.maxAttempts)
        return false;
    if (end.retryAfter && *end.retryAfter > config.longestTold)
        return false;
    const auto wait = end.retryAfter
                          ? waitAsTold(config.backoff, *end.retryAfter, m_client.m_parts.random)
                          : fullJitter(config.backoff, m_attempts - 1, m_client.m_parts.random);
    if (wait >= patience() || m_server->gate.wait() > patienceWithPause())
        return false;
    if (!m_server->budget.hasRetry()) {
        if (auto* const observer = m_client.m_parts.observer)
            observer->budgetExhausted(m_endpoint->name);
        return false;
    }
    m_isRetry = true;
    wakeAfter(wait);
    return true;
}

void Call::complete(const AttemptEnd& end, Completed completed)
{
    m_piece.clear();
    m_restorer->finish(m_piece);
    deliver();
    if (m_state == State::Over)
        return; // the listener dropped it at its last words
    if (m_schema && end.answer.toolCalls.empty()) {
        const auto flaw = end.answer.finish == "length"
                              ? std::optional<std::string>("it was cut off")
                              : m_schema->mismatch(m_text);
        if (flaw) {
            repairOrFail(*flaw);
            return;
        }
    }
    m_report.hops.push_back({m_endpoint->name, m_endpoint->model, "answered"});
    completed.text = std::move(m_text);
    completed.usage = m_report.usage;
    finish(std::move(completed));
}

// The answer and what is wrong with it go back to the same model, once.
void Call::repairOrFail(const std::string& flaw)
{
    if (std::exchange(m_isRepair, true)) {
        m_report.hops.push_back({m_endpoint->name, m_endpoint->model, "schema"});
        finish(ProtocolError{"the answer does not keep to its schema: " +
                             m_masked->mask(std::string_view(flaw).substr(0, 140))});
        return;
    }
    // As it came: with pseudonyms, for what is put back stands escaped in it.
    m_request.messages.push_back({.role = Role::Assistant, .text = m_masked->mask(m_received)});
    m_request.messages.push_back({.role = Role::User,
                                  .text = "That does not keep to the JSON schema: " + flaw +
                                          ". Answer again, with the whole JSON and nothing else."});
    m_promptTokens = guessTokens(m_request.messages);
    m_wire.reset();
    m_attempts = 0;
    m_wasStale = false;
    if (m_place.isHeld())
        wakeAfter(0ms);
    else
        enterQueue();
}

Outcome Call::lastOutcome() const
{
    if (m_real)
        return *m_real;
    return m_refusal.value_or(Unavailable{Cause::NoEndpoint, {}});
}

void Call::finish(Outcome outcome)
{
    m_state = State::Over;
    auto& timers = m_client.m_parts.timers;
    timers.cancel(std::exchange(m_totalTimer, {}));
    timers.cancel(std::exchange(m_firstTimer, {}));
    leaveHop();
    const bool isCancelled = std::holds_alternative<Cancelled>(outcome);
    const bool isAnswered = std::holds_alternative<Completed>(outcome) || m_isDelivered;
    const auto* const refused = std::get_if<Refused>(&outcome);
    const bool isDuplicate = refused && refused->policy == kDuplicate; // the other one will answer
    if (!isCancelled && !isAnswered && !isDuplicate)
        m_report.hops.push_back({std::string(kDeterministic), {}, outcomeName(outcome)});
    m_report.outcome = std::move(outcome);
    m_report.duration =
        std::chrono::floor<base::milliseconds>(m_client.m_parts.clock.steady() - m_start);
    m_client.forget(m_number);
    if (auto* const observer = m_client.m_parts.observer)
        observer->callEnded(m_report);
    if (m_listener.ended && !m_isMuted)
        m_listener.ended(m_report);
}

} // namespace ai
