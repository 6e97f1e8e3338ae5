// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/breaker/breaker.h"

#include "ai/policy/steady.h"

#include <algorithm>
#include <utility>

namespace ai {

using namespace std::chrono_literals;

BreakerConfig flatFiveMinutes()
{
    return {.openFor = 5min, .openAtMost = 5min, .jitterPercent = 0};
}

Breaker::Breaker(const BreakerConfig& config, const base::Clock& clock, base::Random& random,
                 TripCause slowCause)
    : m_config(config), m_clock(clock), m_random(random), m_slowCause(slowCause),
      m_window(config.window, config.buckets)
{
}

// A probe whose lease is over failed then, not now: who looks late sees what a timer would have done.
void Breaker::settle()
{
    if (m_state != BreakerState::HalfOpen || !m_probe || m_clock.steady() < m_probe->leaseEnd)
        return;
    m_lastError = "probe_expired";
    open(TripCause::ProbeExpired, m_probe->leaseEnd);
}

std::optional<BreakerRefusal> Breaker::refusalAt(base::SteadyTime now) const
{
    switch (m_state) {
    case BreakerState::Closed:
    case BreakerState::Disabled: return std::nullopt;
    case BreakerState::ForcedOpen: return BreakerRefusal{m_state, TripCause::ByHand};
    case BreakerState::Open:
        if (now >= m_openUntil)
            return std::nullopt;
        return BreakerRefusal{m_state, m_cause, waitUntil(now, m_openUntil)};
    case BreakerState::HalfOpen: break;
    }
    if (!m_probe)
        return std::nullopt;
    return BreakerRefusal{m_state, m_cause, waitUntil(now, m_probe->leaseEnd)};
}

std::optional<BreakerRefusal> Breaker::wouldRefuse()
{
    settle();
    return refusalAt(m_clock.steady());
}

tl::expected<BreakerPermit, BreakerRefusal> Breaker::acquire(base::milliseconds lease)
{
    settle();
    const auto now = m_clock.steady();
    if (const auto refusal = refusalAt(now))
        return tl::unexpected(*refusal);
    if (m_state == BreakerState::Open)
        become(BreakerState::HalfOpen, TripCause::TimeOver, now);
    // Whoever heard that may have changed the state again.
    if (const auto refusal = refusalAt(now))
        return tl::unexpected(*refusal);
    if (m_state != BreakerState::HalfOpen)
        return BreakerPermit{.generation = m_generation};
    m_probe = Probe{++m_lastProbe, later(now, lease)};
    return BreakerPermit{.generation = m_generation, .probe = m_probe->number};
}

BreakerPermit Breaker::observer()
{
    settle();
    return {.generation = m_generation};
}

void Breaker::report(const BreakerPermit& permit, CallResult result, const std::string& error)
{
    settle();
    if (permit.generation != m_generation)
        return;
    const bool isGood = result == CallResult::Success || result == CallResult::Ignored;
    const auto now = m_clock.steady();
    if (m_state == BreakerState::Closed) {
        if (!isGood)
            m_lastError = error;
        count(result, now);
    } else if (m_state == BreakerState::HalfOpen && m_probe && m_probe->number == permit.probe) {
        if (!isGood)
            m_lastError = error;
        m_probe.reset();
        judgeProbe(result, now);
    }
}

void Breaker::count(CallResult result, base::SteadyTime now)
{
    switch (result) {
    case CallResult::Ignored: return;
    case CallResult::Success:
        m_inARow.clear();
        m_window.add(now, {.calls = 1});
        break;
    case CallResult::SlowSuccess:
        m_inARow.clear();
        m_window.add(now, {.calls = 1, .slow = 1});
        break;
    case CallResult::TooSlow: m_window.add(now, {.calls = 1, .slow = 1}); break;
    case CallResult::Failure:
        m_inARow.push_back(now);
        if (std::cmp_greater(m_inARow.size(), std::max(m_config.failuresInARow, 0)))
            m_inARow.pop_front();
        m_window.add(now, {.calls = 1, .failures = 1});
        break;
    }
    if (const TripCause cause = causeToOpen(now); cause != TripCause::None)
        open(cause, now);
}

TripCause Breaker::causeToOpen(base::SteadyTime now) const
{
    if (m_config.failuresInARow > 0 && std::cmp_equal(m_inARow.size(), m_config.failuresInARow) &&
        m_inARow.back() - m_inARow.front() <= m_config.inARowWithin)
        return TripCause::FailuresInARow;
    const CallCounts counts = m_window.counts(now);
    if (counts.calls < std::max(m_config.minimumCalls, 1))
        return TripCause::None;
    if (counts.failures * 100 >= counts.calls * m_config.failurePercent)
        return TripCause::FailureRate;
    if (counts.slow * 100 >= counts.calls * m_config.slowPercent)
        return m_slowCause;
    return TripCause::None;
}

// A slow answer does not prove a recovery: closing on it would only open again by the slow rate.
void Breaker::judgeProbe(CallResult result, base::SteadyTime now)
{
    switch (result) {
    case CallResult::Ignored: return;
    case CallResult::Success:
        if (++m_probesPassed < m_config.probesToClose)
            return;
        forgetCounts();
        become(BreakerState::Closed, TripCause::Recovered, now);
        return;
    case CallResult::SlowSuccess:
    case CallResult::TooSlow: open(m_slowCause, now); return;
    case CallResult::Failure: open(TripCause::ProbeFailed, now); return;
    }
}

base::milliseconds Breaker::openDuration()
{
    const auto most = std::clamp(m_config.openAtMost, 0ms, kForever);
    auto duration = std::clamp(m_config.openFor, 0ms, most);
    for (int i = 0; i < m_trips && duration > 0ms && duration < most; ++i)
        duration = duration > most / 2 ? most : duration * 2;
    const auto spread = duration.count() * m_config.jitterPercent / 100;
    if (spread > 0) {
        const auto choices = static_cast<quint64>(spread) * 2 + 1;
        duration += base::milliseconds(static_cast<qint64>(m_random.below(choices)) - spread);
    }
    return std::min(duration, most);
}

void Breaker::open(TripCause cause, base::SteadyTime at)
{
    const auto duration = openDuration();
    m_trips = std::min(m_trips + 1, 1'000'000);
    m_cause = cause;
    if (m_state == BreakerState::Closed)
        m_atOpening = m_window.counts(at); // a failed probe keeps those that led here
    m_openUntil = later(at, duration);
    m_window.clear();
    m_inARow.clear();
    become(BreakerState::Open, cause, at);
}

void Breaker::become(BreakerState state, TripCause cause, base::SteadyTime at)
{
    ++m_generation;
    m_probe.reset();
    m_probesPassed = 0;
    BreakerEvent event{
        .from = m_state, .to = state, .cause = cause, .at = at, .lastError = m_lastError};
    if (state == BreakerState::Open) {
        event.counts = m_atOpening;
        event.openFor = waitUntil(at, m_openUntil);
    }
    m_state = state;
    tell(std::move(event));
}

void Breaker::forgetCounts()
{
    m_window.clear();
    m_inARow.clear();
    m_cause = TripCause::None;
    m_trips = 0;
    m_atOpening = {};
    m_lastError.clear();
}

void Breaker::tell(BreakerEvent event)
{
    m_untold.push_back(std::move(event));
    if (m_isTelling)
        return;
    m_isTelling = true;
    while (!m_untold.empty()) {
        const BreakerEvent next = std::move(m_untold.front());
        m_untold.pop_front();
        // A copy: the listener may set another one.
        const Listener listener = m_listener;
        try {
            if (listener)
                listener(next);
        } catch (...) { // NOLINT(bugprone-empty-catch): who listens must not stop what it hears
        }
    }
    m_isTelling = false;
}

void Breaker::forceOpen()
{
    settle();
    if (m_state == BreakerState::ForcedOpen)
        return;
    forgetCounts();
    become(BreakerState::ForcedOpen, TripCause::ByHand, m_clock.steady());
}

void Breaker::disable()
{
    settle();
    if (m_state == BreakerState::Disabled)
        return;
    forgetCounts();
    become(BreakerState::Disabled, TripCause::ByHand, m_clock.steady());
}

void Breaker::reset()
{
    settle();
    forgetCounts();
    if (m_state == BreakerState::Closed)
        ++m_generation; // what was under way belongs to before
    else
        become(BreakerState::Closed, TripCause::ByHand, m_clock.steady());
}

BreakerStatus Breaker::status()
{
    settle();
    const auto now = m_clock.steady();
    BreakerStatus status{.state = m_state,
                         .cause = m_cause,
                         .trips = m_trips,
                         .now = m_window.counts(now),
                         .atOpening = m_atOpening,
                         .lastError = m_lastError,
                         .hasProbe = m_probe.has_value()};
    if (m_state == BreakerState::Open)
        status.nextProbe = waitUntil(now, m_openUntil);
    return status;
}

BreakerSnapshot Breaker::snapshot()
{
    settle();
    BreakerSnapshot saved{.state = m_state,
                          .cause = m_cause,
                          .trips = m_trips,
                          .openUntil = m_clock.wall(),
                          .atOpening = m_atOpening,
                          .lastError = m_lastError};
    if (m_state == BreakerState::HalfOpen)
        saved.state = BreakerState::Open; // its time is over: the next call after the start probes
    else if (m_state == BreakerState::Open)
        saved.openUntil += waitUntil(m_clock.steady(), m_openUntil);
    return saved;
}

void Breaker::restore(const BreakerSnapshot& saved)
{
    m_state = saved.state == BreakerState::HalfOpen ? BreakerState::Open : saved.state;
    ++m_generation;
    m_cause = saved.cause;
    m_trips = std::clamp(saved.trips, 0, 1'000'000);
    m_atOpening = saved.atOpening;
    m_lastError = saved.lastError;
    const auto most = std::clamp(m_config.openAtMost, 0ms, kForever);
    const auto now = m_clock.wall();
    const auto left = saved.openUntil <= now ? 0ms : saved.openUntil - now;
    m_openUntil = later(m_clock.steady(), std::min<base::milliseconds>(left, most));
}

} // namespace ai
