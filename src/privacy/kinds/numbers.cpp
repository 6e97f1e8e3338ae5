// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of digits only, as a table: how long, how written, how proved.
#include "privacy/kinds/checks.h"
#include "privacy/kinds/number_runs.h"

#include <algorithm>
#include <array>
#include <span>

namespace privacy {

namespace {

bool isCvu(std::string_view digits)
{
    return digits.starts_with("000");
}
bool isCbu(std::string_view digits)
{
    return checks::cbu(digits) && !isCvu(digits);
}
bool isCvuChecked(std::string_view digits)
{
    return checks::cbu(digits) && isCvu(digits);
}

/// Alternatives between bars; "*" is any.
bool isLayoutOf(std::string_view list, std::string_view layout)
{
    if (list == "*")
        return true;
    while (!list.empty()) {
        const auto bar = list.find('|');
        if (list.substr(0, bar) == layout)
            return true;
        list.remove_prefix(bar == std::string_view::npos ? list.size() : bar + 1);
    }
    return false;
}

struct NumberRule {
    Kind kind;
    Policy policy;
    std::size_t least; ///< digits
    std::size_t most;
    std::string_view lengths;    ///< of the groups, alternatives between '|'; "*": any
    std::string_view punctuated; ///< layouts that only this kind has
    bool (*check)(std::string_view);
    bool (*issuer)(std::string_view) = nullptr;
};

constexpr std::string_view kCardLengths = "12|13|14|15|16|17|18|19|4 4 4 4|4 6 5|4 6 4|4 4 4 4 3|4 "
                                          "4 4 4 2|4 4 4 1|4 4 5|4 4 4 3|8 8|4 4 4 5";

constexpr std::array kRules{
    NumberRule{Kind::Cbu, Policy::CheckAlone, 22, 22, "*", "", isCbu},
    NumberRule{Kind::Cvu, Policy::CheckAlone, 22, 22, "*", "", isCvuChecked},
    NumberRule{Kind::Card, Policy::CheckAndMore, 12, 19, kCardLengths, "", checks::luhn,
               checks::isCardRange},
    NumberRule{Kind::Cuit, Policy::CheckAlone, 11, 11, "11|2 8 1|10 1|2 9|2 2 3 3 1", "",
               checks::cuit},
    NumberRule{Kind::Cpf, Policy::CheckAlone, 11, 11, "11|3 3 3 2|9 2", "", checks::cpf},
    NumberRule{Kind::Cnpj, Policy::CheckAlone, 14, 14, "14|2 3 3 4 2|12 2|8 4 2", "", checks::cnpj},
    NumberRule{Kind::Rut, Policy::CheckAlone, 12, 12, "12|11 1|2 6 3 1|2 6 4", "",
               checks::rutUruguay},
    NumberRule{Kind::Rut, Policy::CheckAndMore, 8, 9, "8|9|7 1|8 1|1 3 3 1|2 3 3 1",
               "7-1|8-1|1.3.3-1|2.3.3-1", checks::rutChile},
    NumberRule{Kind::Ruc, Policy::CheckAlone, 11, 11, "11|2 8 1|10 1", "", checks::ruc},
    NumberRule{Kind::Nit, Policy::CheckAndMore, 9, 10, "9|10|9 1|8 1|3 3 3 1|2 3 3 1",
               "9-1|3.3.3-1", checks::nit},
    NumberRule{Kind::Ci, Policy::CheckAndMore, 7, 8, "7|8|7 1|6 1|1 3 3 1|3 3 1|1 3 4",
               "7-1|1.3.3-1|1.3.3.1", checks::ciUruguay},
    NumberRule{Kind::Ci, Policy::CheckAndMore, 10, 10, "10|9 1", "9-1", checks::ciEcuador},
    NumberRule{Kind::Passport, Policy::ContextOnly, 7, 9, "7|8|9", "", nullptr},
    NumberRule{Kind::Dni, Policy::ContextOnly, 7, 8, "7|8|2 3 3|1 3 3", "2.3.3|1.3.3", nullptr}};

/// 30.000.000 is a sum rather than a person.
bool isRound(std::string_view digits)
{
    return digits.ends_with("000");
}

void applyRule(const NumberRule& rule, const NumberShape& shape, Scene& scene)
{
    if (shape.digits.size() < rule.least || shape.digits.size() > rule.most ||
        !isLayoutOf(rule.lengths, shape.lengths))
        return;
    Candidate candidate{rule.kind, shape.begin, shape.end, {.policy = rule.policy}};
    Evidence& evidence = candidate.evidence;
    if (rule.check)
        evidence.checksum = rule.check(shape.digits);
    scene.lookAround(candidate, shape.around);
    evidence.isIssuer = rule.issuer && rule.issuer(shape.digits);
    evidence.isPunctuated = !rule.punctuated.empty() && isLayoutOf(rule.punctuated, shape.layout) &&
                            !(rule.kind == Kind::Dni && isRound(shape.digits));
    scene.add(candidate);
}

/// One digit too few or too many, right after the kind's own word: mistyped, still somebody's.
struct SlipRule {
    Kind kind;
    std::size_t least;
    std::size_t most;
};
constexpr std::array kSlips{SlipRule{Kind::Cbu, 20, 24}, SlipRule{Kind::Cvu, 20, 24},
                            SlipRule{Kind::Cuit, 10, 12}, SlipRule{Kind::Dni, 6, 9},
                            SlipRule{Kind::Card, 14, 19}};

void applySlip(const SlipRule& rule, const NumberShape& shape, Scene& scene)
{
    constexpr int kRightBeside = 3;
    if (shape.digits.size() < rule.least || shape.digits.size() > rule.most || shape.hasPlus)
        return;
    Candidate candidate{rule.kind, shape.begin, shape.end, {.policy = Policy::ContextOnly}};
    scene.lookAround(candidate, shape.around);
    const auto& context = candidate.evidence.context;
    const bool isBeside =
        context && context->distance <= kRightBeside && context->word.end <= shape.begin;
    if (isBeside)
        scene.add(candidate);
}

void spotShape(const NumberShape& shape, Scene& scene)
{
    const std::size_t known = scene.found.size();
    if (!shape.hasPlus) {
        for (const NumberRule& rule : kRules)
            applyRule(rule, shape, scene);
    }
    const auto fresh = std::span(scene.found).subspan(known);
    const bool isMasked = std::ranges::any_of(fresh, [](const Candidate& candidate) {
        return judge(candidate.evidence).outcome != Outcome::Left;
    });
    if (isMasked)
        return;
    for (const SlipRule& rule : kSlips)
        applySlip(rule, shape, scene);
}

} // namespace

void spotNumbers(Scene& scene)
{
    if (scene.outline.digits < kFewestDigits)
        return;
    for (const DigitRun& run : runsOf(scene.bytes)) {
        RunPhones phones;
        eachShape(scene.bytes, run, [&](NumberShape shape) {
            shape.around = scene.around(shape.begin, shape.end);
            spotShape(shape, scene);
            phones.consider(shape, scene);
        });
        phones.handOver(scene);
    }
}

} // namespace privacy
