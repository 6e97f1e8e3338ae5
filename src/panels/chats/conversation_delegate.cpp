// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/conversation_delegate.h"

#include "panels/chats/conversation_list_model.h"
#include "panels/chats/event_texts.h"
#include "panels/look/theme.h"

#include <algorithm>

namespace panels {

namespace {

/// What stands at the right of the second line: words and signs, for colour is never the only sign.
QString signsOf(const desk::ConversationHead& head, base::PersonId me)
{
    QStringList signs;
    if (head.isDemo)
        signs += ConversationDelegate::tr("demo");
    if (head.priority > 0)
        signs += ConversationDelegate::tr("▲ priority");
    if (head.mood >= 2)
        signs += ConversationDelegate::tr("upset");
    if (std::ranges::any_of(head.viewers, [me](base::PersonId id) { return id != me; }))
        signs += ConversationDelegate::tr("being read");
    signs +=
        head.language.startsWith(QLatin1String("en")) ? QStringLiteral("en") : QStringLiteral("es");
    return signs.join(QStringLiteral(" · "));
}

QString secondLine(const desk::ConversationHead& head)
{
    if (head.isErased)
        return ConversationDelegate::tr("Erased");
    if (head.isCustomerTyping)
        return ConversationDelegate::tr("writing…");
    const QString owner =
        head.ownerName.isEmpty() ? QString() : head.ownerName + QStringLiteral(": ");
    return owner + head.lastText;
}

} // namespace

ConversationDelegate::ConversationDelegate(const ConversationListModel& model, QObject* parent)
    : TwoLineDelegate(parent), m_model(model)
{
}

TwoLineDelegate::Lines ConversationDelegate::lines(const QModelIndex& index) const
{
    const desk::ConversationHead& head = m_model.head(index.row());
    const Colours& c = colours();
    const bool waits = head.waitingSince.has_value();
    QString name = head.name.isEmpty() ? base::conversationCode(head.id) : head.name;
    if (head.isCustomerOnline)
        name.prepend(QStringLiteral("● "));
    return {.upper = {.text = name,
                      .weight = waits ? QFont::Bold : QFont::DemiBold,
                      .end = waitingText(head, m_model.now()),
                      .endColour = waits ? c.warning : c.quiet},
            .lower = {.text = secondLine(head).simplified(),
                      .colour = c.quiet,
                      .end = signsOf(head, m_model.me()),
                      .endColour = head.mood >= 2 ? c.bad : c.quiet}};
}

} // namespace panels
