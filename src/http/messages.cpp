// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/messages.h"

#include "http/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace http {

namespace bhttp = boost::beast::http;

namespace {

std::string lowerCase(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string_view viewOf(boost::beast::string_view text)
{
    return {text.data(), text.size()};
}

bool isMethod(std::string_view method)
{
    return !method.empty() && std::ranges::all_of(method, [](unsigned char c) {
        return std::isupper(c) != 0 || c == '-' || c == '_';
    });
}

// A body's end must be the same for every reader on the way: one length in digits, or the one coding
// that this server knows, never both. RFC 9112, 6.1 and 6.3.
int refusalOfFraming(const WireRequest& header)
{
    const auto codings = header.count(bhttp::field::transfer_encoding);
    const auto lengths = header.count(bhttp::field::content_length);
    if (codings > 1 || lengths > 1 || (codings > 0 && lengths > 0))
        return 400;
    if (codings == 1) {
        if (header.version() == 10)
            return 400;
        return equalsIgnoringCase(viewOf(header[bhttp::field::transfer_encoding]), "chunked") ? 0
                                                                                              : 501;
    }
    const auto length = header[bhttp::field::content_length];
    return std::ranges::all_of(length, [](unsigned char c) { return std::isdigit(c) != 0; }) ? 0
                                                                                             : 400;
}

// Several X-Forwarded-For fields are one list (RFC 9110, 5.3): a proxy may add its own behind one
// that the client made up.
std::string forwardedFor(const Request& request)
{
    std::string all;
    for (const Header& header : request.headers) {
        if (header.name == "x-forwarded-for")
            all += all.empty() ? header.value : ',' + header.value;
    }
    return all;
}

} // namespace

void setLimits(Parser& parser, const Limits& limits)
{
    parser.header_limit(static_cast<std::uint32_t>(limits.headerBytes));
    parser.body_limit(limits.bodyBytes);
}

int refusalOfHeader(const WireRequest& header, const Limits& limits)
{
    if (header.version() != 11 && header.version() != 10)
        return 505;
    const auto hosts = header.count(bhttp::field::host);
    if (hosts > 1 || (header.version() == 11 && hosts == 0))
        return 400;
    if (const int status = refusalOfFraming(header))
        return status;
    const auto expect = header[bhttp::field::expect];
    if (header.version() == 11 && !expect.empty() &&
        !equalsIgnoringCase(viewOf(expect), "100-continue"))
        return 417;
    const auto length = header[bhttp::field::content_length];
    constexpr std::size_t kMostDigits = 18; // fits 64 bits
    const bool isTooLong = length.size() > kMostDigits ||
                           (!length.empty() && std::stoull(std::string(length)) > limits.bodyBytes);
    return isTooLong ? 413 : 0;
}

int refusalOfError(beast::error_code error, bool hasBegun)
{
    if (error == bhttp::error::end_of_stream || error == asio::error::operation_aborted ||
        error == asio::error::connection_reset || error == asio::error::broken_pipe ||
        (!hasBegun && error == asio::error::eof))
        return 0;
    if (error == bhttp::error::header_limit || error == bhttp::error::buffer_overflow)
        return 431;
    if (error == bhttp::error::body_limit)
        return 413;
    if (error == bhttp::error::bad_version)
        return 505;
    return 400;
}

std::optional<Request> requestOf(const WireRequest& header, std::string peer,
                                 const std::vector<std::string>& trustedProxies)
{
    Request request;
    request.method = viewOf(header.method_string());
    auto target = parseTarget(viewOf(header.target()));
    if (!target || !isMethod(request.method))
        return std::nullopt;
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    for (const auto& field : header) {
        request.headers.push_back(
            {lowerCase(viewOf(field.name_string())), std::string(viewOf(field.value()))});
        // RFC 9112, 3.2.2: an absolute target says whom it means, whatever Host says.
        if (target->authority && request.headers.back().name == "host")
            request.headers.back().value = *target->authority;
    }
    request.client = clientAddress(peer, forwardedFor(request), trustedProxies);
    request.peer = std::move(peer);
    return request;
}

Request outlineOf(const WireRequest& header, std::uint64_t id)
{
    Request outline{.id = id};
    constexpr std::array kKept{bhttp::field::accept_language, bhttp::field::origin,
                               bhttp::field::host};
    for (const auto field : kKept) {
        if (const auto it = header.find(field); it != header.end())
            outline.headers.push_back(
                {lowerCase(viewOf(it->name_string())), std::string(viewOf(it->value()))});
    }
    return outline;
}

WireResponse wireResponse(Response response, Framing framing, std::string_view date)
{
    WireResponse wire(static_cast<bhttp::status>(response.status), 11);
    for (const Header& header : response.headers) {
        if (isHeaderText(header.name) && isHeaderText(header.value))
            wire.insert(header.name, header.value);
    }
    wire.set(bhttp::field::date, beast::string_view(date.data(), date.size()));
    const bool hasNoBody = response.status == 204 || response.status == 304;
    if (!hasNoBody)
        wire.set(bhttp::field::content_type, response.contentType);
    wire.keep_alive(framing.keepsAlive);
    if (framing.keepsAlive && framing.isVersion10)
        wire.set(bhttp::field::connection, "keep-alive");
    if (framing.isHead && !hasNoBody) {
        wire.content_length(response.body.size());
    } else if (!hasNoBody) {
        wire.body() = std::move(response.body);
        wire.prepare_payload();
    }
    return wire;
}

} // namespace http
