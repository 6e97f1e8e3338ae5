// SPDX-License-Identifier: GPL-3.0-or-later
// More than one problem: told at once, beside an answer, or in the middle of another one.
#include "engine/turn/customer.h"

#include <algorithm>

namespace engine {

namespace {

constexpr std::size_t kPlainProblem = 2; ///< words
const QString kNeed = QStringLiteral("need");

Meaning kindOfHit(const Hit& hit)
{
    return static_cast<Meaning>(hit.owner / kMeaningStride);
}

bool areApart(const Hit& a, const Hit& b)
{
    return a.end <= b.begin || b.end <= a.begin;
}

/// None where they overlap ("the printer" of "the printer doesn't print"), else one more than the
/// words between them.
std::size_t gapBetween(const Hit& a, const Hit& b)
{
    return a.end <= b.begin ? b.begin - a.end + 1 : b.end <= a.begin ? a.begin - b.end + 1 : 0;
}

} // namespace

QString CustomerTurn::deviceNear(const Hit& problem) const
{
    const auto devices = certainHits(Meaning::Device);
    const auto nearest =
        std::min_element(devices.begin(), devices.end(), [&](const Hit& a, const Hit& b) {
            return std::pair(gapBetween(a, problem), a.begin) <
                   std::pair(gapBetween(b, problem), b.begin);
        });
    return nearest == devices.end() ? QString() : codeOfHit(*nearest);
}

void CustomerTurn::partProblems()
{
    auto problems = certainHits(Meaning::Problem);
    if (problems.size() < 2 || saysEither())
        return;
    const Hit first =
        *std::min_element(problems.begin(), problems.end(),
                          [](const Hit& a, const Hit& b) { return a.begin < b.begin; });
    const QString firstDevice = deviceNear(first);
    const bool isJoined = saysAlso() || saysAnd();
    std::vector<Hit> kept{first};
    for (const auto& problem : problems) {
        const QString device = deviceNear(problem);
        const bool isOwn = isJoined || device != firstDevice;
        const bool isApart = std::all_of(
            kept.begin(), kept.end(), [&](const Hit& other) { return areApart(problem, other); });
        if (!isOwn || !isApart || codeOfHit(problem) == codeOfHit(first))
            continue;
        kept.push_back(problem);
        m_turn.queueProblem(codeOfHit(problem), device);
    }
    if (kept.size() < 2)
        return;
    std::erase_if(m_meanings, [&](const Hit& hit) {
        const auto meaning = kindOfHit(hit);
        return (meaning == Meaning::Problem && areApart(hit, first)) ||
               (meaning == Meaning::Device && codeOfHit(hit) != firstDevice);
    });
    m_turn.notice(m_turn.flow().common().later);
}

bool CustomerTurn::answerChangedDevice()
{
    const auto& flow = m_turn.flow();
    if (m_turn.stage().kind != StageKind::Steps || Flow::isGuide(m_turn.stage()))
        return false;
    const QString slot = slotOfTerm(TermKind::Device);
    const QString known = m_turn.slotValue(slot);
    const QString& said = m_heard.text;
    bool isCorrection = said.startsWith(u"en realidad") || said.startsWith(u"actually") ||
                        said.startsWith(u"no es un");
    const Hit* other = nullptr;
    const auto& devices = flow.catalogue().terms(TermKind::Device);
    for (const auto& hit : m_meanings) {
        if (kindOfHit(hit) != Meaning::Device || hit.score < kCertain)
            continue;
        const bool isKnown =
            devices[static_cast<std::size_t>(hit.owner % kMeaningStride)].code == known;
        isCorrection = isCorrection || (isKnown && said.startsWith(u"no"));
        if (!isKnown && !other)
            other = &hit;
    }
    const int ask = flow.stageIndex(QStringLiteral("problem"));
    if (!isCorrection || !other || ask < 0)
        return false;
    m_turn.setSlot(slot, devices[static_cast<std::size_t>(other->owner % kMeaningStride)].code,
                   Slot::Source::Said, other->score);
    m_turn.state().currentStep.clear();
    m_turn.rule(QStringLiteral("device changed"));
    m_turn.go(flow.stage(ask).next);
    return true;
}

bool CustomerTurn::answerAnotherProblem(const QString& problem)
{
    const auto& here = m_turn.stage();
    const auto devices = certainHits(Meaning::Device);
    m_turn.queueProblem(problem, devices.empty() ? QString() : codeOfHit(devices.front()));
    m_turn.rule(QStringLiteral("problem later"));
    m_turn.notice(m_turn.flow().common().later);
    m_turn.say(here.again >= 0 ? here.again : here.prompts.back().text,
               here.id + QStringLiteral("/later"));
    return true;
}

const Hit* CustomerTurn::problemBeside(const Hit& answer) const
{
    const QString known = m_turn.slotValue(slotOfTerm(TermKind::Problem));
    const auto told = std::find_if(m_meanings.begin(), m_meanings.end(), [&](const Hit& hit) {
        return kindOfHit(hit) == Meaning::Problem && hit.score >= kCertain &&
               hit.begin >= answer.end && codeOfHit(hit) != known;
    });
    return told == m_meanings.end() ? nullptr : &*told;
}

void CustomerTurn::keepProblemBeside(const Hit& answer, const Choice& option)
{
    const bool isDone = option.outcome == u"resolved";
    const Hit* problem = isDone ? problemBeside(answer) : nullptr;
    if (problem)
        m_turn.queueProblem(codeOfHit(*problem), deviceNear(*problem));
}

bool CustomerTurn::answerOtherProblem(const Reading& reading)
{
    const auto& flow = m_turn.flow();
    if (reading.commandIndex < 0 || reading.command.score < kCertain ||
        m_turn.state().mode == Mode::Closed)
        return false;
    const auto& next = flow.command(reading.commandIndex).next;
    const bool asksForIt = !next.empty() && next.front().target >= 0 &&
                           flow.stage(next.front().target).term == TermKind::Problem;
    const Hit* problem = asksForIt ? problemBeside(reading.command) : nullptr;
    if (!problem)
        return false;
    if (const QString device = deviceNear(*problem); !device.isEmpty())
        m_turn.setSlot(slotOfTerm(TermKind::Device), device, Slot::Source::Said);
    chooseCommand(reading.commandIndex, Slot::Source::Said, "said");
    m_turn.unsay();
    if (m_turn.stage().term == TermKind::Problem)
        chooseTerm(TermKind::Problem, codeOfHit(*problem), Slot::Source::Said, "said");
    else
        m_turn.ask();
    return true;
}

bool CustomerTurn::takesUpProblems() const
{
    return m_turn.flow().takesUpProblems(m_turn.stage()) && m_turn.state().mode != Mode::Closed &&
           !m_turn.slotValue(QStringLiteral("consent")).isEmpty();
}

const Hit* CustomerTurn::otherProblemAtRating() const
{
    const auto& here = m_turn.stage();
    if (!here.takesRating)
        return nullptr;
    // "Muy lento" is about us; "anda lenta la notebook" and "además no tengo internet" are not.
    const bool isBeside = !certainHits(Meaning::Device).empty() || saysAlso();
    const bool isFree = here.kind == StageKind::Ask;
    const auto told = std::ranges::find_if(m_meanings, [&](const Hit& hit) {
        const bool isPlain = !isFree && hit.end - hit.begin >= kPlainProblem;
        return kindOfHit(hit) == Meaning::Problem && hit.score >= kCertain &&
               (isFree ? saysAlso() : isBeside || isPlain);
    });
    return told == m_meanings.end() ? nullptr : &*told;
}

bool CustomerTurn::answerProblemAtRating()
{
    const auto* problem = otherProblemAtRating();
    const auto& flow = m_turn.flow();
    const int ask = flow.stageIndex(QStringLiteral("problem"));
    const bool isWish = !certainHits(Meaning::Command).empty();
    if (!problem || isWish || m_turn.state().mode == Mode::Closed || ask < 0)
        return false;
    const bool isKnown = codeOfHit(*problem) == m_turn.slotValue(slotOfTerm(TermKind::Problem));
    m_turn.clearSlots(
        {QStringLiteral("outcome"), QStringLiteral("rating"), QStringLiteral("rating_reason")});
    if (!isKnown) {
        beginProblem(codeOfHit(*problem), *problem);
        return true;
    }
    m_turn.state().currentStep.clear();
    m_turn.rule(QStringLiteral("not solved"));
    m_turn.notice(flow.common().noted);
    m_turn.go(flow.stage(ask).next);
    return true;
}

bool CustomerTurn::answerChangedProblem()
{
    const auto problems = certainHits(Meaning::Problem);
    if (!takesUpProblems() || problems.empty())
        return false;
    const QString known = m_turn.slotValue(slotOfTerm(TermKind::Problem));
    const QString problem = codeOfHit(problems.front());
    if (problem == known)
        return false;
    const auto& flow = m_turn.flow();
    const int resumed = flow.stageIndex(m_turn.state().resumeStage);
    const bool isInGuide =
        Flow::isGuide(m_turn.stage()) || (resumed >= 0 && Flow::isGuide(flow.stage(resumed)));
    if (isInGuide || (!known.isEmpty() && saysAlso()))
        return answerAnotherProblem(problem);
    beginProblem(problem, problems.front());
    return true;
}

bool CustomerTurn::answerWiderProblem(const Reading& reading)
{
    const auto problems = certainHits(Meaning::Problem);
    // "No me imprime" within a guide is about the guide.
    if (reading.optionIndex < 0 || problems.empty() || Flow::isGuide(m_turn.stage()))
        return false;
    const auto& problem = problems.front();
    const bool isWider = problem.begin <= reading.option.begin &&
                         problem.end >= reading.option.end &&
                         problem.letters > reading.option.letters;
    return isWider && answerChangedProblem();
}

void CustomerTurn::beginProblem(const QString& problem, const Hit& hit)
{
    const auto& flow = m_turn.flow();
    if (const QString device = deviceNear(hit); !device.isEmpty())
        m_turn.setSlot(slotOfTerm(TermKind::Device), device, Slot::Source::Said);
    m_turn.clearSlots({slotOfTerm(TermKind::Topic), slotOfTerm(TermKind::System)});
    if (m_turn.slotValue(kNeed) != u"problem")
        m_turn.setSlot(kNeed, QStringLiteral("problem"), Slot::Source::Said);
    m_turn.setSlot(slotOfTerm(TermKind::Problem), problem, Slot::Source::Said, hit.score);
    m_turn.state().currentStep.clear();
    m_turn.state().resumeStage.clear();
    m_turn.rule(QStringLiteral("problem changed"));
    m_turn.notice(flow.common().problemChanged);
    const int ask = flow.stageIndex(QStringLiteral("problem"));
    m_turn.go(ask >= 0 ? flow.stage(ask).next : m_turn.stage().next);
}

} // namespace engine
