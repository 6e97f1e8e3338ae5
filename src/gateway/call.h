// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "gateway/texts.h"
#include "http/server.h"

#include <chrono>
#include <memory>
#include <string>

namespace gateway {

struct Parts;

/// Headers that every answer carries, whoever makes it.
void secure(http::Response& response);

/// One request on its way through: answered once, with its CORS headers, counted and logged.
/// Shared by the closures that wait for the desk. Http thread.
class Call
{
public:
    Call(http::Request request, http::Responder responder, Parts& parts);

    const http::Request request;
    Parts& parts;
    Language language = Language::Es;
    bool isLanguageAsked = false; ///< by the body; then it is not the session's that counts
    const char* route = "none";   ///< for the metrics; never the path as sent

    void answer(http::Response response);
    void json(std::string body, int status = 200)
    {
        answer({.status = status, .body = std::move(body)});
    }
    void refuse(std::string_view code, std::string_view field = {});
    void refuse(const base::Error& error);
    void refuseUnauthorized(); ///< asks for a bearer
    void refuseRate(const char* scope, std::chrono::seconds wait);
    [[nodiscard]] std::unique_ptr<http::EventStream> openEvents();

    [[nodiscard]] std::chrono::milliseconds elapsed() const;

private:
    void account(int status);
    [[nodiscard]] const char* methodLabel() const;

    http::Responder m_responder;
    const base::SteadyTime m_started;
};
using SharedCall = std::shared_ptr<Call>;

} // namespace gateway
