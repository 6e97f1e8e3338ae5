// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/asio.h"
#include "http/server.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http {

// Between Beast's messages and ours, and what a request must keep to. Pure: no socket here.

using Parser = beast::http::request_parser<beast::http::string_body>;
using WireRequest = Parser::value_type;
using WireResponse = beast::http::response<beast::http::string_body>;

void setLimits(Parser& parser, const Limits& limits);

/// The status to refuse with once the header is whole; 0: the body may come. Held to RFC 9112 more
/// strictly than the parser does, where two readers could see different ends of the same request.
[[nodiscard]] int refusalOfHeader(const WireRequest& header, const Limits& limits);

/// The status for a parser's error; 0: the client has left, nobody is to be answered.
[[nodiscard]] int refusalOfError(beast::error_code error, bool hasBegun);

/// The request without its body. Nothing where its target or method is none.
[[nodiscard]] std::optional<Request> requestOf(const WireRequest& header, std::string peer,
                                               const std::vector<std::string>& trustedProxies);

/// What a refusal needs to know of a request, whole or not: who asks for which language.
[[nodiscard]] Request outlineOf(const WireRequest& header, std::uint64_t id);

struct Framing {
    bool keepsAlive = false;
    bool isHead = false;
    bool isVersion10 = false;
};
/// `date` as in RFC 9110, 5.6.7.
[[nodiscard]] WireResponse wireResponse(Response response, Framing framing, std::string_view date);

} // namespace http
