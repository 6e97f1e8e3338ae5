// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/ai_report.h"

namespace app {

namespace {

using std::string_view;

void writeUsage(base::JsonWriter& json, const ai::Usage& usage)
{
    json.key("usage")
        .beginObject()
        .member("inputTokens", static_cast<qint64>(usage.inputTokens))
        .member("outputTokens", static_cast<qint64>(usage.outputTokens))
        .member("estimated", usage.isEstimated)
        .endObject();
}

void writeToolCalls(base::JsonWriter& json, const std::vector<ai::ToolCall>& calls)
{
    json.key("toolCalls").beginArray();
    for (const auto& call : calls)
        json.beginObject()
            .member("id", string_view(call.id))
            .member("name", string_view(call.name))
            .member("arguments", string_view(call.argumentsJson))
            .endObject();
    json.endArray();
}

void writeAttempts(base::JsonWriter& json, const ai::CallReport& report)
{
    json.key("attempts").beginArray();
    for (const auto& attempt : report.attempts)
        json.beginObject()
            .member("endpoint", string_view(attempt.endpoint))
            .member("model", string_view(attempt.model))
            .member("status", attempt.status)
            .member("requestId", string_view(attempt.requestId))
            .member("ms", static_cast<qint64>(attempt.duration.count()))
            .member("reason", string_view(attempt.reason))
            .endObject();
    json.endArray().key("hops").beginArray();
    for (const auto& hop : report.hops)
        json.beginObject()
            .member("endpoint", string_view(hop.endpoint))
            .member("model", string_view(hop.model))
            .member("reason", string_view(hop.reason))
            .endObject();
    json.endArray();
}

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

} // namespace

void writeAnswer(base::JsonWriter& json, const ai::AnswerState& state)
{
    if (!state.finish.empty())
        json.member("finish", string_view(state.finish));
    if (state.usage)
        writeUsage(json, *state.usage);
    if (!state.toolCalls.empty())
        writeToolCalls(json, state.toolCalls);
}

void writeReport(base::JsonWriter& json, const ai::CallReport& report)
{
    json.beginObject().member("outcome", ai::outcomeName(report.outcome));
    json.member("text", string_view(textOf(report.outcome)));
    if (const auto detail = detailOf(report.outcome); !detail.empty())
        json.member("detail", string_view(detail));
    if (const auto* completed = std::get_if<ai::Completed>(&report.outcome)) {
        json.member("finish", string_view(completed->finish));
        writeUsage(json, completed->usage);
        if (!completed->toolCalls.empty())
            writeToolCalls(json, completed->toolCalls);
    }
    json.member("ms", static_cast<qint64>(report.duration.count()));
    json.member("answeredWithoutAi", report.isAnsweredWithoutAi());
    writeAttempts(json, report);
    json.endObject();
}

std::string textOf(const ai::Outcome& outcome)
{
    return std::visit(Overloaded{[](const ai::Completed& is) { return is.text; },
                                 [](const ai::Truncated& is) { return is.partial; },
                                 [](const ai::TimedOut& is) { return is.partial; },
                                 [](const auto&) { return std::string(); }},
                      outcome);
}

std::string detailOf(const ai::Outcome& outcome)
{
    return std::visit(
        Overloaded{[](const ai::Refused& is) { return is.policy; },
                   [](const ai::Unavailable& is) { return std::string(ai::causeName(is.cause)); },
                   [](const ai::TimedOut& is) { return std::string(ai::limitName(is.limit)); },
                   [](const ai::BadRequest& is) { return is.why; },
                   [](const ai::ProtocolError& is) { return is.excerpt; },
                   [](const auto&) { return std::string(); }},
        outcome);
}

} // namespace app
