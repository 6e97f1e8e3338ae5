// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/breaker/breaker.h"

namespace ai {

const char* breakerStateName(BreakerState state) noexcept
{
    switch (state) {
    case BreakerState::Closed: return "closed";
    case BreakerState::Open: return "open";
    case BreakerState::HalfOpen: return "half_open";
    case BreakerState::ForcedOpen: return "forced_open";
    case BreakerState::Disabled: break;
    }
    return "disabled";
}

const char* tripCauseName(TripCause cause) noexcept
{
    switch (cause) {
    case TripCause::None: return "none";
    case TripCause::FailuresInARow: return "failures_in_a_row";
    case TripCause::FailureRate: return "failure_rate";
    case TripCause::TooSlow: return "too_slow";
    case TripCause::TooSlowForTurns: return "too_slow_for_turns";
    case TripCause::ProbeFailed: return "probe_failed";
    case TripCause::ProbeExpired: return "probe_expired";
    case TripCause::TimeOver: return "time_over";
    case TripCause::Recovered: return "recovered";
    case TripCause::ByHand: break;
    }
    return "by_hand";
}

} // namespace ai
