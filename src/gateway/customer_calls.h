// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"
#include "gateway/call.h"
#include "gateway/chat_body.h"

#include <functional>
#include <string_view>

namespace gateway {

void greet(const SharedCall& call);
void chat(const SharedCall& call);
void validateSession(const SharedCall& call);
void resetConversation(const SharedCall& call);
void signal(const SharedCall& call);

inline constexpr std::string_view kTranscriptPath = "/api/transcript/";
/// A conversation masked, for its customer or an operator, as gateway.h says (transcript.cpp).
void transcript(const SharedCall& call);

/// Reads and checks the body, or answers what is wrong with it.
void withBody(const SharedCall& call, const std::function<void(const Body&)>& work);
/// Finds the session that the headers or the body name, and checks that the request may use it; or
/// answers why not.
void withSession(const SharedCall& call, const Body& body,
                 std::function<void(const base::SessionId&, const desk::SessionInfo&)> work);
/// The same for work that asks the desk anyway and hears there whether the session has gone: does not
/// ask twice where the session is known. The info may be old but for token, language and locale.
void withLikelySession(
    const SharedCall& call, const Body& body,
    const std::function<void(const base::SessionId&, const desk::SessionInfo&)>& work);

} // namespace gateway
