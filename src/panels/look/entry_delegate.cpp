// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/look/entry_delegate.h"

#include "panels/look/theme.h"

#include <QPainter>

namespace panels {

namespace {
constexpr int kEntryMargin = 10;
constexpr qreal kEntryRadius = 5;

QFont fontOf(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QVariant own = index.data(Qt::FontRole);
    return own.isValid() ? own.value<QFont>().resolve(option.font) : option.font;
}
} // namespace

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(fontOf(option, index));
    const QString aside = index.data(AsideRole).toString();
    return {metrics.horizontalAdvance(index.data().toString()) +
                (aside.isEmpty() ? 0 : metrics.horizontalAdvance(aside) + 2 * kEntryMargin) +
                2 * kEntryMargin + 4,
            metrics.height() * 3 / 2};
}

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRectF area = QRectF(option.rect).adjusted(1, 1, -1, -1);
    if (isSelected || option.state.testFlag(QStyle::State_MouseOver)) {
        const bool isFocused = isSelected && option.state.testFlag(QStyle::State_HasFocus);
        painter->setPen(isFocused ? QPen(colours().accent, 1.5) : QPen(Qt::NoPen));
        painter->setBrush(isSelected ? colours().selected
                                     : option.palette.color(QPalette::AlternateBase));
        painter->drawRoundedRect(area, kEntryRadius, kEntryRadius);
    }
    const QFont font = fontOf(option, index);
    const QFontMetrics metrics(font);
    const QRect text = option.rect.adjusted(kEntryMargin, 0, -kEntryMargin, 0);
    const QString aside = index.data(AsideRole).toString();
    const int asideWidth = aside.isEmpty() ? 0 : metrics.horizontalAdvance(aside) + kEntryMargin;
    painter->setFont(font);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(
        text.adjusted(0, 0, -asideWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
        metrics.elidedText(index.data().toString(), Qt::ElideRight, text.width() - asideWidth));
    painter->setPen(font.weight() > QFont::Normal ? colours().accent : colours().quiet);
    painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, aside);
    painter->restore();
}

} // namespace panels
