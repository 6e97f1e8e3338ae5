// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/conversation_delegate.h"

#include "panels/chats/conversation_list_model.h"
#include "panels/chats/event_texts.h"
#include "panels/look/theme.h"

#include <QPainter>

#include <algorithm>

namespace panels {

namespace {

constexpr int kRowPadding = 9;

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
    : QStyledItemDelegate(parent), m_model(model)
{
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, 2 * option.fontMetrics.height() + 2 * kRowPadding + 4};
}

void ConversationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const desk::ConversationHead& head = m_model.head(index.row());
    const Colours& c = colours();
    painter->save();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, c.selected);
    if (isSelected && option.state.testFlag(QStyle::State_HasFocus))
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), c.accent);
    const QRect area = option.rect.adjusted(12, kRowPadding, -12, -kRowPadding);
    const int lineHeight = option.fontMetrics.height();
    const QRect top(area.left(), area.top(), area.width(), lineHeight);
    const QRect below(area.left(), area.bottom() - lineHeight + 1, area.width(), lineHeight);

    const bool waits = head.waitingSince.has_value();
    painter->setFont(option.font);
    painter->setPen(waits ? c.warning : c.quiet);
    const QString shownWait = waitingText(head, m_model.now());
    painter->drawText(top, Qt::AlignRight | Qt::AlignVCenter, shownWait);
    const int waitWidth = option.fontMetrics.horizontalAdvance(shownWait) + 10;

    QFont bold = option.font;
    bold.setWeight(waits ? QFont::Bold : QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    QString name = head.name.isEmpty() ? base::conversationCode(head.id) : head.name;
    if (head.isCustomerOnline)
        name.prepend(QStringLiteral("● "));
    painter->drawText(top.adjusted(0, 0, -waitWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(bold).elidedText(name, Qt::ElideRight, top.width() - waitWidth));

    painter->setFont(option.font);
    painter->setPen(head.mood >= 2 ? c.bad : c.quiet);
    const QString signs = signsOf(head, m_model.me());
    painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, signs);
    const int signsWidth = option.fontMetrics.horizontalAdvance(signs) + 10;
    painter->setPen(c.quiet);
    painter->drawText(below.adjusted(0, 0, -signsWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(secondLine(head).simplified(), Qt::ElideRight,
                                                    below.width() - signsWidth));
    painter->setPen(c.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

} // namespace panels
