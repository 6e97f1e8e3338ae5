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
    return std::nullopt;
}

bool Turn::isExplainedByAi() const
{
    return m_facts.ai && !m_facts.ai->text.isEmpty() && stage().explains &&
           m_facts.ai->purpose == QLatin1StringView(aiPurposeName(AiPurpose::Explain));
}

void Turn::addAiCall(const AiHelp& help)
{
    const char* used = "nothing";
    if (isExplainedByAi() && m_saysHelp)
        used = "words";
    else if (help.outcome == u"completed" && !m_isUnsure)
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
