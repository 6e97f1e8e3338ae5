// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/text.h"

#include "http/asio.h"

#include <QUtf8StringView>

#include <algorithm>

namespace http {

namespace {

int hexValue(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isControl(char c) noexcept
{
    const auto u = static_cast<unsigned char>(c);
    return u < 0x20 || u == 0x7f;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::optional<std::string> percentDecode(std::string_view text, bool plusIsSpace)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexValue(text[i + 1]);
            const int low = hexValue(text[i + 2]);
            if (high < 0 || low < 0 || (high == 0 && low == 0))
                return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += plusIsSpace && text[i] == '+' ? ' ' : text[i];
        }
    }
    if (!QUtf8StringView(out.data(), static_cast<qsizetype>(out.size())).isValidUtf8())
        return std::nullopt;
    return out;
}

std::optional<Target> parseTarget(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (target.starts_with(scheme)) {
            const auto slash = target.find('/', scheme.size());
            target = slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
        }
    }
    const auto mark = target.find('?');
    const std::string_view raw = target.substr(0, mark);
    auto path = percentDecode(raw, false);
    if (!path || path->empty() || path->front() != '/')
        return std::nullopt;
    if (std::ranges::any_of(*path, [](char c) { return isControl(c) || c == '\\'; }))
        return std::nullopt;
    const std::string bounded = *path + '/';
    if (bounded.find("/../") != std::string::npos || bounded.find("/./") != std::string::npos)
        return std::nullopt;
    return Target{*std::move(path), mark == std::string_view::npos
                                        ? std::string()
                                        : std::string(target.substr(mark + 1))};
}

bool isHeaderText(std::string_view text) noexcept
{
    return std::ranges::none_of(text, [](char c) { return isControl(c) && c != '\t'; });
}

bool blockContains(const std::string& block, const std::string& address)
{
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error)
        return false;
    const auto slash = block.find('/');
    const auto base = asio::ip::make_address(block.substr(0, slash), error);
    if (error || base.is_v4() != ip.is_v4())
        return false;
    if (slash == std::string::npos)
        return base == ip;
    if (ip.is_v4()) {
        const auto network = asio::ip::make_network_v4(block, error);
        return !error && (network.canonical().address().to_uint() ==
                          (ip.to_v4().to_uint() & network.netmask().to_uint()));
    }
    const auto network = asio::ip::make_network_v6(block, error);
    if (error)
        return false;
    const auto a = network.address().to_bytes();
    const auto b = ip.to_v6().to_bytes();
    for (unsigned bit = 0; bit < network.prefix_length(); ++bit) {
        const unsigned mask = 0x80U >> (bit % 8);
        if ((a[bit / 8] & mask) != (b[bit / 8] & mask))
            return false;
    }
    return true;
}

bool isLoopbackAddress(const std::string& address)
{
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address, error);
    return !error && ip.is_loopback();
}

std::string clientAddress(const std::string& peer, std::string_view forwardedFor,
                          const std::vector<std::string>& trusted)
{
    const auto isTrusted = [&](const std::string& address) {
        return std::ranges::any_of(
            trusted, [&](const std::string& block) { return blockContains(block, address); });
    };
    std::string client = peer;
    while (isTrusted(client) && !forwardedFor.empty()) {
        const auto comma = forwardedFor.rfind(',');
        const std::string_view last = trimmed(
            comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1));
        forwardedFor =
            comma == std::string_view::npos ? std::string_view() : forwardedFor.substr(0, comma);
        boost::system::error_code error;
        const auto address = asio::ip::make_address(std::string(last), error);
        if (error)
            break;
        client = address.to_string();
    }
    return client;
}

} // namespace http
