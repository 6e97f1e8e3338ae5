// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/policy/bulkhead.h"
#include "ai/policy/gate.h"
#include "ai/policy/limiter.h"
#include "ai/policy/retry_budget.h"
#include "ai/values.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace ai {

/// What all models of one server share.
struct ServerState {
    ServerState(const base::Clock& clock, base::Random& random, const Bulkhead::Config& bulkhead_,
                const RetryBudget::Config& budget_)
        : bulkhead(clock, bulkhead_), gate(clock, random), budget(clock, budget_)
    {
    }
    Bulkhead bulkhead;
    Gate gate;
    RetryBudget budget;
    bool isWithoutCredit = false; ///< why the gate is shut
};

/// What is one model's own.
struct ModelState {
    ModelState(const LimiterConfig& limits, const base::Clock& clock) : limiter(limits, clock) {}
    Limiter limiter;
    bool takesUsage = true; ///< false once the server refused stream_options
};

/// What is remembered of servers from call to call. Used at one home.
class Endpoints
{
public:
    Endpoints(const base::Clock& clock, base::Random& random, const Bulkhead::Config& bulkhead,
              const RetryBudget::Config& budget, const LimiterConfig& limits)
        : m_clock(clock), m_random(random), m_bulkhead(bulkhead), m_budget(budget), m_limits(limits)
    {
    }

    [[nodiscard]] ServerState& server(const std::string& endpoint)
    {
        auto& place = m_servers[endpoint];
        if (!place)
            place = std::make_unique<ServerState>(m_clock, m_random, m_bulkhead, m_budget);
        return *place;
    }
    [[nodiscard]] ModelState& model(const std::string& endpoint, const std::string& model)
    {
        auto& place = m_models[{endpoint, model}];
        if (!place)
            place = std::make_unique<ModelState>(m_limits, m_clock);
        return *place;
    }

private:
    const base::Clock& m_clock;
    base::Random& m_random;
    const Bulkhead::Config m_bulkhead;
    const RetryBudget::Config m_budget;
    const LimiterConfig m_limits;
    std::map<std::string, std::unique_ptr<ServerState>> m_servers;
    std::map<std::pair<std::string, std::string>, std::unique_ptr<ModelState>> m_models;
};

} // namespace ai
