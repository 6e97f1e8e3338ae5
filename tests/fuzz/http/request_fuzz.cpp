// SPDX-License-Identifier: GPL-3.0-or-later
// What strangers send, on the way that it takes through the server: the wire's bytes as a request and
// its body as a chat message, an address, a list of forwarded addresses. The first byte chooses
// ('0' to '3'). Whatever the bytes: nothing crashes, and what is let through keeps its promises.
#include "gateway/access.h"
#include "gateway/chat_body.h"
#include "gateway/texts.h"
#include "http/messages.h"
#include "http/text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

bool isAddress(const std::string& text)
{
    boost::system::error_code error;
    http::asio::ip::make_address(text, error);
    return !error;
}

void tryBody(std::string_view json)
{
    const auto body = gateway::parseBody(json);
    if (!body) {
        const auto refusal = gateway::refusalFor(body.error().code, gateway::Language::Es);
        require(refusal.status >= 400 && refusal.status < 500);
        return;
    }
    require(gateway::codePoints(body->message) <= gateway::kLongestMessage);
    require(!body->message.contains(QChar(u'\0')));
    require(!body->message.contains(QChar(u'\u202E')));
    require(body->sessionId.size() <= 64 && body->clientMessageId.size() <= 64);
    require(body->seen.value_or(0) >= 0);
}

void tryTarget(std::string_view text)
{
    if (const auto target = http::parseTarget(text)) {
        require(target->path.starts_with('/'));
        require(target->path.find('\0') == std::string::npos);
        require((target->path + '/').find("/../") == std::string::npos);
        require(http::isHeaderText(target->path));
        const http::Request request{.query = target->query};
        for (const char* name : {"after", "token", "locale", ""})
            std::ignore = request.queryValue(name);
    }
    if (const auto decoded = http::percentDecode(text, true))
        require(decoded->size() <= text.size());
}

void tryForwarded(std::string_view text)
{
    const std::string list(text);
    for (const char* peer : {"127.0.0.1", "::1", "192.0.2.1"}) {
        const auto client = http::clientAddress(peer, list, {"127.0.0.0/8", "::1", "fc00::/7"});
        require(isAddress(client));
        require(peer != std::string_view("192.0.2.1") || client == peer);
        require(!http::limitKey(client).empty());
    }
    std::ignore = http::blockContains(list, "10.0.0.1");
    std::ignore = http::blockContains(list, "2001:db8::1");
    static const gateway::Access access{gateway::Options{}};
    std::ignore = access.isHostOurs(text);
    std::ignore = gateway::languageOf(text);
}

// One length in digits or the one coding, as RFC 9112 wants it.
void requireOneEnd(const http::WireRequest& header)
{
    using Field = boost::beast::http::field;
    const auto codings = header.count(Field::transfer_encoding);
    const auto lengths = header.count(Field::content_length);
    const auto coding = header[Field::transfer_encoding];
    require(codings + lengths <= 1);
    require(codings == 0 || http::equalsIgnoringCase({coding.data(), coding.size()}, "chunked"));
}

void requireWhole(const http::Request& request)
{
    require(request.path.starts_with('/') && request.path.find('\0') == std::string::npos);
    require(isAddress(request.client));
    for (const auto& header : request.headers) {
        require(header.value.find_first_of("\r\n") == std::string::npos);
        require(header.value.find('\0') == std::string::npos);
    }
}

void answer(int status)
{
    std::ostringstream out;
    out << http::wireResponse({.status = status, .body = "{}"}, {}, "now");
    require(out.str().starts_with("HTTP/1.1 " + std::to_string(status)));
}

// As Connection reads: the header, what it must keep to, then the body.
void tryRequest(std::string_view bytes)
{
    const http::Limits limits{.headerBytes = 2048, .bodyBytes = 4096};
    http::Parser parser;
    http::setLimits(parser, limits);
    boost::beast::error_code error;
    std::size_t at = 0;
    const auto feed = [&](auto isDone) {
        while (!isDone() && !error && at < bytes.size()) {
            const auto used =
                parser.put(boost::asio::const_buffer(bytes.data() + at, bytes.size() - at), error);
            at += used;
            if (error == boost::beast::http::error::need_more) {
                error = {};
                parser.put_eof(error);
                return;
            }
        }
    };
    parser.eager(false);
    feed([&] { return parser.is_header_done(); });
    std::ignore = http::outlineOf(parser.get(), 1);
    if (error || !parser.is_header_done()) {
        if (const int status = http::refusalOfError(error, true))
            answer(status);
        return;
    }
    if (const int status = http::refusalOfHeader(parser.get(), limits)) {
        answer(status);
        return;
    }
    requireOneEnd(parser.get());
    const auto request =
        http::requestOf(parser.get(), "127.0.0.1", {"127.0.0.0/8", "2001:db8::/32"});
    if (!request)
        return;
    requireWhole(*request);
    parser.eager(true);
    feed([&] { return parser.is_done(); });
    if (parser.is_done() && !error) {
        require(parser.get().body().size() <= limits.bodyBytes);
        tryBody(parser.get().body());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view rest(reinterpret_cast<const char*>(data) + 1, size - 1);
    switch (data[0] % 4) {
    case 0: tryRequest(rest); break;
    case 1: tryBody(rest); break;
    case 2: tryTarget(rest); break;
    default: tryForwarded(rest); break;
    }
    return 0;
}
