// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that hold letters too, as a table of patterns; each has six digits or more.
#include "privacy/kinds/candidate.h"
#include "privacy/kinds/checks.h"
#include "privacy/kinds/patterns.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace privacy {

namespace {

bool isCurpDay(std::string_view text)
{
    return checks::isDayOfBirth(text.substr(4, 6));
}

bool isRfcDay(std::string_view text)
{
    return text.size() >= 12 && checks::isDayOfBirth(text.substr(text.size() - 9, 6));
}

/// Glued or hyphened.
bool isHeldTogether(std::string_view written)
{
    return written.find(' ') == std::string_view::npos;
}

/// "12345678 y" is a number and a word; "12345678 Y" may be a letter of its own.
bool isWordApart(std::string_view written)
{
    const char last = written.back();
    return before(written, written.size() - 1) == ' ' && lower(last) == last;
}

bool isHyphened(std::string_view written)
{
    return written.find('-') != std::string_view::npos;
}

bool isAlphanumeric(std::string_view written)
{
    return std::ranges::any_of(written, isLetter);
}

struct LetteredRule {
    Kind kind;
    Policy policy;
    const char* pattern;
    bool (*check)(std::string_view);                ///< of the compact text
    bool (*shape)(std::string_view) = nullptr;      ///< of the compact text: otherwise it is none
    bool (*punctuated)(std::string_view) = nullptr; ///< of the text as written
    bool (*likely)(std::string_view) = nullptr;     ///< of the compact text: masked without context
};

// X and H, M: sexes; two letters of the state; three consonants of the names.
constexpr const char* kCurp =
    "[A-Z][AEIOUX][A-Z]{2}\\d{6}[HMX][A-Z]{2}[B-DF-HJ-NP-TV-Z]{3}[A-Z0-9]\\d";
constexpr const char* kCnpj = "[0-9A-Z]{2}\\.?[0-9A-Z]{3}\\.?[0-9A-Z]{3}/?[0-9A-Z]{4}-?\\d{2}";

const std::array<LetteredRule, 8> kLettered{
    {{Kind::Curp, Policy::CheckAlone, kCurp, checks::curp, isCurpDay, nullptr, isCurpDay},
     {Kind::Rfc, Policy::CheckAlone, "[A-Z&]{3,4}[- ]?\\d{6}[- ]?[A-Z0-9]{3}", checks::rfc,
      isRfcDay},
     {Kind::Cnpj, Policy::CheckAlone, kCnpj, checks::cnpj, isAlphanumeric},
     {Kind::Nie, Policy::CheckAlone, "[XYZ][-. ]?\\d(?:\\d{6}|\\.\\d{3}\\.\\d{3})[-. ]?[A-Z]",
      checks::nie},
     {Kind::Nif, Policy::CheckAndMore, "\\d{2}(?:\\d{6}|[.]\\d{3}[.]\\d{3})[- ]?[A-Z]", checks::nif,
      nullptr, isHeldTogether},
     {Kind::Cif, Policy::CheckAndMore, "[A-HJNP-SUVW][-. ]?\\d{7}[-. ]?[0-9A-J]", checks::cif,
      nullptr, isHyphened},
     {Kind::Rut, Policy::CheckAndMore, "\\d{1,2}(?:\\d{6}|[.]\\d{3}[.]\\d{3})[- ]?K",
      checks::rutChile, nullptr, isHyphened},
     {Kind::Passport, Policy::ContextOnly, "[A-Z]{1,3} ?\\d{6,8}", nullptr}}};

/// Nothing that would make it a part of something longer.
bool standsAlone(std::string_view bytes, std::size_t begin, std::size_t end)
{
    const auto joins = [](char c) { return c == '-' || c == '.' || c == '/'; };
    const char left = before(bytes, begin), right = at(bytes, end);
    if (isTokenCharacter(left) || isTokenCharacter(right) || left == '@' || right == '@')
        return false;
    const bool isTail = joins(left) && begin > 1 && isTokenCharacter(bytes[begin - 2]);
    const bool isHead = joins(right) && isTokenCharacter(at(bytes, end + 1));
    return !isTail && !isHead;
}

void spotLettered(const LetteredRule& rule, const Pattern& pattern, Pattern::Span area,
                  Scene& scene)
{
    pattern.each(scene.bytes, area, [&](Pattern::Span whole, Pattern::Span) {
        if (!standsAlone(scene.bytes, whole.begin, whole.end))
            return whole.begin + 1;
        const auto written = scene.bytes.substr(whole.begin, whole.end - whole.begin);
        const std::string text = rule.kind == Kind::Rfc && written.find('&') != written.npos
                                     ? std::string(written)
                                     : compact(written);
        if ((rule.shape && !rule.shape(text)) || (isLetter(text.back()) && isWordApart(written)))
            return whole.begin + 1;
        Candidate candidate{rule.kind, whole.begin, whole.end, {.policy = rule.policy}};
        scene.lookAround(candidate);
        if (rule.check)
            candidate.evidence.checksum = rule.check(text);
        candidate.evidence.isPunctuated = rule.punctuated && rule.punctuated(written);
        candidate.evidence.isLikely = rule.likely && rule.likely(text);
        scene.add(candidate);
        return whole.begin + 1;
    });
}

/// Letters and digits from `begin` on with single signs between, until `wanted` are there; 0: fewer.
std::size_t endOfIban(std::string_view bytes, std::size_t begin, std::size_t wanted)
{
    std::size_t taken = 0;
    for (std::size_t i = begin; i < bytes.size(); ++i) {
        if (isDigit(bytes[i]) || (isLetter(bytes[i]) && bytes[i] != kForeignLetter)) {
            if (++taken == wanted)
                return i + 1;
        } else if ((bytes[i] != ' ' && bytes[i] != '-' && bytes[i] != '.') || taken < 2 ||
                   isSpace(before(bytes, i)) || before(bytes, i) == '-') {
            return 0;
        }
    }
    return 0;
}

void spotIbans(Pattern::Span area, Scene& scene)
{
    static const Pattern beginning("[A-Z]{2} ?\\d{2}[ -]?[A-Z0-9]{2}", Pattern::Case::Ignored);
    beginning.each(scene.bytes, area, [&](Pattern::Span whole, Pattern::Span) {
        const auto country = compact(scene.bytes.substr(whole.begin, 2));
        const std::size_t length = checks::ibanLength(country);
        const std::size_t end = length == 0 ? 0 : endOfIban(scene.bytes, whole.begin, length);
        if (end == 0 || !standsAlone(scene.bytes, whole.begin, end))
            return whole.begin + 1;
        Candidate candidate{Kind::Iban, whole.begin, end, {.policy = Policy::CheckAlone}};
        scene.lookAround(candidate);
        candidate.evidence.checksum =
            checks::iban(compact(scene.bytes.substr(whole.begin, end - whole.begin)));
        scene.add(candidate);
        return whole.begin + 1;
    });
}

} // namespace

void spotLetteredNumbers(Scene& scene)
{
    static const std::array<Pattern, kLettered.size()> patterns = [] {
        return [&]<std::size_t... I>(std::index_sequence<I...>)
        {
            return std::array<Pattern, kLettered.size()>{
                Pattern(kLettered[I].pattern, Pattern::Case::Ignored)...};
        }
        (std::make_index_sequence<kLettered.size()>{});
    }();
    for (const auto& [begin, end] : scene.outline.dense) {
        for (std::size_t i = 0; i < kLettered.size(); ++i)
            spotLettered(kLettered[i], patterns[i], {begin, end}, scene);
        spotIbans({begin, end}, scene);
    }
}

} // namespace privacy
