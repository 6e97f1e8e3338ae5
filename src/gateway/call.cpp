// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/call.h"

#include "gateway/answers.h"
#include "gateway/parts.h"

namespace gateway {

void secure(http::Response& response)
{
    response.headers.push_back({"X-Content-Type-Options", "nosniff"});
    response.headers.push_back({"Referrer-Policy", "no-referrer"});
    bool hasCaching = false;
    for (const auto& header : response.headers)
        hasCaching = hasCaching || header.name == "Cache-Control";
    if (!hasCaching)
        response.headers.push_back({"Cache-Control", "no-store"});
}

Call::Call(http::Request r, http::Responder responder, Parts& p)
    : request(std::move(r)), parts(p), language(languageOf(request.header("accept-language"))),
      m_responder(std::move(responder)), m_started(p.clock.steady())
{
}

std::chrono::milliseconds Call::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(parts.clock.steady() - m_started);
}

void Call::answer(http::Response response)
{
    for (auto& header : parts.access.corsHeaders(request))
        response.headers.push_back(std::move(header));
    secure(response);
    account(response.status);
    m_responder.answer(std::move(response));
}

void Call::refuse(std::string_view code, std::string_view field)
{
    answer(refusalResponse(refusalFor(code, language), request.id, field));
}

void Call::refuse(const base::Error& error)
{
    answer(refusalResponse(refusalFor(error, language), request.id));
}

void Call::refuseUnauthorized()
{
    auto response = refusalResponse(refusalFor("unauthorized", language), request.id);
    response.headers.push_back({"WWW-Authenticate", "Bearer"});
    answer(std::move(response));
}

void Call::refuseRate(const char* scope, std::chrono::seconds wait)
{
    parts.metrics.count("relevo_rate_limited_total", {{"scope", scope}});
    Refusal refusal = refusalFor("rate_limited", language);
    refusal.retryAfterSeconds = static_cast<int>(wait.count());
    answer(refusalResponse(refusal, request.id));
}

std::unique_ptr<http::EventStream> Call::openEvents()
{
    account(200);
    return m_responder.openEvents(parts.access.corsHeaders(request));
}

// Whatever strangers send, a label has few values.
const char* Call::methodLabel() const
{
    for (const char* known : {"GET", "POST", "HEAD", "OPTIONS"}) {
        if (request.method == known)
            return known;
    }
    return "other";
}

void Call::account(int status)
{
    const std::string statusClass = std::to_string(status / 100) + "xx";
    parts.metrics.count("relevo_http_requests_total",
                        {{"route", route}, {"method", methodLabel()}, {"status", statusClass}});
    const auto took = parts.clock.steady() - m_started;
    parts.metrics.observe("relevo_http_request_duration_seconds",
                          std::chrono::duration<double>(took).count(), {{"route", route}});
    parts.log.debug(
        "gateway", "request",
        {{"route", route}, {"status", status}, {"ms", elapsed().count()}, {"request", request.id}});
}

} // namespace gateway
