// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/look/two_line_delegate.h"

#include "panels/look/theme.h"

#include <QPainter>

namespace panels {

namespace {

constexpr int kRowPadding = 8;
constexpr int kRowMargin = 12;
constexpr int kBarWidth = 3;
constexpr int kEndGap = 10;

} // namespace

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, 2 * option.fontMetrics.height() + 2 * kRowPadding + 4};
}

void TwoLineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colours().selected);
        if (m_bar == Bar::Always || option.state.testFlag(QStyle::State_HasFocus))
            painter->fillRect(QRect(option.rect.topLeft(), QSize(kBarWidth, option.rect.height())),
                              colours().accent);
    }
    const QRect area = option.rect.adjusted(kRowMargin, kRowPadding, -kRowMargin, -kRowPadding);
    const int height = option.fontMetrics.height();
    const Lines shown = lines(index);
    paintLine(painter, QRect(area.topLeft(), QSize(area.width(), height)), option, shown.upper);
    paintLower(painter, QRect(area.left(), area.bottom() - height + 1, area.width(), height),
               option, shown.lower);
    painter->setPen(colours().line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

void TwoLineDelegate::paintLower(QPainter* painter, const QRect& area,
                                 const QStyleOptionViewItem& option, const Line& line) const
{
    paintLine(painter, area, option, line);
}

void TwoLineDelegate::paintLine(QPainter* painter, const QRect& area,
                                const QStyleOptionViewItem& option, const Line& line)
{
    painter->setFont(option.font);
    painter->setPen(line.endColour.isValid() ? line.endColour : colours().quiet);
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, line.end);
    const int endWidth =
        line.end.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(line.end) + kEndGap;

    QFont font = option.font;
    font.setWeight(line.weight);
    painter->setFont(font);
    painter->setPen(line.colour.isValid() ? line.colour : option.palette.color(QPalette::Text));
    painter->drawText(
        area.adjusted(0, 0, -endWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(line.text, Qt::ElideRight, area.width() - endWidth));
}

} // namespace panels
