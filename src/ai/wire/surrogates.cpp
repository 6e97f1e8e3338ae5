// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/wire/surrogates.h"

#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace ai {

namespace {

constexpr char16_t kFirstHigh = 0xD800;
constexpr char16_t kFirstLow = 0xDC00;
constexpr char16_t kLast = 0xDFFF;
constexpr std::string_view kLost = "\xEF\xBF\xBD";
constexpr std::size_t kMarkSize = 4;

bool isHigh(char16_t unit)
{
    return unit >= kFirstHigh && unit < kFirstLow;
}

bool isLow(char16_t unit)
{
    return unit >= kFirstLow && unit <= kLast;
}

/// The unit of an escape \uXXXX that begins here.
std::optional<char16_t> escapeAt(std::string_view json, std::size_t at)
{
    constexpr std::size_t kSize = 6;
    if (at + kSize > json.size() || json[at] != '\\' || json[at + 1] != 'u')
        return std::nullopt;
    std::uint16_t unit = 0;
    const char* end = json.data() + at + kSize;
    const auto read = std::from_chars(json.data() + at + 2, end, unit, 16);
    return read.ec == std::errc() && read.ptr == end ? std::optional<char16_t>(unit) : std::nullopt;
}

/// A mark begins with these two bytes: all of U+100000 to U+100FFF.
constexpr std::string_view kMarkBegin = "\xF4\x80";

void appendMark(char16_t half, std::string& out)
{
    const unsigned offset = half - kFirstHigh;
    out += kMarkBegin;
    out += static_cast<char>(0x80U | (offset >> 6U));
    out += static_cast<char>(0x80U | (offset & 0x3FU));
}

std::optional<char16_t> markAt(std::string_view text, std::size_t at)
{
    if (at + kMarkSize > text.size() || !text.substr(at).starts_with(kMarkBegin))
        return std::nullopt;
    const auto third = static_cast<unsigned char>(text[at + 2]) & 0x3FU;
    const auto fourth = static_cast<unsigned char>(text[at + 3]) & 0x3FU;
    const unsigned unit = kFirstHigh + ((third << 6U) | fourth);
    return unit <= kLast ? std::optional(static_cast<char16_t>(unit)) : std::nullopt;
}

void appendPair(char16_t high, char16_t low, std::string& out)
{
    const char32_t c = 0x10000U + ((static_cast<char32_t>(high) - kFirstHigh) << 10U) +
                       (static_cast<char32_t>(low) - kFirstLow);
    out += static_cast<char>(0xF0U | (c >> 18U));
    out += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
    out += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
    out += static_cast<char>(0x80U | (c & 0x3FU));
}

} // namespace

std::string markHalves(std::string_view json)
{
    std::string out;
    out.reserve(json.size());
    std::size_t at = 0;
    while (at < json.size()) {
        const auto backslash = std::min(json.find('\\', at), json.size());
        out += json.substr(at, backslash - at);
        at = backslash;
        if (at == json.size())
            break;
        const auto unit = escapeAt(json, at);
        std::size_t size = unit ? 6 : 2;
        if (unit && (isHigh(*unit) || isLow(*unit))) {
            const auto next = escapeAt(json, at + size);
            if (!isHigh(*unit) || !next || !isLow(*next)) {
                appendMark(*unit, out);
                at += size;
                continue;
            }
            size += size;
        }
        out += json.substr(at, size);
        at += std::min(size, json.size() - at);
    }
    return out;
}

std::string_view HalfJoiner::join(std::string_view text, bool hasMarks, std::string& room)
{
    if (text.empty() || (!hasMarks && m_high == 0))
        return text;
    room.clear();
    for (std::size_t at = 0; at < text.size();) {
        const auto half = hasMarks ? markAt(text, at) : std::nullopt;
        if (half) {
            take(*half, room);
            at += kMarkSize;
            continue;
        }
        if (std::exchange(m_high, u'\0') != 0)
            room += kLost;
        room += text[at++];
    }
    return room;
}

void HalfJoiner::take(char16_t half, std::string& out)
{
    const char16_t high = std::exchange(m_high, u'\0');
    if (isLow(half) && high != 0) {
        appendPair(high, half, out);
        return;
    }
    if (high != 0)
        out += kLost;
    if (isHigh(half))
        m_high = half;
    else
        out += kLost;
}

} // namespace ai
