// SPDX-License-Identifier: GPL-3.0-or-later
// One circuit breaker: closed -> open -> half-open -> closed, besides forced open and disabled, which
// people set. After Nygard, "Release It!", 2nd edition, 5.3; the rates are those of resilience4j.
//
//   Closed    counts; opens by the rules of BreakerConfig
//   Open      refuses until its time is over; the next call then makes it half-open
//   HalfOpen  lets one call at a time through (a probe); enough successes in a row close it, one
//             failure opens it again, for longer
//
// Every change of state begins a new generation. A permit carries the generation it was given in, and
// what it reports in another one changes nothing: late results cannot close, open, or free a place.
// A probe's permit has a lease: a probe that nobody reports counts as failed when the lease ends, as
// if it had been reported then, whenever somebody next looks. Reads the steady clock only.
#pragma once

#include "ai/breaker/call_window.h"
#include "base/clock.h"
#include "base/random.h"

#include <tl/expected.hpp>

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace ai {

enum class BreakerState { Closed, Open, HalfOpen, ForcedOpen, Disabled };

/// Why a breaker changed its state.
enum class TripCause {
    None,
    FailuresInARow,
    FailureRate,
    TooSlow,
    TooSlowForTurns, ///< slowness in the lane of turns: other calls may go on
    ProbeFailed,
    ProbeExpired, ///< nobody reported the probe within its lease
    TimeOver,     ///< open long enough: a probe may try
    Recovered,
    ByHand,
};

[[nodiscard]] const char* breakerStateName(BreakerState state) noexcept;
[[nodiscard]] const char* tripCauseName(TripCause cause) noexcept;

struct BreakerConfig {
    int failuresInARow = 5;                  ///< 0: this rule is off
    base::milliseconds inARowWithin{60'000}; ///< from the first of them to the last, both included
    int minimumCalls = 5;                    ///< in the window, before a rate says anything
    int failurePercent = 50;                 ///< of the calls, this many or more
    int slowPercent = 80;
    base::milliseconds window{60'000};
    int buckets = 60;
    base::milliseconds openFor{10'000}; ///< the first time; doubled each time until it closes
    base::milliseconds openAtMost{300'000};
    int jitterPercent = 20;
    int probesToClose = 2;
};
/// Open for five minutes each time, to the second.
[[nodiscard]] BreakerConfig flatFiveMinutes();

/// How a call that held a permit ended.
enum class CallResult {
    Success,
    SlowSuccess, ///< whole, but its first content came late
    Failure,
    TooSlow, ///< cut by its caller's short deadline before any content: slow, and no success either
    Ignored, ///< cancelled, refused by us, or the request's own fault: says nothing
};

struct BreakerPermit {
    std::uint64_t generation = 0;
    std::uint64_t probe = 0; ///< 0: no probe
};

struct BreakerRefusal {
    BreakerState state = BreakerState::Open;
    TripCause cause = TripCause::None; ///< of the opening
    base::milliseconds remaining{0};   ///< until a probe may try; 0 where that is not known
};

struct BreakerEvent {
    BreakerState from = BreakerState::Closed;
    BreakerState to = BreakerState::Closed;
    TripCause cause = TripCause::None;
    base::SteadyTime at;
    CallCounts counts;             ///< of the window, at that moment
    base::milliseconds openFor{0}; ///< where it opens
    std::string lastError;
};

/// What people see.
struct BreakerStatus {
    BreakerState state = BreakerState::Closed;
    TripCause cause = TripCause::None; ///< of the last opening, while not closed
    int trips = 0;                     ///< since it was last closed
    CallCounts now;                    ///< of the window
    CallCounts atOpening;
    std::string lastError;
    base::milliseconds nextProbe{0}; ///< from now; 0: the next call is one, or none will be
    bool hasProbe = false;           ///< one is under way
};

/// What outlives the process. Counts do not: they would be older than the window.
struct BreakerSnapshot {
    BreakerState state = BreakerState::Closed; ///< never HalfOpen: a probe does not outlive us
    TripCause cause = TripCause::None;
    int trips = 0;
    base::WallTime openUntil;
    CallCounts atOpening;
    std::string lastError;
    bool operator==(const BreakerSnapshot&) const = default;
};

/// Used at one home.
class Breaker
{
public:
    /// Hears each change once, in order, after it has happened. It may throw (the rest goes on) and
    /// may call back in (what that changes is told afterwards).
    using Listener = std::function<void(const BreakerEvent&)>;

    /// `slowCause`: TooSlow or TooSlowForTurns.
    Breaker(const BreakerConfig& config, const base::Clock& clock, base::Random& random,
            TripCause slowCause = TripCause::TooSlow);

    void setListener(Listener listener) { m_listener = std::move(listener); }

    /// Leave to make one call; to be reported exactly once. `lease`: how long a probe may take.
    [[nodiscard]] tl::expected<BreakerPermit, BreakerRefusal> acquire(base::milliseconds lease);
    /// What acquire() would refuse with, taking nothing.
    [[nodiscard]] std::optional<BreakerRefusal> wouldRefuse();
    /// For results seen elsewhere that count here too (the other lane's failures): never a probe.
    [[nodiscard]] BreakerPermit observer();
    /// `error` is a short word for people and log, kept where the result is bad.
    void report(const BreakerPermit& permit, CallResult result, const std::string& error = {});

    void forceOpen();
    void disable();
    /// Closed and as new.
    void reset();

    [[nodiscard]] BreakerStatus status();
    [[nodiscard]] BreakerSnapshot snapshot();
    /// Begins as saved. A wall clock that was moved meanwhile cannot make it wait longer than
    /// `openAtMost`. \pre nothing was acquired yet
    void restore(const BreakerSnapshot& saved);

private:
    struct Probe {
        std::uint64_t number = 0;
        base::SteadyTime leaseEnd;
    };

    void settle();
    void count(CallResult result, base::SteadyTime now);
    void judgeProbe(CallResult result, base::SteadyTime now);
    void open(TripCause cause, base::SteadyTime at);
    void become(BreakerState state, TripCause cause, base::SteadyTime at);
    void forgetCounts();
    void tell(BreakerEvent event);
    [[nodiscard]] TripCause causeToOpen(base::SteadyTime now) const;
    [[nodiscard]] base::milliseconds openDuration();
    [[nodiscard]] std::optional<BreakerRefusal> refusalAt(base::SteadyTime now) const;

    const BreakerConfig m_config;
    const base::Clock& m_clock;
    base::Random& m_random;
    const TripCause m_slowCause;
    Listener m_listener;

    BreakerState m_state = BreakerState::Closed;
    std::uint64_t m_generation = 1;
    CallWindow m_window;
    std::deque<base::SteadyTime>
        m_inARow; ///< times of the newest failures without a success between
    TripCause m_cause = TripCause::None;
    int m_trips = 0;
    base::SteadyTime m_openUntil;
    CallCounts m_atOpening;
    std::string m_lastError;
    std::optional<Probe> m_probe;
    std::uint64_t m_lastProbe = 0;
    int m_probesPassed = 0;

    std::deque<BreakerEvent> m_untold;
    bool m_isTelling = false;
};

} // namespace ai
