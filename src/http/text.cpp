// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/text.h"

#include "http/asio.h"

#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

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

asio::ip::address plain(const asio::ip::address& address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address;
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
    Target parsed;
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!equalsIgnoringCase(target.substr(0, scheme.size()), scheme))
            continue;
        const auto end = std::min(target.find_first_of("/?#", scheme.size()), target.size());
        const std::string_view authority = target.substr(scheme.size(), end - scheme.size());
        if (authority.empty() || authority.find('@') != std::string_view::npos)
            return std::nullopt;
        parsed.authority = authority;
        target.remove_prefix(end);
        break;
    }
    const auto mark = target.find('?');
    const std::string_view raw = target.substr(0, mark);
    auto path = percentDecode(parsed.authority && raw.empty() ? std::string_view("/") : raw, false);
    if (!path || path->empty() || path->front() != '/')
        return std::nullopt;
    if (std::ranges::any_of(*path, [](char c) { return isControl(c) || c == '\\'; }))
        return std::nullopt;
    const std::string bounded = *path + '/';
    if (bounded.find("/../") != std::string::npos || bounded.find("/./") != std::string::npos)
        return std::nullopt;
    parsed.path = *std::move(path);
    if (mark != std::string_view::npos)
        parsed.query = target.substr(mark + 1);
    return parsed;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool isHeaderText(std::string_view text) noexcept
{
    return std::ranges::none_of(text, [](char c) { return isControl(c) && c != '\t'; });
}

bool blockContains(const std::string& block, const std::string& address)
{
    boost::system::error_code error;
    const auto given = asio::ip::make_address(address, error);
    if (error)
        return false;
    const auto ip = plain(given);
    const auto slash = block.find('/');
    const auto base = asio::ip::make_address(block.substr(0, slash), error);
    if (error)
        return false;
    if (slash == std::string::npos)
        return plain(base) == ip;
    if (base.is_v4() != ip.is_v4())
        return false;
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
    return !error && plain(ip).is_loopback();
}

std::optional<std::string> plainAddress(std::string_view address)
{
    std::string_view host = address;
    if (host.starts_with('[')) {
        host = host.substr(1, host.find(']') - 1);
    } else if (std::ranges::count(host, ':') == 1) {
        host = host.substr(0, host.find(':'));
    }
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(std::string(host), error);
    if (error)
        return std::nullopt;
    return plain(ip).to_string();
}

std::string limitKey(const std::string& address)
{
    boost::system::error_code error;
    const auto ip = asio::ip::make_address(address, error);
    if (error || plain(ip).is_v4())
        return error ? address : plain(ip).to_string();
    constexpr unsigned short kOneSubscriber = 64;
    return asio::ip::make_network_v6(ip.to_v6(), kOneSubscriber).canonical().to_string();
}

std::string httpDate(base::WallTime time)
{
    static constexpr std::array kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    std::array<char, 32> text{};
    const int length = std::snprintf(
        text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT",
        kDays[std::chrono::weekday(day).c_encoding()], static_cast<unsigned>(date.day()),
        kMonths[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
        static_cast<int>(clock.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
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
        auto address = plainAddress(last);
        if (!address)
            break;
        client = *std::move(address);
    }
    return client;
}

} // namespace http
