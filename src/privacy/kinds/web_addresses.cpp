// SPDX-License-Identifier: GPL-3.0-or-later
// Web addresses are no personal data; what they carry may be. RFC 3986.
#include "privacy/kinds/candidate.h"
#include "privacy/kinds/patterns.h"

#include <string_view>

namespace privacy {

namespace {

bool endsAddress(char c)
{
    return isSpace(c) || c == '"' || c == '<' || c == '>' || c == '`' || c == kSymbol;
}

void findAddresses(Scene& scene)
{
    static const Pattern beginning("[a-z][a-z0-9+.-]{1,20}://|www\\.[a-z0-9]",
                                   Pattern::Case::Ignored);
    beginning.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span) {
        std::size_t end = whole.end;
        while (end < scene.bytes.size() && !endsAddress(scene.bytes[end]))
            ++end;
        scene.addresses.emplace_back(whole.begin, end);
        return end;
    });
}

/// scheme://user:password@host
void spotCredentials(Scene& scene)
{
    static const Pattern pattern(
        "://([^\\s/?#\"'<>@:\\x82]{0,128}:[^\\s/?#\"'<>\\x82]{1,128})@[a-z0-9\\[]",
        Pattern::Case::Ignored);
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span group) {
        scene.add({Kind::UrlCredentials, group.begin, group.end, {.policy = Policy::Shape}});
        return whole.end;
    });
}

/// ?token=… and its like.
void spotTokens(Scene& scene)
{
    static const Pattern pattern(
        "[?&#;](?:access_?token|refresh_?token|id_?token|auth_?token|token|auth|authorization|"
        "api[_-]?key|apikey|key|secret|client_?secret|password|passwd|pwd|pass|clave|contrasena|"
        "sig|"
        "signature|session|session_?id|sid|jwt|code|otp|ticket_?token|x-amz-signature|"
        "x-amz-credential|x-amz-security-token)=([^\\s&#\"'<>;\\x82]{4,})",
        Pattern::Case::Ignored);
    pattern.each(scene.bytes, [&](Pattern::Span, Pattern::Span group) {
        std::size_t end = group.end;
        while (end > group.begin &&
               std::string_view(".,;:!?)]}'").find(scene.bytes[end - 1]) != std::string_view::npos)
            --end;
        if (end > group.begin)
            scene.add({Kind::UrlToken, group.begin, end, {.policy = Policy::Shape}});
        return group.end;
    });
}

} // namespace

void spotAddressesOfWeb(Scene& scene)
{
    constexpr std::size_t kShortestAddress = 6; // a://bc
    if (scene.outline.longestRun < kShortestAddress)
        return;
    findAddresses(scene);
    if (scene.bytes.find("://") != std::string_view::npos)
        spotCredentials(scene);
    if (scene.bytes.find('=') != std::string_view::npos)
        spotTokens(scene);
}

} // namespace privacy
