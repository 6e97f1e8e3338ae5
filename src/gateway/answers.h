// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/masking/masking_values.h"
#include "desk/values.h"
#include "gateway/texts.h"
#include "http/server.h"

#include <string>

namespace gateway {

[[nodiscard]] http::Response refusalResponse(const Refusal& refusal, std::uint64_t requestId,
                                             std::string_view field = {});
[[nodiscard]] std::string greetingJson(const desk::Greeting& greeting);
[[nodiscard]] std::string answerJson(const desk::Answer& answer, qint64 latencyMs);
[[nodiscard]] std::string sessionJson(const desk::SessionInfo& info);

[[nodiscard]] std::string transcriptJson(const desk::Transcript& transcript);

/// Server-sent events, framed. A numbered event carries its position as id.
[[nodiscard]] std::string eventFrame(const desk::CustomerEvent& event);
[[nodiscard]] std::string newsFrame(const desk::CustomerNews& news);
/// Who answers now, without a number: the first event of a stream, and whenever that changed.
[[nodiscard]] std::string stateFrame(base::ConversationId conversation,
                                     const desk::Handling& handling);
/// The last event of a stream when the gateway stops.
[[nodiscard]] std::string farewellFrame();
[[nodiscard]] std::string conversationFrame(base::ConversationId conversation);

} // namespace gateway
