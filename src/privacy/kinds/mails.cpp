// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/candidate.h"
#include "privacy/kinds/patterns.h"

#include <algorithm>
#include <string_view>

namespace privacy {

namespace {

// RFC 5321, 4.5.3.1: limits of both parts.
constexpr std::size_t kLongestLocal = 64;
constexpr std::size_t kLongestDomain = 255;

bool isOfLocal(char c)
{
    constexpr std::string_view kSigns = ".!#$%&'*+/=?^`{|}~-";
    return isTokenCharacter(c) || kSigns.find(c) != std::string_view::npos;
}

bool isOfDomain(char c)
{
    return isTokenCharacter(c) || c == '.' || c == '-';
}

/// People put an address in quotes, brackets and behind "=" or "/": those do not begin it.
std::size_t beginOfLocal(std::string_view bytes, std::size_t at)
{
    constexpr std::string_view kNeverFirst = ".!#$%&'*/=?^`{|}~-+";
    std::size_t begin = at;
    while (begin > 0 && at - begin < kLongestLocal && isOfLocal(bytes[begin - 1]) &&
           bytes[begin - 1] != '=' && bytes[begin - 1] != '/')
        --begin;
    while (begin < at && kNeverFirst.find(bytes[begin]) != std::string_view::npos)
        ++begin;
    return begin;
}

std::size_t endOfDomain(std::string_view bytes, std::size_t at)
{
    std::size_t end = at + 1;
    while (end < bytes.size() && end - at <= kLongestDomain && isOfDomain(bytes[end]))
        ++end;
    while (end > at + 1 && !isTokenCharacter(bytes[end - 1]))
        --end;
    return end;
}

/// "example.com": a label, a point, and a name of letters at the end.
bool isDomain(std::string_view text)
{
    const auto point = text.rfind('.');
    if (point == std::string_view::npos || point == 0 || text.find("..") != text.npos ||
        !isTokenCharacter(text.front()))
        return false;
    const auto top = text.substr(point + 1);
    return !top.empty() && (top.starts_with("xn--") || std::ranges::all_of(top, isLetter)) &&
           (top.size() >= 2 || top.front() == kForeignLetter);
}

/// user:password@host of a web address is no mail address.
bool isInAuthority(const Scene& scene, std::size_t at)
{
    const auto* address = scene.addressAt(at);
    if (!address || at - address->first > kLongestLocal + kLongestDomain)
        return false;
    const auto head = scene.bytes.substr(address->first, at - address->first);
    const auto authority = head.find("://");
    return authority != head.npos && head.find_first_of("/?#", authority + 3) == head.npos;
}

void spotWritten(Scene& scene)
{
    const auto bytes = scene.bytes;
    for (auto at = bytes.find('@'); at != bytes.npos; at = bytes.find('@', at + 1)) {
        const std::size_t begin = beginOfLocal(bytes, at), end = endOfDomain(bytes, at);
        if (begin == at || isInAuthority(scene, at))
            continue;
        const auto domain = bytes.substr(at + 1, end - at - 1);
        Candidate candidate{Kind::Email, begin, end, {.policy = Policy::Shape}};
        if (!isDomain(domain)) {
            candidate.evidence.policy = Policy::ContextOnly;
            if (domain.size() < 4 || bytes[at + 1] == kToken)
                continue;
            scene.lookAround(candidate);
            candidate.evidence.isInAddress = false;
            candidate.evidence.product.reset();
            candidate.evidence.productSign = 0;
            // "gmail,com"
            static const Pattern comma("[,;] ?(com|net|org)(\\.[a-z]{2})?", Pattern::Case::Ignored);
            comma.each(bytes.substr(end, 10), [&](Pattern::Span whole, Pattern::Span) {
                if (whole.begin == 0 && !isTokenCharacter(privacy::at(bytes, end + whole.end)))
                    candidate.end = end + whole.end;
                return whole.end + 10;
            });
        }
        scene.add(candidate);
    }
}

/// As people say it: "juan arroba gmail punto com", "jane (at) example dot org", "ana @ gmail . com".
void spotSpoken(Scene& scene)
{
    static const Pattern pattern(
        "((?:[a-z0-9_-]{1,30} (?:punto|dot) ){0,2}[a-z0-9\\x80][a-z0-9\\x80._+-]{0,63}"
        "(?: ?[(\\[] ?(?:at|arroba) ?[)\\]] ?| arroba | at | ?@ ?)"
        "[a-z0-9\\x80-]{2,63}"
        "(?:(?: ?[(\\[] ?(?:dot|punto) ?[)\\]] ?| punto | dot | ?\\. ?)[a-z\\x80-]{2,20}){1,3})",
        Pattern::Case::Ignored);
    static const Pattern said("(?: arroba |[(\\[] ?(?:at|arroba)| at [a-z0-9-]+ dot | @|@ )",
                              Pattern::Case::Ignored);
    if (!said.isIn(scene.bytes))
        return;
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span) {
        const auto text = scene.bytes.substr(whole.begin, whole.end - whole.begin);
        const bool isAlone = !isTokenCharacter(before(scene.bytes, whole.begin)) &&
                             !isTokenCharacter(at(scene.bytes, whole.end));
        if (said.isIn(text) && isAlone)
            scene.add({Kind::Email, whole.begin, whole.end, {.policy = Policy::Shape}});
        return whole.end;
    });
}

} // namespace

void spotMails(Scene& scene)
{
    spotWritten(scene);
    spotSpoken(scene);
}

} // namespace privacy
