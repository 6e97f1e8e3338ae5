// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/breaker/breaker.h"
#include "base/manual_clock.h"

#include <QTest>

#include <vector>

namespace breaker_test {

inline constexpr base::milliseconds kLease = std::chrono::seconds(30);

/// One breaker on a manual clock.
struct BreakerBench {
    explicit BreakerBench(ai::BreakerConfig config = {},
                          ai::TripCause slow = ai::TripCause::TooSlow)
        : breaker(config, clock, random, slow)
    {
        breaker.setListener([this](const ai::BreakerEvent& event) { events.push_back(event); });
    }

    /// A call that ends at once.
    void call(ai::CallResult result)
    {
        const auto permit = breaker.acquire(kLease);
        QVERIFY(permit);
        breaker.report(*permit, result, "503");
    }
    void calls(int times, ai::CallResult result)
    {
        for (int i = 0; i < times; ++i)
            call(result);
    }
    void trip() { calls(5, ai::CallResult::Failure); }
    /// To the moment when a probe may try.
    void waitOpen() { clock.advance(breaker.status().nextProbe); }
    ai::BreakerState state() { return breaker.status().state; }

    base::ManualClock clock;
    base::SeededRandom random{1};
    ai::Breaker breaker;
    std::vector<ai::BreakerEvent> events;
};

} // namespace breaker_test
