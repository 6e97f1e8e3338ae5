// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/wire/protocol.h"

namespace ai {

/// POST …/chat/completions as the table of profiles.h says. Holds nothing: one serves every endpoint.
class ChatProtocol final : public Protocol
{
public:
    /// An address that chatUrl() refuses becomes an empty one, which no transport takes.
    [[nodiscard]] WireRequest request(const Endpoint& endpoint, const ChatRequest& request,
                                      const RequestTraits& traits) const override;
    [[nodiscard]] Header secret(const Endpoint& endpoint, std::string_view key) const override;
    [[nodiscard]] std::unique_ptr<AnswerReader> reader(const Endpoint& endpoint,
                                                       const WireHead& head) const override;
};

/// The request's body, JSON. Images go as data URLs, a schema as response_format, and as `strict` where
/// it keeps to what that demands (every object closed, every property required).
[[nodiscard]] std::string chatBody(const Endpoint& endpoint, const ChatRequest& request,
                                   const RequestTraits& traits);

} // namespace ai
