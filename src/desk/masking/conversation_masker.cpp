// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/masking/conversation_masker.h"

#include "engine/values.h"
#include "privacy/find.h"

namespace desk {

QString ConversationMasker::said(const QString& text)
{
    QString masked = privacy::mask(text, m_context, m_pseudonyms);
    // A copy of its own: texts are shared between threads, this one is not.
    m_context.before = QString(text.constData(), text.size());
    return masked;
}

QString ConversationMasker::beside(const QString& text)
{
    return privacy::mask(text, {.names = m_context.names}, m_pseudonyms);
}

void ConversationMasker::mask(CustomerEvent& event)
{
    if (!event.text.isEmpty())
        event.text = said(event.text);
    for (engine::Option& option : event.options) {
        option.text = beside(option.text);
        option.value = beside(option.value);
    }
    event.agentName = beside(event.agentName);
    event.clientMessageId.clear();
}

QString questionBefore(const std::vector<store::EventRow>& events, const QString& answer)
{
    using engine::EventKind;
    constexpr qsizetype kBegins = 256; // a question makes something of an answer's first words only
    const QStringView begins = QStringView(answer).left(kBegins);
    QString before;
    std::size_t most = 0;
    for (const auto& event : events) {
        if (event.kind == EventKind::CustomerMessage || event.kind == EventKind::OptionChosen) {
            before.clear();
            most = 0;
        } else if (event.kind == EventKind::BotMessage || event.kind == EventKind::AgentMessage) {
            const auto found = privacy::find(begins, {.before = event.text}).size();
            if (found >= most) {
                most = found;
                before = event.text;
            }
        }
    }
    return before;
}

QStringList knownNames(const store::ConversationRow& row,
                       const std::map<base::PersonId, Person>& people)
{
    QStringList names;
    if (!row.summary.name.isEmpty())
        names += row.summary.name;
    for (const auto& [id, person] : people)
        names += person.name;
    return names;
}

} // namespace desk
