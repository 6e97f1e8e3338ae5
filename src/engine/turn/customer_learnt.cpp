// SPDX-License-Identifier: GPL-3.0-or-later
// The problems that no phrase of the catalogue names: what a classifier makes of the message.
#include "engine/turn/customer.h"

#include <algorithm>

namespace engine {

namespace {

// Chosen by cross-validation of the training phrases. From kSureProblem on, 94 of 100 problems are
// the right one, and of what tells none 1 in 25 is taken for one; from kLikelyProblem on, two times
// in three the right one is among those offered.
constexpr double kSureProblem = 0.6;   ///< taken as told
constexpr double kSureClause = 0.7;    ///< of a part of the message: it comes beside another
constexpr double kSureBeside = 0.9;    ///< to leave what is on the table, a step for instance
constexpr double kLikelyProblem = 0.2; ///< offered
constexpr double kHardlyOffered = 0.1;
/// So sure of another intent, the message tells no problem: a seventh of what was heard wrongly
/// goes, and 1 in 130 of what was heard rightly.
constexpr double kSureOfOther = 0.9;
constexpr std::size_t kMostProblems = 3;
constexpr int kFewestWords = 3; ///< one or two only name a part: "email", "la pantalla"
constexpr std::size_t kWordsBesideName = 4;

bool isOfWhole(const ProblemCandidate& candidate)
{
    return candidate.end == 0;
}

bool isWithout(const std::vector<Hit>& hits, const Hit& one)
{
    return std::all_of(hits.begin(), hits.end(), [&](const Hit& hit) {
        return hit.owner != one.owner && (hit.end <= one.begin || one.end <= hit.begin);
    });
}

} // namespace

bool CustomerTurn::mayTellProblem() const
{
    const auto& here = m_turn.stage();
    const bool isName = here.asked == Asked::Name && m_heard.all.size() < kWordsBesideName;
    if ((!here.listens && !takesUpProblems()) || isName)
        return false;
    const auto& candidates = m_turn.facts().candidates;
    static const QStringList ofProblems{QStringLiteral("technical_problem"),
                                        QStringLiteral("performance"),
                                        QStringLiteral("connection")};
    return candidates.isEmpty() || candidates.front().score < kSureOfOther ||
           ofProblems.contains(candidates.front().intent);
}

QList<ProblemCandidate> CustomerTurn::knownCandidates() const
{
    const auto& catalogue = m_turn.flow().catalogue();
    QList<ProblemCandidate> known;
    for (const auto& candidate : m_turn.facts().problemCandidates) {
        if (catalogue.indexOf(TermKind::Problem, candidate.problem) >= 0)
            known.append(candidate);
    }
    return known;
}

Hit CustomerTurn::learntHit(const ProblemCandidate& candidate) const
{
    const int index = m_turn.flow().catalogue().indexOf(TermKind::Problem, candidate.problem);
    const auto strongBefore = [this](int word) {
        const auto end =
            m_heard.all.begin() + std::clamp<qsizetype>(word, 0, std::ssize(m_heard.all));
        return static_cast<std::size_t>(
            std::count_if(m_heard.all.begin(), end, [this](const Heard::Word& each) {
                return !m_turn.flow().vocabulary().isWeak(each.id);
            }));
    };
    const bool isWhole = isOfWhole(candidate);
    return {.owner = static_cast<int>(Meaning::Problem) * kMeaningStride + index,
            .score = kCertain,
            .begin = isWhole ? 0 : strongBefore(candidate.begin),
            .end = isWhole ? m_heard.strong.size() : strongBefore(candidate.end),
            .languages = ~0U};
}

std::vector<Hit> CustomerTurn::learntParts(std::vector<Hit> named) const
{
    std::vector<Hit> parts;
    for (const auto& candidate : knownCandidates()) {
        const bool isSure = !isOfWhole(candidate) && candidate.score >= kSureClause &&
                            candidate.end - candidate.begin >= kFewestWords;
        const Hit hit = learntHit(candidate);
        if (!isSure || named.size() >= kMostProblems || !isWithout(named, hit))
            continue;
        named.push_back(hit);
        parts.push_back(hit);
    }
    return parts;
}

void CustomerTurn::hearProblems()
{
    const auto candidates = knownCandidates();
    if (candidates.isEmpty() || !mayTellProblem())
        return;
    const auto& best = candidates.front();
    const bool isEnough = isOfWhole(best) && std::ssize(m_heard.all) >= kFewestWords;
    const auto named = certainHits(Meaning::Problem);
    if (!m_turn.stage().listens) {
        const QString current = m_turn.slotValue(slotOfTerm(TermKind::Problem));
        const bool isOther = std::none_of(
            candidates.begin(), candidates.end(),
            [&](const ProblemCandidate& candidate) { return candidate.problem == current; });
        if (named.empty() && isOther && isEnough && best.score >= kSureBeside)
            m_meanings.push_back(learntHit(best));
        return;
    }
    auto heard = learntParts(named);
    if (named.empty() && heard.size() < 2 && isEnough && best.score >= kSureProblem)
        heard = {learntHit(best)};
    m_meanings.insert(m_meanings.end(), heard.begin(), heard.end());
}

bool CustomerTurn::answerLikelyProblems()
{
    const auto& here = m_turn.stage();
    const bool isAsked = here.term == TermKind::Problem ||
                         here.implied[static_cast<std::size_t>(TermKind::Problem)] >= 0;
    if (!isAsked || m_isAngry || !mayTellProblem() || !certainHits(Meaning::Problem).empty())
        return false;
    QList<Option> options;
    for (const auto& candidate : knownCandidates()) {
        const double needed = options.isEmpty() ? kLikelyProblem : kHardlyOffered;
        if (isOfWhole(candidate) && candidate.score >= needed)
            options.append(m_turn.optionOf(
                TermKind::Problem,
                *m_turn.flow().catalogue().term(TermKind::Problem, candidate.problem)));
    }
    if (options.isEmpty())
        return false;
    keepAside();
    if (options.size() == 1) {
        askSure(options.front());
        return true;
    }
    ++m_turn.state().misses;
    m_turn.rule(here.id + QStringLiteral("/candidates"));
    m_turn.wishUnderstanding();
    m_turn.sayWith(m_turn.flow().common().candidates, here.id + QStringLiteral("/candidates"),
                   options);
    return true;
}

} // namespace engine
