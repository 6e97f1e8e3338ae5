// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/attempt_run.h"

#include "ai/policy/steady.h"

#include <algorithm>
#include <utility>

namespace ai {

namespace {

/// Under the names that OpenAI and its kin, Anthropic and Azure give it. Foreign text: only what an id
/// is made of, and no more than an id has.
std::string requestIdOf(const Headers& headers)
{
    constexpr std::size_t kLongest = 100;
    for (const std::string_view name : {"x-request-id", "request-id", "apim-request-id"}) {
        const auto id = headerValue(headers, name);
        if (!id || id->empty() || id->size() > kLongest)
            continue;
        const auto belongs = [](char c) {
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                   c == '-' || c == '_' || c == '.' || c == ':';
        };
        if (std::ranges::all_of(*id, belongs))
            return std::string(*id);
    }
    return {};
}

} // namespace

AttemptRun::AttemptRun(const Parts& parts, Endpoint endpoint, const Deadlines& deadlines,
                       AttemptHost& host)
    : m_parts(parts), m_endpoint(std::move(endpoint)), m_host(host), m_start(parts.clock.steady()),
      m_watch(deadlines, m_start)
{
}

AttemptRun::~AttemptRun()
{
    m_parts.timers.cancel(m_timer);
}

void AttemptRun::start(WireRequest request)
{
    setTimer();
    m_exchange = m_parts.transport.start(std::move(request), *this);
}

// One timer, set to the nearest limit. What comes meanwhile only moves the limits; when the timer fires
// it is set anew. Only a limit that moved nearer needs a new timer at once.
void AttemptRun::setTimer()
{
    const auto next = m_watch.next();
    if (m_timer.isValid() && next && *next >= m_timerAt)
        return;
    m_parts.timers.cancel(std::exchange(m_timer, {}));
    if (!next || m_isOver)
        return;
    m_timerAt = *next;
    m_timer = m_parts.timers.after(waitUntil(m_parts.clock.steady(), *next), [this] {
        m_timer = {};
        checkTime();
    });
}

void AttemptRun::checkTime()
{
    if (const auto limit = m_watch.expired(m_parts.clock.steady())) {
        m_end.limit = *limit;
        finish(AttemptEnd::How::Limit);
        return;
    }
    setTimer();
}

void AttemptRun::connected()
{
    if (m_isOver)
        return;
    m_watch.connected(m_parts.clock.steady());
    setTimer();
}

void AttemptRun::uploaded(qint64 /*sent*/)
{
    if (!m_isOver)
        m_watch.uploaded(m_parts.clock.steady());
}

void AttemptRun::bodySent()
{
    if (m_isOver)
        return;
    m_end.isSent = true;
    m_watch.bodySent(m_parts.clock.steady());
    setTimer();
}

// Only the final head is told by the transport; an early one is passed over, and stops no timer.
void AttemptRun::head(const WireHead& head)
{
    if (m_isOver || head.status < 200 || m_reader)
        return;
    if (!m_watch.isConnected())
        m_watch.connected(m_parts.clock.steady());
    m_watch.bytes(m_parts.clock.steady());
    setTimer();
    m_end.status = head.status;
    m_end.requestId = requestIdOf(head.headers);
    m_end.shouldRetry = shouldRetryHeader(head.headers);
    m_end.retryAfter = retryAfter(head.headers, m_parts.clock.wall());
    m_end.told = toldLimits(head.headers, m_parts.clock.wall());
    m_reader = m_parts.protocol.reader(m_endpoint, head);
}

void AttemptRun::bytes(std::string_view bytes)
{
    if (m_isOver || !m_reader)
        return;
    m_now = m_parts.clock.steady();
    m_watch.bytes(m_now);
    m_reader->feed(bytes, *this);
    if (m_isOver)
        return;
    if (m_reader->state().status != AnswerState::Status::Reading)
        finish(AttemptEnd::How::Read);
}

void AttemptRun::content(std::string_view text)
{
    if (m_isOver)
        return;
    m_watch.content(m_now);
    if (!m_end.hasContent)
        setTimer();
    m_end.hasContent = true;
    m_end.bytesOfContent += text.size();
    m_host.attemptContent(text);
}

void AttemptRun::ended(WireEnd end, std::string_view /*detail*/)
{
    if (m_isOver) {
        m_exchange.reset();
        if (const auto drained = std::exchange(m_drained, nullptr))
            drained();
        return;
    }
    m_exchange.reset();
    m_end.wire = end;
    if (!m_reader) {
        finish(AttemptEnd::How::Wire);
        return;
    }
    m_now = m_parts.clock.steady();
    m_reader->close(end, *this);
    if (!m_isOver)
        finish(AttemptEnd::How::Read);
}

AttemptEnd AttemptRun::closing(AttemptEnd::How how)
{
    m_isOver = true;
    m_parts.timers.cancel(std::exchange(m_timer, {}));
    m_end.how = how;
    m_end.isConnected = m_watch.isConnected();
    m_end.timeToContent = m_watch.timeToContent();
    m_end.duration = std::chrono::floor<base::milliseconds>(m_parts.clock.steady() - m_start);
    if (m_reader)
        m_end.answer = m_reader->state();
    const bool isWhole =
        how == AttemptEnd::How::Read && m_end.answer.status == AnswerState::Status::Complete;
    if (!isWhole)
        m_exchange.reset();
    return m_end;
}

void AttemptRun::finish(AttemptEnd::How how)
{
    m_host.attemptEnded(closing(how));
}

AttemptEnd AttemptRun::stop(AttemptEnd::How how, Limit limit)
{
    m_end.limit = limit;
    return closing(how);
}

void AttemptRun::setPaused(bool paused)
{
    if (m_isOver)
        return;
    m_end.isPaused = paused;
    if (paused)
        m_watch.pause();
    else
        m_watch.resume(m_parts.clock.steady());
    if (m_exchange)
        m_exchange->setPaused(paused);
    setTimer();
}

} // namespace ai
