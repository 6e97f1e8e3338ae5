// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/report.h"
#include "metrics/registry.h"

#include <map>
#include <string>
#include <vector>

namespace ai {

/// Counts what the client does, for metrics::Registry: calls by their end, retries, fallbacks, latency,
/// tokens, cost, and how each breaker stands. Names and labels of latency and tokens are those of
/// OpenTelemetry's conventions for generative AI (github.com/open-telemetry/semantic-conventions-genai,
/// docs/gen-ai/gen-ai-metrics.md). Labels come from the configuration and from lists of ours only. Used
/// at the ai home; the registry outlives it.
class Figures
{
public:
    explicit Figures(metrics::Registry& registry) : m_registry(registry) {}

    /// Another configuration: nothing is known of its breakers.
    void configured(const std::vector<Endpoint>& endpoints);
    void capped(std::optional<std::int64_t> dailyMicros);
    void callEnded(const CallReport& report);
    void breakerChanged(const BreakerKey& key, const BreakerEvent& event);
    void breakerStands(const BreakerKey& key, BreakerState state);

private:
    [[nodiscard]] const char* providerOf(const std::string& endpoint) const;
    void countAttempts(const CallReport& report);
    void countHops(const CallReport& report);

    metrics::Registry& m_registry;
    std::map<std::string, Profile> m_profiles; ///< by endpoint
    std::map<BreakerKey, BreakerState> m_breakers;
};

} // namespace ai
