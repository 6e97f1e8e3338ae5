// SPDX-License-Identifier: GPL-3.0-or-later
// Phones: a cheap look at length and grouping first, then at most three questions to libphonenumber.
#include "privacy/kinds/number_runs.h"

#include <algorithm>
#include <array>

namespace privacy {

namespace {

constexpr std::size_t kMostPhoneDigits = 15; ///< ITU-T E.164
constexpr std::size_t kFewestAbroad = 9;     ///< with a country's code

struct Regions {
    std::size_t digits;
    std::array<const char*, 3> likely; ///< "" where fewer
};
/// Where a number of this length, without a country's code, is likely from.
constexpr std::array kRegions{Regions{9, {"ES", "CL", "PE"}}, Regions{10, {"AR", "CO", "US"}},
                              Regions{11, {"AR", "BR", ""}}, Regions{12, {"AR", "", ""}},
                              Regions{13, {"AR", "", ""}}};

std::array<const char*, 3> regionsOf(std::string_view digits)
{
    if (digits.size() == 9 && digits.starts_with("09"))
        return {"UY", "PY", ""};
    if (digits.size() == 10 && digits.starts_with("09"))
        return {"EC", "PY", "AR"};
    if (digits.size() == 10 && digits.starts_with("55"))
        return {"MX", "AR", "US"};
    const auto row = std::ranges::find(kRegions, digits.size(), &Regions::digits);
    return row == kRegions.end() ? std::array<const char*, 3>{"", "", ""} : row->likely;
}

/// "1.234.567", "26/11/2026", "2026-11-26", "1 2 3 4 5 6": other things are written so.
bool isPhoneLayout(const NumberShape& shape)
{
    static constexpr std::array<std::string_view, 8> kOthers{"1.3.3", "2.3.3", "3.3.3", "2/2/4",
                                                             "4-2-2", "2-2-4", "1/2/4", "2.2.4"};
    if (std::ranges::find(kOthers, shape.layout) != kOthers.end() ||
        shape.lengths.find("1 1") != std::string::npos)
        return false;
    return shape.groups() <= 7;
}

/// Groups as phones are written and hardly anything else, without a country's code.
bool isPhoneGrouping(std::string_view layout)
{
    static constexpr std::array<std::string_view, 26> kGroupings{
        "3-7",   "4-6",     "2-8",     "2 4-4",   "2-4-4", "3 3-4", "3-3-4", "4 2-4", "4-2-4",
        "3 3 4", "2 4 4",   "4 2 4",   "4 3-4",   "4-3-4", "3 4-4", "3-4-4", "3)3-4", "4)3-4",
        "3)4-4", "3 2 2 2", "3-2-2-2", "2 3 2 2", "3-3-3", "3 3 3", "3)3 4", "3)4 4"};
    return std::ranges::find(kGroupings, layout) != kGroupings.end();
}

/// Argentine mobiles as they are dialled: 15 and the local number, with or without the area in front.
bool isMobileOf15(const NumberShape& shape)
{
    static constexpr std::array<std::string_view, 6> kLayouts{"2-4-4", "2 4-4", "2 4 4",
                                                              "2-3-4", "2 3-4", "3-3-4"};
    return shape.digits.starts_with("15") && shape.digits[2] >= '2' && shape.digits[2] <= '7' &&
           std::ranges::find(kLayouts, shape.layout) != kLayouts.end();
}

bool isAreaWith15(const NumberShape& shape)
{
    const std::size_t zero = shape.digits.starts_with('0') ? 1 : 0;
    const std::size_t size = shape.digits.size() - zero;
    if (size != 12 || shape.groups() < 2)
        return false;
    for (const std::size_t area : {std::size_t{2}, std::size_t{3}, std::size_t{4}}) {
        if (shape.digits.compare(zero + area, 2, "15") == 0)
            return true;
    }
    return false;
}

struct Asked {
    PhoneBook::Answer answer = PhoneBook::Answer::No;
    const char* region = "";
};

Asked askAll(PhoneBook& book, std::string_view number, const std::array<const char*, 3>& regions)
{
    for (const char* region : regions) {
        if (*region == 0)
            break;
        const auto answer = book.ask(number, region);
        if (answer != PhoneBook::Answer::No)
            return {answer, region};
    }
    return {};
}

/// With the code of its country: "+54 …", "0054 …", "549 11 …".
bool isAbroad(const NumberShape& shape, bool hasContext)
{
    const std::string& d = shape.digits;
    if (shape.hasPlus || d.starts_with("00"))
        return d.size() >= kFewestAbroad;
    if (d.starts_with("54") && d.size() >= 12 && d.size() <= 13)
        return true;
    return hasContext && d.size() >= 11 && d.size() <= 13 && d[0] != '0' && !d.starts_with("15");
}

Asked askAbroad(PhoneBook& book, const NumberShape& shape)
{
    std::string number = shape.digits;
    if (!shape.hasPlus && number.starts_with("00"))
        number.erase(0, 2);
    return askAll(book, '+' + number, {"ZZ", "", ""});
}

/// Sure without a word beside it.
bool isProvedAtHome(const NumberShape& shape, std::string_view region)
{
    const std::string& d = shape.digits;
    const bool isGrouped = shape.groups() > 1;
    if (region == "AR")
        return isAreaWith15(shape) ||
               (d.size() == 10 && d.starts_with("11") && d[2] >= '2' && d[2] <= '7') ||
               (d[0] == '0' && isGrouped);
    return false;
}

/// Six to eight digits are a local number only right beside a word for phones.
bool isLocalByContext(const NumberShape& shape, const Evidence& evidence)
{
    constexpr int kNearLocal = 4;
    return evidence.context && evidence.context->distance <= kNearLocal &&
           evidence.context->word.end <= shape.begin;
}

void weigh(const NumberShape& shape, Evidence& evidence, PhoneBook& book)
{
    Asked asked;
    const bool isNamed = evidence.context.has_value();
    if (isAbroad(shape, isNamed))
        asked = askAbroad(book, shape);
    const bool isForeign = asked.answer == PhoneBook::Answer::Person;
    const bool isWritten = isPhoneGrouping(shape.layout);
    const bool isStarting11 = shape.digits.size() == 10 && shape.digits.starts_with("11");
    const bool isWorthAsking = isNamed || isWritten || isStarting11 || shape.hasBracket ||
                               (shape.digits[0] == '0' && shape.groups() > 1) ||
                               isAreaWith15(shape);
    if (asked.answer == PhoneBook::Answer::No && !shape.hasPlus && isWorthAsking)
        asked = askAll(book, shape.digits, regionsOf(shape.digits));
    if (asked.answer == PhoneBook::Answer::Unasked) {
        evidence.isLikely = true;
        return;
    }
    evidence.isInLibrary = asked.answer != PhoneBook::Answer::No;
    evidence.region = asked.region;
    if (asked.answer == PhoneBook::Answer::Service) {
        evidence.context.reset();
        return;
    }
    const bool isValid = asked.answer == PhoneBook::Answer::Person;
    evidence.isProved = isValid && (isForeign || isNamed || isProvedAtHome(shape, asked.region));
    evidence.isLikely = (isValid && (isWritten || shape.hasBracket)) || isMobileOf15(shape);
    if (!isValid && shape.digits.size() <= 8 && !isLocalByContext(shape, evidence))
        evidence.context.reset();
}

/// Joins spans that touch; they come ordered by their beginning.
void addSpan(std::vector<RunPhones::Span>& spans, const Candidate& candidate)
{
    if (!spans.empty() && candidate.begin < spans.back().second)
        spans.back().second = std::max(spans.back().second, candidate.end);
    else
        spans.emplace_back(candidate.begin, candidate.end);
}

bool isTouched(const std::vector<RunPhones::Span>& spans, const Candidate& candidate)
{
    const auto it = std::ranges::upper_bound(spans, candidate.begin, {}, &RunPhones::Span::second);
    return it != spans.end() && it->first < candidate.end;
}

} // namespace

void RunPhones::consider(const NumberShape& shape, Scene& scene)
{
    if (shape.digits.size() < kFewestDigits || shape.digits.size() > kMostPhoneDigits ||
        !isPhoneLayout(shape))
        return;
    Candidate candidate{Kind::Phone, shape.begin, shape.end, {.policy = Policy::NeedsEvidence}};
    scene.lookAround(candidate, shape.around);
    if (!candidate.evidence.product && !candidate.evidence.productSign)
        weigh(shape, candidate.evidence, scene.phones);
    if (candidate.evidence.isProved)
        addSpan(m_proved, candidate);
    if (scene.keepsAll || judge(candidate.evidence).outcome != Outcome::Left)
        m_phones.push_back(candidate);
}

void RunPhones::handOver(Scene& scene) const
{
    for (const Candidate& candidate : m_phones) {
        if (candidate.evidence.isProved || !isTouched(m_proved, candidate))
            scene.add(candidate);
    }
}

} // namespace privacy
