// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/message_delegate.h"

#include "panels/chats/event_texts.h"
#include "panels/chats/message_model.h"
#include "panels/look/theme.h"

#include <QApplication>
#include <QListView>
#include <QLocale>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace panels {

namespace {

constexpr int kPadding = 10;
constexpr int kMargin = 14;
constexpr int kGap = 4;
constexpr qreal kWidest = 0.72; // of the view
constexpr int kWidestPixels = 720;

QFont smallFont(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.85);
    return small;
}

int bubbleWidth(int viewWidth)
{
    return std::min(static_cast<int>(viewWidth * kWidest), kWidestPixels) - 2 * kPadding;
}

/// Lays the text out in paragraphs, each in its own direction, so that right-to-left text reads so.
template <class Line>
QSizeF layOut(const QString& text, const QFont& font, int width, Line line)
{
    qreal y = 0;
    qreal widest = 0;
    for (const QString& paragraph : text.split(u'\n')) {
        QTextLayout layout(paragraph, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(paragraph.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        layout.setTextOption(option);
        layout.beginLayout();
        qreal height = 0;
        for (QTextLine next = layout.createLine(); next.isValid(); next = layout.createLine()) {
            next.setLineWidth(width);
            next.setPosition({0, height});
            height += next.height();
            widest = std::max(widest, next.naturalTextWidth());
        }
        layout.endLayout();
        line(layout, y);
        y += std::max(height, QFontMetricsF(font).height());
    }
    return {widest, y};
}

struct Look {
    QColor ground, text;
    bool isRight = false;
};

Look lookOf(const MessageRow& row)
{
    const Colours& c = colours();
    if (row.kind == MessageRow::Kind::Note)
        return {c.noteBubble, c.noteText, true};
    switch (row.actor) {
    case engine::Actor::Customer: return {c.customerBubble, c.customerText, false};
    case engine::Actor::Agent: return {c.agentBubble, c.agentText, true};
    case engine::Actor::Bot:
    case engine::Actor::System: break;
    }
    return {c.botBubble, c.botText, true};
}

QString captionOf(const MessageRow& row)
{
    QStringList parts;
    parts += row.author.isEmpty() ? actorText(row.actor) : row.author;
    if (row.kind == MessageRow::Kind::Note)
        parts += MessageDelegate::tr("private note");
    parts += QLocale().toString(row.time.time(), QLocale::ShortFormat);
    const QString state = deliveryText(row);
    if (!state.isEmpty())
        parts += state;
    return parts.join(QStringLiteral(" · "));
}

int viewWidth(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

MessageDelegate::MessageDelegate(const MessageModel& model, QObject* parent)
    : QStyledItemDelegate(parent), m_model(model)
{
}

QSize MessageDelegate::textSize(const QString& text, const QFont& font, int width) const
{
    const size_t key = qHashMulti(0, text, width, font.pointSizeF());
    if (const QSize* known = m_sizes.object(key))
        return *known;
    const QSizeF size = layOut(text, font, width, [](QTextLayout&, qreal) {});
    const QSize rounded(static_cast<int>(std::ceil(size.width())),
                        static_cast<int>(std::ceil(size.height())));
    m_sizes.insert(key, new QSize(rounded));
    return rounded;
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const MessageRow& row = m_model.row(index.row());
    const int width = viewWidth(option);
    const int captionHeight = QFontMetrics(smallFont(option.font)).height();
    if (row.kind == MessageRow::Kind::Day || row.kind == MessageRow::Kind::Mark) {
        const QFont font = smallFont(option.font);
        const auto height = [&](const QString& text) {
            return textSize(text, font, width - 4 * kMargin).height() + 3 * kGap;
        };
        return {width, height(row.text) + (row.isOpen ? height(row.detail) : 0)};
    }
    const QSize text = textSize(row.text, option.font, bubbleWidth(width));
    return {width, text.height() + 2 * kPadding + captionHeight + 3 * kGap};
}

void MessageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const MessageRow& row = m_model.row(index.row());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (row.kind == MessageRow::Kind::Day || row.kind == MessageRow::Kind::Mark)
        paintLine(painter, option, row);
    else
        paintBubble(painter, option, row);
    painter->restore();
}

void MessageDelegate::paintLine(QPainter* painter, const QStyleOptionViewItem& option,
                                const MessageRow& row) const
{
    QFont font = smallFont(option.font);
    if (row.kind == MessageRow::Kind::Day)
        font.setWeight(QFont::DemiBold);
    QRect area = option.rect.adjusted(2 * kMargin, 0, -2 * kMargin, 0);
    if (row.isOpen)
        area.setHeight(QFontMetrics(font).height() + 3 * kGap);
    QString text = row.text;
    if (!row.detail.isEmpty())
        text.prepend(row.isOpen ? QStringLiteral("▾ ") : QStringLiteral("▸ "));
    if (row.kind == MessageRow::Kind::Mark)
        text += QStringLiteral(" · ") + QLocale().toString(row.time.time(), QLocale::ShortFormat);
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width());
    const int textWidth = QFontMetrics(font).horizontalAdvance(shown);
    const int middle = area.center().y();
    painter->setPen(colours().line);
    const int side = (area.width() - textWidth) / 2 - kMargin;
    if (side > 0) {
        painter->drawLine(area.left(), middle, area.left() + side, middle);
        painter->drawLine(area.right() - side, middle, area.right(), middle);
    }
    painter->setFont(font);
    painter->setPen(colours().quiet);
    painter->drawText(area, Qt::AlignCenter, shown);
    if (row.isOpen)
        layOut(row.detail, font, area.width(), [&](QTextLayout& layout, qreal y) {
            layout.draw(painter, QPointF(area.left(), area.bottom() + y));
        });
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(colours().accent, 1, Qt::DotLine));
        painter->drawRect(area.adjusted(0, kGap / 2, -1, -kGap / 2));
    }
}

