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
/// So sure of another intent, the message tells no problem: a quarter of what was heard wrongly
/// goes, and 1 in 100 of the rest.
constexpr double kSureOfOther = 0.9;
constexpr std::size_t kMostProblems = 3;
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

Hit CustomerTurn::learntHit(const ProblemCandidate& candidate) const
{
    const int index = m_turn.flow().catalogue().indexOf(TermKind::Problem, candidate.problem);
    Hit hit{.owner = static_cast<int>(Meaning::Problem) * kMeaningStride + index,
            .score = index < 0 ? 0.0 : kCertain,
            .begin = 0,
            .end = m_heard.strong.size(),
            .languages = ~0U};
    if (isOfWhole(candidate))
        return hit;
    const auto strongBefore = [this](int word) {
        const auto end = m_heard.all.begin() + std::min<qsizetype>(word, std::ssize(m_heard.all));
        return static_cast<std::size_t>(
            std::count_if(m_heard.all.begin(), end, [this](const Heard::Word& each) {
                return !m_turn.flow().vocabulary().isWeak(each.id);
            }));
    };
    hit.begin = strongBefore(candidate.begin);
    hit.end = strongBefore(candidate.end);
    return hit;
}

void CustomerTurn::hearProblems()
{
    if (!mayTellProblem())
        return;
    const auto& candidates = m_turn.facts().problemCandidates;
    auto known = certainHits(Meaning::Problem);
    const bool isNamed = !known.empty();
    if (!m_turn.stage().listens) {
        const QString current = m_turn.slotValue(slotOfTerm(TermKind::Problem));
        const bool isOther =
            std::none_of(candidates.begin(), candidates.end(), [&](const ProblemCandidate& each) {
                return each.problem == current && each.score >= kHardlyOffered;
            });
        if (!isNamed && isOther && !candidates.isEmpty() && isOfWhole(candidates.front()) &&
            candidates.front().score >= kSureBeside)
            m_meanings.push_back(learntHit(candidates.front()));
        return;
    }
    std::vector<Hit> heard;
    for (const auto& candidate : candidates) {
        const Hit hit = learntHit(candidate);
        if (!isOfWhole(candidate) && candidate.score >= kSureClause && hit.score >= kCertain &&
            known.size() < kMostProblems && isWithout(known, hit)) {
            known.push_back(hit);
            heard.push_back(hit);
        }
    }
    const bool isWholeSure = !candidates.isEmpty() && isOfWhole(candidates.front()) &&
                             candidates.front().score >= kSureProblem;
    if (!isNamed && heard.size() < 2 && isWholeSure)
        heard = {learntHit(candidates.front())};
    m_meanings.insert(m_meanings.end(), heard.begin(), heard.end());
}

bool CustomerTurn::answerLikelyProblems()
{
    const auto& here = m_turn.stage();
    const bool isAsked = here.term == TermKind::Problem ||
                         here.implied[static_cast<std::size_t>(TermKind::Problem)] >= 0;
    const auto& candidates = m_turn.facts().problemCandidates;
    if (!isAsked || m_isAngry || candidates.isEmpty() || !isOfWhole(candidates.front()) ||
        candidates.front().score < kLikelyProblem || !mayTellProblem() ||
        !certainHits(Meaning::Problem).empty())
        return false;
    QList<Option> options;
    for (const auto& candidate : candidates) {
        const auto* term = m_turn.flow().catalogue().term(TermKind::Problem, candidate.problem);
        if (term && isOfWhole(candidate) && candidate.score >= kHardlyOffered)
            options.append(m_turn.optionOf(TermKind::Problem, *term));
    }
    if (options.isEmpty())
        return false;
    keepAside();
    ++m_turn.state().misses;
    m_turn.rule(here.id + QStringLiteral("/candidates"));
    m_turn.sayWith(m_turn.flow().common().candidates, here.id + QStringLiteral("/candidates"),
                   options);
    return true;
}

} // namespace engine
