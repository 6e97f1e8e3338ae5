// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/suggestion_delegate.h"

#include "panels/look/theme.h"

#include <QPainter>

namespace panels {

namespace {
constexpr int kSuggestionPadding = 6;
} // namespace

QSize SuggestionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {100, 2 * option.fontMetrics.height() + 2 * kSuggestionPadding + 4};
}

void SuggestionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colours().selected);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          colours().accent);
    }
    const QRect area = option.rect.adjusted(10, kSuggestionPadding, -10, -kSuggestionPadding);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    painter->setFont(bold);
    painter->setPen(option.palette.color(QPalette::Text));
    painter->drawText(
        area, Qt::AlignTop | Qt::AlignLeft,
        QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideRight, area.width()));
    painter->setFont(option.font);
    painter->setPen(colours().quiet);
    painter->drawText(area, Qt::AlignBottom | Qt::AlignLeft,
                      option.fontMetrics.elidedText(index.data(ExcerptRole).toString(),
                                                    Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace panels