void MessageDelegate::paintBubble(QPainter* painter, const QStyleOptionViewItem& option,
                                  const MessageRow& row) const
{
    const Look look = lookOf(row);
    const int width = viewWidth(option);
    const QSize text = textSize(row.text, option.font, bubbleWidth(width));
    const QFont small = smallFont(option.font);
    const QString caption = captionOf(row);
    const int captionHeight = QFontMetrics(small).height();
    QRect bubble(0, option.rect.top() + kGap, text.width() + 2 * kPadding,
                 text.height() + 2 * kPadding);
    bubble.moveLeft(look.isRight ? option.rect.left() + width - kMargin - bubble.width()
                                 : option.rect.left() + kMargin);
    painter->setPen(Qt::NoPen);
    painter->setBrush(look.ground);
    painter->drawRoundedRect(bubble, 10, 10);
    const bool isPicked = option.state.testFlag(QStyle::State_Selected) &&
                          option.state.testFlag(QStyle::State_Active);
    if (row.kind == MessageRow::Kind::Note || isPicked) {
        painter->setPen(QPen(isPicked ? colours().accent : look.text, isPicked ? 2.0 : 1.0,
                             row.kind == MessageRow::Kind::Note ? Qt::DashLine : Qt::SolidLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(bubble).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
    }
    QFont font = option.font;
    font.setItalic(row.isErased);
    painter->setPen(look.text);
    const QPointF origin(bubble.left() + kPadding, bubble.top() + kPadding);
    layOut(row.text, font, std::max(text.width(), 1),
           [&](QTextLayout& layout, qreal y) { layout.draw(painter, origin + QPointF(0, y)); });
    painter->setFont(small);
    painter->setPen(row.state == MessageRow::State::Failed ? colours().bad : colours().quiet);
    const QRect below(option.rect.left() + kMargin, bubble.bottom() + kGap / 2, width - 2 * kMargin,
                      captionHeight);
    const auto side = look.isRight ? Qt::AlignRight : Qt::AlignLeft;
    painter->drawText(below, static_cast<int>(side) | static_cast<int>(Qt::AlignVCenter), caption);
}

} // namespace panels
