// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/candidate.h"
#include "privacy/kinds/patterns.h"

#include <algorithm>
#include <array>

namespace privacy {

namespace {

bool isPartOf(char c)
{
    return isTokenCharacter(c) || c == ':';
}

/// Loopback, "any" and netmasks name nobody.
bool isNobodys(std::string_view address)
{
    return address.starts_with("127.") || address.starts_with("0.") || address.starts_with("255.");
}

/// RFC 791. "10.0.19045.1" is no address, "1.2.3.4.5" neither; a version says so before it.
void spotIPv4(Scene& scene)
{
    static const Pattern pattern(
        "(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)",
        Pattern::Case::Exact);
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span) {
        const auto address = scene.bytes.substr(whole.begin, whole.end - whole.begin);
        const char left = before(scene.bytes, whole.begin), right = at(scene.bytes, whole.end);
        const bool isLonger = isTokenCharacter(left) || left == '.' || left == '-' ||
                              isTokenCharacter(right) ||
                              (right == '.' && isDigit(at(scene.bytes, whole.end + 1)));
        if (isLonger || isNobodys(address))
            return whole.end;
        Candidate candidate{Kind::IPv4, whole.begin, whole.end, {.policy = Policy::NeedsEvidence}};
        scene.lookAround(candidate);
        if (candidate.evidence.product && !(candidate.evidence.product->marks & kVersion))
            candidate.evidence.product.reset();
        candidate.evidence.productSign = 0;
        candidate.evidence.isInAddress = false; // the host of an address is one too
        candidate.evidence.isProved = true;
        scene.add(candidate);
        return whole.end;
    });
}

/// RFC 4291: up to eight groups of hexadecimal digits, one "::" at most.
bool isIPv6(std::string_view text)
{
    std::size_t groups = 0, size = 0, gaps = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != ':') {
            groups += size == 0 ? 1 : 0;
            if (++size > 4)
                return false;
            continue;
        }
        size = 0;
        if (at(text, i + 1) == ':') {
            ++gaps;
            if (at(text, ++i + 1) == ':')
                return false;
        } else if (i == 0 || i + 1 == text.size()) {
            return false;
        }
    }
    // Two groups around a gap are as well a name in a program: "abc::def".
    return gaps == 1 ? groups >= 2 && groups <= 7 && std::ranges::any_of(text, isDigit)
                     : gaps == 0 && groups == 8;
}

void spotIPv6(Scene& scene)
{
    static const Pattern pattern("[0-9a-f:]*:[0-9a-f:]+", Pattern::Case::Ignored);
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span) {
        std::size_t end = whole.end;
        if (before(scene.bytes, end) == ':' && before(scene.bytes, end - 1) != ':')
            --end; // "2001:db8::1: no answer"
        const auto address = scene.bytes.substr(whole.begin, end - whole.begin);
        const bool isAlone =
            !isPartOf(before(scene.bytes, whole.begin)) && !isPartOf(at(scene.bytes, end));
        if (isAlone && isIPv6(address))
            scene.add({Kind::IPv6, whole.begin, end, {.policy = Policy::Shape}});
        return whole.end;
    });
}

/// IEEE 802 EUI-48: six pairs with ':' or '-', or three groups of four with '.'.
void spotMacs(Scene& scene)
{
    static const Pattern pattern("(?:[0-9a-f]{2}:){5}[0-9a-f]{2}|(?:[0-9a-f]{2}-){5}[0-9a-f]{2}|"
                                 "[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}",
                                 Pattern::Case::Ignored);
    const auto joins = [](char c) { return isPartOf(c) || c == '-'; };
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span) {
        const auto text = scene.bytes.substr(whole.begin, whole.end - whole.begin);
        const bool isDotted = text.find('.') != std::string_view::npos;
        // "1234.5678.9012" is a number in groups, "cafe.face.beef" are words.
        const bool isOther = isDotted && (std::ranges::none_of(text, isLetter) ||
                                          std::ranges::none_of(text, isDigit));
        if (!joins(before(scene.bytes, whole.begin)) && !joins(at(scene.bytes, whole.end)) &&
            !isOther)
            scene.add({Kind::Mac, whole.begin, whole.end, {.policy = Policy::Shape}});
        return whole.end;
    });
}

} // namespace

void spotNetwork(Scene& scene)
{
    if (scene.outline.digits >= 4 && std::ranges::count(scene.bytes, '.') >= 3)
        spotIPv4(scene);
    if (std::ranges::count(scene.bytes, ':') >= 2)
        spotIPv6(scene);
    constexpr std::size_t kShortestMac = 14;
    if (scene.outline.longestRun >= kShortestMac)
        spotMacs(scene);
}

} // namespace privacy
