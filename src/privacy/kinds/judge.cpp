// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/kinds/candidate.h"

#include <algorithm>
#include <array>

namespace privacy {

namespace {

constexpr double kCheckedScore = 0.99;
constexpr double kShapeScore = 0.95;
constexpr double kContextScore = 0.7;
constexpr double kLikelyScore = 0.6;

constexpr Verdict kLeft{};
constexpr Verdict kByContext{Outcome::MaskedUnsure, kContextScore};

Verdict sure(const Evidence& of)
{
    return {Outcome::MaskedSure, of.checksum.value_or(false) ? kCheckedScore : kShapeScore};
}

bool isOfProduct(const Evidence& of)
{
    // "factura a 20-12345678-6": whom it is made out to.
    const bool isInvoice = of.product && !(of.product->marks & kProduct);
    if (isInvoice && of.checksum.value_or(false))
        return false;
    return of.policy != Policy::Shape && (of.product || of.productSign);
}

/// In a web address only the name of a parameter counts: "?dni=".
bool isOutOfPlace(const Evidence& of)
{
    return of.policy != Policy::Shape && of.isInAddress &&
           !(of.context && of.context->distance == 1);
}

} // namespace

Verdict judge(const Evidence& of)
{
    if (isOfProduct(of) || isOutOfPlace(of))
        return kLeft;
    const bool isRight = of.checksum.value_or(false);
    switch (of.policy) {
    case Policy::Shape: return sure(of);
    case Policy::CheckAlone:
        if (isRight)
            return sure(of);
        break;
    case Policy::CheckAndMore:
        if (isRight && (of.isIssuer || of.isPunctuated || of.context))
            return sure(of);
        break;
    case Policy::NeedsEvidence:
        if (of.isProved)
            return sure(of);
        break;
    case Policy::ContextOnly:
        if (of.isPunctuated && !of.context)
            return {Outcome::MaskedUnsure, kLikelyScore};
        break;
    }
    if (of.context)
        return kByContext;
    return of.isLikely ? Verdict{Outcome::MaskedUnsure, kLikelyScore} : kLeft;
}

namespace {

QString textOf(std::string_view bytes)
{
    QString text = QString::fromLatin1(bytes.data(), static_cast<qsizetype>(bytes.size()));
    // The bytes of normalised.h that stand for something else.
    for (QChar& c : text) {
        if (c.unicode() >= 0x80)
            c = QChar(u'*');
    }
    return text;
}

void addChecks(const Evidence& of, std::vector<Step>& steps)
{
    if (of.checksum)
        steps.push_back({*of.checksum ? Reason::CheckRight : Reason::CheckWrong, {}, 0});
    if (of.isInLibrary)
        steps.push_back({*of.isInLibrary ? Reason::LibraryValid : Reason::LibraryInvalid,
                         QString::fromLatin1(of.region), 0});
    if (of.isIssuer)
        steps.push_back({Reason::Issuer, {}, 0});
    if (of.isPunctuated)
        steps.push_back({Reason::Punctuation, {}, 0});
}

} // namespace

std::vector<Step> stepsOf(const Candidate& candidate, std::string_view bytes,
                          const Verdict& verdict)
{
    const Evidence& of = candidate.evidence;
    const auto inside = [&](std::size_t begin, std::size_t end) {
        return textOf(bytes.substr(begin, end - begin));
    };
    std::vector<Step> steps{{Reason::Shape, inside(candidate.begin, candidate.end), 0}};
    if (of.policy == Policy::Shape)
        steps.push_back({Reason::Distinctive, {}, 0});
    addChecks(of, steps);
    if (of.context)
        steps.push_back({Reason::ContextWord, inside(of.context->word.begin, of.context->word.end),
                         of.context->distance});
    if (isOfProduct(of))
        steps.push_back({Reason::ProductWord,
                         of.product ? inside(of.product->begin, of.product->end)
                                    : QString(QLatin1Char(of.productSign)),
                         0});
    else if (isOutOfPlace(of))
        steps.push_back({Reason::InsideAddress, {}, 0});
    else if (verdict.outcome == Outcome::Left)
        steps.push_back({Reason::NoProof, {}, 0});
    return steps;
}

const std::pair<std::size_t, std::size_t>* Scene::addressAt(std::size_t byte) const
{
    const auto next =
        std::ranges::upper_bound(addresses, byte, {}, &std::pair<std::size_t, std::size_t>::first);
    if (next == addresses.begin() || byte >= std::prev(next)->second)
        return nullptr;
    return &*std::prev(next);
}

Outline outlineOf(std::string_view bytes)
{
    constexpr std::size_t kDigits = 6, kReach = 48; // of an IBAN in groups
    constexpr std::size_t kBefore = 24, kBehind = 40;
    Outline outline;
    std::array<std::size_t, kDigits> last{}; // where the newest digits stand, as a ring
    std::size_t run = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        run = isSpace(bytes[i]) ? 0 : run + 1;
        outline.longestRun = std::max(outline.longestRun, run);
        if (!isDigit(bytes[i]))
            continue;
        last[outline.digits++ % kDigits] = i;
        const std::size_t first = last[outline.digits % kDigits];
        if (outline.digits < kDigits || i - first >= kReach)
            continue;
        const std::size_t begin = first - std::min(first, kBefore);
        const std::size_t end = std::min(bytes.size(), i + kBehind);
        if (!outline.dense.empty() && begin <= outline.dense.back().second)
            outline.dense.back().second = end;
        else
            outline.dense.emplace_back(begin, end);
    }
    return outline;
}

void Scene::add(const Candidate& candidate)
{
    if (keepsAll || judge(candidate.evidence).outcome != Outcome::Left)
        found.push_back(candidate);
}

const Words& Scene::words() const
{
    if (!madeWords)
        madeWords.emplace(bytes);
    return *madeWords;
}

Surroundings Scene::around(std::size_t begin, std::size_t end) const
{
    Surroundings near{.marks = words().marksNear(begin, end),
                      .product = words().productOf(begin, end),
                      .isInAddress = addressAt(begin) != nullptr};
    std::size_t i = begin;
    while (before(bytes, i) == ' ' && begin - i < 2)
        --i;
    const char sign = before(bytes, i);
    if (sign == '$' || sign == '#')
        near.productSign = sign;
    return near;
}

void Scene::lookAround(Candidate& candidate, const Surroundings& near) const
{
    Evidence& evidence = candidate.evidence;
    if (near.marks & markOf(candidate.kind))
        evidence.context = words().contextOf(candidate.kind, candidate.begin, candidate.end);
    evidence.product = near.product;
    evidence.productSign = near.productSign;
    evidence.isInAddress = near.isInAddress;
}

} // namespace privacy
