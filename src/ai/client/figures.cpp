// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/figures.h"

#include <array>
#include <string_view>

namespace ai {

namespace {

using metrics::Labels;

constexpr double kMicro = 1e-6;
constexpr std::array kStates{BreakerState::Closed, BreakerState::Open, BreakerState::HalfOpen,
                             BreakerState::ForcedOpen, BreakerState::Disabled};

double seconds(base::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

/// OpenTelemetry's well-known names, and the product's own where there is none.
const char* providerName(Profile profile)
{
    switch (profile) {
    case Profile::OpenAi: return "openai";
    case Profile::Azure: return "azure.ai.openai";
    case Profile::Ollama: return "ollama";
    case Profile::LlamaCpp: return "llama_cpp";
    case Profile::Vllm: return "vllm";
    case Profile::LmStudio: return "lm_studio";
    case Profile::OpenRouter: return "openrouter";
    case Profile::Groq: break;
    }
    return "groq";
}

/// Whom the call's end is about: whoever was asked last; else who would have been first.
struct About {
    std::string endpoint, model;
};
About aboutOf(const CallReport& report)
{
    if (!report.attempts.empty())
        return {report.attempts.back().endpoint, report.attempts.back().model};
    for (const Hop& hop : report.hops) {
        if (hop.endpoint != kDeterministic)
            return {hop.endpoint, hop.model};
    }
    return {};
}

bool startsWith(const std::string& text, const char* start)
{
    return std::string_view(text).starts_with(start);
}

} // namespace

void Figures::capped(std::optional<std::int64_t> dailyMicros)
{
    m_registry.set("relevo_ai_cost_cap_usd", static_cast<double>(dailyMicros.value_or(0)) * kMicro);
}

void Figures::configured(const std::vector<Endpoint>& endpoints)
{
    m_profiles.clear();
    for (const Endpoint& endpoint : endpoints)
        m_profiles[endpoint.name] = endpoint.profile;
    for (const auto& [key, state] : m_breakers)
        m_registry.set("relevo_breaker_state", 0,
                       {{"endpoint", key.endpoint},
                        {"model", key.model},
                        {"lane", laneName(key.lane)},
                        {"state", breakerStateName(state)}});
    m_breakers.clear();
}

const char* Figures::providerOf(const std::string& endpoint) const
{
    const auto it = m_profiles.find(endpoint);
    return it == m_profiles.end() ? "_OTHER" : providerName(it->second);
}

void Figures::callEnded(const CallReport& report)
{
    const About about = aboutOf(report);
    const char* outcome = outcomeName(report.outcome);
    m_registry.count("relevo_ai_requests_total",
                     {{"endpoint", about.endpoint}, {"model", about.model}, {"outcome", outcome}});
    if (report.isAnsweredWithoutAi())
        m_registry.count("relevo_ai_fallbacks_total", {{"reason", outcome}});
    countHops(report);
    countAttempts(report);
    if (report.attempts.empty())
        return; // nobody was asked: its time says nothing of any server
    Labels labels{{"gen_ai_operation_name", "chat"},
                  {"gen_ai_provider_name", providerOf(about.endpoint)},
                  {"gen_ai_request_model", about.model}};
    if (report.firstContent)
        m_registry.observe("gen_ai_client_operation_time_to_first_chunk_seconds",
                           seconds(*report.firstContent), labels);
    if (!std::holds_alternative<Completed>(report.outcome))
        labels["error_type"] = outcome;
    m_registry.observe("gen_ai_client_operation_duration_seconds", seconds(report.duration),
                       labels);
}

void Figures::countHops(const CallReport& report)
{
    for (const Hop& hop : report.hops) {
        const bool isShut = startsWith(hop.reason, causeName(Cause::BreakerOpen)) ||
                            startsWith(hop.reason, causeName(Cause::ForcedOpen));
        if (isShut)
            m_registry.count("relevo_breaker_rejected_total",
                             {{"endpoint", hop.endpoint}, {"model", hop.model}});
        if (hop.reason == "cooling" || hop.reason == "limit" || hop.reason == "429")
            m_registry.count("relevo_rate_limited_total", {{"scope", "ai"}});
    }
}

void Figures::countAttempts(const CallReport& report)
{
    const Attempt* before = nullptr;
    for (const Attempt& attempt : report.attempts) {
        const bool isAgain = before && before->endpoint == attempt.endpoint &&
                             before->model == attempt.model && before->reason != kStaleConnection;
        if (isAgain)
            m_registry.count("relevo_ai_retries_total",
                             {{"endpoint", attempt.endpoint}, {"model", attempt.model}});
        before = &attempt;
        m_registry.count("relevo_ai_cost_usd_total", {{"model", attempt.model}},
                         static_cast<double>(attempt.costMicros) * kMicro);
        const BreakerKey key{attempt.endpoint, attempt.model, report.lane};
        if (!m_breakers.contains(key))
            breakerStands(key, BreakerState::Closed);
        if (attempt.usage.isEstimated || attempt.usage == Usage{})
            continue;
        const auto tokens = [&](const char* type, std::int64_t count) {
            m_registry.observe("gen_ai_client_token_usage", static_cast<double>(count),
                               {{"gen_ai_operation_name", "chat"},
                                {"gen_ai_provider_name", providerOf(attempt.endpoint)},
                                {"gen_ai_request_model", attempt.model},
                                {"gen_ai_token_type", type}});
        };
        tokens("input", attempt.usage.inputTokens);
        tokens("output", attempt.usage.outputTokens);
    }
}

void Figures::breakerChanged(const BreakerKey& key, const BreakerEvent& event)
{
    m_registry.count("relevo_breaker_transitions_total", {{"from", breakerStateName(event.from)},
                                                          {"to", breakerStateName(event.to)},
                                                          {"reason", tripCauseName(event.cause)}});
    breakerStands(key, event.to);
}

void Figures::breakerStands(const BreakerKey& key, BreakerState state)
{
    m_breakers[key] = state;
    for (const BreakerState each : kStates)
        m_registry.set("relevo_breaker_state", each == state ? 1 : 0,
                       {{"endpoint", key.endpoint},
                        {"model", key.model},
                        {"lane", laneName(key.lane)},
                        {"state", breakerStateName(each)}});
}

} // namespace ai
