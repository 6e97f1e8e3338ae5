// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/ai_trial.h"

namespace desk {

using namespace std::chrono_literals;

namespace {

constexpr auto kTrialSchema =
    R"({"type":"object","properties":{"ready":{"type":"boolean"}},"required":["ready"],)"
    R"("additionalProperties":false})";

ai::Deadlines patience()
{
    ai::Deadlines deadlines;
    deadlines.firstContent = 20s;
    deadlines.total = 30s;
    return deadlines;
}

ai::ClientConfig trialConfig(ai::Endpoint endpoint)
{
    endpoint.capabilities.schema = true; // that is what is to be found out
    return {.endpoints = {std::move(endpoint)}, .maxAttempts = 1};
}

/// The part of an outcome that says why.
struct Why {
    QString operator()(const ai::Completed&) const { return {}; }
    QString operator()(const ai::Truncated&) const { return {}; }
    QString operator()(const ai::Refused& o) const { return QString::fromStdString(o.policy); }
    QString operator()(const ai::RateLimited&) const { return {}; }
    QString operator()(const ai::Unavailable& o) const
    {
        return QString::fromLatin1(ai::causeName(o.cause));
    }
    QString operator()(const ai::TimedOut& o) const
    {
        return QString::fromLatin1(ai::limitName(o.limit));
    }
    QString operator()(const ai::Unauthorized&) const { return {}; }
    QString operator()(const ai::BadRequest& o) const { return QString::fromStdString(o.why); }
    QString operator()(const ai::TooLong&) const { return {}; }
    QString operator()(const ai::ProtocolError& o) const
    {
        return QString::fromStdString(o.excerpt);
    }
    QString operator()(const ai::Cancelled&) const { return {}; }
    QString operator()(const ai::OverBudget&) const { return {}; }
};

} // namespace

AiTrialRun::AiTrialRun(const base::Clock& clock, base::Timers& timers, base::Random& random,
                       ai::Transport& transport, const ai::Protocol& protocol,
                       ai::Endpoint endpoint, std::optional<std::string> key,
                       std::function<void(AiTrial)> done)
    : m_clock(clock), m_done(std::move(done)), m_start(clock.steady()),
      m_client({.clock = clock,
                .timers = timers,
                .random = random,
                .transport = transport,
                .protocol = protocol,
                .masking = m_masking,
                .keyOf = [key = std::move(key)](const std::string&) { return key; }},
               trialConfig(std::move(endpoint)))
{
    askForWords();
}

void AiTrialRun::askForWords()
{
    ai::ChatRequest request{.purpose = "trial",
                            .messages = {{.text = "Count from one to ten, in words."}},
                            .maxTokens = 256,
                            .deadlines = patience()};
    m_call =
        m_client.start(std::move(request),
                       {.delta =
                            [this](std::string_view) {
                                if (m_trial.pieces++ == 0)
                                    m_trial.first = std::chrono::duration_cast<base::milliseconds>(
                                        m_clock.steady() - m_start);
                            },
                        .ended = [this](const ai::CallReport& report) { wordsEnded(report); }});
}

void AiTrialRun::wordsEnded(const ai::CallReport& report)
{
    m_trial.total = report.duration;
    m_trial.isAnswered = std::holds_alternative<ai::Completed>(report.outcome);
    m_trial.outcome = QString::fromLatin1(ai::outcomeName(report.outcome));
    m_trial.why = std::visit(Why(), report.outcome);
    if (!report.attempts.empty()) {
        m_trial.status = report.attempts.back().status;
        m_trial.requestId = QString::fromStdString(report.attempts.back().requestId);
    }
    if (m_trial.isAnswered)
        askForJson();
    else
        m_done(m_trial);
}

void AiTrialRun::askForJson()
{
    ai::ChatRequest request{.purpose = "trial",
                            .messages = {{.text = "Answer that you are ready, as JSON: "
                                                  "{\"ready\": true}"}},
                            .schema = ai::Schema{"ready", kTrialSchema},
                            .maxTokens = 256,
                            .deadlines = patience()};
    m_call = m_client.start(std::move(request),
                            {.ended = [this](const ai::CallReport& report) { jsonEnded(report); }});
}

void AiTrialRun::jsonEnded(const ai::CallReport& report)
{
    const auto& outcome = report.outcome;
    if (std::holds_alternative<ai::Completed>(outcome))
        m_trial.schema = AiSupport::Yes;
    else if (std::holds_alternative<ai::BadRequest>(outcome) ||
             std::holds_alternative<ai::ProtocolError>(outcome))
        m_trial.schema = AiSupport::No;
    m_done(m_trial);
}

} // namespace desk
