// SPDX-License-Identifier: GPL-3.0-or-later
// Keys of machines: PEM blocks, JSON Web Tokens, what providers hand out.
#include "privacy/kinds/candidate.h"
#include "privacy/kinds/patterns.h"

#include <algorithm>
#include <string_view>

namespace privacy {

namespace {

constexpr std::string_view kPemBegin = "-----BEGIN ";
constexpr std::string_view kPemEnd = "-----END ";
constexpr std::size_t kLongestLabel = 64;
constexpr std::size_t kShortestKey = 16;

bool isOfPemBody(char c)
{
    constexpr std::string_view kSigns = "+/=:,.- \n\r\t\\";
    return isTokenCharacter(c) || kSigns.find(c) != std::string_view::npos;
}

/// RFC 7468 and what tools write besides. A block that is cut off ends with its last line of key.
void spotPem(Scene& scene)
{
    const auto bytes = scene.bytes;
    for (auto begin = bytes.find(kPemBegin); begin != bytes.npos;) {
        const auto label = bytes.substr(begin + kPemBegin.size(), kLongestLabel);
        const auto dashes = label.find("-----");
        const bool isPrivate =
            dashes != label.npos && label.substr(0, dashes).find("PRIVATE KEY") != label.npos;
        std::size_t end = begin + kPemBegin.size() + (dashes == label.npos ? 0 : dashes + 5);
        if (isPrivate) {
            while (end < bytes.size() && isOfPemBody(bytes[end]) &&
                   bytes.compare(end, kPemEnd.size(), kPemEnd) != 0)
                ++end;
            const bool isClosed = bytes.compare(end, kPemEnd.size(), kPemEnd) == 0;
            const auto close = isClosed
                                   ? bytes.substr(end + kPemEnd.size(), kLongestLabel).find("-----")
                                   : bytes.npos;
            if (close != bytes.npos)
                end += kPemEnd.size() + close + 5;
            while (isSpace(before(bytes, end)))
                --end;
            scene.add({Kind::Pem, begin, end, {.policy = Policy::Shape}});
        }
        begin = bytes.find(kPemBegin, end);
    }
}

// RFC 7519: header and claims begin with {" in base64url, which is eyJ.
constexpr const char* kJwt = "eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+){0,3}";

// As the providers document them; lengths are kept loose, for they grow.
constexpr const char* kProviderKeys =
    "sk-(?:proj-|ant-|or-|svcacct-|live-|test-)?[A-Za-z0-9_-]{16,}|" // OpenAI, Anthropic, OpenRouter
    "(?:AKIA|ASIA|AGPA|AIDA|AROA)[A-Z0-9]{16}|"                      // AWS
    "gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|"       // GitHub
    "gl(?:pat|ptt|rt|dt|soat)-[A-Za-z0-9_-]{16,}|"                   // GitLab
    "xox[abeoprs]-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}|"         // Slack
    "AIza[A-Za-z0-9_-]{30,}|ya29\\.[A-Za-z0-9_-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,}|" // Google
    "hf_[A-Za-z0-9]{20,}|gsk_[A-Za-z0-9]{20,}|xai-[A-Za-z0-9]{20,}|" // Hugging Face, Groq, xAI
    "r8_[A-Za-z0-9]{20,}|pplx-[A-Za-z0-9]{20,}|nvapi-[A-Za-z0-9_-]{20,}|"
    "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}|key-[0-9a-f]{32}|"   // SendGrid, Mailgun
    "[srp]k_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9+/=]{20,}|" // Stripe
    "(?:APP_USR|TEST)-[0-9]{10,}-[0-9]{4,}-[A-Za-z0-9_-]{16,}|"        // Mercado Pago
    "npm_[A-Za-z0-9]{20,}|pypi-[A-Za-z0-9_-]{20,}|dckr_pat_[A-Za-z0-9_-]{20,}|"
    "(?:shpat|shpss|shpca|shppa)_[A-Fa-f0-9]{20,}|sq0[a-z]{3}-[A-Za-z0-9_-]{20,}|"
    "dop_v1_[a-f0-9]{40,}|EAA[A-Za-z0-9]{60,}|" // DigitalOcean, Meta
    "[0-9]{8,10}:AA[A-Za-z0-9_-]{30,}|"         // Telegram
    "(?:AC|SK)[0-9a-f]{32}";                    // Twilio

/// Where the next one may begin: a key that is refused for what stands before it must not be tried again
/// from each of its letters.
std::size_t nextBeginning(std::string_view bytes, std::size_t from)
{
    while (from < bytes.size() && (isTokenCharacter(bytes[from]) || bytes[from] == '-'))
        ++from;
    return from + 1;
}

void spotShapes(Scene& scene, const Pattern& pattern, Kind kind)
{
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span) {
        std::size_t end = whole.end;
        while (before(scene.bytes, end) == '-' || before(scene.bytes, end) == '.')
            --end;
        const char left = before(scene.bytes, whole.begin);
        if (isTokenCharacter(left) || left == '-')
            return nextBeginning(scene.bytes, whole.begin);
        scene.add({kind, whole.begin, end, {.policy = Policy::Shape}});
        return whole.end;
    });
}

bool isMixed(std::string_view text)
{
    return std::ranges::any_of(text, isDigit) && std::ranges::any_of(text, isLetter);
}

/// What follows a word for a secret and looks drawn by chance.
void spotNamedKeys(Scene& scene)
{
    static const Pattern pattern(
        "(?:bearer|basic|api[ _-]?keys?|access[ _-]?keys?|secret[ _-]?keys?|secrets?|"
        "client[ _-]?secret|private[ _-]?key|access[ _-]?token|auth[ _-]?token|tokens?|"
        "clave[ _-]?api|clave[ _-]?secreta|secreto)"
        "[\"']?(?: ?(?:es|is|era|was|[:=]{1,2}>?) ?| )[\"']?([A-Za-z0-9_+/=.~-]{16,})",
        Pattern::Case::Ignored);
    pattern.each(scene.bytes, [&](Pattern::Span whole, Pattern::Span group) {
        std::size_t end = group.end;
        while (end > group.begin &&
               (before(scene.bytes, end) == '.' || before(scene.bytes, end) == '-'))
            --end;
        // A parameter of a web address has a kind of its own.
        const char left = before(scene.bytes, whole.begin);
        const bool isCut = isLetter(left) || left == '?' || left == '&' || left == '#';
        const bool isParameter =
            before(scene.bytes, whole.begin) == '_' && scene.addressAt(whole.begin) != nullptr;
        if (!isCut && !isParameter && isMixed(scene.bytes.substr(group.begin, end - group.begin)))
            scene.add({Kind::Key, group.begin, end, {.policy = Policy::Shape}});
        return group.end;
    });
}

} // namespace

void spotKeys(Scene& scene)
{
    static const Pattern jwt(kJwt, Pattern::Case::Exact);
    static const Pattern provider(kProviderKeys, Pattern::Case::Exact);
    spotPem(scene);
    if (scene.outline.longestRun < kShortestKey)
        return;
    if (scene.bytes.find("eyJ") != std::string_view::npos)
        spotShapes(scene, jwt, Kind::Jwt);
    spotShapes(scene, provider, Kind::Key);
    spotNamedKeys(scene);
}

} // namespace privacy
