// SPDX-License-Identifier: GPL-3.0-or-later
// What a turn wishes of AI, and what came of it.
#include "engine/turn/customer.h"
#include "engine/turn/turn.h"

namespace engine {

std::optional<Wish> Turn::wishForAi() const
{
    if (!m_facts.smartMode || m_facts.ai || m_state.mode != Mode::Bot)
        return std::nullopt;
    const int before = m_flow.stageIndex(m_stageBefore);
    if (m_isUnsure && before >= 0 && m_flow.stage(before).isSmart)
        return Wish{AiPurpose::Understand};
    if (stage().explains && m_saysHelp && !m_isSilent && !m_parts.isEmpty())
        return Wish{AiPurpose::Explain};
    if (mayBeProposedFor())
        return Wish{AiPurpose::Propose};
    return std::nullopt;
}

// After speak(), for only then it is known what is said.
std::optional<Wish> Turn::wishForWords() const
{
    const bool mayWish = m_facts.smartMode && !m_facts.ai && mayBeWorded();
    if (!mayWish || m_events.empty() || m_events.back().kind != EventKind::BotMessage)
        return std::nullopt;
    return Wish{AiPurpose::Word, m_events.back().text, m_facts.tone};
}

bool Turn::hasAiFor(AiPurpose purpose) const
{
    return m_facts.ai && m_facts.ai->purpose == QLatin1StringView(aiPurposeName(purpose));
}

bool Turn::isExplainedByAi() const
{
    return hasAiFor(AiPurpose::Explain) && !m_facts.ai->text.isEmpty() && stage().explains;
}

// Steps are worded by those who know them, and a quotation stands as it was written.
bool Turn::mayBeWorded() const
{
    const int before = m_flow.stageIndex(m_stageBefore);
    return !m_facts.tone.isEmpty() && m_state.mode == Mode::Bot && before >= 0 &&
           m_flow.stage(before).isSmart && stage().isSmart && stage().kind != StageKind::Steps &&
           !stage().explains && m_quoted.isEmpty();
}

bool Turn::isWordedByAi() const
{
    return hasAiFor(AiPurpose::Word) && !m_facts.ai->text.isEmpty() && mayBeWorded();
}

// At the moment when it turns out that the catalogue has nothing, and no article either.
bool Turn::mayBeProposedFor() const
{
    return stage().isSmart && m_state.stage != m_stageBefore && !m_isSilent && m_quoted.isEmpty() &&
           slotValue(slotOfTerm(TermKind::Topic)).isEmpty() && fact(Fact::Unserved);
}

QString Turn::pairOfSteps() const
{
    const QString problem = slotValue(slotOfTerm(TermKind::Problem));
    const QString device = slotValue(slotOfTerm(TermKind::Device));
    return problem.isEmpty() || device.isEmpty() ? QString() : problem + u'/' + device;
}

// Null: AI has proposed none for what is wanted now. Whatever it says, a step is one of the basic ones.
const StepList* Turn::proposedList() const
{
    const QString pair = pairOfSteps();
    QStringList ids;
    if (!pair.isEmpty() && m_state.proposedFor == pair)
        ids = m_state.proposedSteps;
    else if (!pair.isEmpty() && hasAiFor(AiPurpose::Propose))
        ids = m_facts.ai->steps;
    if (ids != m_proposedIds) {
        m_proposedIds = ids;
        m_proposed.clear();
        for (const auto& id : ids) {
            if (const auto* item = m_flow.catalogue().step(StepSet::Basic, id))
                m_proposed.push_back(*item);
        }
    }
    return m_proposed.empty() ? nullptr : &m_proposed;
}

bool Turn::isProposedByAi() const
{
    return hasAiFor(AiPurpose::Propose) && stage().kind == StageKind::Steps &&
           stage().steps == StepSet::Basic && !m_proposed.empty() &&
           stepList(StepSet::Basic) == &m_proposed;
}

void Turn::keepProposal()
{
    if (!isProposedByAi())
        return;
    m_state.proposedFor = pairOfSteps();
    m_state.proposedSteps = m_proposedIds;
}

void Turn::addAiCall(const AiHelp& help)
{
    const char* used = "nothing";
    if (m_input.kind == Input::Kind::Helped)
        used = help.text.isEmpty() ? "nothing" : "shown";
    else if (isExplainedByAi() && m_saysHelp)
        used = "words";
    else if (isWordedByAi())
        used = "wording";
    else if (isProposedByAi())
        used = "steps";
    else if (hasAiFor(AiPurpose::Understand) && help.outcome == u"completed" && !m_isUnsure)
        used = "understanding";
    base::JsonWriter payload;
    payload.beginObject()
        .member("purpose", help.purpose)
        .member("prompt", help.prompt)
        .member("model", help.model)
        .member("outcome", help.outcome)
        .member("used", used)
        .member("inputTokens", help.inputTokens)
        .member("outputTokens", help.outputTokens)
        .member("costMicros", help.costMicros)
        .member("firstMs", help.firstMs)
        .member("totalMs", help.totalMs)
        .endObject();
    base::JsonWriter text;
    text.beginObject().member("request", help.request).member("text", help.text).endObject();
    add(EventKind::AiCall, Actor::System, false, payload, QString::fromStdString(text.take()));
}

void CustomerTurn::hearAi()
{
    const auto& help = m_turn.facts().ai;
    if (!help)
        return;
    const auto hear = [this](TermKind kind, Meaning meaning, const QString& code) {
        const int index = m_turn.flow().catalogue().indexOf(kind, code);
        if (index >= 0)
            m_meanings.push_back({.owner = static_cast<int>(meaning) * kMeaningStride + index,
                                  .score = kCertain,
                                  .begin = 0,
                                  .end = m_heard.strong.size(),
                                  .languages = ~0U});
    };
    hear(TermKind::Device, Meaning::Device, help->device);
    hear(TermKind::System, Meaning::System, help->system);
}

} // namespace engine
